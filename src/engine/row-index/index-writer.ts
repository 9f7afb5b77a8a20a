import { ParquetWriter } from 'hyparquet-writer';
import { SPLIT_NAMES } from '../../model/rows.ts';
import { endRowGroup, writeNumberColumn } from '../bulk-columns.ts';
import { DictionaryColumn } from '../dictionary-column.ts';
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
  readonly #splits: DictionaryColumn;
  readonly #origins: DictionaryColumn;
  readonly #groupRows: number;
  /** Lines of the group that is being filled. */
  #length = 0;

  /** @param rows about how many lines there will be */
  constructor(sink: FileSink, rows: number) {
    const size = Math.min(GROUP_ROWS, Math.max(LEAST_GROUP_ROWS, rows));
    this.#ranks = new Uint32Array(2 * size);
    this.#values = new Uint32Array(2 * size);
    this.#splits = new DictionaryColumn('split', { rows: size, isOptional: false });
    this.#origins = new DictionaryColumn('origin', { rows: size, isOptional: true });
    this.#groupRows = size;
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
    const at = 2 * this.#length++;
    this.#ranks[at] = rankLow;
    this.#ranks[at + 1] = rankHigh;
    this.#values[at] = value;
    this.#splits.add(SPLIT_NAMES[split]);
    this.#origins.add(origin);
    if (this.#length === this.#groupRows) this.#writeGroup();
  }

  end(): WrittenFile {
    if (this.#length > 0) this.#writeGroup();
    this.#parquet.finish();
    return this.#sink.close();
  }

  #writeGroup(): void {
    const [parquet, length] = [this.#parquet, this.#length];
    const columns = [
      writeNumberColumn(parquet, 'rank', new Uint8Array(this.#ranks.buffer, 0, 8 * length), {
        isCompressed: false,
      }),
      writeNumberColumn(parquet, 'value', new Uint8Array(this.#values.buffer, 0, 8 * length), {
        isCompressed: true,
      }),
      this.#splits.write(parquet),
      this.#origins.write(parquet),
    ];
    endRowGroup(parquet, columns, length);
    this.#length = 0;
  }
}
