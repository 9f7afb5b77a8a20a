import { createGitHubApi, type GitHubApiOptions } from '../github/github-api.ts';
import type { HubFetchOptions } from '../hub/hub-fetch.ts';
import { HubJobs } from '../hub/jobs.ts';
import { openSpace } from '../hub/open-space.ts';
import type { NewVersion } from './new-version.ts';
import type { StartedRetraining } from './outcome.ts';
import { startJob } from './start-job.ts';
import { startSpace } from './start-space.ts';
import { dispatchRepository, startWorkflow } from './start-workflow.ts';
import { placeOf } from './target-identity.ts';
import type { RetrainingTarget } from './targets.ts';

/** What starting targets takes. */
export interface StarterOptions {
  readonly hubEndpoint: string;
  /** Null has the job's identity exchanged for a token of each Space. */
  readonly hfToken: string | null;
  readonly githubToken: string | null;
  readonly githubApiUrl: string;
  /** Repository of the workflow that runs this. */
  readonly repository: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly environment: NodeJS.ProcessEnv;
  readonly mask: (secret: string) => void;
  readonly onHubWait: HubFetchOptions['onWait'];
  readonly onGitHubWait: GitHubApiOptions['onWait'];
  readonly onStage: (target: RetrainingTarget, stage: string) => void;
}

/** Starts a target of any kind. @throws HubError or GitHubApiError when it cannot be started */
export async function startTarget(
  target: RetrainingTarget,
  version: NewVersion,
  options: StarterOptions,
): Promise<StartedRetraining> {
  const { hubEndpoint: endpoint, hfToken, mask, timeoutMs, signal, onHubWait: onWait } = options;
  const place = placeOf(target, { repository: options.repository, datasetRepo: version.repo });
  switch (target.kind) {
    case 'space': {
      const space = openSpace(place, { token: hfToken, endpoint, mask, onWait, signal });
      const onStage = (stage: string) => options.onStage(target, stage);
      return startSpace(space, target, version, { timeoutMs, signal, onStage });
    }
    case 'workflow':
      return startWorkflow(gitHubApi(options), target, version, { repository: place, timeoutMs, signal });
    case 'repository-dispatch':
      return dispatchRepository(gitHubApi(options), target, version, place);
    case 'job': {
      const token = async () => hfToken ?? '';
      const jobs = new HubJobs(place, { endpoint, token, onWait, signal });
      return startJob(jobs, target, version, {
        secrets: secretsOf(target.secrets, options.environment),
        timeoutMs,
        signal,
      });
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
      `The secrets ${missing.join(', ')} of the Job are not in the step's environment. Pass them by the step's env.`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? '']));
}
