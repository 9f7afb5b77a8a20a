import { type ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { hubFeatures } from '../model/features.ts';
import type { DataFile, FileContent } from '../model/file.ts';
import { sha256Of } from '../model/file.ts';
import type { SplitName } from '../model/rows.ts';
import { type Column, type ColumnType, type DatasetShape, hasOnlyClass } from '../model/shape.ts';
import { parseJson } from '../text/json.ts';
import type { DatasetRows } from './dataset-rows.ts';
import { createCompressor, PieceWriter } from './parquet-memory.ts';
import { ENCODINGS, parquetSchema } from './parquet-schema.ts';
import { splitIdentity } from './rows/identity.ts';
import { TextReader } from './rows/text-store.ts';
import { ValueUnpacker } from './rows/value-unpacker.ts';
import { ShardPlan } from './shard-plan.ts';
import { TextColumnWriter } from './text-column.ts';

/** What the bytes of one file are written to. */
export interface FileSink<T extends WrittenFile = WrittenFile> {
  readonly writer: ByteWriter;
  /** Ends the file. */
  close(): T;
}

/** A file that has been written. */
export type WrittenFile = FileContent & Pick<DataFile, 'size' | 'sha256'>;

/** A file whose bytes are in memory. */
type InMemory<T> = Extract<T, { chunks: object }>;

/** Rows that are written together. */
export interface RowGroup {
  readonly rows: DatasetRows;
  /** Row numbers in file order. */
  readonly group: Uint32Array;
  /** Reads the rows' values; null where a class is all. */
  readonly values: ValueUnpacker | null;
}

/** Bytes `datasets` counts for these rows. */
export function countDatasetBytes(shape: DatasetShape, rows: DatasetRows, selected: Uint32Array): number {
  const bytesOf = bytesCounter(shape, rows);
  let bytes = 0;
  for (let index = 0; index < selected.length; index++) bytes += bytesOf(selected[index]);
  return bytes;
}

/** Bytes `datasets` counts for a row, by its number. */
function bytesCounter(shape: DatasetShape, rows: DatasetRows): (row: number) => number {
  const { valueNumbers, valueMemory } = rows;
  const more = bytesBesideParts(shape);
  if (valueNumbers === null || valueMemory === null) return (row) => rows.byteLengthAt(row) + more;
  const reader = new TextReader(valueMemory);
  return (row) => rows.byteLengthAt(row) + reader.byteLengthAt(valueNumbers[row]) + more;
}

/**
 * Bytes `datasets` counts for each row beside those of its identity and, where a class is not all, its packed values: a
 * text counts with a 4-byte offset, a class as 8 bytes; other values as they are packed, which is close.
 */
export function bytesBesideParts(shape: DatasetShape): number {
  const offsets = 4 * shape.texts.length - (shape.texts.length - 1);
  return hasOnlyClass(shape) ? offsets + 8 : offsets;
}

/**
 * Writes one split as parquet, zstd, with the schema metadata key `huggingface` that tells `datasets` the features.
 *
 * @param selected row numbers in file order
 * @returns the shards in order; a split without rows is one file without rows
 */
export function writeParquet(options: {
  split: SplitName;
  shape: DatasetShape;
  rows: DatasetRows;
  selected: Uint32Array;
  maxShardBytes?: number;
}): InMemory<DataFile>[] {
  const { split, shape, rows, selected, maxShardBytes } = options;
  const plan = new ShardPlan(maxShardBytes);
  const bytesOf = bytesCounter(shape, rows);
  const values = rows.valueMemory === null ? null : new ValueUnpacker(shape, rows.valueMemory);
  for (let index = 0; index < selected.length; index++) plan.add(bytesOf(selected[index]));
  let start = 0;
  const groups = plan.shards.map((shard) =>
    shard.map((length) => {
      const group = selected.subarray(start, start + length);
      start += length;
      return { rows, group, values };
    }),
  );
  return groups.map((shard, index) => {
    const written = writeShard(shape, shard, memorySink(shard));
    return { split, path: shardPath(split, index, groups.length), ...written };
  });
}

/** Path of a shard in the dataset repo, counted from 0. */
export function shardPath(split: SplitName, shard: number, shards: number): string {
  const [number, total] = [shard, shards].map((count) => String(count).padStart(5, '0'));
  return `data/${split}-${number}-of-${total}.parquet`;
}

function memorySink(groups: readonly Pick<RowGroup, 'group'>[]): FileSink<InMemory<WrittenFile>> {
  const writer = new PieceWriter(groups.reduce((sum, { group }) => sum + group.length, 0));
  return {
    writer,
    close() {
      const { pieces: chunks } = writer;
      const size = chunks.reduce((sum, { length }) => sum + length, 0);
      return { chunks, size, sha256: sha256Of(chunks) };
    },
  };
}

/** Writes one shard, a row group at a time. */
export function writeShard<T extends WrittenFile>(
  shape: DatasetShape,
  groups: Iterable<RowGroup>,
  sink: FileSink<T>,
): T {
  const parquet = new ParquetWriter({
    writer: sink.writer,
    schema: parquetSchema(shape),
    codec: 'ZSTD',
    compressors: { ZSTD: createCompressor() },
    kvMetadata: [{ key: 'huggingface', value: JSON.stringify({ info: { features: hubFeatures(shape) } }) }],
    createdBy: 'prepare-dataset',
  });
  const classIds = shape.classNames.map((_, classId) => BigInt(classId));
  const [{ name, type }] = shape.texts;
  const inBulk = shape.texts.length === 1 && type === 'string' ? new TextColumnWriter(parquet, name) : null;
  for (const group of groups) {
    const { length } = group.group;
    if (length === 0) continue;
    if (inBulk !== null) inBulk.write(group, valuesOf(shape, classIds, group));
    else parquet.write({ columnData: columnsOf(shape, classIds, group), rowGroupSize: length });
  }
  parquet.finish();
  return sink.close();
}

/** The columns of a row group. @param classIds each class id as it is written */
function columnsOf(shape: DatasetShape, classIds: readonly bigint[], rowGroup: RowGroup) {
  const texts = emptyColumns(shape.texts, rowGroup);
  fillTexts(dataOf(texts), shape, rowGroup);
  return [...texts, ...valuesOf(shape, classIds, rowGroup)];
}

/** The columns after the texts. @param classIds each class id as it is written */
function valuesOf(shape: DatasetShape, classIds: readonly bigint[], rowGroup: RowGroup) {
  const columns = emptyColumns(shape.values, rowGroup);
  if (rowGroup.values === null) fillClasses(columns[0].data, classIds, rowGroup);
  else fillValues(dataOf(columns), rowGroup.values, rowGroup);
  return columns;
}

function emptyColumns(columns: readonly Column[], { group }: RowGroup) {
  return columns.map(({ name, type }) => ({
    name,
    data: new Array<unknown>(group.length),
    ...ENCODINGS[type],
  }));
}

function dataOf(columns: readonly { readonly data: unknown[] }[]): unknown[][] {
  return columns.map(({ data }) => data);
}

function fillTexts(
  data: readonly unknown[][],
  { texts }: Pick<DatasetShape, 'texts'>,
  { rows, group }: RowGroup,
): void {
  for (let index = 0; index < group.length; index++) {
    const row = splitIdentity(rows.textAt(group[index]), texts.length);
    for (let column = 0; column < texts.length; column++) {
      data[column][index] = published(texts[column].type, row[column]);
    }
  }
}

/** The class of each row, which is its only value. */
function fillClasses(column: unknown[], classIds: readonly bigint[], { rows, group }: RowGroup): void {
  for (let index = 0; index < group.length; index++) column[index] = classIds[rows.classIds[group[index]]];
}

function fillValues(data: readonly unknown[][], values: ValueUnpacker, { rows, group }: RowGroup): void {
  for (let index = 0; index < group.length; index++) {
    const row = values.at(rows.valueNumbers![group[index]]);
    for (let column = 0; column < data.length; column++) data[column][index] = row[column];
  }
}

function published(type: ColumnType, text: Uint8Array): unknown {
  return type === 'messages' ? parseJson(text) : text;
}
