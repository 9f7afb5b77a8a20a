/** How a run of the workflow ended. */
export type RunOutcome = 'success' | 'failure' | 'cancelled' | 'skipped' | 'running';

/** One run of the workflow. */
export interface WorkflowRun {
  readonly number: number;
  /** Address of the run, null when GitHub gave none that can be followed. */
  readonly url: string | null;
  /** What started it, for example `schedule`. */
  readonly event: string;
  readonly startedAt: Date;
  readonly outcome: RunOutcome;
  /** Null while it runs. */
  readonly durationMs: number | null;
  /** Time of each step by its name, null when it was not asked for. */
  readonly stepMs: ReadonlyMap<string, number> | null;
}

/** Newest runs of the workflow, newest first, or why there are none to show. */
export type RunHistory =
  | { readonly runs: readonly WorkflowRun[]; readonly workflow: string }
  | { readonly missing: string };

/** The outcomes with the words for them, in the order they are listed. */
export const OUTCOMES: readonly { readonly outcome: RunOutcome; readonly word: string }[] = [
  { outcome: 'success', word: 'Succeeded' },
  { outcome: 'failure', word: 'Failed' },
  { outcome: 'cancelled', word: 'Cancelled' },
  { outcome: 'skipped', word: 'Skipped' },
  { outcome: 'running', word: 'Running' },
];

/** Share of successes among the runs that succeeded or failed, null when there is none. */
export function successRate(runs: readonly WorkflowRun[]): number | null {
  const decided = runs.filter(isDecided);
  if (decided.length === 0) return null;
  return decided.filter(({ outcome }) => outcome === 'success').length / decided.length;
}

/** True for a run whose outcome says something about the pipeline: nobody stopped it. */
function isDecided({ outcome }: WorkflowRun): boolean {
  return outcome === 'success' || outcome === 'failure';
}

/** Success rate of each run and those before it, over a window, oldest first. */
export function rollingSuccessRate(
  oldestFirst: readonly WorkflowRun[],
  window: number,
): readonly { readonly run: WorkflowRun; readonly rate: number | null }[] {
  const decided = oldestFirst.filter(isDecided);
  return decided.map((run, index) => ({
    run,
    rate: successRate(decided.slice(Math.max(0, index + 1 - window), index + 1)),
  }));
}

/** Returns the value below which a share of the values is, null without values. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** Time a step took over the runs that have it. */
interface StepTime {
  readonly name: string;
  readonly runs: number;
  readonly medianMs: number;
  readonly slowMs: number;
  readonly totalMs: number;
}

/** Times of each step, those that took most of the time first. */
export function stepTimes(runs: readonly WorkflowRun[]): StepTime[] {
  const times = new Map<string, number[]>();
  for (const { stepMs } of runs) {
    for (const [name, ms] of stepMs ?? []) times.set(name, [...(times.get(name) ?? []), ms]);
  }
  return Array.from(times, ([name, ms]) => ({
    name,
    runs: ms.length,
    medianMs: quantile(ms, 0.5) ?? 0,
    slowMs: quantile(ms, 0.95) ?? 0,
    totalMs: ms.reduce((sum, time) => sum + time, 0),
  })).sort((a, b) => b.totalMs - a.totalMs);
}
