import type { Poll } from '../http/poll.ts';

/** Result of the trigger of one target. */
export interface StartedRetraining {
  /** What was started, for people: `Space owner/name`. */
  readonly url: string | null;
  /** Id of the run of a workflow, or of a Job. */
  readonly id: string | null;
  /** Stage or status last seen; empty if there is none. */
  readonly stage: string;
  /** Failed for good: no model will be trained. */
  readonly problem: string | null;
  /** True if the started run may still succeed, or may have been started. */
  readonly mayStillRun: boolean;
}

/** A start that succeeded, as far as it is known. */
export function started(details: Partial<StartedRetraining>): StartedRetraining {
  return { url: null, id: null, stage: '', problem: null, mayStillRun: true, ...details };
}

/** Returns a message that the end was not waited for, with how to continue. */
export function explainUnfinished(
  { end, reason }: Poll<unknown>,
  about: { what: string; stage: string; url: string | null; timeoutMs: number },
): string {
  const { what, stage, url, timeoutMs } = about;
  const now = `it is ${stage === '' ? 'in an unknown state' : stage}`;
  const look = url === null ? '' : ` ${url}`;
  if (end === 'cancelled')
    return `${what} was started and continues, but this run no longer waits for it: ${now}.${look}`;
  if (end === 'lost') return `${what} was started, but its state is unknown.${look} ${reason}`;
  const minutes = Number((timeoutMs / 60_000).toFixed(2));
  return `${what} did not end within ${minutes} minutes: ${now}. Raise timeout-minutes, or check its state.${look}`;
}
