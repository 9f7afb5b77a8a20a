import type { RowSource } from './rows.ts';
import { StoredTexts } from './stored-texts.ts';
import type { TextIndex } from './text-index.ts';
import { doubled, release } from './text-store.ts';

/** What deduplication left, and what it dropped. */
export interface DeduplicatedRows {
  readonly texts: StoredTexts;
  /** Rows dropped because another row with the same text is kept. */
  readonly duplicateRows: number;
  /** Texts left out because the labels that count disagree, and all rows of these texts. */
  readonly conflictingTexts: number;
  readonly conflictingRows: number;
}

/**
 * Keeps one row per text. Where a text has reviewed rows its pool rows do not count; a text whose labels then still
 * disagree is left out whole.
 */
export class Deduplicator {
  readonly #index: TextIndex;
  /** Numbers of this label's texts in the order they arrived. */
  #numbers = new Uint32Array(1024);
  #length = 0;
  /** By number of the text; without rows it is another label's. */
  #rowsOfText = new Uint32Array(1024);
  #classIds = new Uint16Array(1024);
  #isReviewed = new Uint8Array(1024);
  #isConflicting = new Uint8Array(1024);
  #rows = 0;

  /** @param index texts, which other labels may share */
  constructor(index: TextIndex) {
    this.#index = index;
  }

  /**
   * Takes a cleaned, labelled row; all reviewed rows come before the first one of the pool.
   *
   * @param number the text's number in the index
   */
  add(source: RowSource, number: number, classId: number): void {
    this.#rows++;
    while (number >= this.#rowsOfText.length) this.#growColumns();
    if (this.#rowsOfText[number]++ === 0) {
      if (this.#length === this.#numbers.length) this.#numbers = doubled(this.#numbers);
      this.#numbers[this.#length++] = number;
      this.#classIds[number] = classId;
      this.#isReviewed[number] = source === 'reviewed' ? 1 : 0;
      return;
    }
    if (source === 'pool' && this.#isReviewed[number] === 1) return;
    if (this.#classIds[number] !== classId) this.#isConflicting[number] = 1;
  }

  /** The rows that are left, in the order they arrived; no row can be added afterwards. */
  finish(): DeduplicatedRows {
    const index = this.#index;
    let conflictingTexts = 0;
    let conflictingRows = 0;
    let length = 0;
    const kept = new Uint32Array(this.#length);
    for (const number of this.#numbers.subarray(0, this.#length)) {
      if (this.#isConflicting[number] === 0) {
        kept[length++] = number;
        continue;
      }
      conflictingTexts++;
      conflictingRows += this.#rowsOfText[number];
    }
    const numbers = kept.subarray(0, length);
    const classIds = new Uint16Array(length);
    for (let row = 0; row < length; row++) classIds[row] = this.#classIds[numbers[row]];
    release(this.#numbers, this.#rowsOfText, this.#classIds, this.#isReviewed, this.#isConflicting);
    const texts = new StoredTexts({ memory: index.memory, numbers, classIds, ...index.ranksOf(numbers) });
    return { texts, duplicateRows: this.#rows - length - conflictingRows, conflictingTexts, conflictingRows };
  }

  #growColumns(): void {
    this.#rowsOfText = doubled(this.#rowsOfText);
    this.#classIds = doubled(this.#classIds);
    this.#isReviewed = doubled(this.#isReviewed);
    this.#isConflicting = doubled(this.#isConflicting);
  }
}
