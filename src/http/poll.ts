import { setTimeout as sleep } from 'node:timers/promises';

const DELAYS_MS = [1000, 2000, 3000, 5000, 10_000, 15_000];
/** Time in milliseconds for a last look. */
const LEAST_LOOK_MS = 1000;

/** How a wait ended: what was seen last, and why the wait ended. */
export interface Poll<T> {
  readonly seen: T;
  readonly end: 'done' | 'time' | 'cancelled' | 'lost';
  /** Why no further look is possible, empty for another end. */
  readonly reason: string;
}

/** Limits of a wait. */
export interface WaitLimits {
  readonly timeoutMs: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal;
}

/**
 * Looks at something until it is done, the time is over, the run is cancelled, or a look fails for good. A look that
 * fails temporarily does not end the wait. Never rejects: the thing was started, however the looks end.
 *
 * @param options.first result before the first look
 * @param options.look must end when its signal is aborted, because the time is over
 * @param options.isPassing returns whether a failed look may be repeated
 * @param options.delaysMs waits between looks in milliseconds; the last one repeats
 */
export async function pollUntil<T>(
  options: WaitLimits & {
    first: T;
    look: (limit: AbortSignal) => Promise<T>;
    isDone: (seen: T) => boolean;
    isPassing: (error: unknown) => boolean;
    delaysMs?: readonly number[];
  },
): Promise<Poll<T>> {
  const { look, isDone, isPassing, timeoutMs, signal, delaysMs = DELAYS_MS } = options;
  const deadline = performance.now() + timeoutMs;
  let seen = options.first;
  for (let poll = 0; ; poll++) {
    if (isDone(seen)) return { seen, end: 'done', reason: '' };
    if (signal?.aborted) return { seen, end: 'cancelled', reason: '' };
    const left = deadline - performance.now();
    if (left <= 0) return { seen, end: 'time', reason: '' };
    const delayMs = Math.min(left, delaysMs[Math.min(poll, delaysMs.length - 1)]);
    await sleep(delayMs, undefined, { signal }).catch(() => undefined);
    if (signal?.aborted) continue;
    const lookMs = Math.max(LEAST_LOOK_MS, Math.ceil(deadline - performance.now()));
    const limit = AbortSignal.timeout(lookMs);
    try {
      seen = await look(limit);
    } catch (error) {
      if (signal?.aborted || limit.aborted || isPassing(error)) continue;
      return { seen, end: 'lost', reason: error instanceof Error ? error.message : String(error) };
    }
  }
}
