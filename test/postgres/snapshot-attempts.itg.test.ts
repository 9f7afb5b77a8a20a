import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { type RetryEvent, withSnapshot } from '../../src/postgres/snapshot.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { options, server, sessions, startServer } from './snapshot-scene.ts';

startServer();

test('begins anew when the session ends between two queries', async () => {
  let attempt = 0;
  const codes: (string | undefined)[] = [];
  const rows = await withSnapshot(
    options({ retryDelaysMs: [10], onRetry: ({ error }) => codes.push(error.code) }),
    async (snapshot) => {
      if (++attempt === 1) {
        const pid = (await sessions())[0]!.pid;
        await server.query('SELECT pg_terminate_backend($1)', [pid]);
        await sleep(100);
      }
      return readTexts(snapshot, 'SELECT 1::text');
    },
  );
  expect(rows).toEqual([['1']]);
  expect(codes).toEqual(['57P01']);
});

test('gives up after the last delay', async () => {
  const events: RetryEvent[] = [];
  const url = 'postgres://u:p@127.0.0.1:1/d';
  const read = withSnapshot(
    options({ url, retryDelaysMs: [1, 2], onRetry: (event) => events.push(event) }),
    () => Promise.resolve(),
  );
  await expect(read).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(events).toHaveLength(2);
});

test('does not help against a wrong password', async () => {
  const onRetry = () => {
    throw new Error('tried again');
  };
  const read = withSnapshot({ url: server.url({ password: 'wrong' }), onRetry }, () => Promise.resolve());
  await expect(read).rejects.toMatchObject({ code: '28P01' });
});

describe('a signal', () => {
  const reason = new Error('stop now');

  test.each<[string, string]>([
    ['while the server works', 'SELECT pg_sleep(30)::text'],
    ['while rows arrive', 'SELECT pg_sleep(0.001)::text FROM generate_series(1, 30000)'],
  ])('ends the read at once %s', async (_, query) => {
    const controller = new AbortController();
    const start = performance.now();
    const onRetry = () => {
      throw new Error('tried again');
    };
    const read = withSnapshot(
      options({ signal: controller.signal, retryDelaysMs: [1], onRetry }),
      (snapshot) => snapshot.copyRows(query, 1, () => {}),
    );
    setTimeout(() => controller.abort(reason), 200);
    await expect(read).rejects.toBe(reason);
    // The statement takes 30 s.
    expect(performance.now() - start).toBeLessThan(20_000);
    for (const { pid } of await sessions()) await server.query('SELECT pg_terminate_backend($1)', [pid]);
  });

  test('ends the waiting between two attempts', async () => {
    const controller = new AbortController();
    const url = 'postgres://u:p@127.0.0.1:1/d';
    const read = withSnapshot({ url, signal: controller.signal }, () => Promise.resolve());
    setTimeout(() => controller.abort(reason), 100);
    await expect(read).rejects.toBe(reason);
  });

  test('that was given before prevents the connection', async () => {
    const read = withSnapshot(options({ signal: AbortSignal.abort(reason) }), () => Promise.resolve('read'));
    await expect(read).rejects.toBe(reason);
  });
});
