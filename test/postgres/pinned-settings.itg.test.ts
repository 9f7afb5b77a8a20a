import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { options, server, startServer } from './snapshot-scene.ts';

startServer();

beforeAll(async () => {
  await server.query(`
    CREATE SCHEMA "sché'\\ma";
    CREATE TABLE "sché'\\ma".where_it_is AS SELECT 1 AS n;
    CREATE ROLE other`);
});

/** Values that no session of the action has, by the settings that a SELECT can change. */
const CHANGED = {
  client_encoding: 'LATIN1',
  role: 'other',
  search_path: 'pg_catalog',
  statement_timeout: '123456',
  lock_timeout: '123456',
  idle_in_transaction_session_timeout: '123456',
  client_connection_check_interval: '123456',
  TimeZone: 'Asia/Kathmandu',
  DateStyle: 'German, DMY',
  IntervalStyle: 'sql_standard',
  extra_float_digits: '-15',
  bytea_output: 'escape',
  xmlbinary: 'hex',
  xmloption: 'document',
  lc_monetary: 'POSIX',
  lc_numeric: 'POSIX',
  lc_time: 'POSIX',
  default_text_search_config: 'pg_catalog.german',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  transform_null_equals: 'on',
  quote_all_identifiers: 'on',
  row_security: 'on',
};

const NOW = `SELECT ${Object.keys(CHANGED)
  .map((name) => `pg_catalog.current_setting('${name}')::text`)
  .join(', ')}`;
const CHANGE = (isLocal: boolean) =>
  `SELECT ${Object.entries(CHANGED)
    .map(([name, value]) => `pg_catalog.set_config('${name}', '${value}', ${isLocal})::text`)
    .join(', ')}`;
const COLUMNS = Object.keys(CHANGED).length;

test.each([true, false])(
  'a SELECT changes no setting for the next one, of the transaction: %s',
  async (isLocal) => {
    const url = server.url({ params: { search_path: `"sché'\\ma",public` } });
    const [before, changed, after] = await withSnapshot(options({ url }), async (snapshot) => [
      await readTexts(snapshot, NOW, COLUMNS),
      await readTexts(snapshot, CHANGE(isLocal), COLUMNS),
      await readTexts(snapshot, `${NOW} FROM where_it_is`, COLUMNS),
    ]);
    expect(after).toEqual(before);
    const same = changed[0].filter((value, index) => value === before[0][index]);
    expect(same).toEqual([]);
  },
);

test('a SELECT lifts no time limit of the next one', async () => {
  const url = server.url({ params: { statement_timeout: '300' } });
  const reading = withSnapshot(options({ url }), async (snapshot) => {
    await readTexts(snapshot, "SELECT pg_catalog.set_config('statement_timeout', '0', true)", 1);
    await readTexts(snapshot, 'SELECT pg_catalog.pg_sleep(60)::text', 1);
  });
  await expect(reading).rejects.toMatchObject({ code: '57014' });
});

test('what the role is set to and the URL does not say stays as it was', async () => {
  await server.query("CREATE ROLE limited LOGIN SUPERUSER PASSWORD 'password'");
  await server.query("ALTER ROLE limited SET search_path = 'pg_toast', 'public'");
  await server.query("ALTER ROLE limited SET role = 'other'");
  const rows = await withSnapshot(options({ url: server.url({ user: 'limited' }) }), async (snapshot) => {
    await readTexts(snapshot, "SELECT pg_catalog.set_config('role', 'limited', true)", 1);
    return readTexts(snapshot, "SELECT current_setting('search_path'), current_user::text", 2);
  });
  expect(rows).toEqual([['pg_toast, public', 'other']]);
});

test('settings are pinned without a round trip of their own', async () => {
  const turnsOf = async (statements: number) => {
    const proxy = await countTurns(server.port);
    const url = server.url().replace(`:${server.port}`, `:${proxy.port}`);
    await withSnapshot(options({ url }), async (snapshot) => {
      for (let index = 0; index < statements; index++)
        await readTexts(snapshot, 'SELECT n::text FROM numbers');
    });
    await proxy.close();
    return proxy.turns();
  };
  // A COPY takes two: its parse and its execution.
  expect((await turnsOf(4)) - (await turnsOf(1))).toBe(3 * 2);
});

test('rows are read however the answers are cut', async () => {
  const proxy = createServer((client) => {
    const upstream = connect(server.port, '127.0.0.1').setNoDelay();
    client.setNoDelay().pipe(upstream);
    let sending = Promise.resolve();
    upstream.on('data', (chunk) => {
      sending = sending.then(async () => {
        for (const byte of chunk) {
          client.write(Buffer.of(byte));
          await setImmediate();
        }
      });
    });
    client.on('error', () => upstream.destroy());
    client.on('close', () => upstream.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const url = server.url().replace(`:${server.port}`, `:${port}`);
  const rows = await withSnapshot(options({ url }), async (snapshot) => [
    await readTexts(snapshot, 'SELECT n::text FROM numbers ORDER BY n'),
    await readTexts(snapshot, "SELECT 'last'"),
  ]);
  expect(rows).toEqual([[['1'], ['2'], ['3']], [['last']]]);
  proxy.close();
});

/** A proxy that counts how often the client speaks after the server has. */
async function countTurns(port: number) {
  let turns = 0;
  let last: 'client' | 'server' = 'server';
  const proxy = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    client.on('data', (chunk) => {
      if (last === 'server') turns++;
      last = 'client';
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      last = 'server';
      client.write(chunk);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    turns: () => turns,
    close: () => new Promise((resolve) => proxy.close(resolve)),
  };
}
