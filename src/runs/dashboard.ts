import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type DASHBOARD, type DashboardInputs, dashboardInputs } from '../action/dashboard-inputs.ts';
import type { HubValues } from '../action/hub-inputs.ts';
import type { InputReading } from '../action/read-inputs.ts';
import { renderDashboard } from '../dashboard/page.ts';
import { readDatasets, type VersionSource } from '../dashboard/read-datasets.ts';
import { readPromotions } from '../dashboard/read-promotions.ts';
import { type CallGitHub, readRuns } from '../dashboard/read-runs.ts';
import { readScores } from '../dashboard/read-scores.ts';
import type { RunHistory } from '../dashboard/run.ts';
import type { ModelRepo } from '../hub/model-repo.ts';
import { orListed } from './list-problems.ts';

/** Clients of `dashboard`. */
export interface DashboardClients {
  /** Opens a dataset repo. @throws Error if the name is not allowed */
  openRepo(name: string, inputs: HubValues, signal: AbortSignal): VersionSource;
  openGitHub(token: string, signal: AbortSignal): CallGitHub;
  /** Opens a model repo, of which the tags are read. */
  openModel(name: string, inputs: HubValues, signal: AbortSignal): Pick<ModelRepo, 'tags'>;
  /** Reads the card of a model, null for one without. */
  readModelCard(model: string, inputs: HubValues, signal: AbortSignal): Promise<string | null>;
}

/**
 * Writes the page about the versions and the runs. Warns of parts that cannot be read, which are missing on the page.
 *
 * @throws InputError; Error if nothing could be read or the page cannot be written
 */
export async function runDashboard(
  reading: InputReading<typeof DASHBOARD>,
  clients: DashboardClients,
  signal: AbortSignal,
): Promise<boolean> {
  const { info, output, warning } = reading.surroundings;
  const inputs = await orListed(reading.surroundings, () => dashboardInputs(reading));
  const { GITHUB_REPOSITORY: repository = '' } = reading.environment;
  const [history, datasets, scores, promotions] = await Promise.all([
    readHistory(inputs, { repository, openGitHub: clients.openGitHub, signal }),
    readDatasets(
      inputs.datasets.map(({ name, repo }) => ({
        name,
        repo,
        pageUrl: `${inputs.hubEndpoint}/datasets/${repo}`,
        lastStatus: inputs.versions.get(name) ?? null,
      })),
      ({ repo }) => clients.openRepo(repo, inputs, signal),
    ),
    readScores(inputs.datasets, inputs.models, (model) => clients.readModelCard(model, inputs, signal)),
    readPromotions(inputs.datasets, inputs.models, (model) => clients.openModel(model, inputs, signal)),
  ]);
  signal.throwIfAborted();
  if ('missing' in history) warning(history.missing, { title: 'Runs: not shown' });
  for (const { name, missing } of datasets) {
    if (missing !== null) warning(missing, { title: `${name}: not shown` });
  }
  if ('missing' in history && datasets.every(({ missing }) => missing !== null)) {
    throw new Error(
      'Neither the runs nor any dataset could be read, so the dashboard was not written. See the warnings.',
    );
  }
  for (const { model, missing } of [...scores.values()].flat()) {
    if (missing !== null) info(`${model}: no score. ${missing}`);
  }
  for (const { model, missing } of [...promotions.values()].flat()) {
    if (missing !== null) info(`${model}: no promotion. ${missing}`);
  }
  const page = renderDashboard({
    builtAt: new Date(),
    repository: repository || null,
    history,
    datasets,
    scores,
    promotions,
  });
  await mkdir(dirname(inputs.path), { recursive: true });
  await writeFile(inputs.path, page);
  info(`Wrote ${inputs.path}, ${Math.ceil(Buffer.byteLength(page) / 1024)} KiB.`);
  output('path', inputs.path);
  return true;
}

async function readHistory(
  { githubToken: token, workflow }: DashboardInputs,
  options: Pick<DashboardClients, 'openGitHub'> & { repository: string; signal: AbortSignal },
): Promise<RunHistory> {
  const { openGitHub, repository, signal } = options;
  if (token === null || repository === '') {
    return {
      missing: 'The runs are not shown. To show them, pass github-token with the permission "actions: read".',
    };
  }
  return readRuns(openGitHub(token, signal), { repository, workflow });
}
