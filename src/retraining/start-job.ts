import { HubError } from '../hub/hub-error.ts';
import type { HubJobs } from '../hub/jobs.ts';
import { fillIn, type NewVersion } from './new-version.ts';
import { type StartedRetraining, started } from './outcome.ts';
import { explainUnfinished, pollUntil, type WaitLimits } from './poll.ts';
import type { JobTarget } from './targets.ts';

const FINAL_STAGES = ['COMPLETED', 'CANCELED', 'ERROR', 'DELETED'];

/** Runs a Job on the new version, and waits for its end when asked to. */
export async function startJob(
  jobs: HubJobs,
  target: JobTarget,
  version: NewVersion,
  options: WaitLimits & { secrets: Readonly<Record<string, string>> },
): Promise<StartedRetraining> {
  const { name, repo, tag } = version;
  const given = Object.entries(target.environment).map(([key, value]) => [key, fillIn(value, version)]);
  const { id, url, stage } = await jobs.run({
    image: target.name,
    command: target.command.map((word) => fillIn(word, version)),
    flavor: target.flavor,
    environment: { LABEL: name, DATASET: repo, DATASET_REVISION: tag, ...Object.fromEntries(given) },
    secrets: options.secrets,
    timeoutMinutes: target.timeoutMinutes,
  });
  if (!target.wait) return started({ id, url, stage });
  const poll = await pollUntil({
    ...options,
    look: () => jobs.get(id),
    isDone: (job) => FINAL_STAGES.includes(job.stage),
    isPassing: (error) => error instanceof HubError && (error.status ?? 500) >= 429,
  });
  const reached = poll.seen?.stage ?? stage;
  if (reached === 'COMPLETED') return started({ id, url, stage: reached });
  if (poll.end === 'done') {
    const problem = `The Job ${id} ended with ${reached}. Its logs: ${url}`;
    return started({ id, url, stage: reached, problem, mayStillRun: false });
  }
  const { timeoutMs } = options;
  const problem = explainUnfinished(poll, { what: `The Job ${id}`, stage: reached, url, timeoutMs });
  return started({ id, url, stage: reached, problem });
}
