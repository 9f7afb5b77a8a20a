import { ParquetWriter } from 'hyparquet-writer';
import { splitIdentity } from '../rows/identity.ts';
import { parseJson } from '../rows/messages.ts';
import { TextReader } from '../rows/text-store.ts';
import { ValueUnpacker } from '../rows/value-unpacker.ts';
import type { DatasetRows, SplitName } from '../rows.ts';
import type { ColumnType, DatasetShape } from '../shape.ts';
import { hubFeatures } from './features.ts';
import { sha256Of } from './file-id.ts';
import { createCompressor, PieceWriter } from './parquet-memory.ts';
import { ENCODINGS, parquetSchema } from './parquet-schema.ts';

/** One parquet file of a split. */
export interface DataFile {
  readonly split: SplitName;
  /** Path in the dataset repo, for example `data/train-00000-of-00001.parquet`. */
  readonly path: string;
  /** The file's bytes, in pieces that follow each other. */
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  /** Sum of the pieces' lengths in bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Shards stay below this many bytes of data, as `datasets` counts them (its `MAX_SHARD_SIZE`, 500 MB). */
const MAX_SHARD_BYTES = 500_000_000;
/** Small enough that the Hub's viewer, which reads whole row groups, shows a page of rows quickly. */
const ROW_GROUP_ROWS = 20_000;
const ROW_GROUP_BYTES = 32 << 20;

/** Columns of a file, made once for all its row groups. */
interface Layout {
  readonly shape: DatasetShape;
  readonly values: ValueUnpacker | null;
  /** Each class id as it is written. */
  readonly classIds: readonly bigint[];
}

/** How many bytes `datasets` counts for a row: those of its parts, and as many more for every row. */
interface RowSizes {
  readonly parts: Pick<DatasetRows, 'byteLengthAt'>;
  readonly more: number;
}

/** Bytes `datasets` counts for these rows. */
export function countDatasetBytes(shape: DatasetShape, rows: DatasetRows, selected: Uint32Array): number {
  const { parts, more } = rowSizes(shape, rows);
  let bytes = more * selected.length;
  for (const row of selected) bytes += parts.byteLengthAt(row);
  return bytes;
}

/** A text counts with a 4-byte offset, a class as 8 bytes; other values as they are packed, which is close. */
function rowSizes({ texts, values }: DatasetShape, rows: DatasetRows): RowSizes {
  const { valueNumbers, valueMemory } = rows;
  const offsets = 4 * texts.length - (texts.length - 1);
  if (valueNumbers === null || valueMemory === null)
    return { parts: rows, more: offsets + 8 * values.length };
  const reader = new TextReader(valueMemory);
  const byteLengthAt = (row: number) => rows.byteLengthAt(row) + reader.byteLengthAt(valueNumbers[row]);
  return { parts: { byteLengthAt }, more: offsets };
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
}): DataFile[] {
  const { split, shape, rows, selected, maxShardBytes = MAX_SHARD_BYTES } = options;
  const sizes = rowSizes(shape, rows);
  const shards = cutRows(selected, sizes, Number.MAX_SAFE_INTEGER, maxShardBytes);
  if (shards.length === 0) shards.push(selected);
  return shards.map((shardRows, index) => {
    const number = String(index).padStart(5, '0');
    const total = String(shards.length).padStart(5, '0');
    const groups = cutRows(shardRows, sizes, ROW_GROUP_ROWS, ROW_GROUP_BYTES);
    const chunks = writeShard(shape, rows, groups);
    return {
      split,
      path: `data/${split}-${number}-of-${total}.parquet`,
      chunks,
      size: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
      sha256: sha256Of(chunks),
    };
  });
}

function writeShard(shape: DatasetShape, rows: DatasetRows, groups: readonly Uint32Array[]) {
  const writer = new PieceWriter(groups.reduce((sum, { length }) => sum + length, 0));
  const parquet = new ParquetWriter({
    writer,
    schema: parquetSchema(shape),
    codec: 'ZSTD',
    compressors: { ZSTD: createCompressor() },
    kvMetadata: [{ key: 'huggingface', value: JSON.stringify({ info: { features: hubFeatures(shape) } }) }],
    createdBy: 'prepare-dataset',
  });
  const layout: Layout = {
    shape,
    values: rows.valueMemory === null ? null : new ValueUnpacker(shape, rows.valueMemory),
    classIds: shape.classNames.map((_, classId) => BigInt(classId)),
  };
  for (const group of groups) {
    parquet.write({ columnData: columnsOf(layout, rows, group), rowGroupSize: group.length });
  }
  parquet.finish();
  return writer.pieces;
}

/** The columns of a row group. */
function columnsOf({ shape, values, classIds }: Layout, rows: DatasetRows, group: Uint32Array) {
  const columns = [...shape.texts, ...shape.values].map(({ name, type }) => ({
    name,
    data: new Array<unknown>(group.length),
    ...ENCODINGS[type],
  }));
  const data = columns.map((column) => column.data);
  fillTexts(data, { shape, rows, group });
  const ofValues = data.slice(shape.texts.length);
  if (values === null) fillClasses(ofValues[0], { classIds, rows, group });
  else fillValues(ofValues, { values, rows, group });
  return columns;
}

interface RowGroup {
  readonly rows: DatasetRows;
  readonly group: Uint32Array;
}

function fillTexts(
  data: readonly unknown[][],
  { shape: { texts }, rows, group }: RowGroup & { shape: DatasetShape },
): void {
  if (texts.length === 1 && texts[0].type === 'string') {
    const [column] = data;
    for (let index = 0; index < group.length; index++) column[index] = rows.textAt(group[index]);
    return;
  }
  for (let index = 0; index < group.length; index++) {
    const row = splitIdentity(rows.textAt(group[index]), texts.length);
    for (let column = 0; column < texts.length; column++) {
      data[column][index] = published(texts[column].type, row[column]);
    }
  }
}

/** The class of each row, which is its only value. */
function fillClasses(
  column: unknown[],
  { classIds, rows, group }: RowGroup & { classIds: readonly bigint[] },
): void {
  for (let index = 0; index < group.length; index++) column[index] = classIds[rows.classIds[group[index]]];
}

function fillValues(
  data: readonly unknown[][],
  { values, rows, group }: RowGroup & { values: ValueUnpacker },
): void {
  for (let index = 0; index < group.length; index++) {
    const row = values.at(rows.valueNumbers![group[index]]);
    for (let column = 0; column < data.length; column++) data[column][index] = row[column];
  }
}

function published(type: ColumnType, text: Uint8Array): unknown {
  return type === 'messages' ? parseJson(text) : text;
}

/** Cuts rows into runs of at most `maxRows` rows and `maxBytes` bytes; a larger single row is a run of its own. */
function cutRows(
  rows: Uint32Array,
  { parts, more }: RowSizes,
  maxRows: number,
  maxBytes: number,
): Uint32Array[] {
  const runs: Uint32Array[] = [];
  let start = 0;
  let bytes = 0;
  for (let position = 0; position < rows.length; position++) {
    const rowBytes = parts.byteLengthAt(rows[position]) + more;
    if (position > start && (position - start === maxRows || bytes + rowBytes > maxBytes)) {
      runs.push(rows.subarray(start, position));
      start = position;
      bytes = 0;
    }
    bytes += rowBytes;
  }
  if (start < rows.length) runs.push(rows.subarray(start));
  return runs;
}
