import { setTimeout as sleep } from 'node:timers/promises';

const DELAYS_MS = [1000, 2000, 3000, 5000, 10_000, 15_000];

/** How a wait ended: what was seen last, if anything was, and why nobody looks any more. */
export interface Poll<T> {
  readonly seen: T | undefined;
  readonly end: 'done' | 'time' | 'cancelled' | 'lost';
  /** Why nobody can look any more, empty for another end. */
  readonly reason: string;
}

/** How long a wait may take. */
export interface WaitLimits {
  readonly timeoutMs: number;
  /** Ends the wait. */
  readonly signal: AbortSignal;
}

/**
 * Looks at something until it is done, the time is over, the run is cancelled, or a look fails for good. One that fails
 * in passing does not end the wait. Never rejects: what is looked at was started, whatever becomes of the looks.
 *
 * @param options.isPassing whether a failed look may be made again
 */
export async function pollUntil<T>(
  options: WaitLimits & {
    look: () => Promise<T>;
    isDone: (seen: T) => boolean;
    isPassing: (error: unknown) => boolean;
  },
): Promise<Poll<T>> {
  const { look, isDone, isPassing, timeoutMs, signal } = options;
  const deadline = performance.now() + timeoutMs;
  let seen: T | undefined;
  for (let poll = 0; ; poll++) {
    const left = deadline - performance.now();
    if (left <= 0) return { seen, end: 'time', reason: '' };
    try {
      await sleep(Math.min(left, DELAYS_MS[Math.min(poll, DELAYS_MS.length - 1)]), undefined, { signal });
      seen = await look();
      if (isDone(seen)) return { seen, end: 'done', reason: '' };
    } catch (error) {
      if (signal.aborted) return { seen, end: 'cancelled', reason: '' };
      if (isPassing(error)) continue;
      return { seen, end: 'lost', reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** Says that the end of something was not waited for, and what to do. */
export function explainUnfinished(
  { end, reason }: Poll<unknown>,
  about: { what: string; stage: string; url: string | null; timeoutMs: number },
): string {
  const { what, stage, url, timeoutMs } = about;
  const now = `it is ${stage === '' ? 'in a state nobody told' : stage}`;
  const look = url === null ? '' : ` ${url}`;
  if (end === 'cancelled')
    return `${what} was started and goes on, but is no longer waited for: ${now}.${look}`;
  if (end === 'lost') return `${what} was started, but nobody can tell how it goes on.${look} ${reason}`;
  const minutes = Number((timeoutMs / 60_000).toFixed(2));
  return `${what} did not end within ${minutes} minutes: ${now}. Raise timeout-minutes, or look at it.${look}`;
}
