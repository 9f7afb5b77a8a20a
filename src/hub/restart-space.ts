import { isPassing } from '../http/failed-answer.ts';
import { pollUntil, type WaitLimits } from '../http/poll.ts';
import { HubError } from './hub-error.ts';
import type { Space } from './space.ts';

/** How a Space is restarted. */
export interface RestartOptions extends WaitLimits {
  readonly factoryReboot?: boolean;
  /** Environment variables to set before the restart. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Stage to wait for; null to wait for nothing. */
  readonly waitFor: string | null;
  /** Waits between looks at the stage in milliseconds; the last one repeats. */
  readonly pollDelaysMs?: readonly number[];
  /** Called with every stage that differs from the one before. */
  readonly onStage?: (stage: string) => void;
}

/** How a restart, or the wait for a stage, ended. */
interface RestartResult {
  /** Last stage seen; empty if none was. */
  readonly stage: string;
  /** What went wrong and how to fix it. */
  readonly problem: string | null;
  /** True if the wait ended before the Space reached a final stage: the time was over, or the run was cancelled. */
  readonly isUnsettled: boolean;
}

const FAILED_STAGES = new Set(['BUILD_ERROR', 'RUNTIME_ERROR', 'CONFIG_ERROR', 'NO_APP_FILE']);
/** Stages that a Space leaves only when a person or its program acts. */
const SETTLED_STAGES = new Set(['RUNNING', 'SLEEPING', 'STOPPED', 'PAUSED', 'DELETING']);
const POLL_DELAYS_MS = [...Array<number>(30).fill(1000), 2000, 3000, 5000, 8000, 10_000];

/**
 * Restarts a Space and waits for a stage of its new runtime. The Hub gives a runtime no identity, so the stage from
 * before the restart counts only after another one was seen. For that, the first looks are one second apart. A look
 * that fails temporarily does not end the wait.
 *
 * @throws HubError if the Space cannot be restarted
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

/**
 * Returns whether a Space has been restarted with a value of an environment variable, and has not failed since. The Hub
 * restarts a running Space when a variable changes, so a run that was killed after that left nothing to do.
 *
 * @throws HubError if the Space cannot be read
 */
export async function wasRestartedWith(space: Space, key: string, value: string): Promise<boolean> {
  return (await space.variable(key)) === value && !FAILED_STAGES.has(await space.stage());
}

/** Pauses a Space and waits until it is paused. @throws HubError if the Space cannot be paused */
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
  const { waitFor, before, first, pollDelaysMs: delaysMs = POLL_DELAYS_MS, onStage } = options;
  let last = first;
  let isNew = first !== before;
  const { seen, end, reason } = await pollUntil({
    ...options,
    delaysMs,
    async look(limit) {
      const stage = await space.stage(limit);
      if (stage === last) return stage;
      last = stage;
      isNew = true;
      onStage?.(stage);
      return stage;
    },
    isDone: (stage) => isNew && (stage === waitFor || isEnd(stage, waitFor)),
    isPassing: (error) => error instanceof HubError && isPassing(error.status),
  });
  switch (end) {
    case 'done': {
      const problem = seen === waitFor ? null : endProblem(space, seen, waitFor);
      return { stage: seen, problem, isUnsettled: false };
    }
    case 'cancelled':
      return { stage: seen, problem: cancelProblem(space, seen, waitFor), isUnsettled: true };
    case 'time':
      return { stage: seen, problem: timeoutProblem(space, seen, isNew, options), isUnsettled: true };
    case 'lost':
      return { stage: seen, problem: reason, isUnsettled: true };
  }
}

function isEnd(stage: string, waitFor: string): boolean {
  if (stage === 'RUNNING') return !SETTLED_STAGES.has(waitFor);
  return FAILED_STAGES.has(stage) || SETTLED_STAGES.has(stage);
}

function endProblem(space: Space, stage: string, waitFor: string): string {
  const logs = `Its logs: ${space.logsUrl(stage)}`;
  return FAILED_STAGES.has(stage)
    ? `The Space ${space.name} reached ${stage} instead of ${waitFor}. ${logs}`
    : `The Space ${space.name} reached ${stage} and stays there, instead of ${waitFor}. Its program or a person caused this. ${logs}`;
}

function cancelProblem(space: Space, stage: string, waitFor: string): string {
  return `The wait for ${waitFor} of the Space ${space.name} was ended, and the Space was left as it is: its last stage is ${stage}.`;
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
  return `The Space ${space.name} did not reach ${waitFor} within ${minutes} minutes: ${last}. Raise timeout-minutes, or check its logs: ${space.logsUrl(stage)}`;
}
