import { createHash } from 'node:crypto';
import type { SplitName } from '../model/rows.ts';
import type { OrderedRow } from './ordered-rows.ts';

const BUFFER_BYTES = 1 << 16;
const ROW_HEADER_BYTES = 8;

/**
 * Hashes the content of a version, without when or how it was made: for each split its name, a newline, and the number
 * of rows (uint32), then for each row its class id (uint32), the text's length in bytes (uint32) and the text; integers
 * little-endian. If a row holds more than a text and a class, the length of its packed values (uint32) and these values
 * replace the class id. Two datasets with the same hash and the same columns hold the same rows in the same order.
 */
export class ContentHash {
  readonly #hash = createHash('sha256');
  readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #filled = 0;

  /** Begins the next split, in the order of `SPLIT_NAMES`, of so many rows. */
  beginSplit(split: SplitName, rows: number): void {
    this.#makeRoom(split.length + 1 + 4);
    this.#filled += this.#buffer.write(`${split}\n`, this.#filled, 'latin1');
    this.#filled = this.#buffer.writeUInt32LE(rows, this.#filled);
  }

  /** Adds the next row: its text without a view of it, which takes longest. @param values those of the row */
  addRow(row: OrderedRow, values: Uint8Array | null): void {
    const length = row.byteLength;
    if (values === null) {
      this.#makeRoom(ROW_HEADER_BYTES + length);
      this.#filled = this.#buffer.writeUInt32LE(row.classId, this.#filled);
    } else {
      this.#addValues(values);
      this.#makeRoom(4 + length);
    }
    this.#filled = this.#buffer.writeUInt32LE(length, this.#filled);
    if (this.#filled + length <= BUFFER_BYTES) {
      row.copyText(this.#buffer, this.#filled);
      this.#filled += length;
    } else this.#addLong(row.text);
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

  #addValues(bytes: Uint8Array): void {
    this.#makeRoom(4 + bytes.length);
    this.#filled = this.#buffer.writeUInt32LE(bytes.length, this.#filled);
    if (this.#filled + bytes.length <= BUFFER_BYTES) {
      this.#buffer.set(bytes, this.#filled);
      this.#filled += bytes.length;
    } else this.#addLong(bytes);
  }

  #addLong(bytes: Uint8Array): void {
    this.#hash.update(this.#buffer.subarray(0, this.#filled)).update(bytes);
    this.#filled = 0;
  }
}
