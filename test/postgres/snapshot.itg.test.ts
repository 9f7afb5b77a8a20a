import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { type SnapshotOptions, withSnapshot } from '../../src/postgres/snapshot.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { options, server, sessions, startServer } from './snapshot-scene.ts';

const MANY_ROWS = "SELECT repeat('x', 1000) FROM generate_series(1, 200000)";

startServer();

async function expectNoSessions(): Promise<void> {
  for (let i = 0; i < 100 && (await sessions()).length > 0; i++) await sleep(20);
  expect(await sessions()).toEqual([]);
}

describe('one snapshot', () => {
  test('does not see what is written while it is read', async () => {
    const count = 'SELECT count(*)::text FROM numbers';
    await withSnapshot(options(), async (snapshot) => {
      expect(await readTexts(snapshot, count)).toEqual([['3']]);
      await server.query('INSERT INTO numbers VALUES (4)');
      expect(await readTexts(snapshot, count)).toEqual([['3']]);
    });
    expect(await withSnapshot(options(), (snapshot) => readTexts(snapshot, count))).toEqual([['4']]);
    await server.query('DELETE FROM numbers WHERE n = 4');
  });

  test('cannot write', async () => {
    const write = withSnapshot(options(), (snapshot) => readTexts(snapshot, "SELECT nextval('s')::text"));
    await server.query('CREATE SEQUENCE s');
    await expect(write).rejects.toMatchObject({ name: 'PostgresError' });
    await expect(
      withSnapshot(options(), (snapshot) => readTexts(snapshot, "SELECT nextval('s')::text")),
    ).rejects.toMatchObject({ code: '25006' });
  });

  test('has the settings it is meant to have', async () => {
    const names = [
      'transaction_isolation',
      'transaction_read_only',
      'client_encoding',
      'statement_timeout',
      'application_name',
    ];
    const query = names.map((name) => `SELECT current_setting('${name}')`).join(' UNION ALL ');
    const read = (overrides: Partial<SnapshotOptions>) =>
      withSnapshot(options(overrides), async (snapshot) => (await readTexts(snapshot, query)).flat());
    expect(await read({})).toEqual(['repeatable read', 'on', 'UTF8', '30min', 'prepare-dataset']);
    const params = {
      statement_timeout: '90000',
      application_name: 'mine',
      options: '-c client_encoding=LATIN1',
    };
    expect(await read({ url: server.url({ params }), applicationName: 'other' })).toEqual([
      'repeatable read',
      'on',
      'UTF8',
      '90s',
      'mine',
    ]);
  });

  test('ends its session, also when the reader throws', async () => {
    expect(await withSnapshot(options(), async () => (await sessions()).length)).toBe(1);
    await expectNoSessions();
    const failure = new RangeError('from the reader');
    await expect(withSnapshot(options(), () => Promise.reject(failure))).rejects.toBe(failure);
    await expectNoSessions();
  });

  test('ends its session when the row handler throws in the middle', async () => {
    const failure = new RangeError('from the handler');
    let rows = 0;
    const read = withSnapshot(options(), (snapshot) =>
      snapshot.copyRows(MANY_ROWS, 1, () => {
        if (++rows === 500) throw failure;
      }),
    );
    const start = performance.now();
    await expect(read).rejects.toBe(failure);
    expect(rows).toBe(500);
    expect(performance.now() - start).toBeLessThan(2000);
    await expectNoSessions();
  });

  test('goes on after a query that failed only for its reader', async () => {
    const read = withSnapshot(options(), async (snapshot) => {
      await readTexts(snapshot, 'SELECT FROM nowhere').catch(() => {});
      return readTexts(snapshot, 'SELECT 1::text');
    });
    await expect(read).rejects.toMatchObject({ code: '25P02' });
    await expectNoSessions();
  });
});

describe('rows', () => {
  test('of 1 MB, of characters of 4 bytes, empty and NULL', async () => {
    const query = "SELECT repeat('😀', 262144), '', NULL::text FROM generate_series(1, 5)";
    const rows = await withSnapshot(options(), (snapshot) => readTexts(snapshot, query, 3));
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row).toEqual(['😀'.repeat(262_144), '', null]);
  });

  test('are counted, none or many, without their bytes being kept', async () => {
    await withSnapshot(options(), async (snapshot) => {
      expect(await snapshot.copyRows('SELECT 1::text WHERE false', 1, () => {})).toBe(0);
      const before = process.memoryUsage().rss;
      let bytes = 0;
      const rows = await snapshot.copyRows(MANY_ROWS, 1, ([text]) => {
        bytes += text!.length;
      });
      expect([rows, bytes]).toEqual([200_000, 200_000_000]);
      expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    });
  });

  test('come from a query that ends in a comment', async () => {
    const rows = await withSnapshot(options(), (snapshot) => readTexts(snapshot, 'SELECT 1::text -- one'));
    expect(rows).toEqual([['1']]);
  });
});

test('nothing is written to the process as a warning', async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error) => warnings.push(warning);
  process.on('warning', listen);
  for (const sslmode of ['prefer', 'require', 'verify-ca']) {
    const url = server.url({ params: { sslmode } });
    await withSnapshot(options({ url }), () => Promise.resolve()).catch(() => {});
  }
  await withSnapshot(options({ url: server.url().replace(':password', '') }), () => Promise.resolve()).catch(
    () => {},
  );
  await sleep(50);
  process.off('warning', listen);
  expect(warnings).toEqual([]);
});
