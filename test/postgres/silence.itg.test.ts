import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { connect, type WaitEvent } from '../../src/postgres/connect.ts';
import { parseConnectionUrl } from '../../src/postgres/connection-settings.ts';
import { describeWait } from '../../src/postgres/describe-wait.ts';
import { holdSnapshot } from '../../src/postgres/held-snapshot.ts';
import { BEGIN } from '../../src/postgres/session-settings.ts';
import { type Snapshot, withSnapshot } from '../../src/postgres/snapshot.ts';
import type { WaitLimits } from '../../src/postgres/waits.ts';
import { told } from '../support/postgres/failure.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';
import { type Silence, type SilentProxy, startSilentProxy } from '../support/postgres/silent-proxy.ts';
import { originOf } from '../support/statements.ts';

const ROWS = "SELECT repeat('x', 1000) FROM generate_series(1, 2000)";
const SHORT: Partial<WaitLimits> = { graceMs: 500, silenceMs: 600, heartbeatMs: 400, reportMs: 200 };
const NO_ANSWER =
  'The server, or a proxy or pooler before it, no longer answers. Check that it runs, and run again.';

let server: PostgresServer;
let proxy: SilentProxy;

beforeAll(async () => {
  server = await startPostgres();
});

afterEach(() => proxy.close());
afterAll(() => server.close());

/** Reads through a proxy that falls silent, and returns the error and the lines of the log. */
async function readSilenced(
  silence: Silence,
  params: Record<string, string>,
  read: (snapshot: Snapshot) => Promise<unknown>,
) {
  proxy = await startSilentProxy(server.port, silence);
  const lines: string[] = [];
  const error = await withSnapshot(
    {
      url: server.url({ params }).replace(`:${server.port}/`, `:${proxy.port}/`),
      retryDelaysMs: [],
      limits: SHORT,
      onWait: (event) => lines.push(describeWait(event)),
    },
    read,
  ).then(
    () => undefined,
    (thrown) => told(thrown),
  );
  return { error, lines, at: `PostgreSQL at 127.0.0.1:${proxy.port}` };
}

const copy = (snapshot: Snapshot) => snapshot.copyRows(ROWS, 1, () => {}, originOf(ROWS));

test('in mid-COPY', async () => {
  const silence = { after: /COPY \(/, bytes: 100_000 };
  const { error, lines, at } = await readSilenced(silence, { statement_timeout: '1000' }, copy);
  expect(error).toEqual({
    message: expect.stringMatching(
      `^The corrections of source tickets \\(line 3 of datasets.yml\\) could not be read for dataset answers\\. ${at} did not send all rows in database "postgres" within 1\\.5 s: its statement timeout of 1 s should have ended the statement before\\. \\d\\d rows had arrived, the last byte [\\d.]+ m?s before\\. ${NO_ANSWER}$`,
    ),
    code: 'ETIMEDOUT',
    retryable: false,
  });
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines)
    expect(line).toMatch(/^Still reading `tickets\.corrections`: \d\d rows so far, \d( s| ms)\.$/);
});

test('before the first row', async () => {
  const { error, lines } = await readSilenced({ after: /COPY \(/ }, { statement_timeout: '1000' }, copy);
  expect(error?.message).toContain('0 rows had arrived');
  expect(lines[0]).toMatch(/^Still reading `tickets\.corrections`: no row so far, /);
});

test('without a statement timeout', async () => {
  const silence = { after: /COPY \(/, bytes: 100_000 };
  const { error, at } = await readSilenced(silence, { statement_timeout: '0' }, copy);
  expect(error).toMatchObject({ code: 'ETIMEDOUT', retryable: false });
  expect(error?.message).toMatch(
    new RegExp(
      `answers\\. ${at} sent no byte for [\\d.]+ m?s, although it had to send all rows in database "postgres"\\.`,
    ),
  );
  expect(error?.message).toContain('set statement_timeout=<milliseconds> to more than it takes');
});

test('without a statement timeout, rows that go on arriving are no silence', async () => {
  const slow = "SELECT repeat('x', 10000) || pg_sleep(0.1) FROM generate_series(1, 30)";
  const url = server.url({ params: { statement_timeout: '0' } });
  proxy = await startSilentProxy(server.port, { after: /never/ });
  const limits = { ...SHORT, silenceMs: 2500 };
  const rows = await withSnapshot({ url, retryDelaysMs: [], limits }, (snapshot) =>
    snapshot.copyRows(slow, 1, () => {}),
  );
  expect(rows).toBe(30);
});

test('while SELECTs are described', async () => {
  const describe = (snapshot: Snapshot) => snapshot.describe([{ sql: 'SELECT 1 AS one' }]);
  const { error, lines, at } = await readSilenced(
    { after: /AS one/ },
    { statement_timeout: '500' },
    describe,
  );
  expect(error).toEqual({
    message: expect.stringMatching(
      `^${at} did not describe the SELECTs in database "postgres" within 1 s: its statement timeout of 500 ms should have ended the statement before\\. The last byte arrived (1|[\\d.]+) m?s before\\. ${NO_ANSWER}$`,
    ),
    code: 'ETIMEDOUT',
    retryable: false,
  });
  expect(lines[0]).toMatch(/^Still waiting for the database to describe the SELECTs: \d( s| ms)\.$/);
});

test('after BEGIN', async () => {
  const { error, at } = await readSilenced({ after: /BEGIN ISO/ }, { connect_timeout: '3' }, copy);
  expect(error).toEqual({
    message: `${at} did not begin a transaction in database "postgres" within 3 s (connect_timeout). All connections of a pooler may be in use, or a server or proxy no longer works. Check them. To wait longer, set connect_timeout=<seconds> in postgres-url.`,
    code: 'ETIMEDOUT',
    retryable: true,
  });
});

test('at COMMIT, when all rows are read', async () => {
  const { error } = await readSilenced({ after: /COMMIT/ }, {}, copy);
  expect(error).toBeUndefined();
  expect(proxy.silenced()).toBe(1);
});

test('while others read on its snapshot', async () => {
  proxy = await startSilentProxy(server.port, { after: /SELECT\0/ });
  const settings = parseConnectionUrl(server.url().replace(`:${server.port}/`, `:${proxy.port}/`));
  const events: WaitEvent[] = [];
  const connection = await connect(
    {
      settings,
      ca: undefined,
      applicationName: 'holder',
      limits: SHORT,
      onWait: (event) => events.push(event),
    },
    undefined,
  );
  try {
    await connection.query(BEGIN);
    const held = holdSnapshot(connection, settings, ({ signal }) => once(signal, 'abort'), 10);
    await expect(held).rejects.toMatchObject({
      message: `PostgreSQL at 127.0.0.1:${proxy.port} did not give a sign of life of the snapshot that Spark reads in database "postgres" within 400 ms. ${NO_ANSWER}`,
      code: 'ETIMEDOUT',
      retryable: false,
    });
  } finally {
    await connection.close();
  }
  expect(events[0]).toMatchObject({ rows: null, origin: undefined });
});
