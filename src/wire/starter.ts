import type { RetrainingInputs } from '../action/retraining-inputs.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { NewVersion } from '../retraining/new-version.ts';
import type { StartedRetraining } from '../retraining/outcome.ts';
import { findMissing, startTarget } from '../retraining/starter.ts';
import type { RetrainingTarget } from '../retraining/targets.ts';
import { openHub } from './hub.ts';

/** Starts targets for a version. */
interface Starter {
  missing(target: RetrainingTarget): Promise<string | null>;
  start(target: RetrainingTarget, version: NewVersion): Promise<StartedRetraining>;
}

/** Creates the starter of targets on the Hub and on GitHub, which logs its waits. */
export function createStarter(
  surroundings: Surroundings,
  inputs: RetrainingInputs,
  signal: AbortSignal,
): Starter {
  const { info } = surroundings;
  const { githubToken, timeoutMinutes, repository } = inputs;
  const { GITHUB_API_URL: githubApiUrl = 'https://api.github.com' } = process.env;
  const options = {
    hub: openHub(surroundings, inputs, { signal }),
    githubToken,
    githubApiUrl,
    repository,
    timeoutMs: timeoutMinutes * 60_000,
    signal,
    environment: process.env,
    onGitHubWait: ({ action, reason, delayMs }: { action: string; reason: string; delayMs: number }) =>
      info(`GitHub answered ${reason} on the request to ${action}; trying again in ${delayMs / 1000} s.`),
    onStage: ({ name }: RetrainingTarget, stage: string) => info(`The Space ${name} is ${stage}.`),
  };
  return {
    missing: (target) => findMissing(target, options),
    start: (target, version) => startTarget(target, version, options),
  };
}
