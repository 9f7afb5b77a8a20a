import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type RetryEvent, withSnapshot } from '../../src/postgres/snapshot.ts';
import { listen } from '../support/http/listen.ts';
import { failureOf, told } from '../support/postgres/failure.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';
import { PASSWORD_REQUEST, startAnswer } from '../support/postgres/wire.ts';

let server: PostgresServer;
let at: string;

beforeAll(async () => {
  server = await startPostgres({
    settings: { max_connections: '3', superuser_reserved_connections: '1', max_wal_senders: '0' },
  });
  at = `PostgreSQL at 127.0.0.1:${server.port}`;
  await server.query("CREATE ROLE reader LOGIN PASSWORD 'secret'");
});

afterAll(() => server.close());

/** Reads with retries, and returns what they were told. */
async function readWithRetries(retryDelaysMs: number[], onRetry: (event: RetryEvent) => void = () => {}) {
  const events: RetryEvent[] = [];
  const rows = await withSnapshot(
    {
      url: asReader(),
      retryDelaysMs,
      onRetry: (event) => {
        events.push(event);
        onRetry(event);
      },
    },
    (snapshot) => readTexts(snapshot, 'SELECT 1::text'),
  );
  return { rows, events: events.map(({ error, ...event }) => ({ ...event, error: told(error) })) };
}

function asReader(params: Record<string, string> = {}): string {
  return server.url({ user: 'reader', password: 'secret', params });
}

test('a server that is started after the first attempts', async () => {
  await server.stop();
  // Enough attempts for a loaded machine to start it.
  const delays = [500, 1000, ...Array<number>(40).fill(500)];
  let started: Promise<void> | undefined;
  const { rows, events } = await readWithRetries(delays, ({ attempt }) => {
    if (attempt === 2) started = server.start();
  });
  await started;
  const error = {
    message: `Nothing accepts connections at 127.0.0.1:${server.port}. Check the host and port in postgres-url, and that PostgreSQL runs and listens there.`,
    code: 'ECONNREFUSED',
    retryable: true,
  };
  expect(rows).toEqual([['1']]);
  expect(events.slice(0, 2)).toEqual(
    [500, 1000].map((delayMs, index) => ({ attempt: index + 1, attempts: 43, delayMs, error })),
  );
});

test('a server that is shutting down', async () => {
  await withSnapshot({ url: asReader(), retryDelaysMs: [] }, async () => {
    process.kill(await server.pid(), 'SIGTERM');
    const isShuttingDown = async () => (await failureOf(asReader()).catch(() => undefined))?.code === '57P03';
    while (!(await isShuttingDown()));
    expect(told(await failureOf(asReader()))).toEqual({
      message: `${at} is starting up or shutting down. Run again later.`,
      code: '57P03',
      retryable: true,
    });
    await server.stop();
  });
  await server.start();
});

describe('a server with no connection left', () => {
  const clients: Client[] = [];

  afterEach(async () => {
    for (const client of clients.splice(0)) await client.end();
  });

  async function occupy(url: string): Promise<void> {
    const client = new Client(url);
    clients.push(client);
    await client.connect();
  }

  const noneLeft = () => ({
    message: `${at} has no connection left for user "reader". Run again later, raise its connection limit, or connect through a pooler.`,
    code: '53300',
    retryable: true,
  });

  test('but the one it keeps for superusers', async () => {
    for (const url of [server.url(), server.url()]) await occupy(url);
    expect(told(await failureOf(asReader()))).toEqual(noneLeft());
  });

  test('at all, until another session ends', async () => {
    for (const url of [server.url(), server.url(), server.url()]) await occupy(url);
    const { rows, events } = await readWithRetries([500], () => {
      for (const client of clients.splice(0)) void client.end();
    });
    expect(rows).toEqual([['1']]);
    expect(events.map(({ error }) => error)).toEqual([noneLeft()]);
  });
});

describe('a server that hangs', () => {
  const hangs = (port: number, before: string) => ({
    message: `A server at 127.0.0.1:${port} accepted the connection, but did not answer ${before} within 1 s. A proxy, load balancer or pooler may have no running PostgreSQL behind it, or the server is stopped or overloaded. Check that PostgreSQL runs there. To wait longer, set connect_timeout=<seconds> in postgres-url.`,
    code: 'ETIMEDOUT',
    retryable: true,
  });

  test('after the kernel accepted the connection', async () => {
    const pid = await server.pid();
    process.kill(pid, 'SIGSTOP');
    try {
      const error = await failureOf(asReader({ connect_timeout: '1' }));
      expect(told(error)).toEqual(hangs(server.port, 'the request for TLS'));
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });

  test.each<[string, Buffer[], string]>([
    ['in the TLS handshake', [Buffer.from('S')], 'the TLS handshake'],
    ['after it said that it has no TLS', [Buffer.from('N')], 'the start of the session'],
    ['after it asked for a password', [Buffer.from('N'), PASSWORD_REQUEST], 'the log-in'],
    ['after it let the user in', [Buffer.from('N'), startAnswer()], 'the log-in to its end'],
  ])('%s', async (_, answers, before) => {
    const left = [...answers];
    const fake = createServer((socket) => socket.once('data', () => socket.write(left.shift() ?? '')));
    const { port, close } = await listen(fake);
    try {
      const url = `postgresql://reader:secret@127.0.0.1:${port}/postgres?sslmode=prefer&connect_timeout=1`;
      expect(told(await failureOf(url))).toEqual(hangs(port, before));
    } finally {
      await close();
    }
  });
});
