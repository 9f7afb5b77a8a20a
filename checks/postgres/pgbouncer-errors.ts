import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import type { Checks } from '../../test/support/checks.ts';
import { failureOf, told } from '../../test/support/postgres/failure.ts';
import { readTexts } from '../../test/support/postgres/read-texts.ts';
import type { PostgresServer } from '../../test/support/postgres/server.ts';
import { type PgBouncer, startPgBouncer } from './pgbouncer.ts';

const ROWS = "SELECT pg_sleep(0.001)::text || repeat('x', 1000) FROM generate_series(1, 20000)";
const SESSION_SETTINGS = `
  SELECT concat_ws(' ', current_setting('transaction_isolation'), current_setting('transaction_read_only'),
    current_setting('statement_timeout'), current_setting('idle_in_transaction_session_timeout'),
    current_setting('client_connection_check_interval')) AS settings`;

/** Checks what the user is told when something fails at a PgBouncer or behind it. The server is stopped meanwhile. */
export async function checkPgBouncerErrors(server: PostgresServer, checks: Checks): Promise<void> {
  await checkStatementMode(server, checks);
  const bouncer = await startPgBouncer(server, {
    default_pool_size: 1,
    max_client_conn: 2,
    query_wait_timeout: 1,
    server_login_retry: 1,
  });
  try {
    await checkRefusals(bouncer, checks);
    await checkFullPool(bouncer, checks);
    await checkOutage(server, bouncer, checks);
  } finally {
    await bouncer.close();
  }
}

async function checkStatementMode(server: PostgresServer, checks: Checks): Promise<void> {
  const bouncer = await startPgBouncer(server, { pool_mode: 'statement' });
  try {
    checks.same('pgbouncer, statement mode', told(await failureOf(bouncer.url())), {
      message: `The connection pooler at 127.0.0.1:${bouncer.port} works in statement mode (pool_mode = statement), which allows no transactions, and all datasets are read in one. Set pool_mode = transaction or session for this database, or name PostgreSQL itself in postgres-url.`,
      code: '08P01',
      retryable: false,
    });
  } finally {
    await bouncer.close();
  }
}

async function checkRefusals(bouncer: PgBouncer, checks: Checks): Promise<void> {
  const at = `PostgreSQL at 127.0.0.1:${bouncer.port}`;
  checks.same('pgbouncer, wrong password', told(await failureOf(bouncer.url({ password: 'wrong' }))), {
    message: `${at} rejected the password of user "postgres". Check both in postgres-url, where special characters must be percent-encoded (@ as %40).`,
    code: '28P01',
    retryable: false,
  });
  checks.same('pgbouncer, unknown database', told(await failureOf(bouncer.url({ database: 'nowhere' }))), {
    message: `${at} has no database "nowhere". Check the name at the end of postgres-url.`,
    code: '3D000',
    retryable: false,
  });
  const withOptions = `${bouncer.url()}&options=-c%20lock_timeout%3D1`;
  checks.same('pgbouncer, options in the URL', told(await failureOf(withOptions)), {
    message: `The connection pooler at 127.0.0.1:${bouncer.port} refuses options in postgres-url. Remove options, or add it to the pooler's ignore_startup_parameters.`,
    code: '08P01',
    retryable: false,
  });
  const elsewhere = await withSnapshot({ url: `${bouncer.url()}&search_path=elsewhere` }, (snapshot) =>
    readTexts(snapshot, "SELECT current_setting('search_path')"),
  );
  checks.same('pgbouncer, search_path in the URL', elsewhere, [['elsewhere']]);
}

async function checkFullPool(bouncer: PgBouncer, checks: Checks): Promise<void> {
  await withSnapshot({ url: bouncer.url(), retryDelaysMs: [] }, async (snapshot) => {
    await readTexts(snapshot, 'SELECT 1::text');
    checks.same('pgbouncer, pool in use', told(await failureOf(bouncer.url())), {
      message: `The connection pooler at 127.0.0.1:${bouncer.port} had no connection to PostgreSQL free in time (query_wait_timeout). Run again later, raise its default_pool_size, and check that PostgreSQL runs behind it.`,
      code: '08P01',
      retryable: true,
    });
    const other = new Client(bouncer.url());
    await other.connect();
    checks.same('pgbouncer, too many clients', told(await failureOf(bouncer.url())), {
      message: `The connection pooler at 127.0.0.1:${bouncer.port} takes no more connections (max_client_conn). Run again later, or raise max_client_conn in its settings.`,
      code: '08P01',
      retryable: true,
    });
    await other.end();
  });
  const next = new Client(bouncer.url());
  await next.connect();
  const [{ settings }] = (await next.query(SESSION_SETTINGS)).rows;
  checks.same('pgbouncer, settings the next client finds', settings, 'read committed off 0 0 0');
  await next.end();
}

async function checkOutage(server: PostgresServer, bouncer: PgBouncer, checks: Checks): Promise<void> {
  let stopped: Promise<void> | undefined;
  const read = withSnapshot({ url: bouncer.url(), retryDelaysMs: [] }, (snapshot) =>
    snapshot.copyRows(ROWS, 1, () => {
      stopped ??= server.stop();
    }),
  );
  checks.same('pgbouncer, server stopped in the middle of the rows', told(await read.then(fail, (e) => e)), {
    message: `PostgreSQL at 127.0.0.1:${bouncer.port} ended the session, as it does when it restarts or an administrator ends it.`,
    code: '57P01',
    retryable: true,
  });
  await stopped;
  // The first to ask waits for a connection; from then on the pooler says that it gets none.
  await failureOf(bouncer.url());
  checks.same('pgbouncer, server away', told(await failureOf(bouncer.url())), {
    message: `The connection pooler at 127.0.0.1:${bouncer.port} cannot log in to the PostgreSQL behind it. Check that PostgreSQL runs there; the pooler's log says what is wrong.`,
    code: '08P01',
    retryable: true,
  });
  const retried = withSnapshot({ url: bouncer.url() }, (snapshot) => readTexts(snapshot, 'SELECT 1::text'));
  await sleep(1000);
  await server.start();
  checks.same('pgbouncer, server back within the retries', await retried, [['1']]);
}

function fail(): never {
  throw new Error('nothing failed');
}
