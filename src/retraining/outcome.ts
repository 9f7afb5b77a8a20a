import type { Poll } from '../http/poll.ts';

/** How the trigger of one target went. */
export interface StartedRetraining {
  /** What was started, for people: `Space owner/name`. */
  readonly url: string | null;
  /** Id of the run of a workflow, or of a Job. */
  readonly id: string | null;
  /** Stage or status last seen; empty when none is told. */
  readonly stage: string;
  /** Failed for good: what was started will train no model. */
  readonly problem: string | null;
  /** True when what was started may still come to a good end, or may have been started. */
  readonly mayStillRun: boolean;
}

/** A start that went well, as far as it is known. */
export function started(details: Partial<StartedRetraining>): StartedRetraining {
  return { url: null, id: null, stage: '', problem: null, mayStillRun: true, ...details };
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
