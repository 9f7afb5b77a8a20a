import { PII_KINDS, type PiiAction, type PiiKind, type PiiSettings } from '../trust.ts';

/** How much personal data was found in the rows of a dataset. */
export interface PiiCounts {
  readonly action: PiiAction;
  /** What was looked for. */
  readonly find: readonly PiiKind[];
  /** Rows that held some. */
  readonly rows: number;
  /** How much of each kind. */
  readonly finds: Readonly<Record<PiiKind, number>>;
  /** Rows that held some of each kind. */
  readonly rowsWith: Readonly<Record<PiiKind, number>>;
}

/** Counts what was found, row by row; counts are in the order of {@link PII_KINDS}. */
export class PiiTally {
  readonly #settings: PiiSettings;
  readonly #finds = new Uint32Array(PII_KINDS.length);
  readonly #rowsWith = new Uint32Array(PII_KINDS.length);
  #rows = 0;

  constructor(settings: PiiSettings) {
    this.#settings = settings;
  }

  /** @param parts what was found in each part of a row, at least one in all */
  addRow(parts: readonly Uint32Array[]): void {
    this.#rows++;
    for (let kind = 0; kind < PII_KINDS.length; kind++) {
      const finds = parts.reduce((sum, counts) => sum + counts[kind], 0);
      this.#finds[kind] += finds;
      if (finds > 0) this.#rowsWith[kind]++;
    }
  }

  counts(): PiiCounts {
    const { action, find } = this.#settings;
    return { action, find, rows: this.#rows, finds: byKind(this.#finds), rowsWith: byKind(this.#rowsWith) };
  }
}

function byKind(counts: Uint32Array): Record<PiiKind, number> {
  const [email, phone, iban, card] = counts;
  return { email, phone, iban, card };
}
