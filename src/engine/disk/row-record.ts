import type { RowSource } from '../../model/rows.ts';
import { emptyRow, type SpilledRow } from '../rows/row-spill.ts';
import type { AppendFile } from './append-file.ts';
import { LENGTH_BYTES, type RecordFile } from './record-file.ts';

/** What records hold for a dataset. */
export interface RecordPart {
  readonly hasOnlyClass: boolean;
  readonly isGrouped: boolean;
  /** True if corrections have an annotator or a time. */
  readonly isNoted: boolean;
  /** True if rows are known by their serial numbers, because ids or the order decide. */
  readonly hasSerial: boolean;
  /** Classes of which rows have a probability; 0 where rows have none. */
  readonly confidences: number;
}

// Length, source, length of the id, rank, length of the text; then the id, the text, and for each dataset a byte that is 0
// for none and else one more than the code of its origin, its class or the length of its values and they, the rank of its
// group, its annotator and its time, its serial number, and its probabilities, of which the first is NaN for none.
const HEADER_BYTES = LENGTH_BYTES + 1 + 2 + 8 + 4;

/** Writes a row as it is in several datasets that share its text; integers little-endian. @param rows null where it is not */
export function writeRow(
  target: AppendFile,
  parts: readonly RecordPart[],
  {
    source,
    id,
    serial,
    rows,
  }: { source: RowSource; id: Uint8Array; serial: number; rows: readonly (SpilledRow | null)[] },
): void {
  const first = rows.find((row) => row !== null)!;
  let length = HEADER_BYTES + id.length + first.text.length;
  for (let dataset = 0; dataset < parts.length; dataset++) length += partBytes(parts[dataset], rows[dataset]);
  let at = target.reserve(length);
  const { buffer } = target;
  at = buffer.writeUInt32LE(length, at);
  at = buffer.writeUInt8(source === 'confirmed' ? 1 : 0, at);
  at = buffer.writeUInt16LE(id.length, at);
  at = buffer.writeUInt32LE(first.rankHigh, at);
  at = buffer.writeUInt32LE(first.rankLow, at);
  at = buffer.writeUInt32LE(first.text.length, at);
  buffer.set(id, at);
  at += id.length;
  buffer.set(first.text, at);
  at += first.text.length;
  for (let dataset = 0; dataset < parts.length; dataset++)
    at = writePart(buffer, at, parts[dataset], { row: rows[dataset], serial });
}

function partBytes(part: RecordPart, row: SpilledRow | null): number {
  if (row === null) return 1;
  return 1 + (row.values === null ? 2 : 4 + row.values.length) + restBytes(part);
}

/** Bytes of a part behind its values. */
function restBytes({ isGrouped, isNoted, hasSerial, confidences }: RecordPart): number {
  return (isGrouped ? 8 : 0) + (isNoted ? 12 : 0) + (hasSerial ? 4 : 0) + 4 * confidences;
}

function writePart(
  buffer: Buffer,
  start: number,
  { isGrouped, isNoted, hasSerial, confidences }: RecordPart,
  { row, serial }: { row: SpilledRow | null; serial: number },
) {
  let at = buffer.writeUInt8(row === null ? 0 : 1 + row.origin, start);
  if (row === null) return at;
  if (row.values === null) at = buffer.writeUInt16LE(row.classId, at);
  else {
    at = buffer.writeUInt32LE(row.values.length, at);
    buffer.set(row.values, at);
    at += row.values.length;
  }
  if (isGrouped) {
    at = buffer.writeUInt32LE(row.groupHigh, at);
    at = buffer.writeUInt32LE(row.groupLow, at);
  }
  if (isNoted) {
    at = buffer.writeUInt32LE(row.annotator, at);
    at = buffer.writeDoubleLE(row.time, at);
  }
  if (hasSerial) at = buffer.writeUInt32LE(serial, at);
  for (let classId = 0; classId < confidences; classId++)
    at = buffer.writeFloatLE(row.confidence?.[classId] ?? Number.NaN, at);
  return at;
}

/** Reads rows as they are in one of the datasets. */
export class RowReader {
  source: RowSource = 'corrections';
  id: Uint8Array = new Uint8Array();
  /** Serial number of the row, where records hold it. */
  serial = 0;
  /** What the dataset holds; its bytes are views. */
  readonly row: SpilledRow = emptyRow();
  readonly #parts: readonly RecordPart[];
  readonly #dataset: number;
  readonly #confidence: Float32Array;

  /** @param dataset its position among the parts */
  constructor(parts: readonly RecordPart[], dataset: number) {
    this.#parts = parts;
    this.#dataset = dataset;
    this.#confidence = new Float32Array(parts[dataset].confidences);
  }

  /** @returns false if the row belongs to another dataset */
  read({ buffer, bytes, start }: RecordFile): boolean {
    let at = start + LENGTH_BYTES;
    const { row } = this;
    this.source = buffer[at] === 1 ? 'confirmed' : 'corrections';
    const idLength = buffer.readUInt16LE(at + 1);
    row.rankHigh = buffer.readUInt32LE(at + 3);
    row.rankLow = buffer.readUInt32LE(at + 7);
    const textLength = buffer.readUInt32LE(at + 11);
    at += HEADER_BYTES - LENGTH_BYTES;
    const textStart = at + idLength;
    let part = textStart + textLength;
    for (let dataset = 0; dataset < this.#dataset; dataset++)
      part = partEnd(buffer, part, this.#parts[dataset]);
    if (buffer[part] === 0) return false;
    this.id = bytes.subarray(at, textStart);
    row.text = bytes.subarray(textStart, textStart + textLength);
    row.origin = buffer[part] - 1;
    this.#readPart(buffer, bytes, part + 1);
    return true;
  }

  #readPart(buffer: Buffer, bytes: Uint8Array, start: number): void {
    const { hasOnlyClass, isGrouped, isNoted, hasSerial, confidences } = this.#parts[this.#dataset];
    const { row } = this;
    let at = start;
    if (hasOnlyClass) {
      row.classId = buffer.readUInt16LE(at);
      at += 2;
    } else {
      const length = buffer.readUInt32LE(at);
      row.values = bytes.subarray(at + 4, at + 4 + length);
      at += 4 + length;
    }
    if (isGrouped) {
      row.groupHigh = buffer.readUInt32LE(at);
      row.groupLow = buffer.readUInt32LE(at + 4);
      at += 8;
    }
    if (isNoted) {
      row.annotator = buffer.readUInt32LE(at);
      row.time = buffer.readDoubleLE(at + 4);
      at += 12;
    }
    if (hasSerial) {
      this.serial = buffer.readUInt32LE(at);
      at += 4;
    }
    if (confidences === 0) return;
    const confidence = this.#confidence;
    for (let classId = 0; classId < confidences; classId++)
      confidence[classId] = buffer.readFloatLE(at + 4 * classId);
    row.confidence = Number.isNaN(confidence[0]) ? null : confidence;
  }
}

function partEnd(buffer: Buffer, start: number, part: RecordPart): number {
  if (buffer[start] === 0) return start + 1;
  const values = part.hasOnlyClass ? 2 : 4 + buffer.readUInt32LE(start + 1);
  return start + 1 + values + restBytes(part);
}
