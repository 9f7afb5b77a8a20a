import path from 'node:path';
import { SPLIT_NAMES } from '../../model/rows.ts';
import type { PrepareOptions } from '../prepare.ts';
import { splitSklearn } from '../split/split.ts';
import { AppendFile } from './append-file.ts';
import { OrderedFiles } from './disk-rows.ts';
import { type PartitionReader, type SortedRow, type SpilledSource, sortedRows } from './partition-reader.ts';
import { Partitions, partitionFiles, removeFile } from './partitions.ts';
import { forEachRecord } from './record-file.ts';
import { type RecordPart, RowReader, writeRow } from './row-record.ts';

const BUFFER_BYTES = 1 << 20;
const NO_SERIAL = 0;
const PLACES = 2 ** 32;

/**
 * Deduplicated rows on disk that are split as scikit-learn does, which needs the classes of all rows in the order in
 * which they were read. Memory holds 6 to 12 bytes of each row until then, and about 40 while the rows are split.
 */
export class UnsplitRows {
  readonly #source: SpilledSource;
  readonly #part: RecordPart;
  readonly #file: AppendFile;
  readonly #arrivals = new NumberList((length) => new Uint32Array(length));
  readonly #classIds = new NumberList((length) => new Uint16Array(length));

  constructor(source: SpilledSource) {
    const part = source.parts[source.position];
    this.#source = source;
    this.#part = { ...part, isGrouped: false, isNoted: false, hasSerial: false };
    this.#file = new AppendFile(path.join(source.folder, `${source.name}-unsplit`), BUFFER_BYTES);
  }

  /** Appends a row. @param arrival serial number of the first row of its text that counts. @throws SpillError */
  append({ source, id, row }: SortedRow, arrival: number): void {
    writeRow(this.#file, [this.#part], { source, id, serial: NO_SERIAL, rows: [row] });
    this.#arrivals.push(arrival);
    this.#classIds.push(row.classId);
  }

  /** Writes what is in memory. @throws SpillError */
  close(): void {
    this.#file.close();
  }

  /**
   * Splits the rows, and writes them to the files of their splits: each row goes to a partition by its place, and each
   * partition is sorted in memory.
   *
   * @param partitions reads partitions of the same rows
   * @throws Error where scikit-learn refuses to split; SpillError
   */
  split(
    partitions: PartitionReader,
    { fractions, seed }: Pick<PrepareOptions, 'fractions' | 'seed'>,
  ): Pick<OrderedFiles, 'sizes' | 'ranks'> {
    const { shape, folder, name } = this.#source;
    const order = orderOf(this.#arrivals.values);
    const classIds = this.#classIds.values;
    const splits = splitSklearn({
      classIds: Uint16Array.from(order, (row) => classIds[row]),
      classNames: shape.classNames,
      fractions,
      seed,
    });
    const places = new Uint32Array(order.length);
    let place = 0;
    for (const split of SPLIT_NAMES) for (const row of splits[split]) places[order[row]] = place++;
    this.#writeByPlace(places);
    const ordered = new OrderedFiles(folder, name, this.#part);
    const trainEnd = splits.train.length;
    const evalEnd = trainEnd + splits.eval.length;
    for (const file of partitionFiles(folder, `${name}-places`)) {
      for (const row of sortedRows(partitions.readGroups(file))) {
        const { low } = row.rank;
        ordered.append(low < trainEnd ? 'train' : low < evalEnd ? 'eval' : 'test', row, row.rank);
      }
      removeFile(file);
    }
    ordered.close();
    return ordered;
  }

  /** Writes the rows to partitions by their places, which are written as the ranks of groups. */
  #writeByPlace(places: Uint32Array): void {
    const { folder, name, parts: read, position } = this.#source;
    const partitions = new Partitions(folder, `${name}-places`);
    const reader = new RowReader([this.#part], 0);
    const parts = [{ ...read[position], isGrouped: true }];
    let next = 0;
    forEachRecord(this.#file.file, (records) => {
      reader.read(records);
      const { source, id, row } = reader;
      row.groupLow = places[next++];
      row.groupHigh = Math.floor((row.groupLow / places.length) * PLACES);
      writeRow(partitions.of(row.groupHigh), parts, { source, id, serial: NO_SERIAL, rows: [row] });
    });
    partitions.close();
    removeFile(this.#file.file);
  }
}

/** Returns the positions of numbers that are all different, by ascending number. */
function orderOf(numbers: Uint32Array): Uint32Array {
  const most = numbers.reduce((a, b) => Math.max(a, b), 0);
  const positions = new Uint32Array(most + 1);
  for (let position = 0; position < numbers.length; position++) positions[numbers[position]] = position + 1;
  let length = 0;
  for (const position of positions) if (position > 0) positions[length++] = position - 1;
  return positions.subarray(0, length);
}

/** Numbers in memory that grows. */
class NumberList<T extends Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>> {
  readonly #make: (length: number) => T;
  #values: T;
  #length = 0;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#values = make(1024);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#make(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  get values(): T {
    return this.#values.subarray(0, this.#length) as T;
  }
}
