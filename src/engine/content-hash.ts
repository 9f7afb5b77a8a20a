import { createHash } from 'node:crypto';
import { SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import type { DatasetRows, SplitRows } from './dataset-rows.ts';
import type { ValueUnpacker } from './rows/value-unpacker.ts';

const BUFFER_BYTES = 1 << 16;
const ROW_HEADER_BYTES = 8;

/**
 * Hashes what a version says, and nothing about when or how it was made: for each split its name, a newline, and
 * the number of rows (uint32), then for each row its class id (uint32), the text's length in bytes (uint32) and
 * the text; integers little-endian. Where a row holds more than a text and a class, the length of its packed values
 * (uint32) and they stand in the class id's place. Two datasets with the same hash and the same columns hold the same
 * rows in the same order.
 */
export class ContentHash {
  readonly #hash = createHash('sha256');
  readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #filled = 0;

  /** Begins the next split, in the order of {@link SPLIT_NAMES}, of so many rows. */
  beginSplit(split: SplitName, rows: number): void {
    this.#makeRoom(split.length + 1 + 4);
    this.#filled += this.#buffer.write(`${split}\n`, this.#filled, 'latin1');
    this.#filled = this.#buffer.writeUInt32LE(rows, this.#filled);
  }

  /** Begins the next row, of this class. */
  addClass(id: number): void {
    this.#makeRoom(4);
    this.#filled = this.#buffer.writeUInt32LE(id, this.#filled);
  }

  /** Begins the next row, of these packed values. */
  addValues(bytes: Uint8Array): void {
    this.#makeRoom(4 + bytes.length);
    this.#filled = this.#buffer.writeUInt32LE(bytes.length, this.#filled);
    this.#add(bytes);
  }

  /** Adds the text of the row. */
  addText(text: Uint8Array): void {
    this.#makeRoom(4 + text.length);
    this.#filled = this.#buffer.writeUInt32LE(text.length, this.#filled);
    this.#add(text);
  }

  /** Begins the next row, of this class, and adds its text: without a view of it, which takes longest. */
  addRow(classId: number, rows: DatasetRows, row: number): void {
    const length = rows.byteLengthAt(row);
    this.#makeRoom(ROW_HEADER_BYTES + length);
    this.#filled = this.#buffer.writeUInt32LE(classId, this.#filled);
    this.#addTextOf(rows, row, length);
  }

  /** Begins the next row, of these packed values, and adds its text. */
  addValuedRow(values: Uint8Array, rows: DatasetRows, row: number): void {
    const length = rows.byteLengthAt(row);
    this.addValues(values);
    this.#makeRoom(4 + length);
    this.#addTextOf(rows, row, length);
  }

  /** @returns lower-case hexadecimal SHA-256 */
  digest(): string {
    return this.#hash.update(this.#buffer.subarray(0, this.#filled)).digest('hex');
  }

  #makeRoom(bytes: number): void {
    if (this.#filled + bytes <= BUFFER_BYTES) return;
    this.#hash.update(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #add(bytes: Uint8Array): void {
    if (this.#filled + bytes.length <= BUFFER_BYTES) {
      this.#buffer.set(bytes, this.#filled);
      this.#filled += bytes.length;
    } else this.#addLong(bytes);
  }

  #addTextOf(rows: DatasetRows, row: number, length: number): void {
    this.#filled = this.#buffer.writeUInt32LE(length, this.#filled);
    if (this.#filled + length <= BUFFER_BYTES) {
      rows.copyText(row, this.#buffer, this.#filled);
      this.#filled += length;
    } else this.#addLong(rows.textAt(row));
  }

  #addLong(bytes: Uint8Array): void {
    this.#hash.update(this.#buffer.subarray(0, this.#filled)).update(bytes);
    this.#filled = 0;
  }
}

/**
 * The {@link ContentHash} of rows that are at hand.
 *
 * @param values reads the rows' values; null where a class is all
 */
export function contentSha256(rows: DatasetRows, splits: SplitRows, values: ValueUnpacker | null): string {
  const hash = new ContentHash();
  for (const split of SPLIT_NAMES) {
    hash.beginSplit(split, splits[split].length);
    if (values === null) for (const row of splits[split]) hash.addRow(rows.classIds[row], rows, row);
    else
      for (const row of splits[split]) hash.addValuedRow(values.bytesAt(rows.valueNumbers![row]), rows, row);
  }
  return hash.digest();
}
