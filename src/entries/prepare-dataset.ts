import { info, setSecret, warning } from '@actions/core';
import { annotate } from '../action/annotations.ts';
import { logHubWait } from '../action/hub-wait.ts';
import { type ActionInputs, readDatasets, readInputs, readSecrets } from '../action/inputs.ts';
import { maskSecrets } from '../action/mask-secrets.ts';
import { createOutputFolder } from '../action/output-folder.ts';
import { setFailedOutputs, setOutputs } from '../action/outputs.ts';
import { createProgressLog } from '../action/progress-log.ts';
import { runAction } from '../action/run-action.ts';
import { renderFailureSummary, renderJobSummary } from '../action/summary/job-summary.ts';
import { writeSummary } from '../action/summary/write-summary.ts';
import { BUILT_IN_LABELS } from '../dataset/label-schema.ts';
import { DatasetRepo } from '../hub/dataset-repo.ts';
import { createTokenSource } from '../hub/oidc-token.ts';
import { openSpace } from '../hub/open-space.ts';
import type { Delivery } from '../pipeline/delivery.ts';
import { prepareDatasets } from '../pipeline/prepare-datasets.ts';
import type { PipelinePorts, PipelineSettings } from '../pipeline/settings.ts';
import { createCorrectionsDatabase } from '../postgres/corrections-database.ts';

await runAction(async () => {
  const startedAt = performance.now();
  maskSecrets(readSecrets());
  try {
    const inputs = readInputs();
    const reports = await prepareDatasets(settingsFrom(inputs), clientsFor(inputs, startedAt));
    setOutputs(reports);
    reports.forEach(annotate);
    const deliveries = [await pausePreparationSpace(inputs)];
    const { dryRun, hubEndpoint: endpoint } = inputs;
    const durationMs = performance.now() - startedAt;
    await writeSummary(renderJobSummary({ reports, deliveries, dryRun, endpoint, durationMs }));
    return reports.every(({ status }) => status !== 'failed');
  } catch (error) {
    setFailedOutputs(readDatasets().keys());
    await writeSummary(renderFailureSummary(error instanceof Error ? error.message : String(error)));
    throw error;
  }
});

function settingsFrom(inputs: ActionInputs): PipelineSettings {
  return {
    targets: BUILT_IN_LABELS.flatMap((schema) => {
      const repoName = inputs.datasets.get(schema.name);
      return repoName === undefined ? [] : [{ schema, repoName }];
    }),
    parameters: {
      correct_ratio: inputs.correctRatio,
      random_state: inputs.randomState,
      split: inputs.split,
      split_method: inputs.splitMethod,
      min_dataset_len: inputs.minDatasetLen,
    },
    fractions: inputs.fractions,
    visibility: inputs.isPrivate ? 'private' : 'public',
    dryRun: inputs.dryRun,
    endpoint: inputs.hubEndpoint,
  };
}

function clientsFor(inputs: ActionInputs, startedAt: number): PipelinePorts {
  return {
    database: createCorrectionsDatabase({
      url: inputs.postgresUrl,
      ca: inputs.postgresCa ?? undefined,
      seed: inputs.randomState,
      ordered: inputs.splitMethod === 'sklearn',
      onWarning: (message) => warning(message, { title: 'PostgreSQL' }),
      onRetry: ({ attempt, attempts, delayMs, error }) =>
        info(`${error.message} Attempt ${attempt} of ${attempts}; trying again in ${delayMs / 1000} s.`),
    }),
    openRepo: (name) =>
      new DatasetRepo(name, {
        endpoint: inputs.hubEndpoint,
        token: createTokenSource({
          token: inputs.hfToken,
          repo: `datasets/${name}`,
          endpoint: inputs.hubEndpoint,
          mask: setSecret,
          onWait: logHubWait,
        }),
        onWait: logHubWait,
      }),
    outputFolder: inputs.outputDir === null ? null : createOutputFolder(inputs.outputDir),
    progress: createProgressLog(startedAt),
    now: () => new Date(),
  };
}

/** Pauses the Space that used to prepare the datasets; a failure is a warning. */
async function pausePreparationSpace(inputs: ActionInputs): Promise<Delivery> {
  const { spaceToPause: name, hfToken: token, hubEndpoint: endpoint, dryRun } = inputs;
  const channel = 'Space to pause';
  if (name === null || dryRun) return { channel, state: 'off', detail: '' };
  try {
    const space = openSpace(name, { token, endpoint, mask: setSecret, onWait: logHubWait });
    return { channel, state: 'delivered', detail: `${name} is ${await space.pause()}` };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    warning(detail, { title: `${name}: not paused` });
    return { channel, state: 'failed', detail };
  }
}
