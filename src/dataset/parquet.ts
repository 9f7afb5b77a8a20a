import { constants, zstdCompressSync } from 'node:zlib';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { hubFeatures } from './features.ts';
import { sha256Of } from './file-id.ts';
import { splitIdentity } from './identity.ts';
import { parseJson } from './messages.ts';
import { ENCODINGS, parquetSchema } from './parquet-schema.ts';
import type { DatasetRows, SplitName } from './rows.ts';
import type { ColumnType, DatasetShape } from './shape.ts';
import { TextReader } from './text-store.ts';
import { ValueUnpacker } from './values.ts';

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
/** Level 3 wrote faster than snappy, made files half the size and was read faster by pyarrow. */
const ZSTD_LEVEL = 3;

/** Columns of a file, made once for all its row groups. */
interface Layout {
  readonly shape: DatasetShape;
  readonly values: ValueUnpacker | null;
  /** Each class id as it is written. */
  readonly classIds: readonly bigint[];
}

/** Bytes `datasets` counts for these rows. */
export function countDatasetBytes(shape: DatasetShape, rows: DatasetRows, selected: Uint32Array): number {
  const byteSizeOf = rowSizes(shape, rows);
  let bytes = 0;
  for (const row of selected) bytes += byteSizeOf(row);
  return bytes;
}

/** Bytes of a row: those of a text and a 4-byte offset, 8 of a class; other values as they are packed, which is close. */
function rowSizes({ texts, values }: DatasetShape, rows: DatasetRows): (row: number) => number {
  const { valueNumbers, valueMemory } = rows;
  const offsets = 4 * texts.length - (texts.length - 1);
  if (valueNumbers === null || valueMemory === null) {
    return (row) => rows.byteLengthAt(row) + offsets + 8 * values.length;
  }
  const reader = new TextReader(valueMemory);
  return (row) => rows.byteLengthAt(row) + offsets + reader.byteLengthAt(valueNumbers[row]);
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
  const byteSizeOf = rowSizes(shape, rows);
  const shards = cutRows(selected, byteSizeOf, Number.MAX_SAFE_INTEGER, maxShardBytes);
  if (shards.length === 0) shards.push(selected);
  return shards.map((shardRows, index) => {
    const number = String(index).padStart(5, '0');
    const total = String(shards.length).padStart(5, '0');
    const groups = cutRows(shardRows, byteSizeOf, ROW_GROUP_ROWS, ROW_GROUP_BYTES);
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
  const writer = new ChunkWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: parquetSchema(shape),
    codec: 'ZSTD',
    compressors: { ZSTD: compress },
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
  return writer.chunks;
}

/** The columns of a row group. */
function columnsOf({ shape, values, classIds }: Layout, rows: DatasetRows, group: Uint32Array) {
  const columns = [...shape.texts, ...shape.values].map(({ name, type }) => ({
    name,
    data: new Array<unknown>(group.length),
    ...ENCODINGS[type],
  }));
  const { valueNumbers } = rows;
  const [first] = columns;
  const textCount = shape.texts.length;
  for (let index = 0; index < group.length; index++) {
    const row = group[index];
    const identity = rows.textAt(row);
    if (textCount === 1) first.data[index] = published(shape.texts[0].type, identity);
    else {
      for (const [column, text] of splitIdentity(identity, textCount).entries()) {
        columns[column].data[index] = published(shape.texts[column].type, text);
      }
    }
    if (values === null || valueNumbers === null)
      columns[textCount].data[index] = classIds[rows.classIds[row]];
    else {
      for (const [column, value] of values.at(valueNumbers[row]).entries()) {
        columns[textCount + column].data[index] = value;
      }
    }
  }
  return columns;
}

function published(type: ColumnType, text: Uint8Array): unknown {
  return type === 'messages' ? parseJson(text) : text;
}

function compress(page: Uint8Array): Uint8Array {
  return zstdCompressSync(page, { params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } });
}

/** Cuts rows into runs of at most `maxRows` rows and `maxBytes` bytes; a larger single row is a run of its own. */
function cutRows(
  rows: Uint32Array,
  byteSizeOf: (row: number) => number,
  maxRows: number,
  maxBytes: number,
): Uint32Array[] {
  const runs: Uint32Array[] = [];
  let start = 0;
  let bytes = 0;
  for (let position = 0; position < rows.length; position++) {
    const rowBytes = byteSizeOf(rows[position]);
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

/** Keeps what was written after each row group as a piece of its own, so that the buffer is not copied as it grows. */
class ChunkWriter extends ByteWriter {
  readonly chunks: Uint8Array<ArrayBuffer>[] = [];

  flush(): void {
    if (this.index === 0) return;
    this.chunks.push(new Uint8Array(this.getBuffer()));
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
