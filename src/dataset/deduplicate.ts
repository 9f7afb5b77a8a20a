import type { LabelledTexts, RowSource } from './rows.ts';
import { doubled, TextStore } from './text-store.ts';

/** Ranks a text; see {@link TextRanker}. */
interface Ranker {
  readonly high: number;
  readonly low: number;
  rank(text: Uint8Array): void;
}

/** What deduplication left, and what it dropped. */
export interface DeduplicatedRows {
  readonly texts: LabelledTexts;
  /** Rows dropped because another row with the same text is kept. */
  readonly duplicateRows: number;
  /** Texts left out because the labels that count disagree, and all rows of these texts. */
  readonly conflictingTexts: number;
  readonly conflictingRows: number;
}

const FREE = 0;

/**
 * Keeps one row per text. Where a text has reviewed rows its pool rows do not count; a text whose labels then still
 * disagree is left out whole. Texts are found by an open-addressed table over their ranks, and compared by bytes
 * where ranks are equal.
 */
export class Deduplicator {
  readonly #ranker: Ranker;
  readonly #store = new TextStore();
  /** Number of a text plus 1, {@link FREE} where there is none. */
  #table = new Uint32Array(1 << 12);
  #rankHigh = new Uint32Array(1024);
  #rankLow = new Uint32Array(1024);
  #classIds = new Uint16Array(1024);
  #rowsOfText = new Uint32Array(1024);
  #isReviewed = new Uint8Array(1024);
  #isConflicting = new Uint8Array(1024);
  #rows = 0;

  constructor(ranker: Ranker) {
    this.#ranker = ranker;
  }

  /** Takes a cleaned, labelled row; all reviewed rows come before the first one of the pool. */
  add(source: RowSource, text: Uint8Array, classId: number): void {
    this.#rows++;
    this.#ranker.rank(text);
    const { high, low } = this.#ranker;
    const slot = this.#findSlot(high, low, text);
    if (this.#table[slot] === FREE) {
      this.#insert(slot, high, low, text, source, classId);
      return;
    }
    const number = this.#table[slot] - 1;
    this.#rowsOfText[number]++;
    if (source === 'pool' && this.#isReviewed[number] === 1) return;
    if (this.#classIds[number] !== classId) this.#isConflicting[number] = 1;
  }

  /** The rows that are left, in the order they arrived. */
  finish(): DeduplicatedRows {
    const store = this.#store;
    let conflictingTexts = 0;
    let conflictingRows = 0;
    const kept = new Uint32Array(store.length);
    let length = 0;
    for (let number = 0; number < store.length; number++) {
      if (this.#isConflicting[number] === 0) {
        kept[length++] = number;
        continue;
      }
      conflictingTexts++;
      conflictingRows += this.#rowsOfText[number];
    }
    const numbers = kept.subarray(0, length);
    const texts: LabelledTexts = {
      length,
      textAt: (row) => store.at(numbers[row]),
      byteLengthAt: (row) => store.byteLengthAt(numbers[row]),
      classIds: pick(this.#classIds, numbers, new Uint16Array(length)),
      rankHigh: pick(this.#rankHigh, numbers, new Uint32Array(length)),
      rankLow: pick(this.#rankLow, numbers, new Uint32Array(length)),
    };
    return { texts, duplicateRows: this.#rows - length - conflictingRows, conflictingTexts, conflictingRows };
  }

  /** Slot of a text, or the free slot where it belongs. */
  #findSlot(high: number, low: number, text: Uint8Array): number {
    const mask = this.#table.length - 1;
    let slot = low & mask;
    while (this.#table[slot] !== FREE) {
      const number = this.#table[slot] - 1;
      if (
        this.#rankLow[number] === low &&
        this.#rankHigh[number] === high &&
        equals(this.#store.at(number), text)
      ) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #insert(
    slot: number,
    high: number,
    low: number,
    text: Uint8Array,
    source: RowSource,
    classId: number,
  ): void {
    const number = this.#store.add(text);
    if (number === this.#classIds.length) this.#growColumns();
    this.#table[slot] = number + 1;
    this.#rankHigh[number] = high;
    this.#rankLow[number] = low;
    this.#classIds[number] = classId;
    this.#rowsOfText[number] = 1;
    this.#isReviewed[number] = source === 'reviewed' ? 1 : 0;
    if (this.#store.length * 2 > this.#table.length) this.#growTable();
  }

  #growColumns(): void {
    this.#rankHigh = doubled(this.#rankHigh);
    this.#rankLow = doubled(this.#rankLow);
    this.#classIds = doubled(this.#classIds);
    this.#rowsOfText = doubled(this.#rowsOfText);
    this.#isReviewed = doubled(this.#isReviewed);
    this.#isConflicting = doubled(this.#isConflicting);
  }

  #growTable(): void {
    const mask = 2 * this.#table.length - 1;
    const table = new Uint32Array(mask + 1);
    for (let number = 0; number < this.#store.length; number++) {
      let slot = this.#rankLow[number] & mask;
      while (table[slot] !== FREE) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
    this.#table = table;
  }
}

/** Fills `target` with the values at some positions of a column; five times as fast as `from` with a callback. */
function pick<T extends Uint16Array | Uint32Array>(column: T, positions: Uint32Array, target: T): T {
  for (let index = 0; index < positions.length; index++) target[index] = column[positions[index]];
  return target;
}

function equals(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
