import { HubError } from '../hub/hub-error.ts';
import type { HubJobs } from '../hub/jobs.ts';
import { type StartedRetraining, started } from './outcome.ts';
import { pollUntil } from './poll.ts';
import type { JobTarget } from './targets.ts';
import { fillIn, type NewVersion } from './version.ts';

const FINAL_STAGES = ['COMPLETED', 'CANCELED', 'ERROR', 'DELETED'];

/** Runs a Job on the new version, and waits for its end when asked to. */
export async function startJob(
  jobs: HubJobs,
  target: JobTarget,
  version: NewVersion,
  options: { secrets: Readonly<Record<string, string>>; timeoutMs: number },
): Promise<StartedRetraining> {
  const { label, dataset, tag } = version;
  const given = Object.entries(target.environment).map(([key, value]) => [key, fillIn(value, version)]);
  const { id, url, stage } = await jobs.run({
    image: target.name,
    command: target.command.map((word) => fillIn(word, version)),
    flavor: target.flavor,
    environment: { LABEL: label, DATASET: dataset, DATASET_REVISION: tag, ...Object.fromEntries(given) },
    secrets: options.secrets,
    timeoutMinutes: target.timeoutMinutes,
  });
  if (!target.wait) return started({ id, url, stage });
  const last = await pollUntil({
    look: () => jobs.get(id),
    isDone: (job) => FINAL_STAGES.includes(job.stage),
    isPassing: (error) => error instanceof HubError && (error.status ?? 500) >= 429,
    timeoutMs: options.timeoutMs,
  });
  const reached = last?.stage ?? stage;
  if (reached === 'COMPLETED') return started({ id, url, stage: reached });
  if (FINAL_STAGES.includes(reached)) {
    const problem = `The Job ${id} ended with ${reached}. Its logs: ${url}`;
    return started({ id, url, stage: reached, problem, mayStillRun: false });
  }
  const minutes = Number((options.timeoutMs / 60_000).toFixed(2));
  const problem = `The Job ${id} did not end within ${minutes} minutes: it is ${reached}. Raise timeout-minutes, or look at its logs: ${url}`;
  return started({ id, url, stage: reached, problem });
}
