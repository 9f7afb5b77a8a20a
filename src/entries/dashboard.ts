import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { info, warning } from '@actions/core';
import { type DashboardInputs, readDashboardInputs } from '../action/dashboard-inputs.ts';
import { maskSecrets } from '../action/mask-secrets.ts';
import { givenTokens } from '../action/retraining-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { subActionSources } from '../action/space-inputs.ts';
import { writeOutput } from '../action/write-output.ts';
import { openHub } from '../clients/hub.ts';
import { renderDashboard } from '../dashboard/page.ts';
import { readDataset } from '../dashboard/read-datasets.ts';
import { readRuns } from '../dashboard/read-runs.ts';
import type { RunHistory } from '../dashboard/run.ts';
import { createGitHubApi } from '../github/github-api.ts';
import { DatasetRepo } from '../hub/dataset-repo.ts';

const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } = process.env;

await runAction(async (signal) => {
  const sources = subActionSources('dashboard');
  maskSecrets(givenTokens(sources));
  const inputs = readDashboardInputs(sources);
  const hub = openHub(inputs, { signal });
  const [history, datasets] = await Promise.all([
    readHistory(inputs, signal),
    Promise.all(
      inputs.datasets.map(({ name: label, repo }) => {
        const pageUrl = `${inputs.hubEndpoint}/datasets/${repo}`;
        return readDataset({ label, repo, pageUrl }, () => new DatasetRepo(repo, hub));
      }),
    ),
  ]);
  signal.throwIfAborted();
  if ('missing' in history) warning(history.missing, { title: 'Runs: not shown' });
  for (const { label, missing } of datasets) {
    if (missing !== null) warning(missing, { title: `${label}: not shown` });
  }
  if ('missing' in history && datasets.every(({ missing }) => missing !== null)) {
    throw new Error(
      'Neither the runs nor any dataset could be read, so there is nothing to show; see the warnings.',
    );
  }
  const page = renderDashboard({ builtAt: new Date(), repository: repository || null, history, datasets });
  await mkdir(dirname(inputs.path), { recursive: true });
  await writeFile(inputs.path, page);
  info(`Wrote ${inputs.path}, ${Math.ceil(Buffer.byteLength(page) / 1024)} KiB.`);
  writeOutput('path', inputs.path);
  return true;
});

async function readHistory(
  { githubToken: token, workflow }: DashboardInputs,
  signal: AbortSignal,
): Promise<RunHistory> {
  if (token === null || repository === '') {
    return { missing: 'The runs are not shown: give github-token with the permission "actions: read".' };
  }
  return readRuns(createGitHubApi({ token, apiUrl, signal }), { repository, workflow });
}
