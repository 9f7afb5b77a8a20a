import type { GitHubCall } from '../github/explain-failure.ts';
import { mapBounded } from './read-datasets.ts';
import type { RunHistory, RunOutcome, WorkflowRun } from './run.ts';

/** Which runs are asked for. */
export interface RunsQuery {
  /** `owner/name`. */
  readonly repository: string;
  /** File name or id of the workflow. */
  readonly workflow: string;
}

type CallGitHub = (call: GitHubCall) => Promise<unknown>;

const PAGE = 100;
const PAGES = 2;
/** Runs whose steps are asked for, the newest. */
const MOST_WITH_STEPS = 60;

const OUTCOMES: Readonly<Record<string, RunOutcome>> = {
  success: 'success',
  failure: 'failure',
  timed_out: 'failure',
  startup_failure: 'failure',
  action_required: 'failure',
  cancelled: 'cancelled',
  stale: 'cancelled',
  skipped: 'skipped',
  neutral: 'skipped',
};

/** A run as `GET /repos/{owner}/{repo}/actions/workflows/{id}/runs` tells it (docs.github.com/rest/actions). */
interface RunAnswer {
  readonly id: number;
  readonly run_number: number;
  readonly html_url?: string;
  readonly event?: string;
  readonly conclusion?: string | null;
  readonly run_started_at?: string;
  readonly updated_at?: string;
}

interface JobsAnswer {
  readonly jobs: readonly {
    readonly steps?: readonly { name: string; started_at?: string | null; completed_at?: string | null }[];
  }[];
}

/** Reads the newest 200 runs of a workflow, and the times of the steps of the newest 60. Never rejects. */
export async function readRuns(call: CallGitHub, query: RunsQuery): Promise<RunHistory> {
  const [owner, repo] = query.repository.split('/');
  const parameters = { owner, repo, workflow_id: query.workflow, per_page: PAGE };
  try {
    const runs: RunAnswer[] = [];
    for (let page = 1; page <= PAGES; page++) {
      const answer = (await call({
        route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
        action: `list the runs of ${query.workflow} in ${query.repository}`,
        permission: 'actions: read',
        parameters: { ...parameters, page },
      })) as { workflow_runs: RunAnswer[] };
      runs.push(...answer.workflow_runs);
      if (answer.workflow_runs.length < PAGE) break;
    }
    const steps = await mapBounded(runs.slice(0, MOST_WITH_STEPS), ({ id }) =>
      readSteps(call, { owner, repo, run_id: id }),
    );
    return { workflow: query.workflow, runs: runs.map((run, index) => toRun(run, steps[index] ?? null)) };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

/** Time of each step, null when GitHub does not tell. */
async function readSteps(
  call: CallGitHub,
  parameters: { owner: string; repo: string; run_id: number },
): Promise<ReadonlyMap<string, number> | null> {
  try {
    const { jobs } = (await call({
      route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
      action: `list the jobs of run ${parameters.run_id}`,
      permission: 'actions: read',
      parameters: { ...parameters, per_page: PAGE },
    })) as JobsAnswer;
    const times = new Map<string, number>();
    for (const { name, started_at: from, completed_at: to } of jobs.flatMap(({ steps = [] }) => steps)) {
      if (!from || !to) continue;
      times.set(name, (times.get(name) ?? 0) + Date.parse(to) - Date.parse(from));
    }
    return times;
  } catch {
    // The history is worth showing without them.
    return null;
  }
}

function toRun(answer: RunAnswer, stepMs: ReadonlyMap<string, number> | null): WorkflowRun {
  const { conclusion, html_url: url = '', run_started_at: from = '', updated_at: to = '' } = answer;
  const outcome = conclusion ? (OUTCOMES[conclusion] ?? 'failure') : 'running';
  const durationMs = Date.parse(to) - Date.parse(from);
  return {
    number: answer.run_number,
    url: /^https?:\/\//.test(url) ? url : null,
    event: answer.event ?? '',
    startedAt: new Date(from),
    outcome,
    durationMs: outcome === 'running' || Number.isNaN(durationMs) ? null : Math.max(0, durationMs),
    stepMs,
  };
}
