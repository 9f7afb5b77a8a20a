import type { Exchange, GitHubRoute } from '../exchange.ts';
import { GitHubError } from '../github-error.ts';
import type { StoredRun } from '../github-state.ts';

/** Starting workflows (https://docs.github.com/rest/actions/workflows, …/rest/repos/repos) and looking at runs. */
export const dispatchRoutes: readonly GitHubRoute[] = [
  {
    method: 'POST',
    pattern: '/repos/{owner}/{repo}/actions/workflows/{workflow}/dispatches',
    handler: dispatchWorkflow,
  },
  { method: 'GET', pattern: '/repos/{owner}/{repo}/actions/runs/{run}', handler: tellRun },
  { method: 'POST', pattern: '/repos/{owner}/{repo}/dispatches', handler: dispatchRepository },
];

function dispatchWorkflow(exchange: Exchange) {
  const repository = exchange.repository('actions=write');
  const name = exchange.params.workflow;
  const workflow = repository.workflows.get(name);
  if (workflow === undefined) throw new GitHubError(404, 'Not Found');
  const request = exchange.json<{
    ref?: string;
    inputs?: Record<string, string>;
    return_run_details?: boolean;
  }>();
  const { ref = '', inputs = {}, return_run_details: withDetails = false } = request;
  if (!repository.branches.has(ref.replace(/^refs\/(heads|tags)\//, ''))) {
    throw new GitHubError(422, `No ref found for: ${ref}`);
  }
  const unexpected = Object.keys(inputs).filter((input) => !workflow.inputs.includes(input));
  if (unexpected.length > 0) {
    throw new GitHubError(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  }
  const run = {
    id: 1001 + repository.runs.length,
    workflow: name,
    ref,
    inputs,
    stages: [...workflow.stages],
  };
  repository.runs.push(run);
  if (!withDetails) return { status: 204 };
  const { run_url, html_url } = urlsOf(exchange, run);
  return { body: { workflow_run_id: run.id, run_url, html_url } };
}

function tellRun(exchange: Exchange) {
  const repository = exchange.repository('actions=read');
  const run = repository.runs.find(({ id }) => id === Number(exchange.params.run));
  if (run === undefined) throw new GitHubError(404, 'Not Found');
  const [stage] = run.stages;
  if (run.stages.length > 1) run.stages.shift();
  return { body: { id: run.id, ...stage, html_url: urlsOf(exchange, run).html_url } };
}

function dispatchRepository(exchange: Exchange) {
  const repository = exchange.repository('contents=write');
  const request = exchange.json<{ event_type?: string; client_payload?: Record<string, unknown> }>();
  const { event_type: eventType = '', client_payload: payload = {} } = request;
  if (eventType === '' || eventType.length > 100) throw new GitHubError(422, 'Invalid request.');
  const keys = Object.keys(payload).length;
  if (keys > 10) {
    throw new GitHubError(422, `No more than 10 properties are allowed; ${keys} were supplied.`);
  }
  repository.dispatches.push({ eventType, payload });
  return { status: 204 };
}

function urlsOf({ url, params }: Exchange, { id }: StoredRun) {
  const name = `${params.owner}/${params.repo}`;
  return {
    run_url: `${url.origin}/repos/${name}/actions/runs/${id}`,
    html_url: `https://github.com/${name}/actions/runs/${id}`,
  };
}
