import type { FileContent, RangedFile } from '../../model/file.ts';
import { SPLIT_NAMES, type SplitName } from '../../model/rows.ts';
import { COMPRESSORS, openContent } from '../parquet-content.ts';
import type { Entry } from './entries.ts';
import { EARLIER, INDEX_SCHEMA } from './schema.ts';

/** A row index: its bytes, or where they can be read piece by piece. */
export type IndexContent = FileContent | RangedFile;

/**
 * Reads a row index, a row group in memory at a time.
 *
 * @param visit is handed an entry a line, marked {@link EARLIER} or 0, and its origin; the object is valid during the
 * call
 * @throws Error if it is not a row index
 */
export async function readIndex(
  content: IndexContent,
  visit: (entry: Entry, origin: string | null) => void,
): Promise<void> {
  // Loaded when needed, because few runs read parquet.
  const { parquetMetadataAsync, parquetRead } = await import('hyparquet');
  const file = 'byteLength' in content ? content : await openContent(content);
  const metadata = await parquetMetadataAsync(file);
  const names = metadata.schema.map(({ name, type }) => [name, type]);
  if (
    JSON.stringify(names.slice(1)) !==
    JSON.stringify(INDEX_SCHEMA.slice(1).map(({ name, type }) => [name, type]))
  )
    throw new Error('its columns are others');
  const entry = { rankHigh: 0, rankLow: 0, split: 0, value: 0, mark: 0 };
  let start = 0;
  for (const { num_rows } of metadata.row_groups) {
    const length = Number(num_rows);
    const columns: Record<string, ArrayLike<unknown>[]> = { rank: [], split: [], value: [], origin: [] };
    await parquetRead({
      file,
      metadata,
      compressors: COMPRESSORS,
      rowStart: start,
      rowEnd: start + length,
      onChunk: ({ columnName, columnData }) => columns[columnName].push(columnData),
    });
    const rank = halvesOf(columns.rank, length);
    const value = halvesOf(columns.value, length);
    const split = new Pieces<SplitName>(columns.split);
    const origin = new Pieces<string | null>(columns.origin);
    for (let row = 0; row < length; row++) {
      entry.rankLow = rank[2 * row];
      entry.rankHigh = rank[2 * row + 1];
      entry.value = value[2 * row];
      entry.split = SPLIT_NAMES.indexOf(split.next());
      const from = origin.next();
      entry.mark = from === 'earlier' ? EARLIER : 0;
      if (entry.split < 0) throw new Error('it names an unknown split');
      visit(entry, from);
    }
    start += length;
  }
}

/** Returns the halves of 64-bit numbers, the lower one first. @param length how many numbers there are */
export function halvesOf(pieces: readonly ArrayLike<unknown>[], length: number): Uint32Array<ArrayBuffer> {
  const numbers = new BigInt64Array(length);
  let at = 0;
  for (const piece of pieces) {
    numbers.set(piece as ArrayLike<bigint>, at);
    at += piece.length;
  }
  return new Uint32Array(numbers.buffer);
}

/** Values of pieces one after the other. */
class Pieces<T> {
  readonly #pieces: readonly ArrayLike<unknown>[];
  #piece = 0;
  #at = 0;

  constructor(pieces: readonly ArrayLike<unknown>[]) {
    this.#pieces = pieces;
  }

  next(): T {
    while (this.#at === this.#pieces[this.#piece].length) {
      this.#piece++;
      this.#at = 0;
    }
    return this.#pieces[this.#piece][this.#at++] as T;
  }
}
