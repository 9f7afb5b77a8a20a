import path from 'node:path';
import {
  type AsyncBuffer,
  asyncBufferFromFile,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
} from 'hyparquet';
import { COMPRESSORS } from '../engine/parquet-content.ts';
import type { DatasetShape } from '../model/shape.ts';

/** Texts stay bytes: a TextDecoder would replace invalid UTF-8, and drop a byte order mark at a text's start. */
const parsers = { stringFromBytes: (bytes: Uint8Array) => bytes };

/** A row of a shard: its texts as bytes, and the id of its class. */
export interface ShardRow {
  readonly texts: readonly unknown[];
  readonly classId: unknown;
}

/** A parquet file that Spark wrote. */
export class ShardFile {
  readonly file: string;
  readonly metadata: FileMetaData;
  readonly #buffer: AsyncBuffer;
  readonly #columns: readonly string[];

  private constructor(file: string, buffer: AsyncBuffer, metadata: FileMetaData, columns: readonly string[]) {
    this.file = file;
    this.#buffer = buffer;
    this.metadata = metadata;
    this.#columns = columns;
  }

  /** @throws Error if it is not a parquet file with a dataset's columns */
  static async open(file: string, shape: DatasetShape): Promise<ShardFile> {
    const columns = [...shape.texts, ...shape.values].map(({ name }) => name);
    const buffer = await asyncBufferFromFile(file);
    const metadata = await parquetMetadataAsync(buffer).catch((cause) => {
      throw wrongShard(file, 'it is not a parquet file', cause);
    });
    const [, ...elements] = metadata.schema;
    const expected = [
      ...shape.texts.map(({ name }) => [name, 'BYTE_ARRAY', 'UTF8']),
      ...shape.values.map(({ name }) => [name, 'INT64', undefined]),
    ];
    const found = elements.map(({ name, type, converted_type: as }) => [name, type, as]);
    if (JSON.stringify(found) !== JSON.stringify(expected))
      throw wrongShard(file, `its columns are not ${columns.join(', ')}, texts and a whole number`);
    return new ShardFile(file, buffer, metadata, columns);
  }

  /** Number of its rows. */
  get bytes(): number {
    return this.#buffer.byteLength;
  }

  /** Reads the rows in their order, with one row group in memory at a time. */
  async *rows(): AsyncGenerator<ShardRow> {
    let start = 0;
    for (const { num_rows: length } of this.metadata.row_groups) {
      const end = start + Number(length);
      const objects = await parquetReadObjects({
        file: this.#buffer,
        metadata: this.metadata,
        rowStart: start,
        rowEnd: end,
        compressors: COMPRESSORS,
        // The type requires texts; the bytes are passed through.
        parsers: parsers as never,
      }).catch((cause) => {
        throw wrongShard(this.file, `its rows from ${start} on cannot be read`, cause);
      });
      for (const object of objects) {
        const values = this.#columns.map((column) => object[column]);
        yield { texts: values.slice(0, -1), classId: values[values.length - 1] };
      }
      start = end;
    }
  }
}

/** @param what what is wrong with it, without a text */
export function wrongShard(file: string, what: string, cause?: unknown): Error {
  const name = path.join(path.basename(path.dirname(file)), path.basename(file));
  return new Error(
    `The output of spark-command cannot be published: in ${name} ${what}. Run the prepare.py that {script} names, of this version, and change its files by no later step.`,
    { cause },
  );
}
