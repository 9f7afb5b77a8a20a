import { DASHBOARD } from '../action/dashboard-inputs.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { createGitHubApi } from '../github/github-api.ts';
import { runDashboard } from '../runs/dashboard.ts';
import { openDatasetRepo as openRepo, readModelCard } from '../wire/repos.ts';

const { GITHUB_API_URL: apiUrl = 'https://api.github.com' } = process.env;
const openGitHub = (token: string, signal: AbortSignal) => createGitHubApi({ token, apiUrl, signal });

await runAction((signal) =>
  runDashboard(readInputs(DASHBOARD), { openRepo, openGitHub, readModelCard }, signal),
);
