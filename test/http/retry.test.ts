import { beforeEach, expect, test } from '@jest/globals';
import { anySignal, FailedAttempt, type RetryOptions, type RetryWait, retry } from '../../src/http/retry.ts';

let attempts: number;
let waits: RetryWait[];
beforeEach(() => {
  attempts = 0;
  waits = [];
});

const away = new Error('away');

/** Fails so often, and then succeeds. */
function failing(times: number, details: { canBeRepeated?: boolean; waitMs?: number } = {}) {
  return async () => {
    if (++attempts > times) return 'done';
    throw new FailedAttempt(away, { reason: `failure ${attempts}`, canBeRepeated: true, ...details });
  };
}

function trying<T>(attempt: () => Promise<T>, options: Partial<RetryOptions> = {}): Promise<T> {
  return retry(attempt, { delaysMs: [1, 2], onWait: (wait) => void waits.push(wait), ...options });
}

test('tries again after each wait, and tells of it', async () => {
  expect(await trying(failing(2))).toBe('done');
  expect(waits).toEqual([
    { reason: 'failure 1', delayMs: 1 },
    { reason: 'failure 2', delayMs: 2 },
  ]);
});

test('throws what the last failure stands for when no attempt is left', async () => {
  await expect(trying(failing(9))).rejects.toBe(away);
  expect([attempts, waits.length]).toEqual([3, 2]);
});

test('does not repeat what must not be', async () => {
  await expect(trying(failing(9, { canBeRepeated: false }))).rejects.toBe(away);
  expect([attempts, waits]).toEqual([1, []]);
});

test('throws anything else as it is, at once', async () => {
  const broken = new TypeError('broken');
  const attempt = async () => {
    attempts++;
    throw broken;
  };
  await expect(trying(attempt)).rejects.toBe(broken);
  expect(attempts).toBe(1);
});

test('waits as the server told, unless that is too long', async () => {
  expect(await trying(failing(1, { waitMs: 3 }), { longestWaitMs: 3 })).toBe('done');
  expect(waits).toEqual([{ reason: 'failure 1', delayMs: 3 }]);
  attempts = 0;
  await expect(trying(failing(1, { waitMs: 4 }), { longestWaitMs: 3 })).rejects.toBe(away);
  expect([attempts, waits.length]).toEqual([1, 1]);
});

test('a wait ends with the reason of the signal', async () => {
  const cancellation = new AbortController();
  const reason = new Error('cancelled');
  const onWait = () => cancellation.abort(reason);
  const { signal } = cancellation;
  await expect(trying(failing(1, { waitMs: 60_000 }), { signal, onWait })).rejects.toBe(reason);
  expect(attempts).toBe(1);
});

test('of several signals the first that is aborted counts, and none is needed', () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const signal = anySignal(one.signal, undefined, null, other.signal);
  expect([signal.aborted, anySignal().aborted]).toEqual([false, false]);
  other.abort('other');
  expect(signal.reason).toBe('other');
});
