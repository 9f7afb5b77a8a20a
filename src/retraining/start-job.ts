import { isPassing } from '../http/failed-answer.ts';
import { pollUntil, type WaitLimits } from '../http/poll.ts';
import { HubError } from '../hub/hub-error.ts';
import type { HubJobs } from '../hub/jobs.ts';
import { fillIn, type NewVersion } from './new-version.ts';
import { explainUnfinished, type StartedRetraining, started } from './outcome.ts';
import type { JobTarget } from './targets.ts';

const FINAL_STAGES = ['COMPLETED', 'CANCELED', 'ERROR', 'DELETED'];

/** Runs a Job on the new version, and waits for its end if requested. */
export async function startJob(
  jobs: HubJobs,
  target: JobTarget,
  version: NewVersion,
  options: WaitLimits & { secrets: Readonly<Record<string, string>> },
): Promise<StartedRetraining> {
  const { name, repo, tag } = version;
  const given = Object.entries(target.environment).map(([key, value]) => [key, fillIn(value, version)]);
  const first = await jobs.run({
    image: target.name,
    command: target.command.map((word) => fillIn(word, version)),
    flavor: target.flavor,
    environment: { LABEL: name, DATASET: repo, DATASET_REVISION: tag, ...Object.fromEntries(given) },
    secrets: options.secrets,
    timeoutMinutes: target.timeoutMinutes,
  });
  const { id, url } = first;
  if (!target.wait) return started(first);
  const poll = await pollUntil({
    ...options,
    first,
    look: (limit) => jobs.get(id, limit),
    isDone: (job) => FINAL_STAGES.includes(job.stage),
    isPassing: (error) => error instanceof HubError && isPassing(error.status),
  });
  const reached = poll.seen.stage;
  if (reached === 'COMPLETED') return started({ id, url, stage: reached });
  if (poll.end === 'done') {
    const problem = `The Job ${id} ended with ${reached}. Its logs: ${url}`;
    return started({ id, url, stage: reached, problem, mayStillRun: false });
  }
  const { timeoutMs } = options;
  const problem = explainUnfinished(poll, { what: `The Job ${id}`, stage: reached, url, timeoutMs });
  return started({ id, url, stage: reached, problem });
}
