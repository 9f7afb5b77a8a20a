import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Poll } from '../../src/retraining/poll.ts';

// Time passes only while something sleeps.
let now = 0;
const delays: number[] = [];
jest.unstable_mockModule('node:timers/promises', () => ({
  async setTimeout(ms: number, _: unknown, { signal }: { signal: AbortSignal }) {
    signal.throwIfAborted();
    delays.push(ms);
    now += ms;
  },
}));
const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
const { explainUnfinished, pollUntil } = await import('../../src/retraining/poll.ts');

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

test('ends when the run is cancelled', async () => {
  const cancelled = AbortSignal.abort();
  const poll = await pollUntil({
    look: async () => 'running',
    isDone: () => false,
    isPassing: () => true,
    timeoutMs: 1e9,
    signal: cancelled,
  });
  expect(poll).toEqual({ seen: undefined, end: 'cancelled', reason: '' });
});

test.each<[Poll<string>['end'], string | null, string, string]>([
  [
    'time',
    'https://x/1',
    'queued',
    'It did not end within 1.5 minutes: it is queued. Raise timeout-minutes, or look at it. https://x/1',
  ],
  [
    'time',
    null,
    '',
    'It did not end within 1.5 minutes: it is in a state nobody told. Raise timeout-minutes, or look at it.',
  ],
  [
    'cancelled',
    'https://x/1',
    'queued',
    'It was started and goes on, but is no longer waited for: it is queued. https://x/1',
  ],
  [
    'lost',
    'https://x/1',
    'queued',
    'It was started, but nobody can tell how it goes on. https://x/1 gone for good',
  ],
])('explains the end %s', (end, url, stage, expected) => {
  const poll = { seen: stage, end, reason: end === 'lost' ? gone.message : '' };
  expect(explainUnfinished(poll, { what: 'It', stage, url, timeoutMs: 90_000 })).toBe(expected);
});
