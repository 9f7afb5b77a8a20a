import type { RunPlace } from '../pipeline/run-report.ts';

/** Where this run can be looked at; null outside of a runner. */
export function readRunPlace(environment: NodeJS.ProcessEnv = process.env): RunPlace | null {
  const {
    GITHUB_SERVER_URL: server = 'https://github.com',
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: runId,
    GITHUB_WORKFLOW: workflow,
  } = environment;
  if (!repository || !runId) return null;
  return {
    repository,
    runId,
    workflow: workflow || 'Prepare dataset',
    url: `${server}/${repository}/actions/runs/${runId}`,
  };
}
