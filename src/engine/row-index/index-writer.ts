import { ParquetWriter } from 'hyparquet-writer';
import { SPLIT_NAMES, type SplitName } from '../../model/rows.ts';
import { writeNumberColumn, writeRowGroup } from '../bulk-columns.ts';
import type { FileSink, WrittenFile } from '../parquet.ts';
import { createCompressor } from '../parquet-memory.ts';
import type { Entry } from './entries.ts';
import { INDEX_SCHEMA } from './schema.ts';

/** Rows that are written together. */
const GROUP_ROWS = 1 << 17;
const LEAST_GROUP_ROWS = 1 << 10;

/** Writes the lines of an index, a row group at a time. */
export class IndexWriter {
  readonly #sink: FileSink;
  readonly #parquet: ParquetWriter;
  /** Halves of each number, the lower one first. */
  readonly #ranks: Uint32Array<ArrayBuffer>;
  readonly #values: Uint32Array<ArrayBuffer>;
  readonly #splits: SplitName[];
  readonly #origins: (string | null)[];
  /** Lines of the group that is being filled. */
  #length = 0;

  /** @param rows about how many lines there will be */
  constructor(sink: FileSink, rows: number) {
    const size = Math.min(GROUP_ROWS, Math.max(LEAST_GROUP_ROWS, rows));
    this.#ranks = new Uint32Array(2 * size);
    this.#values = new Uint32Array(2 * size);
    // Of their full length at once: an array that grows is copied again and again.
    this.#splits = Array.from({ length: size });
    this.#origins = Array.from({ length: size });
    this.#sink = sink;
    this.#parquet = new ParquetWriter({
      writer: sink.writer,
      schema: INDEX_SCHEMA,
      codec: 'ZSTD',
      compressors: { ZSTD: createCompressor() },
      createdBy: 'prepare-dataset',
    });
  }

  add({ rankHigh, rankLow, split, value }: Omit<Entry, 'mark'>, origin: string | null): void {
    const line = this.#length++;
    const at = 2 * line;
    this.#ranks[at] = rankLow;
    this.#ranks[at + 1] = rankHigh;
    this.#values[at] = value;
    this.#splits[line] = SPLIT_NAMES[split];
    this.#origins[line] = origin;
    if (this.#length === this.#splits.length) this.#writeGroup();
  }

  end(): WrittenFile {
    if (this.#length > 0) this.#writeGroup();
    this.#parquet.finish();
    return this.#sink.close();
  }

  #writeGroup(): void {
    const length = this.#length;
    const few = { encoding: 'RLE_DICTIONARY', statistics: false } as const;
    const numbers = [
      writeNumberColumn(this.#parquet, 'rank', new Uint8Array(this.#ranks.buffer, 0, 8 * length)),
      writeNumberColumn(this.#parquet, 'value', new Uint8Array(this.#values.buffer, 0, 8 * length)),
    ];
    const texts = [
      { name: 'split', data: firstOf(this.#splits, length), ...few },
      { name: 'origin', data: firstOf(this.#origins, length), ...few },
    ];
    writeRowGroup(this.#parquet, numbers, texts);
    this.#length = 0;
  }
}

/** Returns the first items of a list, the list itself if that is all. */
function firstOf<T>(list: T[], count: number): T[] {
  return count === list.length ? list : list.slice(0, count);
}
