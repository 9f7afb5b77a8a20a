import type { RowSource } from '../rows.ts';
import type { TextIndex } from './text-index.ts';
import { enlarged, release } from './text-store.ts';

/** What deduplication left, and what it dropped. */
export interface DeduplicatedRows {
  /** Number of the text of each row that is left, in the order they arrived. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  /** Number of each row's values. */
  readonly values: Uint32Array<ArrayBuffer>;
  readonly rankHigh: Uint32Array<ArrayBuffer>;
  readonly rankLow: Uint32Array<ArrayBuffer>;
  /** Rows dropped because another row with the same text is kept. */
  readonly duplicateRows: number;
  /** Texts left out because the values that count disagree, and all rows of these texts. */
  readonly conflictingTexts: number;
  readonly conflictingRows: number;
}

/** A rank as two unsigned 32-bit halves. */
export interface Rank {
  readonly high: number;
  readonly low: number;
}

/**
 * Keeps one row per text. Where a text has reviewed rows its pool rows do not count; a text whose values then still
 * disagree is left out whole.
 */
export class Deduplicator {
  readonly #index: TextIndex;
  /** Numbers of this dataset's texts in the order they arrived. */
  #numbers = new Uint32Array(1024);
  #length = 0;
  /** By number of the text; without rows it is another dataset's. */
  #rowsOfText = new Uint32Array(1024);
  #values = new Uint32Array(1024);
  #isReviewed = new Uint8Array(1024);
  #isConflicting = new Uint8Array(1024);
  /** Ranks by number of the text where they are not the texts' own. */
  readonly #ranks: { high: Uint32Array<ArrayBuffer>; low: Uint32Array<ArrayBuffer> } | null;
  #rows = 0;

  /**
   * @param index texts, which other datasets may share
   * @param isGrouped true when {@link add} is given ranks, those of groups
   */
  constructor(index: TextIndex, { isGrouped = false } = {}) {
    this.#index = index;
    this.#ranks = isGrouped ? { high: new Uint32Array(1024), low: new Uint32Array(1024) } : null;
  }

  /**
   * Takes a cleaned, labelled row; all reviewed rows come before the first one of the pool.
   *
   * @param number the text's number in the index
   * @param value number of the row's values
   * @param rank rank of its group; of several groups with the same text the lowest counts, whichever comes first
   */
  add(source: RowSource, number: number, value: number, rank?: Rank): void {
    this.#rows++;
    while (number >= this.#rowsOfText.length) this.#growColumns();
    if (this.#rowsOfText[number]++ === 0) {
      if (this.#length === this.#numbers.length) this.#numbers = enlarged(this.#numbers);
      this.#numbers[this.#length++] = number;
      this.#values[number] = value;
      this.#isReviewed[number] = source === 'reviewed' ? 1 : 0;
      if (rank !== undefined) this.#setRank(number, rank);
      return;
    }
    if (source === 'pool' && this.#isReviewed[number] === 1) return;
    if (this.#values[number] !== value) this.#isConflicting[number] = 1;
    if (rank !== undefined && this.#isLower(rank, number)) this.#setRank(number, rank);
  }

  /** The rows that are left; no row can be added afterwards. */
  finish(): DeduplicatedRows {
    let conflictingTexts = 0;
    let conflictingRows = 0;
    let length = 0;
    for (const number of this.#numbers.subarray(0, this.#length)) {
      if (this.#isConflicting[number] === 0) {
        this.#numbers[length++] = number;
        continue;
      }
      conflictingTexts++;
      conflictingRows += this.#rowsOfText[number];
    }
    const numbers = this.#numbers.subarray(0, length);
    const values = numbers.map((number) => this.#values[number]);
    const ranks = this.#ranksOf(numbers);
    release(this.#rowsOfText, this.#values, this.#isReviewed, this.#isConflicting);
    if (this.#ranks !== null) release(this.#ranks.high, this.#ranks.low);
    const duplicateRows = this.#rows - length - conflictingRows;
    return { numbers, values, ...ranks, duplicateRows, conflictingTexts, conflictingRows };
  }

  #ranksOf(numbers: Uint32Array<ArrayBuffer>) {
    const ranks = this.#ranks;
    if (ranks === null) return this.#index.ranksOf(numbers);
    return {
      rankHigh: numbers.map((number) => ranks.high[number]),
      rankLow: numbers.map((number) => ranks.low[number]),
    };
  }

  #isLower({ high, low }: Rank, number: number): boolean {
    const ranks = this.#ranks!;
    return high < ranks.high[number] || (high === ranks.high[number] && low < ranks.low[number]);
  }

  #setRank(number: number, { high, low }: Rank): void {
    this.#ranks!.high[number] = high;
    this.#ranks!.low[number] = low;
  }

  #growColumns(): void {
    this.#rowsOfText = enlarged(this.#rowsOfText);
    this.#values = enlarged(this.#values);
    this.#isReviewed = enlarged(this.#isReviewed);
    this.#isConflicting = enlarged(this.#isConflicting);
    if (this.#ranks === null) return;
    this.#ranks.high = enlarged(this.#ranks.high);
    this.#ranks.low = enlarged(this.#ranks.low);
  }
}
