import { type RowSource, SPLIT_NAMES, type SplitName } from '../../model/rows.ts';
import { SOURCE_NAMES } from './dropped-rows.ts';

const CHUNK_ROWS = 1000;

/** Returns a published row as a line of JSON: `{"split":"train","id":"7","source":"reviewed"}`. */
export function rowIdLine(
  split: SplitName,
  { id, source }: { readonly id: string; readonly source: RowSource },
): string {
  return `${JSON.stringify({ split, id, source: SOURCE_NAMES[source] })}\n`;
}

/**
 * Returns the lines of published rows, in pieces.
 *
 * @param numbers of the rows in the order of the data files
 * @param sizes rows of each split
 * @param rowOf gives the id of a row and its source by its number
 */
export function* rowIdLines(
  numbers: Uint32Array,
  sizes: Readonly<Record<SplitName, number>>,
  rowOf: (row: number) => { readonly id: string; readonly source: RowSource },
): Generator<Uint8Array> {
  let at = 0;
  for (const split of SPLIT_NAMES) {
    for (const end = at + sizes[split]; at < end; ) {
      const piece = numbers.subarray(at, Math.min(end, at + CHUNK_ROWS));
      yield Buffer.from(Array.from(piece, (row) => rowIdLine(split, rowOf(row))).join(''));
      at += piece.length;
    }
  }
}
