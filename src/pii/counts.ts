import { PII_KINDS, type PiiAction, type PiiKind, type PiiSettings } from '../model/trust.ts';

/** How much personal data was found in the rows of a dataset. It never holds the data itself. */
export interface PiiCounts {
  readonly action: PiiAction;
  /** Rows with personal data. */
  readonly rows: number;
  /** For each kind of personal data, the number of matches and of rows with a match. */
  readonly found: Readonly<Partial<Record<PiiKind, { readonly rows: number; readonly finds: number }>>>;
}

/** Counts what was found, row by row; counts are in the order of {@link PII_KINDS}. */
export class PiiTally {
  readonly #settings: PiiSettings;
  readonly #finds = PII_KINDS.map(() => 0);
  readonly #rowsWith = PII_KINDS.map(() => 0);
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
    const found = find.map((kind) => {
      const number = PII_KINDS.indexOf(kind);
      return [kind, { rows: this.#rowsWith[number], finds: this.#finds[number] }];
    });
    return { action, rows: this.#rows, found: Object.fromEntries(found) };
  }
}
