import type { RowSource } from '../../model/rows.ts';
import { NEVER, UNNAMED } from '../rows/correction-notes.ts';
import { DecidedLabels } from '../rows/decided-label.ts';
import type { Rank } from '../rows/group-ranks.ts';
import { ItemJudge, type ItemRow } from '../rows/item-judge.ts';
import type { SpilledRow } from '../rows/row-spill.ts';
import { Verdicts } from '../rows/verdicts.ts';
import { createArbiter, type SpilledSource } from './partition-reader.ts';
import { Partitions, partitionFiles } from './partitions.ts';
import { forEachRecord, LENGTH_BYTES, type RecordFile } from './record-file.ts';

/** A row of a dataset, usable or not. */
interface AddedRow {
  /** Number of the dataset. */
  readonly dataset: number;
  readonly serial: number;
  readonly source: RowSource;
  /** Null for a row that cannot be used. */
  readonly row: SpilledRow | null;
  readonly labels: DecidedLabels;
}

// Length, hash of the id, dataset, serial number, and 1 for a confirmed row, 2 for a correction that cannot be used,
// else 0; then the rank of the text, annotator and time, and the label: a class id, or a part of the packed values.
const HASH = LENGTH_BYTES;
const DATASET = HASH + 8;
const SERIAL = DATASET + 2;
const KIND = SERIAL + 4;
const TEXT = KIND + 1;
const ANNOTATOR = TEXT + 8;
const TIME = ANNOTATOR + 4;
const LABEL = TIME + 8;

const KINDS = { correction: 0, confirmed: 1, useless: 2 };

/** Writes to disk what decides which rows of an id count: sorted by the hash of the id, so that an id is in one file. */
export class ItemRecords {
  readonly name: string;
  readonly #partitions: Partitions;

  /** @param name which its files begin with */
  constructor(folder: string, name: string) {
    this.name = name;
    this.#partitions = new Partitions(folder, name);
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#partitions.size;
  }

  add({ high, low }: Rank, { dataset, serial, source, row, labels }: AddedRow): void {
    // The lowest byte of such a hash is spread better than the highest.
    const file = this.#partitions.of(low << 24);
    const part = row === null || row.values === null ? null : labels.partOf(row.values);
    const labelBytes = part === null ? 2 : part.length;
    const length = LABEL + labelBytes;
    const start = file.reserve(length);
    const { buffer } = file;
    buffer.writeUInt32LE(length, start);
    buffer.writeUInt32LE(high, start + HASH);
    buffer.writeUInt32LE(low, start + HASH + 4);
    buffer.writeUInt16LE(dataset, start + DATASET);
    buffer.writeUInt32LE(serial, start + SERIAL);
    buffer.writeUInt8(
      row === null ? KINDS.useless : source === 'confirmed' ? KINDS.confirmed : KINDS.correction,
      start + KIND,
    );
    buffer.writeUInt32LE(row?.rankHigh ?? 0, start + TEXT);
    buffer.writeUInt32LE(row?.rankLow ?? 0, start + TEXT + 4);
    buffer.writeUInt32LE(row?.annotator ?? UNNAMED, start + ANNOTATOR);
    buffer.writeDoubleLE(row?.time ?? NEVER, start + TIME);
    if (part === null) buffer.writeUInt16LE(row?.classId ?? 0, start + LABEL);
    else buffer.set(part, start + LABEL);
  }

  /** Writes what is in memory. @throws SpillError */
  close(): void {
    this.#partitions.close();
  }

  /** Closes the files, which are not needed any more. */
  abandon(): void {
    this.#partitions.abandon();
  }
}

/** A row, and the hash of its id. */
interface HashedRow extends ItemRow {
  readonly high: number;
  readonly low: number;
}

/**
 * Decides by the ids which rows of a dataset count, one file at a time.
 *
 * @returns null if ids decide nothing
 * @throws SpillError
 */
export function settleItems(source: SpilledSource): Verdicts | null {
  const { items, folder } = source;
  if (items === null) return null;
  const labels = new DecidedLabels(source.shape);
  const verdicts = new Verdicts(items.rows);
  const judge = new ItemJudge(createArbiter(source, labels), verdicts);
  const reader = new ItemReader(source, items.dataset, labels);
  for (const file of partitionFiles(folder, items.files)) {
    const rows = reader.repeatedRows(file);
    rows.sort((a, b) => a.high - b.high || a.low - b.low || a.serial - b.serial);
    for (let start = 0; start < rows.length; ) {
      let end = start + 1;
      while (end < rows.length && rows[end].high === rows[start].high && rows[end].low === rows[start].low)
        end++;
      if (end - start > 1) judge.judge(rows.slice(start, end));
      start = end;
    }
  }
  return verdicts;
}

/** Counters of hashes. There are enough that few unique ids share a counter. */
const COUNTERS = 1 << 20;

/** Reads the rows of a dataset whose ids may be those of other rows. */
class ItemReader {
  readonly #source: SpilledSource;
  readonly #dataset: number;
  readonly #labels: DecidedLabels;
  readonly #seen = new Uint8Array(COUNTERS);

  constructor(source: SpilledSource, dataset: number, labels: DecidedLabels) {
    this.#source = source;
    this.#dataset = dataset;
    this.#labels = labels;
  }

  /** The rows of a file whose ids occur several times, and a few other rows. @throws SpillError */
  repeatedRows(file: string): HashedRow[] {
    this.#seen.fill(0);
    this.#forEach(file, (_, counter) => {
      if (this.#seen[counter] < 2) this.#seen[counter]++;
    });
    const rows: HashedRow[] = [];
    this.#forEach(file, (records, counter) => {
      if (this.#seen[counter] > 1) rows.push(this.#read(records));
    });
    return rows;
  }

  #forEach(file: string, visit: (records: RecordFile, counter: number) => void): void {
    forEachRecord(file, (records) => {
      const { buffer, start } = records;
      if (buffer.readUInt16LE(start + DATASET) !== this.#dataset) return;
      // The lowest byte is the same in all records of a file.
      visit(records, (buffer.readUInt32LE(start + HASH + 4) >>> 8) % COUNTERS);
    });
  }

  #read({ buffer, bytes, start }: RecordFile): HashedRow {
    const kind = buffer[start + KIND];
    const isUsable = kind !== KINDS.useless;
    const isNoted = kind === KINDS.correction;
    const { isAnnotated, isTimed } = this.#source;
    const label = bytes.subarray(start + LABEL, start + buffer.readUInt32LE(start));
    return {
      high: buffer.readUInt32LE(start + HASH),
      low: buffer.readUInt32LE(start + HASH + 4),
      serial: buffer.readUInt32LE(start + SERIAL),
      source: kind === KINDS.confirmed ? 'confirmed' : 'corrections',
      isUsable,
      text: { high: buffer.readUInt32LE(start + TEXT), low: buffer.readUInt32LE(start + TEXT + 4) },
      label: isUsable ? this.#labelIn(label) : 0,
      annotator: isNoted && isAnnotated ? buffer.readUInt32LE(start + ANNOTATOR) : UNNAMED,
      time: isNoted && isTimed ? buffer.readDoubleLE(start + TIME) : NEVER,
    };
  }

  #labelIn(bytes: Uint8Array): number {
    if (this.#source.parts[this.#source.position].hasOnlyClass) return bytes[0] | (bytes[1] << 8);
    return this.#labels.numberOf(bytes);
  }
}
