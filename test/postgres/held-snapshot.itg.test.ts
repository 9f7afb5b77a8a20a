import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { connect } from '../../src/postgres/connect.ts';
import { parseConnectionUrl } from '../../src/postgres/connection-settings.ts';
import { type HeldSnapshot, holdSnapshot } from '../../src/postgres/held-snapshot.ts';
import { BEGIN } from '../../src/postgres/session-settings.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';

const HOLDER = "application_name = 'holder'";
/** No test lasts so long: what is noticed is not noticed by the heartbeat. */
const NEVER_MS = 3_600_000;

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
  await server.query('CREATE TABLE counted AS SELECT 1 AS number');
});

afterAll(() => server.close());

async function hold<T>(work: (held: HeldSnapshot) => Promise<T>, heartbeatMs = NEVER_MS): Promise<T> {
  const settings = parseConnectionUrl(server.url());
  const connection = await connect({ settings, ca: undefined, applicationName: 'holder' }, undefined);
  try {
    await connection.query(BEGIN);
    return await holdSnapshot(connection, settings, work, heartbeatMs);
  } finally {
    await connection.close();
  }
}

test('other sessions see what it saw', async () => {
  const counts = await hold(async ({ sessionStart }) => {
    await server.query('INSERT INTO counted VALUES (2)');
    const client = new Client({ connectionString: server.url() });
    await client.connect();
    await client.query(sessionStart);
    const { rows } = await client.query('SELECT count(*)::integer AS count FROM counted');
    await client.end();
    return [rows[0].count, (await server.query('SELECT count(*)::integer AS count FROM counted'))[0].count];
  });
  expect(counts).toEqual([1, 2]);
});

test('its loss is noticed at once', async () => {
  const held = hold(async ({ signal }) => {
    const aborted = once(signal, 'abort');
    await server.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${HOLDER}`);
    await aborted;
  });
  await expect(held).rejects.toMatchObject({ name: 'PostgresError', code: '57P01', retryable: true });
});

test('a heartbeat keeps it from being idle', async () => {
  const beats = async () => {
    const [{ beat }] = await server.query(
      `SELECT state_change::text AS beat FROM pg_stat_activity WHERE ${HOLDER}`,
    );
    return beat;
  };
  await hold(async () => {
    const first = await beats();
    while ((await beats()) === first);
  }, 10);
});
