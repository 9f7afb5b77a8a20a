import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatasetDefinition } from '../../src/model/definition.ts';
import type { Selection } from '../../src/model/selection.ts';
import { allRows, sampledRows } from '../../src/postgres/queries.ts';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { BUILT_IN, selectionOf } from '../support/built-in.ts';
import {
  type ClassColumns,
  createComplaintTables,
  insertComplaints,
  insertCorrections,
} from '../support/postgres/complaints.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { type PostgresServer, startPostgres, type TestDatabase } from '../support/postgres/server.ts';

const [DEPARTMENT, URGENCY] = BUILT_IN;
const MUNICIPAL = DEPARTMENT.classNames[0]!;
const EDUCATION = DEPARTMENT.classNames[1]!;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

function read(database: TestDatabase, query: string, columns = 2): Promise<(string | null)[][]> {
  return withSnapshot({ url: database.url() }, (snapshot) => readTexts(snapshot, query, columns));
}

/** Ids with the smallest sha256(`<seed>:<id>`), computed without PostgreSQL. */
function smallestHashes(ids: readonly number[], seed: number, limit: number): number[] {
  const hashes = ids.map((id) => ({ id, hash: createHash('sha256').update(`${seed}:${id}`).digest() }));
  return hashes
    .sort((a, b) => Buffer.compare(a.hash, b.hash))
    .slice(0, limit)
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

async function complaintsDatabase(name: string, columns: ClassColumns): Promise<TestDatabase> {
  const database = await server.createDatabase(name);
  await createComplaintTables(database, { columns });
  return database;
}

describe.each<ClassColumns>(['enum', 'varchar'])('with %s columns', (columns) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await complaintsDatabase(`read_${columns}`, columns);
    await insertComplaints(database, [
      { id: 1, message: 'सडक बिग्रियो 😀', department: MUNICIPAL, urgency: 'NORMAL' },
      { id: 2, message: 'second', department: MUNICIPAL, urgency: 'NORMAL' },
      { id: 3, message: null, department: EDUCATION, urgency: 'URGENT' },
      { id: 4, message: 'fourth', department: null, urgency: 'URGENT' },
      { id: 5, message: 'fifth', department: EDUCATION, urgency: null },
      { id: 6, message: 'sixth', department: EDUCATION, urgency: 'HIGHLY URGENT' },
    ]);
    const correction = { model_predicted_department: MUNICIPAL, reviewed: true };
    await insertCorrections(database, [
      { ...correction, complaint_id: 2, correct_department: EDUCATION },
      { ...correction, complaint_id: 1, correct_department: EDUCATION },
      { ...correction, complaint_id: 1, correct_department: MUNICIPAL },
      { ...correction, complaint_id: 2, correct_department: null },
      { ...correction, complaint_id: 2, correct_department: EDUCATION, reviewed: false },
      { ...correction, complaint_id: 2, correct_department: EDUCATION, reviewed: null },
      { complaint_id: 1, model_predicted_department: null, correct_department: MUNICIPAL, reviewed: true },
      { complaint_id: null, correct_department: EDUCATION, reviewed: true },
      { complaint_id: 999, correct_department: EDUCATION, reviewed: true },
    ]);
  });

  test('reads the reviewed corrections', async () => {
    const rows = await read(database, allRows(selectionOf('corrections', [DEPARTMENT]), { ordered: true }));
    expect(rows).toEqual([
      ['सडक बिग्रियो 😀', EDUCATION],
      ['सडक बिग्रियो 😀', MUNICIPAL],
      ['second', EDUCATION],
    ]);
    const unordered = await read(
      database,
      allRows(selectionOf('corrections', [DEPARTMENT]), { ordered: false }),
    );
    expect(unordered.sort()).toEqual(rows.sort());
  });

  test('reads the rows of both datasets at once, each as the dataset by itself has them', async () => {
    await expectTogether((all) => allRows(selectionOf('corrections', all), { ordered: true }));
    await expectTogether((all) =>
      sampledRows(selectionOf('confirmed', all), { seed: 42, limit: 100, ordered: true }),
    );
  });

  async function expectTogether(query: (all: readonly DatasetDefinition[]) => string): Promise<void> {
    const together = await read(database, query([DEPARTMENT, URGENCY]), 3);
    for (const [index, definition] of BUILT_IN.entries()) {
      const own = together
        .map((row) => [row[0], row[1 + index]])
        .filter(([, className]) => className !== null);
      expect(own.sort()).toEqual((await read(database, query([definition]))).sort());
    }
    expect(together.every(([, department, urgency]) => department !== null || urgency !== null)).toBe(true);
  }

  test('reads the pool, though a correction of no complaint is there', async () => {
    const department = await read(
      database,
      sampledRows(selectionOf('confirmed', [DEPARTMENT]), { seed: 42, limit: 100, ordered: true }),
    );
    expect(department).toEqual([
      [null, EDUCATION],
      ['fifth', EDUCATION],
      ['sixth', EDUCATION],
    ]);
    const urgency = await read(
      database,
      sampledRows(selectionOf('confirmed', [URGENCY]), { seed: 42, limit: 100, ordered: true }),
    );
    expect(urgency).toEqual([
      [null, 'URGENT'],
      ['fourth', 'URGENT'],
      ['sixth', 'HIGHLY URGENT'],
    ]);
  });
});

describe('the sample', () => {
  let database: TestDatabase;
  const ids = Array.from({ length: 5000 }, (_, i) => i + 1);

  async function sampledIds(options: { seed: number; limit: number }): Promise<number[]> {
    const rows = await read(
      database,
      sampledRows(selectionOf('confirmed', [DEPARTMENT]), { ...options, ordered: true }),
    );
    return rows.map(([message]) => Number(message));
  }

  beforeAll(async () => {
    database = await complaintsDatabase('sample', 'varchar');
    await insertComplaints(
      database,
      ids.map((id) => ({ id, message: `${id}`, department: MUNICIPAL })),
    );
  });

  test.each([
    [42, 0],
    [42, 1],
    [42, 700],
    [-7, 700],
    [42, 9999],
  ])('is the smallest hashes (seed %p, limit %p)', async (seed, limit) => {
    expect(await sampledIds({ seed, limit })).toEqual(smallestHashes(ids, seed, limit));
  });

  test('has the same rows in any order the database likes', async () => {
    const rows = await read(
      database,
      sampledRows(selectionOf('confirmed', [DEPARTMENT]), { seed: 42, limit: 700, ordered: false }),
    );
    const expected = smallestHashes(ids, 42, 700);
    expect(rows.map(([message]) => Number(message)).sort((a, b) => a - b)).toEqual(expected);
  });

  test('is in the order of the hashes, from any of them on', async () => {
    const query = (options: { limit: number; offset?: number }) =>
      read(
        database,
        sampledRows(selectionOf('confirmed', [DEPARTMENT]), { seed: 42, ordered: false, ...options }),
      );
    const whole = await query({ limit: 700 });
    expect(whole.map(([id]) => `${id}`)).toEqual(
      ids
        .map((id) => ({ id: `${id}`, hash: createHash('sha256').update(`42:${id}`).digest('hex') }))
        .sort((a, b) => (a.hash < b.hash ? -1 : 1))
        .slice(0, 700)
        .map(({ id }) => id),
    );
    expect([...(await query({ limit: 300 })), ...(await query({ limit: 400, offset: 300 }))]).toEqual(whole);
  });

  test('barely changes when rows are added', async () => {
    const before = new Set(await sampledIds({ seed: 42, limit: 700 }));
    const added = Array.from({ length: 500 }, (_, i) => ({ id: 10_001 + i, message: `${10_001 + i}` }));
    await insertComplaints(
      database,
      added.map((row) => ({ ...row, department: MUNICIPAL })),
    );
    const after = await sampledIds({ seed: 42, limit: 700 });
    const newcomers = after.filter((id) => id > 10_000);
    expect(after.filter((id) => id <= 10_000 && !before.has(id))).toEqual([]);
    expect(newcomers.length).toBeGreaterThan(30);
    expect(newcomers.length).toBeLessThan(100);
  });

  test('of both datasets costs the database one scan of the complaints', async () => {
    const query = sampledRows(selectionOf('confirmed'), { seed: 42, limit: 700, ordered: false });
    const [{ 'QUERY PLAN': plan }] = await database.query(`EXPLAIN (FORMAT JSON) ${query}`);
    expect(JSON.stringify(plan).match(/"Relation Name":"complaints"/g)).toHaveLength(1);
  });

  test('reads times as seconds since 1970 in UTC, and nothing where there is nothing', async () => {
    const times = [
      "timestamptz '2026-11-23 06:02:03.123456+05:45'",
      "timestamp '2026-11-23 00:17:03.123457'",
      "date '1969-12-31'",
      "timestamptz 'infinity'",
      "timestamptz '-infinity'",
      "timestamptz '294276-12-31 23:59:59.999999+00'",
      'NULL::date',
    ];
    const columns = times.map((_, index) => ({ column: `t${index}`, as: 'time' as const }));
    const sql = `SELECT 1 AS id, ${times.map((time, index) => `${time} AS t${index}`).join(', ')}`;
    const { origin } = selectionOf('corrections');
    const selection: Selection = { origin, sql, id: 'id', fields: [...columns, null], members: null };
    for (const query of [
      allRows(selection, { ordered: true }),
      sampledRows(selection, { seed: 1, limit: 1, ordered: false }),
    ]) {
      const [row] = await read(database, query, selection.fields.length);
      expect(row.map((field) => (field === null ? null : Number(field)))).toEqual([
        1795393023.123456,
        1795393023.123457,
        -86400,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        9224318016000,
        null,
        null,
      ]);
    }
  });

  test('takes of rows that share an id those whose fields come first, in their order', async () => {
    const selected = selectionOf('confirmed', [DEPARTMENT]);
    const selection: Selection = {
      ...selected,
      fields: [...selected.fields].reverse(),
      members: [0],
      sql: 'SELECT i / 4 AS id, i % 2 AS message, chr(97 + i / 2 % 2) AS department FROM generate_series(199, 0, -1) i',
    };
    const rows = await read(database, sampledRows(selection, { seed: 1, limit: 7, ordered: false }));
    expect(rows.map(([className, message]) => `${className}${message}`)).toEqual([
      'a0',
      'a1',
      'b0',
      'b1',
      'a0',
      'a1',
      'b0',
    ]);
  });
});
