import type { RunReport } from '../../src/report/run-report.ts';
import { createWandbChannel, type WandbChannelOptions } from '../../src/tracking/wandb-channel.ts';
import type { LocalWandb } from '../support/local-wandb/server.ts';
import { datasetReport, runReport } from '../support/reports.ts';

export const KEY = 'wandb_key_7f3a9c';
export const PROJECT = 'sambodhan-dataset-pipeline';

/** A channel to a local W&B, with what the Python client was given when it was recorded. */
export function channelTo({ url }: Pick<LocalWandb, 'url'>, changes: Partial<WandbChannelOptions> = {}) {
  return createWandbChannel({
    apiKey: KEY,
    baseUrl: url,
    project: PROJECT,
    entity: null,
    config: { random_state: 42, split: '80/10/10' },
    place: null,
    retryDelayMs: 1,
    ...changes,
  });
}

/** Report of a run that published urgency and paused its Space, with changes. */
export function trackedRun(changes: Partial<RunReport> = {}): RunReport {
  return runReport({
    durationMs: 4200,
    datasets: [datasetReport()],
    stages: [
      { name: 'read', durationMs: 1500 },
      { name: 'publish', durationMs: 2250 },
    ],
    spacePause: { channel: 'Space to pause', state: 'delivered', detail: 'owner/space is PAUSED' },
    ...changes,
  });
}
