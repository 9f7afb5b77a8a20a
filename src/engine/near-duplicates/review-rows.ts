import type { RowSource } from '../../model/rows.ts';
import type { Suspect } from '../confident-learning.ts';
import { SOURCE_NAMES } from '../rows/dropped-rows.ts';
import type { ReviewReason } from './label-review.ts';

/** Number of rows that are worth another look, by reason; a reason that was not searched is missing. */
export type ReviewCounts = Readonly<Partial<Record<ReviewReason | 'confident-learning', number>>>;

/** A row that is worth another look, by the names of the row and of its near-duplicate. */
interface NamedReview<Name> {
  readonly reason: ReviewReason;
  readonly names: readonly [Name, Name];
  readonly sources: readonly [RowSource, RowSource];
}

/** A row that confident learning suspects, by its name. */
interface NamedSuspect<Name> extends Pick<Suspect, 'source' | 'label' | 'suggested' | 'selfConfidence'> {
  readonly name: Name;
}

/** The rows of a dataset that are worth another look. */
export interface ReviewRows<Name> {
  readonly counts: ReviewCounts;
  /** Near-duplicates whose labels differ. */
  readonly pairs: readonly NamedReview<Name>[];
  /** Rows that confident learning suspects, those with the lowest self-confidence first. */
  readonly suspects: readonly NamedSuspect<Name>[];
}

const CHUNK_ROWS = 1000;
const SELF_CONFIDENCE_DIGITS = 6;

/**
 * Returns every row as a line of JSON, in pieces:
 * `{"id":"7","source":"confirmed","reason":"near-duplicate-corrected","near_id":"3","near_source":"reviewed"}` or
 * `{"id":"7","source":"reviewed","reason":"confident-learning","label":"spam","suggested":"ham","self_confidence":0.021}`.
 *
 * @param classNames names of the classes in the order of their ids
 * @param idOf gives the id of a row by its name
 */
export function* reviewLines<Name>(
  { pairs, suspects }: Omit<ReviewRows<Name>, 'counts'>,
  classNames: readonly string[],
  idOf: (name: Name) => string,
): Generator<Uint8Array> {
  yield* chunksOf(pairs, ({ reason, names, sources }) => ({
    id: idOf(names[0]),
    source: SOURCE_NAMES[sources[0]],
    reason,
    near_id: idOf(names[1]),
    near_source: SOURCE_NAMES[sources[1]],
  }));
  yield* chunksOf(suspects, ({ name, source, label, suggested, selfConfidence }) => ({
    id: idOf(name),
    source: SOURCE_NAMES[source],
    reason: 'confident-learning',
    label: classNames[label],
    suggested: classNames[suggested],
    self_confidence: Number(selfConfidence.toFixed(SELF_CONFIDENCE_DIGITS)),
  }));
}

function* chunksOf<Row>(rows: readonly Row[], lineOf: (row: Row) => object): Generator<Uint8Array> {
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    const lines = rows.slice(start, start + CHUNK_ROWS).map((row) => JSON.stringify(lineOf(row)));
    yield Buffer.from(`${lines.join('\n')}\n`);
  }
}
