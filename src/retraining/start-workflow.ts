import { fieldsOf, textOf, webAddressOf, wholeNumberOf } from '../github/answer.ts';
import type { GitHubCall } from '../github/explain-failure.ts';
import { GitHubApiError } from '../github/github-api.ts';
import { isPassing } from '../http/failed-answer.ts';
import { pollUntil, type WaitLimits } from '../http/poll.ts';
import { fillIn, fillInAll, type NewVersion } from './new-version.ts';
import { explainUnfinished, type StartedRetraining, started } from './outcome.ts';
import type { RepositoryTarget, WorkflowTarget } from './targets.ts';

type GitHubApi = (call: GitHubCall) => Promise<unknown>;

const SEES_ITS_OWN = "the workflow's own token sees no other private repository.";

interface WorkflowRun {
  readonly status: string;
  readonly conclusion: string | null;
}

/** Starts a workflow of a repository, and waits for its end if requested. */
export async function startWorkflow(
  call: GitHubApi,
  target: WorkflowTarget,
  version: NewVersion,
  options: WaitLimits & { repository: string },
): Promise<StartedRetraining> {
  const { repository } = options;
  const { name, ref, wait } = target;
  const inputs = Object.fromEntries(
    Object.entries(target.inputs).map(([key, value]) => [key, fillIn(value, version)]),
  );
  const answer = fieldsOf(
    await call({
      route: 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
      action: `start the workflow ${name} of ${repository}`,
      permission: 'actions: write',
      hint: `A workflow file must be on the default branch; ${SEES_ITS_OWN}`,
      parameters: { ...placeOf(repository), workflow_id: name, ref, inputs, return_run_details: true },
    }),
  );
  const id = wholeNumberOf(answer.workflow_run_id);
  if (id === null) {
    const problem = wait
      ? `The workflow ${name} of ${repository} was started, but GitHub's answer names no run to wait for.`
      : null;
    return started({ problem });
  }
  const run = { id: String(id), url: webAddressOf(answer.html_url) };
  if (!wait) return started(run);
  const poll = await pollUntil({
    ...options,
    first: { status: '', conclusion: null },
    look: (limit) => lookAtRun(call, repository, run.id, limit),
    isDone: ({ status }) => status === 'completed',
    isPassing: (error) => error instanceof GitHubApiError && isPassing(error.status),
  });
  if (poll.end !== 'done') {
    const about = { what: `The run of ${name} of ${repository}`, stage: poll.seen.status };
    const problem = explainUnfinished(poll, { ...about, url: run.url, timeoutMs: options.timeoutMs });
    return started({ ...run, stage: about.stage, problem });
  }
  const conclusion = poll.seen.conclusion ?? 'unknown';
  const isGood = conclusion === 'success';
  const problem = isGood
    ? null
    : `The run of ${name} of ${repository} ended with ${conclusion}: ${run.url ?? 'look at its log'}`;
  return started({ ...run, stage: conclusion, problem, mayStillRun: isGood });
}

/** Sends an event to a repository; GitHub does not report what the event starts. */
export async function dispatchRepository(
  call: GitHubApi,
  target: RepositoryTarget,
  version: NewVersion,
  repository: string,
): Promise<StartedRetraining> {
  const { name: label, repo: dataset, tag: revision, commit } = version;
  await call({
    route: 'POST /repos/{owner}/{repo}/dispatches',
    action: `send the event ${target.name} to ${repository}`,
    permission: 'contents: write',
    hint: `Check the name; ${SEES_ITS_OWN}`,
    parameters: {
      ...placeOf(repository),
      event_type: target.name,
      client_payload: {
        label,
        dataset,
        revision,
        commit,
        ...(fillInAll(target.payload, version) as RepositoryTarget['payload']),
      },
    },
  });
  return started({});
}

async function lookAtRun(
  call: GitHubApi,
  repository: string,
  id: string,
  signal: AbortSignal,
): Promise<WorkflowRun> {
  const answer = await call({
    route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    action: `look at run ${id} of ${repository}`,
    permission: 'actions: read',
    parameters: { ...placeOf(repository), run_id: id },
    signal,
  });
  const { status, conclusion } = fieldsOf(answer);
  return { status: textOf(status) ?? '', conclusion: textOf(conclusion) };
}

function placeOf(repository: string): { owner: string; repo: string } {
  const [owner, repo] = repository.split('/');
  return { owner, repo };
}
