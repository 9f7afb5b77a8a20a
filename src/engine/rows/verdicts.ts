/** Decision about a row by its id: it counts, or it is left out for this reason. */
export const VERDICTS = {
  counts: 0,
  /** It counts, and is the second one of its id that does. */
  repeats: 1,
  corrected: 2,
  conflict: 3,
  outvoted: 4,
} as const;
export type Verdict = (typeof VERDICTS)[keyof typeof VERDICTS];

const BITS = 4;
const MASK = (1 << BITS) - 1;
const ROWS_A_WORD = 32 / BITS;

/** Decisions about rows by their ids, half a byte a row; a row that is not set counts. */
export class Verdicts {
  /** Ids of several texts whose values disagree. */
  conflictingIds = 0;
  readonly #words: Uint32Array;

  /** @param end serial numbers of rows are below */
  constructor(end: number) {
    this.#words = new Uint32Array(Math.ceil(end / ROWS_A_WORD));
  }

  /** Sets the decision about a row, once. @param serial its serial number */
  set(serial: number, verdict: Verdict): void {
    this.#words[Math.floor(serial / ROWS_A_WORD)] |= verdict << (BITS * (serial % ROWS_A_WORD));
  }

  at(serial: number): Verdict {
    const word = this.#words[Math.floor(serial / ROWS_A_WORD)];
    return ((word >>> (BITS * (serial % ROWS_A_WORD))) & MASK) as Verdict;
  }
}
