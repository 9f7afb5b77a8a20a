import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Selection } from '../../src/model/selection.ts';
import {
  type Cutting,
  classCounts,
  cutConditions,
  cuttableRows,
  idRange,
  sampleEnd,
  tiedRows,
} from '../../src/postgres/cut-queries.ts';
import { allRows, sampledRows } from '../../src/postgres/queries.ts';
import { type Ask, measureRead, type SparkRead } from '../../src/spark/measure-reads.ts';
import { selectionOf } from '../support/built-in.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';

const TABLE = `(SELECT CASE WHEN n % 9 = 0 THEN NULL ELSE n / 3 - 40 END AS id, 'text ' || n AS text,
  CASE WHEN n % 8 > 0 THEN 'yes' END AS label FROM generate_series(1, 300) AS n)`;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

const selection = (id = 'id'): Selection => ({
  origin: selectionOf('corrections').origin,
  sql: `SELECT ${id} AS id, text, label FROM ${TABLE} AS rows`,
  id: 'id',
  fields: [
    { column: 'label', as: 'text' },
    { column: 'text', as: 'text' },
  ],
  members: [0],
});

async function textsOf(sql: string): Promise<string[]> {
  const rows = await server.query(sql);
  return rows.map(({ field_1: text }) => text).sort();
}

async function inParts(sql: string, cutting: Cutting): Promise<string[][]> {
  const parts = [];
  for (const condition of cutConditions(cutting)) {
    parts.push(await textsOf(`SELECT * FROM (${sql}) AS rows WHERE (${condition})`));
  }
  return parts;
}

const ask: Ask = async (sql) => (await server.query(sql)).map((row) => Object.values(row) as string[]);

test.each([
  ['id', { by: 'range', low: -40n, high: 60n, parts: 7 }],
  ['id', { by: 'range', low: 3n, high: 3n, parts: 4 }],
  ['id::bigint * 90000000000000000', { by: 'range', low: -(2n ** 63n), high: 2n ** 63n - 1n, parts: 3 }],
  ['id', { by: 'hash', parts: 5 }],
  ['id::text', { by: 'hash', parts: 1 }],
  ['md5(id::text)::uuid', { by: 'hash', parts: 4 }],
] as const)('every row with the id %s is in one part', async (id, cutting) => {
  const sql = cuttableRows(selection(id), cutting, { seed: 42, bound: null });
  const parts = await inParts(sql, cutting);
  expect(parts.flat().sort()).toEqual(await textsOf(allRows(selection(id), { ordered: false })));
  expect(parts).toHaveLength(cutting.parts);
});

test('range ends are those of the ids', async () => {
  expect(await ask(idRange(selection()), 2)).toEqual([['-40', '60']]);
});

test.each([1, 2, 3, 50, 51, 52, 53, 234, 235, 262, 263, 264, 400])(
  'a sample of %p rows is read in parts',
  async (limit) => {
    const read = readOf(limit);
    const { confirmed } = await measureRead(read, ask, { rowsAPart: 60 });
    const { cutting, bound } = confirmed!;
    const parts = await inParts(cuttableRows(selection(), cutting, { seed: 42, bound }), cutting);
    const tied = tiedRows(selection(), 42, bound);
    const sampled = [...parts.flat(), ...(tied === null ? [] : await textsOf(tied))];
    expect(sampled.sort()).toEqual(
      await textsOf(sampledRows(selection(), { seed: 42, limit, ordered: false })),
    );
  },
);

test('a sample that is everything has no end', async () => {
  expect(await ask(sampleEnd(selection(), { seed: 42, limit: 1000 }), 3)).toEqual([[null, '0', '0']]);
});

test('the rows of each value of a field are counted, and those of all', async () => {
  const whole = { by: 'hash', parts: 3 } as const;
  const bound = { rank: 'ff'.repeat(32), tied: null };
  const sql = cuttableRows(selection(), whole, { seed: 42, bound });
  const [[{ rows }]] = [
    await server.query(
      `SELECT count(*)::text AS rows FROM ${TABLE} AS rows WHERE label = 'yes' AND id IS NOT NULL`,
    ),
  ];
  expect(await ask(classCounts(sql, 'field_0'), 3)).toEqual([['yes', rows, rows]]);
  expect(await ask(classCounts('SELECT NULL::text AS field_0', 'field_0'), 3)).toEqual([[null, '1', '1']]);
  expect(await ask(classCounts('SELECT 1 AS field_0 WHERE false', 'field_0'), 3)).toEqual([]);
});

/** A dataset with one correction, of which the ratio makes the sample's size. */
function readOf(limit: number): SparkRead {
  const corrections = { ...selection(), sql: "SELECT 1 AS id, 'a' AS text, 'yes' AS label" };
  return { corrections, confirmed: selection(), seed: 42, correctRatio: limit } as unknown as SparkRead;
}
