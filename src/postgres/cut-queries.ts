import type { Selection } from '../model/selection.ts';
import { quoteName } from '../text/sql.ts';
import { fieldsOf, isOfUse, names, rankOf } from './queries.ts';

/** How the rows of a selection are cut into parts of about the same size, which are read separately. */
export type Cutting =
  | { readonly by: 'range'; readonly low: bigint; readonly high: bigint; readonly parts: number }
  | { readonly by: 'hash'; readonly parts: number };

/**
 * The rows of the lowest ranks: those below a bound, and of those with the rank of the bound as many as are missing.
 */
export interface SampleBound {
  /** Rank of the last row of the sample, sha256 as lower-case hexadecimal. */
  readonly rank: string;
  /** How many of the rows with that rank belong to the sample; null for all. */
  readonly tied: number | null;
}

const INTEGERS = new Set(['smallint', 'integer', 'bigint']);

/** SELECT of a selection's number of rows and the type of its ids, null without rows, both as text. */
export function countedRows(selection: Selection): string {
  return `
    SELECT pg_catalog.count(*)::pg_catalog.text AS count, pg_catalog.min(pg_catalog.pg_typeof(id)::pg_catalog.text) AS type
    FROM (${fieldsOf(selection)}) AS picked
    WHERE ${isOfUse(selection)}`;
}

/** Labels that {@link classCounts} gives. */
const MOST_LABELS = 10_000;

/**
 * Returns a SELECT of how many rows of a SELECT have each value of a field, three columns as text: the value, its rows,
 * and the rows of all values. Of more than 10,000 values, the most frequent.
 */
export function classCounts(sql: string, field: string): string {
  return `
    WITH labels AS MATERIALIZED (
      SELECT planned.${quoteName(field)} AS label, pg_catalog.count(*) AS rows FROM (${sql}) AS planned GROUP BY 1
    )
    SELECT label, rows::pg_catalog.text, (SELECT pg_catalog.sum(rows) FROM labels)::pg_catalog.text
    FROM labels ORDER BY rows DESC LIMIT ${MOST_LABELS}`;
}

/** True for a type, as PostgreSQL writes it, whose ids can be cut into ranges. */
export function hasRanges(type: string | null): boolean {
  return type !== null && INTEGERS.has(type);
}

/** SELECT of the lowest and the highest id of a selection whose ids are whole numbers, as text. */
export function idRange(selection: Selection): string {
  return `
    SELECT pg_catalog.min(id)::pg_catalog.text AS low, pg_catalog.max(id)::pg_catalog.text AS high
    FROM (${fieldsOf(selection)}) AS picked
    WHERE ${isOfUse(selection)}`;
}

/**
 * SELECT of where a sample ends, three columns as text: the rank of row number `limit` by rank, NULL when there are no
 * more rows than that; of the first `limit` + 1 rows those below it; and those that have it. The ranks alone are sorted,
 * so that no text is written to temporary files, and the parts can then be read by any number of connections.
 *
 * @param limit rows of the sample, a whole number from 1
 */
export function sampleEnd(selection: Selection, { seed, limit }: { seed: number; limit: number }): string {
  return `
    WITH ranks AS MATERIALIZED (
      SELECT ${orderOf(seed)} AS rank
      FROM (${fieldsOf(selection)}) AS pool
      WHERE ${isOfUse(selection)}
      ORDER BY rank LIMIT ${limit + 1}
    ), bound AS (
      SELECT rank FROM ranks
      WHERE (SELECT pg_catalog.count(*) FROM ranks) OPERATOR(pg_catalog.>) ${limit}
      ORDER BY rank LIMIT 1 OFFSET ${limit - 1}
    )
    SELECT (SELECT pg_catalog.encode(rank, 'hex') FROM bound) AS rank,
      (SELECT pg_catalog.count(*) FROM ranks, bound WHERE ranks.rank OPERATOR(pg_catalog.<) bound.rank)::pg_catalog.text AS below,
      (SELECT pg_catalog.count(*) FROM ranks, bound WHERE ranks.rank OPERATOR(pg_catalog.=) bound.rank)::pg_catalog.text AS tied`;
}

/**
 * SELECT of every row of a selection beside a column `cut`, by which {@link cutConditions} part them.
 *
 * @param bound leaves out the rows beyond a sample, and those at its bound if only some of them belong to it
 */
export function cuttableRows(
  selection: Selection,
  cutting: Cutting,
  { seed, bound }: { seed: number; bound: SampleBound | null },
): string {
  const below = bound?.tied === null ? '<=' : '<';
  const sampled = bound === null ? '' : `AND ${orderOf(seed)} ${operator(below)} ${bytesOf(bound)}`;
  return `
    SELECT ${cutting.by === 'range' ? 'id' : hashOf(cutting.parts)} AS cut, ${names(selection)}
    FROM (${fieldsOf(selection)}) AS picked
    WHERE (${isOfUse(selection)}) ${sampled}`;
}

/**
 * Returns a condition, after others, of the rows up to the bound of a sample, with all that share it; empty without a
 * bound.
 */
export function upToBound({ seed, bound }: { seed: number; bound: SampleBound | null }): string {
  return bound === null ? '' : `AND ${orderOf(seed)} ${operator('<=')} ${bytesOf(bound)}`;
}

/** SELECT of the rows at the bound of a sample that are in it, columns as in {@link cuttableRows}; null without any. */
export function tiedRows(selection: Selection, seed: number, bound: SampleBound | null): string | null {
  if (bound === null || bound.tied === null) return null;
  return `
    SELECT 0 AS cut, ${names(selection)}
    FROM (${fieldsOf(selection)}) AS picked
    WHERE (${isOfUse(selection)}) AND ${orderOf(seed)} ${operator('=')} ${bytesOf(bound)}
    ORDER BY id, ${names(selection)} LIMIT ${bound.tied}`;
}

/** Returns conditions on the column `cut`; every row meets exactly one of them. */
export function cutConditions(cutting: Cutting): string[] {
  const { parts } = cutting;
  if (parts === 1) return ['true'];
  if (cutting.by === 'hash') return numbers(parts).map((part) => `cut ${operator('=')} ${part}`);
  const width = (cutting.high - cutting.low) / BigInt(parts) + 1n;
  return numbers(parts).map((part) => {
    const from = `cut ${operator('>=')} ${literal(cutting.low + BigInt(part) * width)}`;
    const to = `cut ${operator('<')} ${literal(cutting.low + BigInt(part + 1) * width)}`;
    if (part === 0) return `(${to} OR cut IS NULL)`;
    return part === parts - 1 ? from : `(${from} AND ${to})`;
  });
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number);
}

/** In quotes, because a bare number below 0 binds looser than what follows it. */
function literal(id: bigint): string {
  const most = 2n ** 63n - 1n;
  return `'${id > most ? most : id}'::pg_catalog.int8`;
}

function hashOf(parts: number): string {
  const hash = 'pg_catalog.hashtextextended(id::pg_catalog.text COLLATE pg_catalog."C", 0)';
  return `COALESCE(pg_catalog.abs(pg_catalog.mod(${hash}, ${parts}::pg_catalog.int8)), 0)`;
}

/** The rank of a row, after all others without an id, as NULLs are ordered. */
function orderOf(seed: number): string {
  return `COALESCE(${rankOf(seed)}, pg_catalog.decode('${'ff'.repeat(33)}', 'hex'))`;
}

function bytesOf({ rank }: SampleBound): string {
  return `pg_catalog.decode('${rank}', 'hex')`;
}

function operator(name: string): string {
  return `OPERATOR(pg_catalog.${name})`;
}
