import { annotate, annotateDelivery } from '../action/annotations.ts';
import { readChannelInputs } from '../action/channel-inputs.ts';
import { InputError } from '../action/input-reader.ts';
import { readEndpoint, readInputs, readNamedDatasets, readSecrets } from '../action/inputs.ts';
import { maskSecrets } from '../action/mask-secrets.ts';
import { setOutputs } from '../action/outputs.ts';
import { settingsFrom } from '../action/pipeline-settings.ts';
import { createProgressLog } from '../action/progress-log.ts';
import { runAction } from '../action/run-action.ts';
import { renderJobSummary } from '../action/summary/job-summary.ts';
import { writeSummary } from '../action/summary/write-summary.ts';
import { createChannels } from '../clients/channels.ts';
import { createPipelineClients } from '../clients/pipeline-clients.ts';
import { pausePreparationSpace, SPACE_LEFT_ALONE } from '../clients/preparation-space.ts';
import { prepareDatasets } from '../pipeline/prepare-datasets.ts';
import { PostgresError } from '../postgres/postgres-error.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { RunFailure, RunReport } from '../report/run-report.ts';
import { tellChannels } from '../report/tell-channels.ts';

await runAction(async (signal) => {
  const startedAt = new Date();
  const startMs = performance.now();
  const secrets = maskSecrets(readSecrets());
  const named = readNamedDatasets();
  // Fails before anything is published when outputs cannot be set, and stands if the process is killed.
  setOutputs([], named);
  const channelInputs = readChannelInputs();
  const endpoint = readEndpoint();
  const channels = createChannels(channelInputs, { endpoint });
  const { progress, stages } = createProgressLog(startMs);
  let datasets: readonly DatasetReport[] = [];
  const ended: DatasetReport[] = [];
  const tell = (report: DatasetReport) => {
    ended.push(report);
    setOutputs(ended, named);
  };
  let spacePause = SPACE_LEFT_ALONE;
  let failure: RunFailure | null = null;
  let thrown: unknown;
  try {
    const inputs = readInputs();
    const clients = createPipelineClients(inputs, { progress, tell, signal });
    datasets = await prepareDatasets(settingsFrom(inputs), clients);
    spacePause = await pausePreparationSpace(inputs, signal);
  } catch (error) {
    thrown = error;
    datasets = ended;
    failure = signal.aborted ? null : explainFailure(error);
  }
  setOutputs(datasets, named);
  datasets.forEach(annotate);
  const hasFailed = thrown !== undefined || datasets.some(({ status }) => status === 'failed');
  const run: RunReport = {
    outcome: signal.aborted ? 'cancelled' : hasFailed ? 'failure' : 'success',
    startedAt,
    durationMs: performance.now() - startMs,
    datasets,
    failure,
    stages,
    spacePause,
  };
  const deliveries = [spacePause, ...(await tellChannels(channels, run, secrets))];
  deliveries.forEach(annotateDelivery);
  const { dryRun } = channelInputs;
  await writeSummary(renderJobSummary({ run, deliveries, dryRun, endpoint }));
  if (thrown !== undefined) throw thrown;
  return run.outcome === 'success';
});

function explainFailure(error: unknown): RunFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof InputError) return { stage: 'inputs', message };
  return { stage: error instanceof PostgresError ? 'database' : 'preparation', message };
}
