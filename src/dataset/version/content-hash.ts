import { createHash } from 'node:crypto';
import type { ValueUnpacker } from '../rows/value-unpacker.ts';
import { type DatasetRows, SPLIT_NAMES, type SplitRows } from '../rows.ts';

const BUFFER_BYTES = 1 << 16;
const ROW_HEADER_BYTES = 8;

/**
 * Hashes what a version says, and nothing about when or how it was made: for each split its name, a newline, and
 * the number of rows (uint32), then for each row its class id (uint32), the text's length in bytes (uint32) and
 * the text; integers little-endian. Where a row holds more than a text and a class, the length of its packed values
 * (uint32) and they stand in the class id's place. Two datasets with the same hash and the same columns hold the same
 * rows in the same order.
 *
 * @param values reads the rows' values; null where a class is all
 * @returns lower-case hexadecimal SHA-256
 */
export function contentSha256(rows: DatasetRows, splits: SplitRows, values: ValueUnpacker | null): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let filled = 0;
  const makeRoom = (bytes: number) => {
    if (filled + bytes <= BUFFER_BYTES) return;
    hash.update(buffer.subarray(0, filled));
    filled = 0;
  };

  const addValues = (bytes: Uint8Array) => {
    makeRoom(4 + bytes.length);
    filled = buffer.writeUInt32LE(bytes.length, filled);
    if (filled + bytes.length <= BUFFER_BYTES) {
      buffer.set(bytes, filled);
      filled += bytes.length;
    } else {
      hash.update(buffer.subarray(0, filled)).update(bytes);
      filled = 0;
    }
  };

  for (const split of SPLIT_NAMES) {
    makeRoom(split.length + 1 + 4);
    filled += buffer.write(`${split}\n`, filled, 'latin1');
    filled = buffer.writeUInt32LE(splits[split].length, filled);
    for (const row of splits[split]) {
      const length = rows.byteLengthAt(row);
      if (values !== null) addValues(values.bytesAt(rows.valueNumbers![row]));
      makeRoom(ROW_HEADER_BYTES + length);
      if (values === null) filled = buffer.writeUInt32LE(rows.classIds[row], filled);
      filled = buffer.writeUInt32LE(length, filled);
      if (filled + length <= BUFFER_BYTES) {
        rows.copyText(row, buffer, filled);
        filled += length;
      } else {
        hash.update(buffer.subarray(0, filled)).update(rows.textAt(row));
        filled = 0;
      }
    }
  }
  return hash.update(buffer.subarray(0, filled)).digest('hex');
}
