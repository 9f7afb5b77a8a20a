import type { RunPlace } from '../report/run-report.ts';

/**
 * Returns where this run can be looked at, on GitHub Actions or GitLab CI
 * (https://docs.gitlab.com/ci/variables/predefined_variables/); elsewhere all of it is empty.
 */
export function readRunPlace(environment: NodeJS.ProcessEnv = process.env): RunPlace {
  const {
    GITHUB_SERVER_URL: server = 'https://github.com',
    GITHUB_REPOSITORY: repository = '',
    GITHUB_RUN_ID: runId = '',
    GITHUB_WORKFLOW: workflow = '',
    CI_PROJECT_PATH: project = '',
    CI_JOB_ID: jobId = '',
    CI_JOB_NAME: job = '',
    CI_JOB_URL: jobUrl = '',
  } = environment;
  if (repository === '' && project !== '') {
    return { repository: project, runId: jobId, workflow: job, url: jobUrl };
  }
  const hasPage = repository !== '' && runId !== '';
  return { repository, runId, workflow, url: hasPage ? `${server}/${repository}/actions/runs/${runId}` : '' };
}

/** Returns the address of the page that lists the runs of this workflow; null where the environment does not name it. */
export function readRunsUrl(environment: NodeJS.ProcessEnv = process.env): string | null {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_WORKFLOW_REF: reference = '' } =
    environment;
  const match = /^([\w.-]+\/[\w.-]+)\/\.github\/workflows\/([^/@]+)@/.exec(reference);
  return match === null ? null : `${server}/${match[1]}/actions/workflows/${encodeURIComponent(match[2])}`;
}
