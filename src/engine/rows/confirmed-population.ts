import { createHash } from 'node:crypto';
import type { RowCounts } from './row-counts.ts';

/**
 * Counts the confirmed rows that a sample was taken from, without another scan of them. A sample holds the rows with the
 * smallest sha256(`<seed>:<id>`). If the sample holds all rows, their number is exact. Otherwise the rank u of its last row,
 * as a number from 0 to 1, gives an unbiased estimate, (k − 1) / u for a sample of k rows, whose relative standard error is
 * about 1 / √(k − 2) (Z. Bar-Yossef et al., "Counting distinct elements in a data stream", RANDOM 2002; K. Beyer et al., "On
 * synopses for distinct-value estimation under multiset operations", SIGMOD 2007).
 */
export class ConfirmedPopulation {
  /** The largest number of rows that are taken. */
  limit = Number.POSITIVE_INFINITY;
  readonly #seed: number;
  #isRanked = false;
  #lastRank: number | null = null;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /**
   * Sets how many rows the sample has at most.
   *
   * @param isRanked true when its rows come by ascending rank of their ids
   */
  begin(limit: number, isRanked: boolean): void {
    this.limit = limit;
    this.#isRanked = isRanked;
  }

  /** Takes the id of the last row of a full sample; a row without an id has no rank. */
  takeLast(id: Uint8Array | null): void {
    if (!this.#isRanked || id === null) return;
    const hash = createHash('sha256').update(`${this.#seed}:`).update(id).digest();
    this.#lastRank = (hash.readUIntBE(0, 6) + 0.5) / 2 ** 48;
  }

  /** Returns the number of rows. @param sampled rows that were taken */
  counts(sampled: number): Pick<RowCounts, 'confirmedRows'> {
    if (this.limit === Number.POSITIVE_INFINITY || this.limit === 0) return {};
    if (sampled < this.limit) return { confirmedRows: { rows: sampled, isEstimated: false } };
    if (this.#lastRank === null || sampled < 2) return {};
    const rows = Math.max(sampled, Math.round((sampled - 1) / this.#lastRank));
    return { confirmedRows: { rows, isEstimated: true } };
  }
}
