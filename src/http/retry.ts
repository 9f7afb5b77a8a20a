import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';

/** One attempt's failure, with the facts that decide about the next attempt. */
export class FailedAttempt extends Error {
  /** The error to throw if there is no further attempt. */
  readonly error: Error;
  /** Why it failed, for the log. */
  readonly reason: string;
  readonly canBeRepeated: boolean;
  /** Wait that the server asked for, in milliseconds. */
  readonly waitMs: number | undefined;

  constructor(error: Error, details: { reason: string; canBeRepeated: boolean; waitMs?: number }) {
    super(error.message);
    this.error = error;
    this.reason = details.reason;
    this.canBeRepeated = details.canBeRepeated;
    this.waitMs = details.waitMs;
  }
}

/** A wait before the next attempt. */
export interface RetryWait {
  readonly reason: string;
  readonly delayMs: number;
}

export interface RetryOptions {
  /** Waits between attempts in milliseconds if the server asks for none; their number limits the retries. */
  readonly delaysMs: readonly number[];
  /** Longest wait in milliseconds; a longer one ends the attempts. */
  readonly longestWaitMs?: number;
  /** Ends the waits; `attempt` has to end by itself. */
  readonly signal?: AbortSignal;
  readonly onWait?: (wait: RetryWait) => void;
}

/**
 * Repeats an attempt until it succeeds, or until none is left.
 *
 * @param attempt throws {@link FailedAttempt} for a failure that may be repeated; any other error ends the attempts
 * @throws the error of the last failed attempt; the signal's reason if that ends a wait
 */
export async function retry<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { delaysMs, longestWaitMs = Number.POSITIVE_INFINITY, signal, onWait } = options;
  signal?.throwIfAborted();
  try {
    // The signal is not passed on: the error of an attempt that it broke off would be lost, and with it whether the
    // server may have acted.
    return await pRetry(attempt, {
      retries: delaysMs.length,
      minTimeout: 0,
      maxTimeout: 0,
      shouldRetry: ({ error }) => error instanceof FailedAttempt && error.canBeRepeated,
      onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
        if (!(error instanceof FailedAttempt) || !error.canBeRepeated || retriesLeft === 0) return;
        const delayMs = error.waitMs ?? delaysMs[attemptNumber - 1];
        if (delayMs > longestWaitMs) throw error;
        onWait?.({ reason: error.reason, delayMs });
        await sleep(delayMs, undefined, { signal }).catch(() => signal?.throwIfAborted());
      },
    });
  } catch (error) {
    throw error instanceof FailedAttempt ? error.error : error;
  }
}

/** Returns a signal that is aborted with the first of several, each of which may be missing. */
export function anySignal(...signals: readonly (AbortSignal | null | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal instanceof AbortSignal));
}
