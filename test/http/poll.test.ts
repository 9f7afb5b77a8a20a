import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';

// Time passes only while something sleeps.
let now = 0;
const delays: number[] = [];
jest.unstable_mockModule('node:timers/promises', () => ({
  async setTimeout(ms: number, _: unknown, { signal }: { signal?: AbortSignal }) {
    signal?.throwIfAborted();
    delays.push(ms);
    now += ms;
  },
}));
const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
const { pollUntil } = await import('../../src/http/poll.ts');

const { signal } = new AbortController();
const gone = new Error('gone for good');

beforeEach(() => {
  now = 0;
  delays.length = 0;
});
afterAll(() => clock.mockRestore());

test('looks ever more rarely until it is done', async () => {
  let looks = 0;
  const poll = await pollUntil({
    first: 0,
    look: async () => ++looks,
    isDone: (seen) => seen === 8,
    isPassing: () => false,
    timeoutMs: 1e9,
    signal,
  });
  expect(poll).toEqual({ seen: 8, end: 'done', reason: '' });
  expect(delays).toEqual([1000, 2000, 3000, 5000, 10_000, 15_000, 15_000, 15_000]);
});

test('looks a last time when the time is over, and no more', async () => {
  const poll = await pollUntil({
    first: 0,
    look: async () => now,
    isDone: () => false,
    isPassing: () => false,
    timeoutMs: 4500,
    signal,
  });
  expect(poll).toEqual({ seen: 4500, end: 'time', reason: '' });
  expect(delays).toEqual([1000, 2000, 1500]);
});

test('looks again after a failure that passes, and not after another', async () => {
  let looks = 0;
  const poll = await pollUntil({
    first: 'queued',
    look: async () => {
      if (++looks > 1) throw looks < 4 ? new Error('passing') : gone;
      return 'running';
    },
    isDone: () => false,
    isPassing: (error) => error !== gone,
    timeoutMs: 1e9,
    signal,
  });
  expect(poll).toEqual({ seen: 'running', end: 'lost', reason: 'gone for good' });
  expect(looks).toBe(4);
});

test('does not look at what is done already', async () => {
  const poll = await pollUntil({
    first: 'completed',
    look: async () => 'running',
    isDone: (seen) => seen === 'completed',
    isPassing: () => false,
    timeoutMs: 1e9,
    signal,
  });
  expect([poll, delays]).toEqual([{ seen: 'completed', end: 'done', reason: '' }, []]);
});

test('waits as it is told to', async () => {
  await pollUntil({
    first: 0,
    look: async () => now,
    isDone: (seen) => seen === 45,
    isPassing: () => false,
    timeoutMs: 1e9,
    delaysMs: [5, 20],
  });
  expect(delays).toEqual([5, 20, 20]);
});

test('a look at the last moment has a second, and its failure then is none', async () => {
  const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  const poll = await pollUntil({
    first: 'queued',
    look: async (limit) => limit.throwIfAborted() ?? 'running',
    isDone: () => false,
    isPassing: () => false,
    timeoutMs: 1500,
    signal,
  });
  expect(poll).toEqual({ seen: 'queued', end: 'time', reason: '' });
  expect(timeout.mock.calls).toEqual([[1000], [1000]]);
  timeout.mockRestore();
});

test.each([
  ['before', 0],
  ['during the look', 1],
])('ends when the run is cancelled %s', async (_, looks) => {
  const cancellation = new AbortController();
  if (looks === 0) cancellation.abort();
  const poll = await pollUntil({
    first: 'queued',
    look: async () => {
      cancellation.abort();
      throw gone;
    },
    isDone: () => false,
    isPassing: () => false,
    timeoutMs: 1e9,
    signal: cancellation.signal,
  });
  expect(poll).toEqual({ seen: 'queued', end: 'cancelled', reason: '' });
  expect(delays).toHaveLength(looks);
});
