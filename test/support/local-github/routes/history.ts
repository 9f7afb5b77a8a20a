import type { Exchange, GitHubRoute } from '../exchange.ts';
import { GitHubError } from '../github-error.ts';

/** Runs of the past and their jobs (https://docs.github.com/rest/actions/workflow-runs, …/workflow-jobs). */
export const historyRoutes: readonly GitHubRoute[] = [
  { method: 'GET', pattern: '/repos/{owner}/{repo}/actions/workflows/{workflow}/runs', handler: listRuns },
  { method: 'GET', pattern: '/repos/{owner}/{repo}/actions/runs/{run}/jobs', handler: listJobs },
];

function listRuns(exchange: Exchange) {
  const runs = exchange.repository('actions=read').history.get(exchange.params.workflow);
  if (runs === undefined) throw new GitHubError(404, 'Not Found');
  const { searchParams } = exchange.url;
  const size = Math.min(100, Number(searchParams.get('per_page') ?? 30));
  const start = (Number(searchParams.get('page') ?? 1) - 1) * size;
  const page = runs.slice(start, start + size).map(({ steps: _, ...run }) => run);
  return { body: { total_count: runs.length, workflow_runs: page } };
}

function listJobs(exchange: Exchange) {
  const runs = [...exchange.repository('actions=read').history.values()].flat();
  const run = runs.find(({ id }) => id === Number(exchange.params.run));
  if (run === undefined) throw new GitHubError(404, 'Not Found');
  const { steps, status, conclusion } = run;
  return { body: { total_count: 1, jobs: [{ id: run.id, name: 'Prepare', status, conclusion, steps }] } };
}
