import { error, info, notice } from '@actions/core';
import { maskSecrets } from '../action/mask-secrets.ts';
import { givenTokens, type RetrainingInputs, readRetrainingInputs } from '../action/retraining-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { subActionSources } from '../action/space-inputs.ts';
import { renderRetrainingSummary } from '../action/summary/retraining-summary.ts';
import { writeSummary } from '../action/summary/write-summary.ts';
import { writeOutput } from '../action/write-output.ts';
import { openHub } from '../clients/hub.ts';
import { TriggerMarks } from '../hub/trigger-marks.ts';
import { dryRunReport, type RetrainingReport, retrain } from '../retraining/retrain.ts';
import { type StarterOptions, startTarget } from '../retraining/starter.ts';

await runAction(async (signal) => {
  const sources = subActionSources('trigger-retraining');
  maskSecrets(givenTokens(sources));
  writeOutput('triggered', '[]');
  writeOutput('results', '[]');
  const inputs = readRetrainingInputs(sources);
  for (const { version, targets } of inputs.versions) {
    if (targets.length === 0) notice(`targets names nothing to start for ${version.label} ${version.tag}.`);
  }
  const reports = await Promise.all(triggersOf(inputs, signal));
  reports.forEach(tell);
  if (reports.length === 0) info('No label with a target has a new version: nothing is triggered.');
  const triggered = reports.filter(({ result }) => result === 'triggered').map(({ label }) => label);
  writeOutput('triggered', JSON.stringify([...new Set(triggered)]));
  writeOutput(
    'results',
    JSON.stringify(
      reports.map(({ label, kind, result, stage, id, url }) => ({ label, kind, result, stage, id, url })),
    ),
  );
  await writeSummary(renderRetrainingSummary(reports));
  return reports.every(({ result }) => result !== 'failed');
});

function triggersOf(inputs: RetrainingInputs, signal: AbortSignal): Promise<RetrainingReport>[] {
  const { force, dryRun } = inputs;
  const options = starterOptions(inputs, signal);
  const { hub, repository } = options;
  const entries = inputs.versions
    .filter(({ targets }) => targets.length > 0)
    .map(({ version, targets }) => ({ version, targets, marks: new TriggerMarks(version.dataset, hub) }));
  return entries.flatMap(({ version, targets, marks }) =>
    targets.map(async (target) => {
      if (dryRun) return dryRunReport({ target, version, repository });
      const start = () => startTarget(target, version, options);
      return retrain({ target, version, repository, marks, force, start, signal });
    }),
  );
}

function starterOptions(inputs: RetrainingInputs, signal: AbortSignal): StarterOptions {
  const { githubToken, timeoutMinutes, repository } = inputs;
  const { GITHUB_API_URL: githubApiUrl = 'https://api.github.com' } = process.env;
  return {
    hub: openHub(inputs, { signal }),
    githubToken,
    githubApiUrl,
    repository,
    timeoutMs: timeoutMinutes * 60_000,
    signal,
    environment: process.env,
    onGitHubWait: ({ action, reason, delayMs }) =>
      info(`GitHub answered ${reason} when asked to ${action}; trying again in ${delayMs / 1000} s.`),
    onStage: ({ name }, stage) => info(`The Space ${name} is ${stage}.`),
  };
}

function tell({ label, version, description, result, reason, url }: RetrainingReport): void {
  const what = `${label} ${version}: ${description}`;
  if (result === 'failed') error(reason ?? '', { title: `${label}: ${description} failed` });
  else if (result === 'already-triggered') notice(reason ?? '', { title: `${label}: not triggered again` });
  else if (result === 'dry-run') info(`Dry run: ${what} would be triggered.`);
  else info(`${what} was triggered.${url === null ? '' : ` ${url}`}`);
}
