import { createGitHubApi, type GitHubApiOptions } from '../github/github-api.ts';
import type { WaitLimits } from '../http/poll.ts';
import type { Hub } from '../hub/hub.ts';
import { HubError } from '../hub/hub-error.ts';
import { HubJobs } from '../hub/jobs.ts';
import { restartSpace } from '../hub/restart-space.ts';
import { Space } from '../hub/space.ts';
import type { NewVersion } from './new-version.ts';
import { type StartedRetraining, started } from './outcome.ts';
import { startJob } from './start-job.ts';
import { dispatchRepository, startWorkflow } from './start-workflow.ts';
import { placeOf } from './target-identity.ts';
import type { RetrainingTarget, SpaceTarget } from './targets.ts';

/** What is needed to start targets. */
interface StarterOptions {
  readonly hub: Hub;
  readonly githubToken: string | null;
  readonly githubApiUrl: string;
  /** Repository of the workflow that runs this. */
  readonly repository: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly environment: NodeJS.ProcessEnv;
  readonly onGitHubWait: GitHubApiOptions['onWait'];
  readonly onStage: (target: RetrainingTarget, stage: string) => void;
}

/**
 * Returns why a Space does not exist, with the message of a start. For other targets, and if the Hub does not say, only
 * a start shows it.
 *
 * @returns null if nothing is known to be missing
 */
export async function findMissing(
  target: RetrainingTarget,
  { hub, signal }: Pick<StarterOptions, 'hub' | 'signal'>,
): Promise<string | null> {
  if (target.kind !== 'space') return null;
  try {
    await new Space(target.name, hub).stage(signal);
    return null;
  } catch (error) {
    return error instanceof HubError && error.status === 404 ? error.message : null;
  }
}

/** Starts a target of any kind. @throws HubError or GitHubApiError if it cannot be started */
export async function startTarget(
  target: RetrainingTarget,
  version: NewVersion,
  options: StarterOptions,
): Promise<StartedRetraining> {
  const { hub, timeoutMs, signal } = options;
  const place = placeOf(target, { repository: options.repository, datasetRepo: version.repo });
  switch (target.kind) {
    case 'space': {
      const onStage = (stage: string) => options.onStage(target, stage);
      return startSpace(new Space(place, hub), target, version, { timeoutMs, signal, onStage });
    }
    case 'workflow':
      return startWorkflow(gitHubApi(options), target, version, { repository: place, timeoutMs, signal });
    case 'repository-dispatch':
      return dispatchRepository(gitHubApi(options), target, version, place);
    case 'job': {
      const secrets = secretsOf(target.secrets, options.environment);
      return startJob(new HubJobs(place, hub), target, version, { secrets, timeoutMs, signal });
    }
  }
}

function gitHubApi({ githubToken, githubApiUrl: apiUrl, onGitHubWait: onWait, signal }: StarterOptions) {
  return createGitHubApi({ token: githubToken ?? '', apiUrl, onWait, signal });
}

function secretsOf(names: readonly string[], environment: NodeJS.ProcessEnv): Record<string, string> {
  const missing = names.filter((name) => (environment[name] ?? '') === '');
  if (missing.length > 0) {
    throw new Error(
      `The secrets ${missing.join(', ')} of the Job are not in the step's environment. Set them in the step's env.`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? '']));
}

/** Restarts a Space that trains on the new version, and waits for the requested stage. */
async function startSpace(
  space: Space,
  target: SpaceTarget,
  version: NewVersion,
  options: WaitLimits & { onStage: (stage: string) => void },
): Promise<StartedRetraining> {
  const { factoryReboot, waitFor, passRevision } = target;
  const variables: Record<string, string> = passRevision ? { DATASET_REVISION: version.tag } : {};
  const { stage, problem, isUnsettled } = await restartSpace(space, {
    ...options,
    factoryReboot,
    waitFor,
    variables,
  });
  return started({ url: space.pageUrl, stage, problem, mayStillRun: problem === null || isUnsettled });
}
