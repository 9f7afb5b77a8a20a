import { setTimeout as sleep } from 'node:timers/promises';

const DELAYS_MS = [1000, 2000, 3000, 5000, 10_000, 15_000];

/**
 * Looks at something until it is done or the time is over. A look that fails in passing does not end the wait.
 *
 * @param options.isPassing whether a failed look may be made again
 * @returns what was seen last; undefined when the time was over before anything was seen
 */
export async function pollUntil<T>(options: {
  look: () => Promise<T>;
  isDone: (seen: T) => boolean;
  isPassing: (error: unknown) => boolean;
  timeoutMs: number;
}): Promise<T | undefined> {
  const { look, isDone, isPassing, timeoutMs } = options;
  const deadline = performance.now() + timeoutMs;
  let last: T | undefined;
  for (let poll = 0; ; poll++) {
    const left = deadline - performance.now();
    if (left <= 0) return last;
    await sleep(Math.min(left, DELAYS_MS[Math.min(poll, DELAYS_MS.length - 1)]));
    try {
      last = await look();
      if (isDone(last)) return last;
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }
}
