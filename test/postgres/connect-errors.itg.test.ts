import { createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CANARY, createReader, failureOf } from '../support/postgres/canary-reader.ts';
import { type PostgresServer, startPostgres, type UrlParts } from '../support/postgres/server.ts';

let server: PostgresServer;
let at: string;

beforeAll(async () => {
  server = await startPostgres();
  at = `PostgreSQL at 127.0.0.1:${server.port}`;
  await createReader(server, 'reader');
  await server.createDatabase('closed');
  await server.query('REVOKE CONNECT ON DATABASE closed FROM PUBLIC');
});

afterAll(() => server.close());

const fakes: (() => void)[] = [];
afterEach(() => {
  for (const close of fakes.splice(0)) close();
});

function asReader(parts: UrlParts = {}): UrlParts {
  return { user: 'reader', password: CANARY, ...parts };
}

/** A server that does with each connection what `answer` does. */
async function fakeServer(answer: (socket: Socket) => void): Promise<{ url: string; port: number }> {
  const fake = createServer((socket) => {
    socket.on('error', () => {});
    fakes.push(() => socket.destroy());
    answer(socket);
  });
  await new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve));
  fakes.push(() => fake.close());
  const { port } = fake.address() as { port: number };
  return { url: `postgresql://reader:${encodeURIComponent(CANARY)}@127.0.0.1:${port}/postgres`, port };
}

test.each([['canary@wrong'], [`${CANARY}%40`]])('a wrong password', async (password) => {
  expect(await failureOf(server.url(asReader({ password })))).toMatchObject({
    message: `${at} rejected the password of user "reader". Check both in postgres-url, where special characters must be percent-encoded (@ as %40).`,
    code: '28P01',
    retryable: false,
    cause: { message: 'password authentication failed for user "reader"' },
  });
});

test('no password', async () => {
  const { message, retryable } = await failureOf(`postgres://reader@127.0.0.1:${server.port}/postgres`);
  expect(message).toBe(
    'The database asks for the password of user "reader", but postgres-url has none. Write it between the user and the host, as in postgresql://user:password@host/database.',
  );
  expect(retryable).toBe(false);
});

test('an unknown database', async () => {
  const url = server
    .url(asReader())
    .replace('/postgres?', '/nowhere?')
    .replace(/\/postgres$/, '/nowhere');
  expect(await failureOf(url)).toMatchObject({
    message: `${at} has no database "nowhere". Check the name at the end of postgres-url.`,
    code: '3D000',
    retryable: false,
  });
});

test('a database the user may not connect to', async () => {
  const url = server.url(asReader()).replace(/\/postgres$/, '/closed');
  expect((await failureOf(url)).message).toBe(
    `User "reader" may not connect to database "closed" of ${at}. Have its owner run: GRANT CONNECT ON DATABASE closed TO reader;`,
  );
});

test('no connection left', async () => {
  await server.query('ALTER ROLE reader CONNECTION LIMIT 0');
  expect(await failureOf(server.url(asReader()))).toMatchObject({
    message: `${at} has no connection left for user "reader". Run again later, raise its connection limit, or connect through a pooler.`,
    code: '53300',
    retryable: true,
  });
  await server.query('ALTER ROLE reader CONNECTION LIMIT -1');
});

test('nothing that listens, at one address and at several', async () => {
  for (const host of ['127.0.0.1', 'localhost']) {
    expect(await failureOf(`postgres://u:p@${host}:1/d`)).toMatchObject({
      message: `Nothing accepts connections at ${host}:1. Check the host and port in postgres-url, and that PostgreSQL runs and listens there.`,
      code: 'ECONNREFUSED',
      retryable: true,
    });
  }
});

test('no Unix socket', async () => {
  expect(await failureOf('postgres://u:p@/d?host=/no/such&port=7')).toMatchObject({
    message: 'The Unix socket /no/such/.s.PGSQL.7 cannot be opened (ENOENT). Check host in postgres-url.',
    retryable: false,
  });
});

test('a connection that is closed at once', async () => {
  const fake = await fakeServer((socket) => socket.end());
  expect(await failureOf(fake.url)).toMatchObject({
    message: `PostgreSQL at 127.0.0.1:${fake.port} closed the connection before the session began.`,
    retryable: true,
  });
});

test('another protocol', async () => {
  const fake = await fakeServer((socket) =>
    socket.once('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')),
  );
  expect(await failureOf(fake.url)).toMatchObject({
    message: `What answers at 127.0.0.1:${fake.port} does not speak PostgreSQL's protocol. Check host and port in postgres-url.`,
    retryable: false,
  });
});

test.each(['HTTP/1.1 400 Bad Request\r\n\r\n', 'SSH-2.0-OpenSSH_9.6\r\n', '220 mail ESMTP\r\n', 'ERROR\r\n'])(
  'another protocol, without TLS: %j',
  async (greeting) => {
    const fake = await fakeServer((socket) => socket.write(greeting));
    expect(await failureOf(`${fake.url}?sslmode=disable&connect_timeout=20`)).toMatchObject({
      message: `What answers at 127.0.0.1:${fake.port} does not speak PostgreSQL's protocol. Check host and port in postgres-url.`,
      code: 'NOT_POSTGRES',
      retryable: false,
    });
  },
);

test('the words of a pooler', async () => {
  const words = Buffer.from('SFATAL\0CXX000\0MTenant or user\nnot found\0\0');
  const fake = await fakeServer((socket) =>
    socket.once('data', () => {
      const length = Buffer.alloc(4);
      length.writeInt32BE(words.length + 4);
      socket.end(Buffer.concat([Buffer.from('E'), length, words]));
    }),
  );
  expect((await failureOf(`${fake.url}?sslmode=disable`)).message).toBe(
    `PostgreSQL at 127.0.0.1:${fake.port} refused the session (SQLSTATE XX000): Tenant or user not found.`,
  );
});
