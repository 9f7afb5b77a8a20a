import { type ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { hubFeatures } from '../model/features.ts';
import { type DataFile, type FileContent, sha256Of } from '../model/file.ts';
import { SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import {
  COLUMNS_OF_SPANS,
  type Column,
  type ColumnType,
  columnsOfValue,
  type DatasetShape,
} from '../model/shape.ts';
import { hasSpans } from '../model/tasks.ts';
import { parseJson } from '../text/json.ts';
import type { OrderedRows, RowGroup } from './ordered-rows.ts';
import { createCompressor, PieceWriter } from './parquet-memory.ts';
import { ENCODINGS, parquetSchema } from './parquet-schema.ts';
import type { WritePlan } from './prepare.ts';
import { splitIdentity } from './rows/identity.ts';
import type { ValueUnpacker } from './rows/values.ts';
import { publishSpans } from './spans/published-spans.ts';
import type { TokenSpan } from './spans/token-span.ts';
import { TextColumnWriter } from './text-column.ts';

/** What the bytes of one file are written to. */
export interface FileSink<T extends WrittenFile = WrittenFile> {
  readonly writer: ByteWriter;
  /** Ends the file. */
  close(): T;
}

/** A file that has been written. */
export type WrittenFile = FileContent & Pick<DataFile, 'size' | 'sha256'>;

/**
 * Writes the data files of a dataset as parquet, zstd, with the schema metadata key `huggingface` that gives `datasets`
 * the features.
 *
 * @param sink opens what a file is written to, by its split, its number among the split's and how many rows it will have
 * @returns the shards of each split in order; a split without rows is one file without rows
 * @throws SpillError
 */
export function writeDataFiles<T extends WrittenFile>(
  rows: OrderedRows,
  { shards, leftOut }: WritePlan,
  sink: (split: SplitName, shard: number, rows: number) => FileSink<T>,
): (T & Pick<DataFile, 'split' | 'path'>)[] {
  return SPLIT_NAMES.flatMap((split) => {
    const ofSplit = shards[split];
    const groups = rows.groups(split, ofSplit.flat(), split === 'train' ? leftOut : null);
    const files = ofSplit.map((sizes, shard) => {
      const length = sizes.reduce((sum, size) => sum + size, 0);
      const written = writeShard(rows.shape, take(groups, sizes.length), sink(split, shard, length));
      return { split, path: shardPath(split, shard, ofSplit.length), ...written };
    });
    groups.return(undefined);
    return files;
  });
}

/** The next items of an iterator, which is left open. */
function* take<T>(items: Iterator<T>, count: number): Generator<T> {
  for (let taken = 0; taken < count; taken++) {
    const { value, done } = items.next();
    if (done) return;
    yield value;
  }
}

/** Path of a shard in the dataset repo, counted from 0. */
export function shardPath(split: SplitName, shard: number, shards: number): string {
  const [number, total] = [shard, shards].map((count) => String(count).padStart(5, '0'));
  return `data/${split}-${number}-of-${total}.parquet`;
}

/** Bytes of a row of short text. */
const ROW_BYTES = 32;

/** Keeps a file in memory. @param rows how many it will have @param rowBytes about how many bytes each takes */
export function memorySink(
  rows: number,
  rowBytes = ROW_BYTES,
): FileSink<Extract<WrittenFile, { chunks: object }>> {
  const writer = new PieceWriter(rows * rowBytes);
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
function writeShard<T extends WrittenFile>(
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
  const columns = emptyColumns(shape.values.flatMap(columnsOfValue), rowGroup);
  if (rowGroup.values === null) fillClasses(columns[0].data, classIds, rowGroup);
  else fillValues(dataOf(columns), shape, rowGroup.values, rowGroup);
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

function fillValues(
  data: readonly unknown[][],
  { task, classNames }: DatasetShape,
  values: ValueUnpacker,
  { rows, group }: RowGroup,
): void {
  const first = hasSpans(task) ? COLUMNS_OF_SPANS.length : 0;
  for (let index = 0; index < group.length; index++) {
    const row = values.at(rows.valueNumbers![group[index]]);
    for (let column = first; column < data.length; column++) data[column][index] = row[column - first];
    if (first === 0) continue;
    const text = rows.textAt(group[index]);
    const { tokens, tags, spans } = publishSpans(textOf(text), row[0] as readonly TokenSpan[], classNames);
    [data[0][index], data[1][index], data[2][index]] = [tokens, tags, spans];
  }
}

function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString();
}

function published(type: ColumnType, text: Uint8Array): unknown {
  return type === 'messages' ? parseJson(text) : text;
}
