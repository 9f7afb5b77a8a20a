import pMap from 'p-map';
import { fieldsOf, listOf, textOf, webAddressOf, wholeNumberOf } from '../github/answer.ts';
import type { GitHubCall } from '../github/explain-failure.ts';
import type { RunHistory, RunOutcome, WorkflowRun } from './run.ts';

/** Which runs are asked for. */
interface RunsQuery {
  /** `owner/name`. */
  readonly repository: string;
  /** File name or id of the workflow. */
  readonly workflow: string;
}

/** Sends a request to GitHub. */
export type CallGitHub = (call: GitHubCall) => Promise<unknown>;

/** Requests that go to GitHub at a time. */
const AT_ONCE = 8;
const PAGE = 100;
const PAGES = 2;
/** Runs whose steps are asked for, the newest. */
const MOST_WITH_STEPS = 60;

/** A run whose steps are not known yet. */
type ListedRun = Omit<WorkflowRun, 'stepMs'> & { readonly id: number };

const OUTCOMES: ReadonlyMap<string, RunOutcome> = new Map([
  ['success', 'success'],
  ['failure', 'failure'],
  ['timed_out', 'failure'],
  ['startup_failure', 'failure'],
  ['action_required', 'failure'],
  ['cancelled', 'cancelled'],
  ['stale', 'cancelled'],
  ['skipped', 'skipped'],
  ['neutral', 'skipped'],
]);

/** Reads the newest 200 runs of a workflow, and the times of the steps of the newest 60. Never rejects. */
export async function readRuns(call: CallGitHub, query: RunsQuery): Promise<RunHistory> {
  const [owner, repo] = query.repository.split('/');
  const parameters = { owner, repo, workflow_id: query.workflow, per_page: PAGE };
  try {
    const runs: ListedRun[] = [];
    for (let page = 1; page <= PAGES; page++) {
      const answer = await call({
        route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
        action: `list the runs of ${query.workflow} in ${query.repository}`,
        permission: 'actions: read',
        hint: 'The input workflow is the file name of a workflow in .github/workflows, such as retrain.yml.',
        parameters: { ...parameters, page },
      });
      const listed = listOf(fieldsOf(answer).workflow_runs);
      if (listed === null) {
        return { missing: `GitHub's answer about the runs of ${query.workflow} could not be read.` };
      }
      runs.push(...listed.map(runOf).filter((run) => run !== null));
      if (listed.length < PAGE) break;
    }
    const steps = await pMap(
      runs.slice(0, MOST_WITH_STEPS),
      ({ id }) => readSteps(call, { owner, repo, run_id: id }),
      { concurrency: AT_ONCE },
    );
    const timed = runs.map(({ id: _, ...run }, index) => ({ ...run, stepMs: steps[index] ?? null }));
    return { workflow: query.workflow, runs: timed };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

/** Time of each step, null when GitHub does not give them. */
async function readSteps(
  call: CallGitHub,
  parameters: { owner: string; repo: string; run_id: number },
): Promise<ReadonlyMap<string, number> | null> {
  try {
    const answer = await call({
      route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
      action: `list the jobs of run ${parameters.run_id}`,
      permission: 'actions: read',
      parameters: { ...parameters, per_page: PAGE },
    });
    const times = new Map<string, number>();
    const jobs = listOf(fieldsOf(answer).jobs) ?? [];
    for (const step of jobs.flatMap((job) => listOf(fieldsOf(job).steps) ?? [])) {
      const { name, started_at: from, completed_at: to } = fieldsOf(step);
      const durationMs =
        (instantOf(to)?.getTime() ?? Number.NaN) - (instantOf(from)?.getTime() ?? Number.NaN);
      if (typeof name !== 'string' || !(durationMs >= 0)) continue;
      times.set(name, (times.get(name) ?? 0) + durationMs);
    }
    return times;
  } catch {
    // The history is worth showing without them.
    return null;
  }
}

/** A run as it is listed (docs.github.com/rest/actions/workflow-runs); null for one without a time. */
function runOf(answer: unknown): ListedRun | null {
  const fields = fieldsOf(answer);
  const [id, number] = [wholeNumberOf(fields.id), wholeNumberOf(fields.run_number)];
  const [startedAt, endedAt] = [instantOf(fields.run_started_at), instantOf(fields.updated_at)];
  if (id === null || number === null || startedAt === null) return null;
  const conclusion = textOf(fields.conclusion);
  const outcome = conclusion === null ? 'running' : (OUTCOMES.get(conclusion) ?? 'failure');
  const durationMs =
    outcome === 'running' || endedAt === null ? null : endedAt.getTime() - startedAt.getTime();
  return {
    id,
    number,
    url: webAddressOf(fields.html_url),
    event: textOf(fields.event) ?? '',
    startedAt,
    outcome,
    durationMs: durationMs === null ? null : Math.max(0, durationMs),
  };
}

/** An instant as GitHub writes it, `2026-11-23T01:00:00Z`; null for anything else. */
function instantOf(value: unknown): Date | null {
  const isInstant = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
  const instant = new Date(isInstant ? value : Number.NaN);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
