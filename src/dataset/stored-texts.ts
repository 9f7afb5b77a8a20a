import type { LabelledTexts } from './rows.ts';
import { type TextMemory, TextReader } from './text-store.ts';

/** The rows of a label as data, to hand them to another thread. */
export interface TextColumns {
  readonly memory: TextMemory;
  /** Number of each row's text. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly classIds: Uint16Array<ArrayBuffer>;
  readonly rankHigh: Uint32Array<ArrayBuffer>;
  readonly rankLow: Uint32Array<ArrayBuffer>;
}

/** Rows whose texts are kept in a store. */
export class StoredTexts implements LabelledTexts {
  readonly columns: TextColumns;
  readonly length: number;
  readonly classIds: Uint16Array;
  readonly rankHigh: Uint32Array;
  readonly rankLow: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #reader: TextReader;

  constructor(columns: TextColumns) {
    this.columns = columns;
    this.length = columns.numbers.length;
    this.classIds = columns.classIds;
    this.rankHigh = columns.rankHigh;
    this.rankLow = columns.rankLow;
    this.#numbers = columns.numbers;
    this.#reader = new TextReader(columns.memory);
  }

  textAt(row: number): Uint8Array {
    return this.#reader.at(this.#numbers[row]);
  }

  copyText(row: number, target: Uint8Array, position: number): void {
    this.#reader.copyTo(this.#numbers[row], target, position);
  }

  byteLengthAt(row: number): number {
    return this.#reader.byteLengthAt(this.#numbers[row]);
  }
}
