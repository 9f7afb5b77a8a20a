import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { failureOf, told } from '../support/postgres/failure.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';
import { originOf } from '../support/statements.ts';

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
  const url = server.url({ params: { options: '-c lock_timeout=150' } });
  const error = await failureOf(url, READ, originOf(READ));
  expect(told(error)).toEqual({
    message: `The corrections of source tickets (line 3 of datasets.yml) could not be read for dataset answers. ${locked()}`,
    code: '55P03',
    retryable: true,
  });
});

test('a table that is locked when its SELECT is described does not lie in the SELECT', async () => {
  const url = server.url({ params: { options: '-c lock_timeout=150' } });
  const described = withSnapshot({ url, retryDelaysMs: [] }, (snapshot) =>
    snapshot.describe([{ sql: 'SELECT 1' }, { sql: READ, origin: originOf(READ) }]),
  );
  await expect(described).rejects.toMatchObject({
    message: expect.stringContaining(`for dataset answers. ${locked()}`),
    code: '55P03',
    retryable: true,
  });
});

test.each([
  [{}, '1min'],
  [{ options: '-c lock_timeout=2500' }, '2500ms'],
])('a lock is waited for 1 minute, unless another limit is set: %j', async (params, limit) => {
  const [[set]] = await withSnapshot({ url: server.url({ params }), retryDelaysMs: [] }, (snapshot) =>
    readTexts(snapshot, "SELECT current_setting('lock_timeout')"),
  );
  expect(set).toBe(limit);
});

function locked(): string {
  return `A table that is read was locked by another session for longer than the lock_timeout, which is 1 min unless the role or postgres-url sets another, on ${at} (SQLSTATE 55P03). The usual cause is a migration, VACUUM FULL, REINDEX or REFRESH MATERIALIZED VIEW. Run again when it has ended. To find the session that blocks the action, run this while the action waits: SELECT pid, pg_blocking_pids(pid), query FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0;`;
}
