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
 * smallest sha256(`<seed>:<id>`), compared as bytes; of rows that share an id, those whose class name and message
 * come first. A row keeps its rank while others come and go, so new complaints barely change the sample.
 *
 * The pool is scanned once, by parallel workers, and its texts are sorted along, which writes them to temporary files
 * when the sample does not fit into work_mem. Ranking ids only and fetching the texts afterwards writes half as much,
 * but scans the pool twice and the second time without workers. Measured on PostgreSQL 18 with its default work_mem
 * of 4 MB, 1 000 000 complaints of 280 MB, a third of them reviewed, sample of 166 666 rows: 3.0 s and 380 MB written
 * against 5.3 s and 200 MB. A sample of 500 rows is sorted in memory.
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
  const sample = `
    SELECT id, message::text COLLATE "C" AS message, class_name::text COLLATE "C" AS class_name
    FROM (${schema.poolQuery}) AS pool
    ORDER BY sha256(convert_to('${seed}:' || id::text, 'UTF8')), 1, 3, 2
    LIMIT ${limit}`;
  return `
    SELECT message, class_name
    FROM (${sample}) AS sample
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
