import type { RowSource } from '../../model/rows.ts';
import { SOURCE_NAMES } from '../rows/dropped-rows.ts';
import type { ReviewCounts, ReviewReason } from './label-review.ts';

/** A row that is worth another look, by the names of the row and of its near-duplicate. */
interface NamedReview<Name> {
  readonly reason: ReviewReason;
  readonly names: readonly [Name, Name];
  readonly sources: readonly [RowSource, RowSource];
}

/** The rows of a dataset that are worth another look. */
export interface ReviewRows<Name> {
  readonly counts: ReviewCounts;
  readonly rows: readonly NamedReview<Name>[];
}

const CHUNK_ROWS = 1000;

/**
 * Returns every row as a line of JSON, in pieces:
 * `{"id":"7","source":"confirmed","reason":"near-duplicate-corrected","near_id":"3","near_source":"reviewed"}`.
 *
 * @param idOf gives the id of a row by its name
 */
export function* reviewLines<Name>(
  rows: readonly NamedReview<Name>[],
  idOf: (name: Name) => string,
): Generator<Uint8Array> {
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    const lines = rows.slice(start, start + CHUNK_ROWS).map(({ reason, names, sources }) =>
      JSON.stringify({
        id: idOf(names[0]),
        source: SOURCE_NAMES[sources[0]],
        reason,
        near_id: idOf(names[1]),
        near_source: SOURCE_NAMES[sources[1]],
      }),
    );
    yield Buffer.from(`${lines.join('\n')}\n`);
  }
}
