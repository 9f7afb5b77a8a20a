import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { connectLimitMs, startWatch, type WatchOptions } from '../../src/postgres/waits.ts';

test('connect_timeout=0 means 10 minutes', () => {
  expect([0, 1000].map((connectTimeoutMs) => connectLimitMs({ connectTimeoutMs }))).toEqual([600_000, 1000]);
});

describe('a watch', () => {
  let reports: number[];
  let expired: number[];

  beforeEach(() => {
    jest.useFakeTimers();
    [reports, expired] = [[], []];
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  function start(options: Partial<WatchOptions> = {}) {
    return startWatch({
      limitMs: 90_000,
      ofSilence: false,
      reportMs: 30_000,
      onReport: (elapsedMs) => reports.push(elapsedMs),
      onExpire: (silentMs) => expired.push(silentMs),
      ...options,
    });
  }

  test('reports at its interval, and expires once', () => {
    start();
    jest.advanceTimersByTime(89_000);
    expect([reports, expired]).toEqual([[30_000, 60_000], []]);
    jest.advanceTimersByTime(300_000);
    expect([reports, expired]).toEqual([[30_000, 60_000], [90_000]]);
  });

  test('of the whole expires whatever arrives, and knows when the last byte did', () => {
    const watch = start();
    jest.advanceTimersByTime(70_000);
    watch.heard();
    jest.advanceTimersByTime(20_000);
    expect(expired).toEqual([20_000]);
  });

  test('of silence expires only so long after the last byte', () => {
    const watch = start({ ofSilence: true });
    for (let minutes = 0; minutes < 10; minutes++) {
      jest.advanceTimersByTime(60_000);
      watch.heard();
    }
    jest.advanceTimersByTime(89_000);
    expect(expired).toEqual([]);
    jest.advanceTimersByTime(1000);
    expect(expired).toEqual([90_000]);
    expect(reports).toHaveLength(22);
  });

  test('that is ended does nothing more', () => {
    start().end();
    jest.advanceTimersByTime(300_000);
    expect([reports, expired]).toEqual([[], []]);
  });

  test('is as exact as a short limit needs', () => {
    start({ limitMs: 1000 });
    jest.advanceTimersByTime(999);
    expect(expired).toEqual([]);
    jest.advanceTimersByTime(51);
    expect(expired).toHaveLength(1);
  });
});

test('a stretch in which the process was busy is no silence of the server', async () => {
  let hasExpired = false;
  const onExpire = () => {
    hasExpired = true;
  };
  const watch = startWatch({
    limitMs: 2000,
    ofSilence: true,
    reportMs: 60_000,
    onReport: () => {},
    onExpire,
  });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  await new Promise((resolve) => setTimeout(resolve, 0));
  watch.end();
  expect(hasExpired).toBe(false);
});
