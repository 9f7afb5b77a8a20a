import { annotate, annotateDelivery, annotateSettings, annotateSources } from '../action/annotations.ts';
import { givenRepos } from '../action/dataset-inputs.ts';
import { describeFailure } from '../action/failure.ts';
import { InputError } from '../action/input-error.ts';
import { logOutcomes } from '../action/outcome-log.ts';
import { setOutputs } from '../action/outputs.ts';
import { settingsFrom } from '../action/pipeline-settings.ts';
import {
  type PrepareDatasetInputs,
  type PrepareDatasetReading,
  prepareDatasetInputs,
} from '../action/prepare-dataset-inputs.ts';
import { createProgressLog } from '../action/progress-log.ts';
import { CancelledError } from '../action/run-action.ts';
import { readRunsUrl } from '../action/run-place.ts';
import { strayErrorOf } from '../action/stray-error.ts';
import { renderJobSummary } from '../action/summary/job-summary.ts';
import { DatabaseError } from '../model/corrections.ts';
import { prepareDatasets } from '../pipeline/prepare-datasets.ts';
import type { PipelinePorts } from '../pipeline/settings.ts';
import { type DatasetReport, realStatus } from '../report/dataset-report.ts';
import type { Delivery } from '../report/delivery.ts';
import { reportToChannels } from '../report/report-to-channels.ts';
import type { Channel, RunFailure, RunReport } from '../report/run-report.ts';
import type { SpaceClients } from './pause-space.ts';

/** Clients of the root action. */
export interface PrepareDatasetClients extends SpaceClients {
  /** Opens the channels to which the run is reported, whether or not the inputs can be used. */
  openChannels(
    reading: PrepareDatasetReading,
    options: { endpoint: string; dryRun: boolean },
  ): readonly Channel[];
  /** Opens the database, the Hub and the folder. */
  openPipeline(
    inputs: PrepareDatasetInputs,
    options: Pick<PipelinePorts, 'progress' | 'report'> & { signal: AbortSignal },
  ): PipelinePorts;
}

/** What is reported of the Space if a run ended before it came to pause it, or was not asked to. */
const SPACE_LEFT_ALONE: Delivery = { channel: 'Space to pause', state: 'off', detail: '' };

/**
 * Prepares the datasets, and reports the run in outputs, annotations, the job summary and the channels.
 *
 * @returns false if a dataset failed or is held, or in a dry run would be, which was reported
 * @throws InputError, or the error that kept the run from trying any dataset; it was reported everywhere but in the log
 */
export async function runPrepareDataset(
  reading: PrepareDatasetReading,
  clients: PrepareDatasetClients,
  signal: AbortSignal,
): Promise<boolean> {
  const { surroundings } = reading;
  const startedAt = new Date();
  const startMs = performance.now();
  const named = new Map(Array.from(givenRepos(reading), ([name, repo]) => [name, repo !== '']));
  // If it is unknown whether this is a dry run, nothing is reported outside.
  const { dryRun = true } = reading.values;
  // Fails before anything is published if outputs cannot be set. The outputs stay if the process is killed.
  setOutputs(surroundings, [], { named, dryRun });
  const endpoint = reading.texts['hub-endpoint'].replace(/\/+$/, '');
  const channels = clients.openChannels(reading, { endpoint, dryRun });
  const { progress, stages } = createProgressLog(surroundings, startMs);
  let datasets: readonly DatasetReport[] = [];
  const ended: DatasetReport[] = [];
  const report = (dataset: DatasetReport) => {
    ended.push(dataset);
    setOutputs(surroundings, ended, { named, dryRun });
  };
  let spacePause = SPACE_LEFT_ALONE;
  let failure: RunFailure | null = null;
  let thrown: unknown;
  try {
    const inputs = prepareDatasetInputs(reading);
    const ports = clients.openPipeline(inputs, { progress, report, signal });
    const settings = settingsFrom(inputs);
    for (const { name, trust } of settings.targets) annotateSettings(surroundings, name, trust);
    datasets = await Promise.race([prepareDatasets(settings, ports), strayErrorOf(signal)]);
    spacePause = await pausePreparationSpace(inputs, clients, signal);
  } catch (error) {
    thrown = error;
    datasets = ended;
    failure = isCancelled(signal) ? null : failureOf(error);
  }
  setOutputs(surroundings, datasets, { named, dryRun });
  annotateSources(surroundings, datasets);
  for (const dataset of datasets) annotate(surroundings, dataset);
  const hasFailed =
    thrown !== undefined || datasets.some((report) => ['failed', 'held'].includes(realStatus(report)));
  const run: RunReport = {
    outcome: isCancelled(signal) ? 'cancelled' : hasFailed ? 'failure' : 'success',
    startedAt,
    durationMs: performance.now() - startMs,
    datasets,
    failure,
    stages,
    spacePause,
  };
  const deliveries = [spacePause, ...(await reportToChannels(channels, run, reading.secrets))];
  for (const delivery of deliveries) annotateDelivery(surroundings, delivery);
  const runsUrl = readRunsUrl(reading.environment);
  await surroundings.summary(renderJobSummary({ run, deliveries, dryRun, endpoint, runsUrl }));
  logOutcomes(surroundings, datasets, { dryRun });
  if (thrown !== undefined) throw thrown;
  return run.outcome === 'success';
}

/** Pauses the Space that used to prepare the datasets; its failure never fails a run. */
async function pausePreparationSpace(
  inputs: PrepareDatasetInputs,
  { openSpace }: SpaceClients,
  signal: AbortSignal,
): Promise<Delivery> {
  const { prepareDatasetSpaceId: name, dryRun } = inputs;
  if (name === null || dryRun) return SPACE_LEFT_ALONE;
  const { channel } = SPACE_LEFT_ALONE;
  try {
    const stage = await openSpace(name, inputs, signal).pause();
    return { channel, state: 'delivered', detail: `${name} is ${stage}` };
  } catch (error) {
    return { channel, state: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}

function isCancelled({ reason }: AbortSignal): boolean {
  return reason instanceof CancelledError;
}

function failureOf(error: unknown): RunFailure {
  const message = describeFailure(error);
  if (error instanceof InputError) return { stage: 'inputs', message };
  return { stage: error instanceof DatabaseError ? 'database' : 'preparation', message };
}
