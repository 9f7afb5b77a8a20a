import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type RetryEvent, withSnapshot } from '../../src/postgres/snapshot.ts';
import { failureOf, told } from '../support/postgres/failure.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';
import { type Standby, startStandby } from '../support/postgres/standby.ts';

const COUNT = 'SELECT count(*)::text FROM complaints';
const SLOW = 'SELECT pg_sleep(0.01)::text || message FROM complaints';

let primary: PostgresServer;
let standby: Standby;

beforeAll(async () => {
  primary = await startPostgres({ settings: { autovacuum: 'off' } });
  await primary.query('CREATE TABLE complaints (message text)');
  standby = await startStandby(primary);
});

afterAll(async () => {
  await standby.close();
  await primary.close();
});

beforeEach(async () => {
  await primary.query('TRUNCATE complaints');
  await primary.query("INSERT INTO complaints SELECT 'sadak ' || n FROM generate_series(1, 1000) AS n");
  await standby.catchUp();
});

function conflict() {
  return {
    message: `PostgreSQL at 127.0.0.1:${standby.port} is a standby and cancelled the query to replay changes of its primary. Read from the primary, or raise max_standby_streaming_delay or set hot_standby_feedback = on on the standby.`,
    code: '40001',
    retryable: true,
  };
}

/** Removes rows on the primary that a snapshot on the standby may still need. */
async function removeRows(): Promise<void> {
  await primary.query("DELETE FROM complaints WHERE message LIKE '%0'");
  await primary.query('VACUUM (TRUNCATE false) complaints');
}

test('a standby is read like any other server', async () => {
  const read = withSnapshot({ url: standby.url, retryDelaysMs: [] }, (snapshot) =>
    readTexts(snapshot, COUNT),
  );
  expect(await read).toEqual([['1000']]);
});

test('rows that are vacuumed on the primary while they are read', async () => {
  const failure = failureOf(standby.url, SLOW);
  const isRead = "SELECT FROM pg_stat_activity WHERE query LIKE 'COPY%' AND query LIKE '%pg_sleep%'";
  while ((await standby.query(isRead)).length === 0);
  await removeRows();
  expect(told(await failure)).toEqual(conflict());
});

test('rows that are vacuumed on the primary between two queries', async () => {
  const read = withSnapshot({ url: standby.url, retryDelaysMs: [] }, async (snapshot) => {
    await readTexts(snapshot, COUNT);
    await removeRows();
    await standby.catchUp();
    return readTexts(snapshot, COUNT);
  });
  await expect(read).rejects.toMatchObject(conflict());
});

test('the next attempt reads the rows that are left', async () => {
  const events: RetryEvent[] = [];
  const read = withSnapshot(
    { url: standby.url, retryDelaysMs: [10], onRetry: (event) => events.push(event) },
    async (snapshot) => {
      const before = await readTexts(snapshot, COUNT);
      if (events.length === 0) await removeRows();
      await standby.catchUp();
      return [...before, ...(await readTexts(snapshot, COUNT))];
    },
  );
  expect(await read).toEqual([['900'], ['900']]);
  expect(events.map(({ error }) => told(error))).toEqual([conflict()]);
});
