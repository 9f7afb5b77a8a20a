import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Corrections, CorrectionsDatabase } from '../../src/model/corrections.ts';
import type { ReadColumn, Selection } from '../../src/model/selection.ts';
import { createCorrectionsDatabase } from '../../src/postgres/corrections-database.ts';
import { createSqliteDatabase } from '../../src/sqlite/corrections-database.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';
import { originOf, statementOf } from '../support/statements.ts';

let postgres: PostgresServer;
let folder: string;
let file: string;

// Ids twice, no ids, numbers of different lengths, and texts that a collation would order otherwise than their bytes.
const TABLE = `
  CREATE TABLE source (id bigint, body text, size double precision, other text);
  INSERT INTO source VALUES (2, 'a', 10, 'x'), (10, 'B', 9, NULL), (10, 'B', 10, 'y'), (10, 'a', 1, 'Z'), (10, NULL, 1, 'z'),
    (NULL, 'c', 2, 'x'), (NULL, NULL, NULL, 'ä'), (9007199254740993, 'é', 0.1, 'x'), (-3, '', -1, NULL), (7, 'b', NULL, NULL),
    (8, 'd', 1, 'q'), (11, 'e', 1e20, NULL), (12, 'f', 1e-9, 'w'), (1000, 'g', 100, 'v');
`;
const SQL = 'SELECT id, body, size, other FROM source;';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sqlite-'));
  file = path.join(folder, 'rows.db');
  const database = new DatabaseSync(file);
  database.exec(TABLE);
  database.close();
  postgres = await startPostgres();
  await postgres.query(TABLE);
});
afterAll(() => Promise.all([postgres.close(), rm(folder, { recursive: true })]));

const ORIGIN = originOf(SQL);

const columns = (...names: (string | null)[]) =>
  names.map((column): ReadColumn | null => (column === null ? null : { column, as: 'text' }));

function selectionOf(fields: (ReadColumn | null)[], members: number[] | null = null): Selection {
  return { origin: ORIGIN, sql: SQL, id: 'id', fields, members };
}

/** Reads something from both databases, each row as texts. */
async function readBoth(
  read: (corrections: Corrections, onRow: Parameters<Corrections['all']>[2]) => Promise<number>,
) {
  const readFrom = (database: CorrectionsDatabase) =>
    database.withSnapshot(async (corrections) => {
      await corrections.describe([ORIGIN.source], () => ['one']);
      const rows: (string | null)[][] = [];
      const count = await read(corrections, (row) => {
        rows.push(row.map((field) => (field === null ? null : Buffer.from(field).toString())));
      });
      expect(count).toBe(rows.length);
      return rows;
    });
  return {
    sqlite: await readFrom(createSqliteDatabase({ file })),
    postgres: await readFrom(createCorrectionsDatabase({ url: postgres.url() })),
  };
}

const FIELDS = columns('other', 'size', null, 'id', 'body');

describe('rows come in the order in which PostgreSQL gives them', () => {
  test.each([
    ['all fields', FIELDS, null],
    ['usable rows', FIELDS, [0, 4]],
    ['a number first', columns('size', 'id'), null],
  ])('by id: %s', async (_, fields, members) => {
    const both = await readBoth((from, onRow) =>
      from.all(selectionOf(fields, members), { ordered: true }, onRow),
    );
    expect(both.sqlite).toEqual(both.postgres);
  });

  test.each([
    [{ limit: 5, ordered: false }],
    [{ limit: 5, ordered: true }],
    [{ limit: 4, offset: 7, ordered: false }],
    [{ limit: 100, ordered: false }],
    [{ limit: 0, ordered: false }],
  ])('sampled with %j', async (how) => {
    for (const seed of [0, 42, 43]) {
      const both = await readBoth((from, onRow) => from.sample(selectionOf(FIELDS), { seed, ...how }, onRow));
      expect(both.sqlite).toEqual(both.postgres);
    }
  });

  test('all of them, in any order', async () => {
    const both = await readBoth((from, onRow) =>
      from.all(selectionOf(FIELDS, [4]), { ordered: false }, onRow),
    );
    expect(both.sqlite.length).toBe(12);
    expect(both.sqlite.map(String).sort()).toEqual(both.postgres.map(String).sort());
  });
});

test('numbers are counted', async () => {
  await createSqliteDatabase({ file }).withSnapshot(async (corrections) => {
    const count = (sql: string) => corrections.count(statementOf(sql), 'n', ORIGIN);
    expect(await count('SELECT count(*) AS n FROM source')).toBe(14);
    expect(await count('SELECT NULL AS n')).toBe(Number.NaN);
    expect(await count('SELECT 1 AS n UNION ALL SELECT 2')).toBe(Number.NaN);
    const causes = {
      ...statementOf("SELECT 'old' AS cause, 3 AS rows UNION ALL SELECT 'new', 4"),
      causes: new Map(),
    };
    const value = { statement: statementOf('SELECT 7 AS n'), column: 'n' };
    expect(await corrections.countCauses(causes, value, ORIGIN)).toEqual({
      value: 7,
      causes: new Map([
        ['old', 3],
        ['new', 4],
      ]),
    });
    expect(() => corrections.hold(async () => {})).toThrow('spark-command needs postgres-url');
  });
});

test('each SELECT that is refused is listed, and its source is not described', async () => {
  const good = { ...ORIGIN.source, confirmed: statementOf(SQL), pending: statementOf('SELECT 1 AS n') };
  const unjudged = { ...statementOf('SELECT cause, rows FROM causes'), causes: new Map() };
  const refused = { ...good, corrections: statementOf('SELECT id FROM source WHERE id = ?'), unjudged };
  await createSqliteDatabase({ file }).withSnapshot(async (corrections) => {
    const { sources, problems } = await corrections.describe([good, refused], () => ['one']);
    expect(sources).toEqual([
      {
        corrections: expect.arrayContaining([expect.objectContaining({ name: 'id', type: 'bigint' })]),
        confirmed: expect.arrayContaining([expect.objectContaining({ name: 'other', type: 'text' })]),
        pending: [expect.objectContaining({ name: 'n' })],
      },
      null,
    ]);
    expect(problems.map(({ statement, message }) => [statement, message])).toEqual([
      [refused.corrections, expect.stringContaining('This SELECT has parameters')],
      [unjudged, expect.stringContaining('no such table: causes')],
    ]);
  });
});

test('a view in the file calls no function that could have an effect', async () => {
  const foreign = path.join(folder, 'view.db');
  const writer = new DatabaseSync(foreign);
  writer.exec("CREATE TABLE a (b); CREATE VIEW names AS SELECT name AS id FROM pragma_table_info('a')");
  writer.close();
  const { source } = originOf('SELECT id FROM names');
  await createSqliteDatabase({ file: foreign }).withSnapshot(async (corrections) => {
    const { problems } = await corrections.describe([source], () => ['one']);
    expect(problems).toMatchObject([{ message: expect.stringContaining('unsafe use of virtual table') }]);
  });
});

test('SELECTs may call REGEXP and regexp_replace', async () => {
  await createSqliteDatabase({ file }).withSnapshot(async (corrections) => {
    for (const [sql, number] of [
      ["'a\nb' REGEXP '^a[^]b$'", 1],
      ["'xyz' REGEXP '(?i:Y)'", 1],
      ["'xyz' REGEXP 'Y'", 0],
      ["length(regexp_replace('<b>a</b>', '</?b>', ''))", 1],
      ["regexp_replace('a1', '([a-z])', '2')", 21],
      ["NULL REGEXP 'a' IS NULL AND regexp_replace(NULL, 'a', 'b') IS NULL", 1],
      ["'a' REGEXP NULL IS NULL", 1],
      ["regexp_replace('a', NULL, 'b') IS NULL AND regexp_replace('a', 'a', NULL) IS NULL", 1],
    ] as const) {
      expect([sql, await corrections.count(statementOf(`SELECT ${sql} AS n`), 'n', ORIGIN)]).toEqual([
        sql,
        number,
      ]);
    }
  });
});

test('a column without a type is read as text, and one of blobs as blobs', async () => {
  const loose = path.join(folder, 'loose.db');
  const writer = new DatabaseSync(loose);
  writer.exec(
    "CREATE TABLE loose (id, body, raw BLOB); INSERT INTO loose VALUES (1, 'a', x'0f'), ('b', 2, NULL)",
  );
  writer.close();
  const sql = 'SELECT id, body, raw FROM loose';
  const origin = originOf(sql);
  await createSqliteDatabase({ file: loose }).withSnapshot(async (corrections) => {
    await corrections.describe([origin.source], () => ['one']);
    const rows: string[][] = [];
    const selection = { origin, sql, id: 'id', fields: columns('id', 'body', 'raw'), members: null };
    await corrections.all(selection, { ordered: true }, (row) => {
      rows.push(row.map((field) => String(field && Buffer.from(field))));
    });
    expect(rows).toEqual([
      ['1', 'a', '\\x0f'],
      ['b', '2', 'null'],
    ]);
  });
});

test('the file is read as it was when it was opened, and is not changed', async () => {
  const wal = path.join(folder, 'wal.db');
  const writer = new DatabaseSync(wal);
  writer.exec(`PRAGMA journal_mode = WAL; ${TABLE}`);
  await createSqliteDatabase({ file: wal }).withSnapshot(async (corrections) => {
    await corrections.describe([ORIGIN.source], () => ['one']);
    writer.exec("INSERT INTO source VALUES (50, 'new', 1, 'new')");
    expect(await corrections.all(selectionOf(FIELDS), { ordered: false }, () => {})).toBe(14);
  });
  const left = path.join(folder, 'left.db');
  for (const end of ['', '-wal']) await copyFile(`${wal}${end}`, `${left}${end}`);
  writer.close();
  const before = await readFile(left);
  await createSqliteDatabase({ file: left }).withSnapshot(async (corrections) => {
    expect(await corrections.count(statementOf('SELECT count(*) AS n FROM source'), 'n', ORIGIN)).toBe(15);
  });
  expect(await readFile(left)).toEqual(before);
});

test('a lock of another program is waited for, and then named', async () => {
  const writer = new DatabaseSync(file);
  writer.exec('BEGIN EXCLUSIVE');
  try {
    const reading = createSqliteDatabase({ file }).withSnapshot(async () => {});
    const message = expect.stringMatching(/is locked by another program for longer than 5 s/);
    await expect(reading).rejects.toMatchObject({ name: 'SqliteError', message });
  } finally {
    writer.close();
  }
}, 20_000);

test('texts in UTF-16 are refused', async () => {
  const wide = path.join(folder, 'wide.db');
  const writer = new DatabaseSync(wide);
  writer.exec("PRAGMA encoding = 'UTF-16le'; CREATE TABLE a (b text)");
  writer.close();
  const reading = createSqliteDatabase({ file: wide }).withSnapshot(async () => {});
  await expect(reading).rejects.toThrow(/are UTF-16le, and only UTF-8 is read/);
});

test('a cancelled run ends between two rows', async () => {
  const abort = new AbortController();
  const reading = createSqliteDatabase({ file, signal: abort.signal }).withSnapshot(async (corrections) => {
    await corrections.describe([ORIGIN.source], () => ['one']);
    return corrections.all(selectionOf(FIELDS), { ordered: false }, () =>
      abort.abort(new Error('cancelled')),
    );
  });
  await expect(reading).rejects.toThrow('cancelled');
});
