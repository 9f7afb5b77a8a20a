import { createHash } from 'node:crypto';
import { type LabelledTexts, SPLIT_NAMES, type SplitRows } from './rows.ts';

const BUFFER_BYTES = 1 << 16;
const ROW_HEADER_BYTES = 8;

/**
 * Hashes what a version says, and nothing about when or how it was made: for each split its name, a newline, and
 * the number of rows (uint32), then for each row its class id (uint32), the text's length in bytes (uint32) and
 * the text; integers little-endian. Two datasets with the same hash hold the same rows in the same order.
 *
 * @returns lower-case hexadecimal SHA-256
 */
export function contentSha256(texts: LabelledTexts, splits: SplitRows): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let filled = 0;
  const makeRoom = (bytes: number) => {
    if (filled + bytes <= BUFFER_BYTES) return;
    hash.update(buffer.subarray(0, filled));
    filled = 0;
  };

  for (const split of SPLIT_NAMES) {
    const rows = splits[split];
    makeRoom(split.length + 1 + 4);
    filled += buffer.write(`${split}\n`, filled, 'latin1');
    filled = buffer.writeUInt32LE(rows.length, filled);
    for (const row of rows) {
      const length = texts.byteLengthAt(row);
      makeRoom(ROW_HEADER_BYTES + length);
      filled = buffer.writeUInt32LE(texts.classIds[row], filled);
      filled = buffer.writeUInt32LE(length, filled);
      if (filled + length <= BUFFER_BYTES) {
        texts.copyText(row, buffer, filled);
        filled += length;
      } else {
        hash.update(buffer.subarray(0, filled)).update(texts.textAt(row));
        filled = 0;
      }
    }
  }
  return hash.update(buffer.subarray(0, filled)).digest('hex');
}
