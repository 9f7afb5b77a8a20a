import type { DatasetRows } from '../dataset-rows.ts';
import { type TextMemory, TextReader } from './text-store.ts';
import type { ValueMemory } from './values.ts';

/** The rows of a dataset as data, to hand them to another thread. */
export interface RowColumns {
  readonly memory: TextMemory;
  /** Number of each row's text. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly classIds: Uint16Array<ArrayBuffer>;
  readonly valueNumbers: Uint32Array<ArrayBuffer> | null;
  readonly valueMemory: ValueMemory;
  readonly rankHigh: Uint32Array<ArrayBuffer>;
  readonly rankLow: Uint32Array<ArrayBuffer>;
  /** Ranks of the texts where the ranks are those of groups; null where they are the texts' own. */
  readonly textRanks: RankColumns | null;
  readonly origins: Uint8Array<ArrayBuffer>;
  /** The model's probability of each class, one row after the other, NaN where a row has none; null where rows have none. */
  readonly confidences: Float32Array<ArrayBuffer> | null;
}

/** Ranks as two unsigned 32-bit halves. */
export interface RankColumns {
  readonly rankHigh: Uint32Array<ArrayBuffer>;
  readonly rankLow: Uint32Array<ArrayBuffer>;
}

/** Rows whose texts are kept in a store. */
export class StoredRows implements DatasetRows {
  readonly columns: RowColumns;
  readonly length: number;
  readonly classIds: Uint16Array;
  readonly valueNumbers: Uint32Array | null;
  readonly valueMemory: ValueMemory;
  readonly rankHigh: Uint32Array;
  readonly rankLow: Uint32Array;
  readonly textRanks: DatasetRows['textRanks'];
  readonly origins: Uint8Array;
  readonly #numbers: Uint32Array;
  readonly #reader: TextReader;

  constructor(columns: RowColumns) {
    this.columns = columns;
    this.length = columns.numbers.length;
    this.classIds = columns.classIds;
    this.valueNumbers = columns.valueNumbers;
    this.valueMemory = columns.valueMemory;
    this.rankHigh = columns.rankHigh;
    this.rankLow = columns.rankLow;
    this.textRanks = columns.textRanks ?? columns;
    this.origins = columns.origins;
    this.#numbers = columns.numbers;
    this.#reader = new TextReader(columns.memory);
  }

  textAt(row: number): Uint8Array {
    return this.#reader.at(this.#numbers[row]);
  }

  copyText(row: number, target: Uint8Array, position: number): void {
    this.#reader.copyTo(this.#numbers[row], target, position);
  }

  copySketch(row: number, target: Int32Array): boolean {
    const { sketches } = this.#reader;
    if (sketches === null) return false;
    const start = target.length * this.#numbers[row];
    if (start >= sketches.length || sketches[start] === 0) return false;
    for (let word = 0; word < target.length; word++) target[word] = sketches[start + word];
    return true;
  }

  /** Returns the model's probability of each class, a view; null where the row has none. */
  confidenceAt(row: number): Float32Array | null {
    const { confidences } = this.columns;
    if (confidences === null) return null;
    const classes = confidences.length / this.length;
    const confidence = confidences.subarray(classes * row, classes * (row + 1));
    return Number.isNaN(confidence[0]) ? null : confidence;
  }

  copyConfidence(row: number, target: Float32Array): boolean {
    const confidence = this.confidenceAt(row);
    if (confidence !== null) target.set(confidence);
    return confidence !== null;
  }

  byteLengthAt(row: number): number {
    return this.#reader.byteLengthAt(this.#numbers[row]);
  }
}
