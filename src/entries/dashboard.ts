import { DASHBOARD } from '../action/dashboard-inputs.ts';
import { GITHUB_ACTIONS } from '../action/github-actions.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { createGitHubApi } from '../github/github-api.ts';
import { type DashboardClients, runDashboard } from '../runs/dashboard.ts';
import { openDatasetRepo, openModelIn, readModelCardIn } from '../wire/repos.ts';

const { GITHUB_API_URL: apiUrl = 'https://api.github.com' } = process.env;
const openGitHub = (token: string, signal: AbortSignal) => createGitHubApi({ token, apiUrl, signal });
const clients: DashboardClients = {
  openRepo: (name, inputs, signal) => openDatasetRepo(GITHUB_ACTIONS, name, inputs, { signal }),
  openGitHub,
  openModel: openModelIn(GITHUB_ACTIONS),
  readModelCard: readModelCardIn(GITHUB_ACTIONS),
};

await runAction(GITHUB_ACTIONS, (signal) =>
  runDashboard(readInputs(GITHUB_ACTIONS, DASHBOARD), clients, signal),
);
