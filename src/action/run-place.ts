import type { RunPlace } from '../report/run-report.ts';

/** Where this run can be looked at; outside of a runner, where nothing says so, its names are empty. */
export function readRunPlace(environment: NodeJS.ProcessEnv = process.env): RunPlace {
  const {
    GITHUB_SERVER_URL: server = 'https://github.com',
    GITHUB_REPOSITORY: repository = '',
    GITHUB_RUN_ID: runId = '',
    GITHUB_WORKFLOW: workflow = '',
  } = environment;
  return { repository, runId, workflow, url: `${server}/${repository}/actions/runs/${runId}` };
}
