import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CorrectionsDatabase } from '../../src/model/corrections.ts';
import type { Statement } from '../../src/model/definition.ts';
import type { Progress } from '../../src/model/progress.ts';
import type { Selection } from '../../src/model/selection.ts';
import { createCorrectionsDatabase } from '../../src/postgres/corrections-database.ts';
import { BUILT_IN, DEPARTMENT, targetOf } from '../support/built-in.ts';
import {
  createComplaintTables,
  insertComplaints,
  insertCorrections,
} from '../support/postgres/complaints.ts';
import { type PostgresServer, startPostgres, type TestDatabase } from '../support/postgres/server.ts';
import { readAndCollect } from '../support/read-rows.ts';

const [MUNICIPAL, EDUCATION] = DEPARTMENT.classNames as [string, string];
const progress = { readingRows: () => undefined, readRows: () => undefined } as unknown as Progress;

let server: PostgresServer;
let database: TestDatabase;

beforeAll(async () => {
  server = await startPostgres();
  database = await server.createDatabase('datasets');
  await createComplaintTables(database);
  // Of the first 200, which are reviewed, three quarters have a department and all an urgency that was wrong; of the
  // others every fifth has no department and every second no urgency.
  await insertComplaints(
    database,
    Array.from({ length: 1000 }, (_, index) => ({
      id: index + 1,
      message: `complaint ${index % 970}`,
      department: index % 5 === 0 ? null : MUNICIPAL,
      urgency: index % 2 === 0 ? null : 'NORMAL',
    })),
  );
  await insertCorrections(
    database,
    Array.from({ length: 200 }, (_, index) => ({
      complaint_id: index + 1,
      model_predicted_department: MUNICIPAL,
      correct_department: index % 4 === 0 ? MUNICIPAL : EDUCATION,
      model_predicted_urgency: 'NORMAL',
      correct_urgency: 'URGENT',
      reviewed: true,
    })),
  );
});
afterAll(() => server.close());

test.each([0.5, 1, 3, 50])(
  'datasets that are read together have the rows they have by themselves, with %p correct rows a correction',
  async (correctRatio) => {
    const together = await read(correctRatio, true);
    expect(together).toEqual(await read(correctRatio, false));
    const [department, urgency] = together;
    expect([department.counts.fetched.corrections, urgency.counts.fetched.corrections]).toEqual([150, 200]);
    expect([department.counts.fetched.confirmed, urgency.counts.fetched.confirmed]).toEqual([
      Math.min(640, 150 * correctRatio),
      Math.min(400, 200 * correctRatio),
    ]);
  },
);

test('the database is asked again only for the dataset whose sample the common rows did not fill', async () => {
  const asked: [string, Selection['members']][] = [];
  await read(1, true, (name, { members }) => asked.push([name, members]));
  expect(asked).toEqual([
    ['all', [0, 1]],
    ['sample', [0, 1]],
    ['sample', [1]],
  ]);
});

test('of rows that share an id none is sampled twice when the database is asked again', async () => {
  const asked: string[] = [];
  const [department, urgency] = await read(1, true, (name) => asked.push(name), {
    confirmed: {
      sql: `SELECT 1 AS id, message, urgency,
              CASE WHEN urgency IS NULL AND id % 10 < 3 THEN '${EDUCATION}' ELSE department END AS department
            FROM complaints WHERE id BETWEEN 201 AND 900`,
    },
  });
  expect(asked).toEqual(['all', 'sample', 'sample']);
  expect([department.kept.length, urgency.kept.length]).toEqual([2 * 150, 2 * 200]);
});

test('each table is scanned once when few of the confirmed rows are another dataset’s only', async () => {
  const scanned = await server.createDatabase('scans');
  for (const [table, rows] of [
    ['judged', 400],
    ['unjudged', 4000],
  ] as const) {
    await scanned.query(
      `CREATE TABLE ${table} AS SELECT id, 'text ' || id AS message,
         CASE WHEN id % 100 <> 7 THEN '${MUNICIPAL}' END AS department,
         CASE WHEN id % 150 <> 8 THEN 'NORMAL' END AS urgency
       FROM generate_series(1, ${rows}) AS id`,
    );
  }
  const places = {
    corrections: {
      sql: `SELECT -id AS id, message, department, urgency, NULL::text AS predicted_department,
              NULL::text AS predicted_urgency FROM judged`,
    },
    confirmed: { sql: 'SELECT * FROM unjudged' },
  };
  const together = await read(2, true, () => undefined, places, scanned);
  await expect(scansOf(scanned)).resolves.toEqual({ judged: 1, unjudged: 1 });
  expect(together.map(({ counts }) => counts.fetched)).toEqual([
    { corrections: 396, confirmed: 2 * 396 },
    { corrections: 397, confirmed: 2 * 397 },
  ]);
  expect(together).toEqual(await read(2, false, () => undefined, places, scanned));
});

/** Returns the scans of each table, which sessions count when they end. */
async function scansOf(of: TestDatabase): Promise<Record<string, number>> {
  const others = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  while ((await of.query(others)).length > 0) await setTimeout(10);
  const scans = await of.query('SELECT relname, seq_scan::integer FROM pg_stat_user_tables');
  return Object.fromEntries(scans.map(({ relname, seq_scan }) => [relname, seq_scan]));
}

async function read(
  correctRatio: number,
  together: boolean,
  onQuery: (name: string, selection: Selection) => void = () => undefined,
  places: { corrections?: Partial<Statement>; confirmed?: Partial<Statement> } = {},
  from: TestDatabase = database,
) {
  const [{ source: builtIn }] = BUILT_IN;
  const shared = {
    ...builtIn,
    corrections: { ...builtIn.corrections, ...places.corrections },
    confirmed: { ...builtIn.confirmed!, ...places.confirmed },
    pending: null,
  };
  const targets = BUILT_IN.map((definition) => {
    const source = together ? shared : { ...shared };
    return targetOf({ ...definition, source }, { correctRatio: correctRatio });
  });
  const spied = spyOn(createCorrectionsDatabase({ url: from.url() }), onQuery);
  const read = await readAndCollect(spied, targets, progress);
  return read.map(({ rows: { rows, counts } }) => {
    const kept = Array.from({ length: rows.length }, (_, row) => [
      Buffer.from(rows.textAt(row)).toString(),
      rows.classIds[row],
    ]);
    return { kept: kept.sort(), counts };
  });
}

function spyOn(
  corrections: CorrectionsDatabase,
  onQuery: (name: string, selection: Selection) => void,
): CorrectionsDatabase {
  return {
    withSnapshot: (read) =>
      corrections.withSnapshot((snapshot) =>
        read({
          ...snapshot,
          all(selection, how, onRow) {
            onQuery('all', selection);
            return snapshot.all(selection, how, onRow);
          },
          sample(selection, how, onRow) {
            onQuery('sample', selection);
            return snapshot.sample(selection, how, onRow);
          },
        }),
      ),
  };
}
