import { constants, zstdCompressSync } from 'node:zlib';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { hubFeatures } from './features.ts';
import { sha256Of } from './file-id.ts';
import type { LabelledTexts, SplitName } from './rows.ts';

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

const PARQUET_SCHEMA = [
  { name: 'schema', num_children: 2 },
  {
    name: 'grievance',
    type: 'BYTE_ARRAY' as const,
    converted_type: 'UTF8' as const,
    logical_type: { type: 'STRING' as const },
    repetition_type: 'OPTIONAL' as const,
  },
  { name: 'label', type: 'INT64' as const, repetition_type: 'OPTIONAL' as const },
];

/** Bytes `datasets` counts for these rows: UTF-8 bytes and a 4-byte offset per text, 8 bytes per label. */
export function countDatasetBytes(texts: LabelledTexts, rows: Uint32Array): number {
  let bytes = 0;
  for (const row of rows) bytes += texts.byteLengthAt(row) + 4 + 8;
  return bytes;
}

/**
 * Writes one split as parquet: columns `grievance` (string) and `label` (int64), zstd, with the schema metadata
 * key `huggingface` that tells `datasets` the class names.
 *
 * @param rows row numbers in file order
 * @returns the shards in order; a split without rows is one file without rows
 */
export function writeParquet(options: {
  split: SplitName;
  texts: LabelledTexts;
  rows: Uint32Array;
  classNames: readonly string[];
  maxShardBytes?: number;
}): DataFile[] {
  const { split, texts, rows, classNames, maxShardBytes = MAX_SHARD_BYTES } = options;
  const shards = cutRows(texts, rows, Number.MAX_SAFE_INTEGER, maxShardBytes);
  if (shards.length === 0) shards.push(rows);
  return shards.map((shardRows, index) => {
    const number = String(index).padStart(5, '0');
    const total = String(shards.length).padStart(5, '0');
    const chunks = writeShard(texts, shardRows, classNames);
    return {
      split,
      path: `data/${split}-${number}-of-${total}.parquet`,
      chunks,
      size: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
      sha256: sha256Of(chunks),
    };
  });
}

function writeShard(texts: LabelledTexts, rows: Uint32Array, classNames: readonly string[]) {
  const writer = new ChunkWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: PARQUET_SCHEMA,
    codec: 'ZSTD',
    compressors: { ZSTD: compress },
    kvMetadata: [
      { key: 'huggingface', value: JSON.stringify({ info: { features: hubFeatures(classNames) } }) },
    ],
    createdBy: 'prepare-dataset',
  });
  const classIdValues = classNames.map((_, classId) => BigInt(classId));
  for (const groupRows of cutRows(texts, rows, ROW_GROUP_ROWS, ROW_GROUP_BYTES)) {
    const grievance = new Array<Uint8Array>(groupRows.length);
    const label = new Array<bigint>(groupRows.length);
    for (let index = 0; index < groupRows.length; index++) {
      grievance[index] = texts.textAt(groupRows[index]);
      label[index] = classIdValues[texts.classIds[groupRows[index]]];
    }
    parquet.write({
      columnData: [
        // No minima and maxima of free text: nobody filters by them, and finding them is a tenth of the writing.
        { name: 'grievance', data: grievance, encoding: 'PLAIN', statistics: false },
        { name: 'label', data: label, encoding: 'RLE_DICTIONARY', columnIndex: true },
      ],
      rowGroupSize: groupRows.length,
    });
  }
  parquet.finish();
  return writer.chunks;
}

function compress(page: Uint8Array): Uint8Array {
  return zstdCompressSync(page, { params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } });
}

/** Cuts rows into runs of at most `maxRows` rows and `maxBytes` bytes; a larger single row is a run of its own. */
function cutRows(texts: LabelledTexts, rows: Uint32Array, maxRows: number, maxBytes: number): Uint32Array[] {
  const runs: Uint32Array[] = [];
  let start = 0;
  let bytes = 0;
  for (let position = 0; position < rows.length; position++) {
    const rowBytes = texts.byteLengthAt(rows[position]) + 4 + 8;
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
