import { setTimeout as sleep } from 'node:timers/promises';
import { HubError } from './hub-error.ts';
import type { Space } from './space.ts';

/** How a Space is restarted. */
export interface RestartOptions {
  readonly factoryReboot?: boolean;
  /** Environment variables the Space is given first. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Stage to wait for; null waits for nothing. */
  readonly waitFor: string | null;
  readonly timeoutMs: number;
  /** Waits between looks at the stage in milliseconds; the last one goes on. */
  readonly pollDelaysMs?: readonly number[];
  /** Told of every stage that differs from the one before. */
  readonly onStage?: (stage: string) => void;
  /** Ends the wait; what was asked of the Hub before goes on. */
  readonly signal?: AbortSignal;
}

/** How a restart, or the wait for a stage, ended. */
export interface RestartResult {
  /** Last stage seen; empty when none was. */
  readonly stage: string;
  /** What went wrong and what to do about it. */
  readonly problem: string | null;
  /** True when the wait ended before the Space came to rest: the time was over, or the run was cancelled. */
  readonly isUnsettled: boolean;
}

const FAILED_STAGES = new Set(['BUILD_ERROR', 'RUNTIME_ERROR', 'CONFIG_ERROR', 'NO_APP_FILE']);
/** Stages a Space stays in until someone, or what runs in it, acts. */
const SETTLED_STAGES = new Set(['RUNNING', 'SLEEPING', 'STOPPED', 'PAUSED', 'DELETING']);
const POLL_DELAYS_MS = [...Array<number>(30).fill(1000), 2000, 3000, 5000, 8000, 10_000];

/**
 * Restarts a Space and waits for a stage of its new runtime. The Hub tells no identity of a runtime, so the stage
 * from before the restart counts only after another one was seen; for that the Space is looked at every second at
 * first. A look that fails in passing does not end the wait.
 *
 * @throws HubError when the Space cannot be restarted
 */
export async function restartSpace(space: Space, options: RestartOptions): Promise<RestartResult> {
  const { factoryReboot, variables = {}, waitFor, onStage } = options;
  const before = await space.stage();
  for (const [key, value] of Object.entries(variables)) await space.setVariable(key, value);
  const answered = await space.restart({ factoryReboot });
  onStage?.(answered);
  if (waitFor === null) return { stage: answered, problem: null, isUnsettled: false };
  return waitForStage(space, { ...options, waitFor, before, first: answered });
}

/** Pauses a Space and waits until it is paused. @throws HubError when the Space cannot be paused */
export async function pauseSpace(
  space: Space,
  options: Omit<RestartOptions, 'waitFor' | 'factoryReboot' | 'variables'> & { readonly wait: boolean },
): Promise<RestartResult> {
  const first = await space.pause();
  options.onStage?.(first);
  if (!options.wait || first === 'PAUSED') return { stage: first, problem: null, isUnsettled: false };
  return waitForStage(space, { ...options, waitFor: 'PAUSED', before: first, first });
}

interface WaitOptions extends RestartOptions {
  readonly waitFor: string;
  /** Stage of the old runtime. */
  readonly before: string;
  readonly first: string;
}

async function waitForStage(space: Space, options: WaitOptions): Promise<RestartResult> {
  const { waitFor, before, timeoutMs, pollDelaysMs = POLL_DELAYS_MS, onStage, signal } = options;
  const deadline = performance.now() + timeoutMs;
  let stage = options.first;
  let isNew = stage !== before;
  for (let poll = 0; ; poll++) {
    if (isNew && stage === waitFor) return { stage, problem: null, isUnsettled: false };
    if (isNew && isEnd(stage, waitFor))
      return { stage, problem: endProblem(space, stage, waitFor), isUnsettled: false };
    if (signal?.aborted) return { stage, problem: cancelProblem(space, stage, waitFor), isUnsettled: true };
    const left = deadline - performance.now();
    if (left <= 0) return { stage, problem: timeoutProblem(space, stage, isNew, options), isUnsettled: true };
    const delayMs = Math.min(left, pollDelaysMs[Math.min(poll, pollDelaysMs.length - 1)]);
    await sleep(delayMs, undefined, { signal }).catch(() => undefined);
    const look = await lookAt(space, deadline - performance.now());
    if (look instanceof HubError) return { stage, problem: look.message, isUnsettled: true };
    if (look === null || look === stage) continue;
    stage = look;
    isNew = true;
    onStage?.(stage);
  }
}

/** The stage, null when the Hub could not tell it for now, an error when it never will. */
async function lookAt(space: Space, timeLeftMs: number): Promise<string | HubError | null> {
  const signal = AbortSignal.timeout(Math.max(1000, Math.ceil(timeLeftMs)));
  try {
    return await space.stage(signal);
  } catch (error) {
    if (signal.aborted) return null;
    if (!(error instanceof HubError)) throw error;
    return (error.status ?? 500) >= 429 ? null : error;
  }
}

function isEnd(stage: string, waitFor: string): boolean {
  if (stage === 'RUNNING') return !SETTLED_STAGES.has(waitFor);
  return FAILED_STAGES.has(stage) || SETTLED_STAGES.has(stage);
}

function endProblem(space: Space, stage: string, waitFor: string): string {
  const logs = `Its logs: ${space.logsUrl(stage)}`;
  return FAILED_STAGES.has(stage)
    ? `The Space ${space.name} came to ${stage} instead of ${waitFor}. ${logs}`
    : `The Space ${space.name} came to ${stage} and stays there, instead of ${waitFor}. It, or someone, put it there. ${logs}`;
}

function cancelProblem(space: Space, stage: string, waitFor: string): string {
  return `The wait for ${waitFor} of the Space ${space.name} was ended, and the Space left as it is: its last stage is ${stage}.`;
}

function timeoutProblem(
  space: Space,
  stage: string,
  isNew: boolean,
  { waitFor, timeoutMs }: WaitOptions,
): string {
  const last = isNew
    ? `its last stage is ${stage}`
    : `its stage is still ${stage} as before, and no new runtime was seen`;
  const minutes = Number((timeoutMs / 60_000).toFixed(2));
  return `The Space ${space.name} did not come to ${waitFor} within ${minutes} minutes: ${last}. Raise timeout-minutes, or look at its logs: ${space.logsUrl(stage)}`;
}
