import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SourceDefinition } from '../../src/model/definition.ts';
import type { PostgresError } from '../../src/postgres/errors/postgres-error.ts';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { CANARY, createReader, failureOf } from '../support/postgres/canary-reader.ts';
import { type PostgresServer, startPostgres, type UrlParts } from '../support/postgres/server.ts';
import { originOf } from '../support/statements.ts';

const READING =
  'The corrections of source tickets (line 3 of datasets.yml) could not be read for dataset answers.';

let server: PostgresServer;
let at: string;
let database: string;

beforeAll(async () => {
  server = await startPostgres();
  at = `PostgreSQL at 127.0.0.1:${server.port}`;
  database = `in database "postgres" of ${at}`;
  await createReader(server, 'reader');
  await createReader(server, 'Big Reader');
  await server.query(
    "CREATE TABLE complaints (id serial, message text); INSERT INTO complaints (message) VALUES ('sadak bigriyo')",
  );
  await server.query('CREATE SCHEMA hidden; CREATE TABLE hidden.t ()');
});

afterAll(() => server.close());

function asReader(parts: UrlParts = {}): UrlParts {
  return { user: 'reader', password: CANARY, ...parts };
}

/** What the server refuses a SELECT with that it describes. */
async function refusalOf(url: string, sql: string, origin = originOf(sql)): Promise<PostgresError> {
  const { refusal } = await withSnapshot({ url, retryDelaysMs: [] }, (snapshot) =>
    snapshot.describe([{ sql, origin }]),
  );
  return refusal!.error;
}

test('a missing table', async () => {
  const search = `The table "%" does not exist ${database}. Check that postgres-url names the right database. If the table is in a schema that is not on the search_path of user "reader", add search_path=<schema> to postgres-url.`;
  expect(await refusalOf(server.url(asReader()), 'SELECT FROM misclassified_complaints')).toMatchObject({
    message: search.replace('%', 'misclassified_complaints'),
    code: '42P01',
    retryable: false,
  });
  expect((await refusalOf(server.url(), 'SELECT FROM "Sadak sadak bigriyo"')).message).toBe(
    `The table that the query names does not exist ${database}. Check that postgres-url names the right database. If the table is in a schema that is not on the search_path of user "postgres", add search_path=<schema> to postgres-url.`,
  );
});

test.each<[SourceDefinition['origin'], string]>([
  [
    'file',
    'Correct its name in the SELECT. PostgreSQL\'s hint: Perhaps you meant to reference the column "c.message".',
  ],
  [
    'preset',
    'The SELECT is that of a preset: docs/reference/presets.md of the action names the versions it was written for.',
  ],
  [
    'built-in',
    'Check its name; the columns of the built-in datasets are listed in docs/reference/built-in.md of the action.',
  ],
])('a missing column of a SELECT of origin %s', async (origin, advice) => {
  for (const query of ['SELECT massage FROM complaints c', 'SELECT c.massage FROM complaints c']) {
    const error = await refusalOf(server.url(), query, originOf(query, origin));
    expect(error).toMatchObject({ code: '42703', retryable: false });
    expect(error.message).toContain(`The column "massage" does not exist ${database}. ${advice}`);
  }
});

test.each<[SourceDefinition['origin'], string]>([
  ['file', "Add a cast to the SELECT, or correct it. PostgreSQL's hint: "],
  ['preset', 'The SELECT is that of a preset'],
  ['built-in', 'docs/reference/built-in.md of the action lists what the columns'],
])('types that do not go together in a SELECT of origin %s', async (origin, advice) => {
  const query = 'SELECT FROM complaints WHERE id = message';
  const { message, code } = await refusalOf(server.url(), query, originOf(query, origin));
  expect(code).toBe('42883');
  expect(message).toContain('operator does not exist: integer = text');
  expect(message).toContain(advice);
  const chosen = 'SELECT CASE WHEN true THEN 1 ELSE now() END';
  const mixed = await refusalOf(server.url(), chosen, originOf(chosen, origin));
  expect(mixed.code).toBe('42804');
  expect(mixed.message).toContain('CASE types');
});

test('a missing right', async () => {
  const sql = 'SELECT message FROM complaints';
  const denied = await failureOf(server.url(asReader()), sql, originOf(sql));
  expect(denied).toMatchObject({
    message: `${READING} User "reader" may not read table "complaints" of ${at}. Have its owner run: GRANT SELECT ON complaints TO reader;`,
    code: '42501',
    retryable: false,
  });
  // A name that the SELECT itself does not hold may be the text of a row.
  expect((await failureOf(server.url(asReader()), sql, originOf('SELECT'))).message).toBe(
    `${READING} User "reader" may not read what the query needs from ${at}. Grant it SELECT on the tables and USAGE on their schema.`,
  );
  const bigReader = server.url(asReader({ user: 'Big Reader' }));
  expect((await refusalOf(bigReader, 'SELECT FROM hidden.t')).message).toBe(
    `User "Big Reader" may not use schema "hidden" of ${at}. Have its owner run: GRANT USAGE ON SCHEMA hidden TO "Big Reader";`,
  );
  expect((await failureOf(server.url(asReader()), "SELECT pg_read_file('x')")).message).toBe(
    `User "reader" may not read what the query needs from ${at}. Grant it SELECT on the tables and USAGE on their schema.`,
  );
});

test('a statement timeout', async () => {
  const sleep = 'SELECT pg_sleep(10)::text';
  for (const [timeout, words] of [
    ['150', '150 ms'],
    ['1000', '1 s'],
  ]) {
    const url = server.url({ params: { statement_timeout: timeout! } });
    expect(await failureOf(url, sleep)).toMatchObject({
      message: `${at} stopped the query at the statement timeout of ${words}. Raise it with statement_timeout=<milliseconds> in postgres-url (0 for no limit).`,
      code: '57014',
      retryable: false,
    });
  }
});

test('a query an administrator cancelled', async () => {
  const failure = failureOf(server.url(), "SELECT pg_sleep(10)::text || 'cancel me'");
  const cancel =
    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE '%cancel m' || 'e%' AND query LIKE 'COPY%'";
  let hasFailed = false;
  const ended = failure.finally(() => {
    hasFailed = true;
  });
  // What comes before the statement runs is ignored by the server.
  while (!hasFailed) {
    await server.query(cancel);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await ended).message).toBe(`The query was cancelled on ${at} by an administrator.`);
});

test('a server without sha256()', async () => {
  const query = "SELECT sha256(convert_to('1', 'UTF8'), 1)::text";
  expect(await failureOf(server.url(), query)).toMatchObject({
    message: `${at} is older than version 11, which is the first with sha256(). Upgrade it.`,
    retryable: false,
  });
});

test('any other error, without the data PostgreSQL quotes', async () => {
  const error = await failureOf(server.url(), 'SELECT message::integer::text FROM complaints');
  expect(error).toMatchObject({
    message: `${at} ended the query: a text cannot be read as the type that it is cast to, such as a number, json, uuid or an enum (SQLSTATE 22P02). Test the text before the cast, for example with pg_input_is_valid() of PostgreSQL 16 or newer, or cast it by a CASE. To see the row, run the SELECT in psql, because this action shows no text of a row.`,
    retryable: false,
  });
  expect((error.cause as Error).message).toContain('sadak bigriyo');
});

test('a query with another number of columns', async () => {
  expect((await failureOf(server.url(), 'SELECT 1::text, 2::text')).message).toBe(
    `What ${at} sent is not PostgreSQL's binary COPY format: row 1 has 2 fields instead of 1.`,
  );
});
