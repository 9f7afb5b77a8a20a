import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RetryEvent, withSnapshot } from '../../src/postgres/snapshot.ts';
import { told } from '../support/postgres/failure.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';

const ROWS = "SELECT pg_sleep(0.001)::text || repeat('x', 1000) FROM generate_series(1, 20000)";
const READERS = "FROM pg_stat_activity WHERE application_name = 'prepare-dataset'";

let server: PostgresServer;
let at: string;

beforeAll(async () => {
  server = await startPostgres();
  at = `PostgreSQL at 127.0.0.1:${server.port}`;
});

afterAll(() => server.close());

const ended = () => ({
  message: `${at} ended the session, as it does when it restarts or an administrator ends it.`,
  code: '57P01',
  retryable: true,
});
// Where it leaves unread what it was sent to end the query with, the connection is reset.
const broken = () => ({
  message: expect.stringMatching(
    /^The connection to \S+ at \S+ broke while rows were being read( \(ECONNRESET\))?\.$/,
  ),
  retryable: true,
});
const nobodyListens = () => ({
  message: `Nothing accepts connections at 127.0.0.1:${server.port}. Check the host and port in postgres-url, and that PostgreSQL runs and listens there.`,
  code: 'ECONNREFUSED',
  retryable: true,
});

/** Kills the process of a session as the kernel does when memory is short; the server then restarts itself. */
async function killSession(query: string): Promise<void> {
  const [{ pid }] = await server.query(query);
  process.kill(pid, 'SIGKILL');
}

async function restart(): Promise<void> {
  await server.stop();
  await server.start();
}

test.each<[string, () => Promise<unknown>, () => object]>([
  ['an administrator', () => server.query(`SELECT pg_terminate_backend(pid) ${READERS}`), ended],
  ['a restart of the server', restart, ended],
  ["the kernel, which kills the session's process", () => killSession(`SELECT pid ${READERS}`), broken],
  ['the kernel, which kills another', () => killSession('SELECT pg_backend_pid() AS pid'), broken],
])('rows are read anew when the session is ended by %s', async (_, strike, expected) => {
  const events: RetryEvent[] = [];
  const rows: number[] = [];
  let struck: Promise<unknown> | undefined;
  const read = withSnapshot(
    // Enough attempts for a loaded machine to start the server again.
    {
      url: server.url(),
      retryDelaysMs: [2000, ...Array<number>(40).fill(500)],
      onRetry: (event) => events.push(event),
    },
    (snapshot) => {
      const attempt = rows.push(0) - 1;
      return snapshot.copyRows(attempt === 0 ? ROWS : 'SELECT 1::text', 1, () => {
        rows[attempt]! += 1;
        struck ??= strike();
      });
    },
  );
  expect(await read).toBe(1);
  await struck;
  expect(rows).toEqual([expect.any(Number), 1]);
  expect(rows[0]).toBeLessThan(20_000);
  const [first, ...whileItStarts] = events.map(({ error }) => told(error));
  expect(first).toMatchObject(expected());
  for (const error of whileItStarts) expect(['ECONNREFUSED', '57P03', 'ECONNRESET']).toContain(error.code);
});

test('a server that goes away in the middle of the rows and stays away', async () => {
  const events: RetryEvent[] = [];
  let stopped: Promise<void> | undefined;
  const read = withSnapshot(
    { url: server.url(), retryDelaysMs: [1500, 10], onRetry: (event) => events.push(event) },
    (snapshot) =>
      snapshot.copyRows(ROWS, 1, () => {
        stopped ??= server.stop();
      }),
  );
  await expect(read).rejects.toMatchObject(nobodyListens());
  expect(events.map(({ error }) => told(error))).toEqual([ended(), nobodyListens()]);
  await stopped;
  await server.start();
});
