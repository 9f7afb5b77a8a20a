import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { failureOf, told } from '../support/postgres/failure.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';

const READ = 'SELECT message FROM complaints';

let server: PostgresServer;
let at: string;

beforeAll(async () => {
  server = await startPostgres();
  at = `PostgreSQL at 127.0.0.1:${server.port}`;
  await server.query("CREATE TABLE complaints AS SELECT 'sadak' AS message");
});

afterAll(() => server.close());

// As a migration or VACUUM FULL does.
beforeEach(async () => {
  await server.query('BEGIN');
  await server.query('LOCK TABLE complaints IN ACCESS EXCLUSIVE MODE');
});

afterEach(() => server.query('ROLLBACK'));

test('a locked table is read as soon as the lock is gone', async () => {
  const read = withSnapshot({ url: server.url(), retryDelaysMs: [] }, (snapshot) =>
    readTexts(snapshot, READ),
  );
  while ((await server.query('SELECT FROM pg_locks WHERE NOT granted')).length === 0);
  await server.query('ROLLBACK');
  expect(await read).toEqual([['sadak']]);
});

test('a table that stays locked until the statement timeout', async () => {
  const error = await failureOf(server.url({ params: { statement_timeout: '150' } }), READ);
  expect(told(error)).toEqual({
    message: `${at} stopped the query at the statement timeout of 150 ms. Raise it with statement_timeout=<milliseconds> in postgres-url (0 for no limit).`,
    code: '57014',
    retryable: false,
  });
});

test('a table that stays locked until the lock timeout of the role', async () => {
  const error = await failureOf(server.url({ params: { options: '-c lock_timeout=150' } }), READ);
  expect(told(error)).toEqual({
    message: `A table that the query reads was locked longer than the lock_timeout of ${at} allows. Run again when the migration or maintenance that holds the lock has ended.`,
    code: '55P03',
    retryable: true,
  });
});
