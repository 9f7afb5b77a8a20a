import { createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { PostgresError } from '../../src/postgres/postgres-error.ts';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { type PostgresServer, startPostgres, type UrlParts } from '../support/postgres/server.ts';

// Contains the characters that have to be encoded, so that both forms can be looked for.
const CANARY = 'canary@se/cret';
const SECRETS = [CANARY, encodeURIComponent(CANARY), 'canary', 'sadak bigriyo'];

let server: PostgresServer;
let at: string;
let database: string;

beforeAll(async () => {
  server = await startPostgres();
  at = `PostgreSQL at 127.0.0.1:${server.port}`;
  database = `in database "postgres" of ${at}`;
  await server.query(`CREATE ROLE reader LOGIN PASSWORD '${CANARY}'`);
  await server.query(`CREATE ROLE "Big Reader" LOGIN PASSWORD '${CANARY}'`);
  await server.query(
    "CREATE TABLE complaints (id serial, message text); INSERT INTO complaints (message) VALUES ('sadak bigriyo')",
  );
  await server.query('CREATE SCHEMA hidden; CREATE TABLE hidden.t ()');
  await server.createDatabase('closed');
  await server.query('REVOKE CONNECT ON DATABASE closed FROM PUBLIC');
});

afterAll(() => server.close());

const fakes: (() => void)[] = [];
afterEach(() => {
  for (const close of fakes.splice(0)) close();
});

async function failureOf(url: string, query = 'SELECT 1::text'): Promise<PostgresError> {
  const error = await withSnapshot({ url, retryDelaysMs: [] }, (snapshot) => readTexts(snapshot, query)).then(
    () => new Error('nothing failed'),
    (error) => error,
  );
  expect(error.name).toBe('PostgresError');
  for (const secret of SECRETS) expect(error.message).not.toContain(secret);
  return error;
}

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

describe('while connecting', () => {
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
      'The database asks for the password of user "reader", and postgres-url holds none. It goes between the user and the host, as in postgresql://user:password@host/database.',
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

  test('no answer in time', async () => {
    const fake = await fakeServer(() => {});
    expect(await failureOf(`${fake.url}?connect_timeout=1`)).toMatchObject({
      message: `PostgreSQL at 127.0.0.1:${fake.port} did not answer within 1 s. Check that the host and port in postgres-url are right and that its firewall lets this machine in; connect_timeout=<seconds> in postgres-url waits longer.`,
      code: 'ETIMEDOUT',
      retryable: true,
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
});

describe('while reading', () => {
  test('a missing table', async () => {
    const search = `There is no table "%" ${database}. Check that postgres-url names the right database and that the table is on the search_path of user "reader".`;
    expect(await failureOf(server.url(asReader()), 'SELECT FROM misclassified_complaints')).toMatchObject({
      message: search.replace('%', 'misclassified_complaints'),
      code: '42P01',
      retryable: false,
    });
    expect((await failureOf(server.url(), 'SELECT FROM "Sadak sadak bigriyo"')).message).toBe(
      `There is no such table as the query names ${database}. Check that postgres-url names the right database and that the table is on the search_path of user "postgres".`,
    );
  });

  test('a missing column', async () => {
    const queries = ['SELECT department FROM complaints', 'SELECT c.department FROM complaints c'];
    for (const query of queries) {
      expect(await failureOf(server.url(), query)).toMatchObject({
        message: `There is no column "department" ${database}. The tables must have the columns that the README's section on tables lists.`,
        code: '42703',
        retryable: false,
      });
    }
  });

  test('a missing right', async () => {
    const denied = await failureOf(server.url(asReader()), 'SELECT message FROM complaints');
    expect(denied).toMatchObject({
      message: `User "reader" may not read table "complaints" of ${at}. Have its owner run: GRANT SELECT ON complaints TO reader;`,
      code: '42501',
      retryable: false,
    });
    const bigReader = server.url(asReader({ user: 'Big Reader' }));
    expect((await failureOf(bigReader, 'SELECT FROM hidden.t')).message).toBe(
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
    while ((await server.query(cancel)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await failure).message).toBe(`The query was cancelled on ${at} by an administrator.`);
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
      message: `${at} reported an error (SQLSTATE 22P02). Its log says what is wrong.`,
      retryable: false,
    });
    expect((error.cause as Error).message).toContain('sadak bigriyo');
  });

  test('a query with another number of columns', async () => {
    expect((await failureOf(server.url(), 'SELECT 1::text, 2::text')).message).toBe(
      `What ${at} sent is not PostgreSQL's binary COPY format: row 1 has 2 fields instead of 1.`,
    );
  });
});
