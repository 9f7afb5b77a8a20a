import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalWandb, startLocalWandb } from '../support/local-wandb/server.ts';
import { datasetReport } from '../support/reports.ts';
import { channelTo, KEY, PROJECT, trackedRun as runReport } from './wandb-scene.ts';

const PLACE = {
  repository: 'owner/loop',
  workflow: 'Retrain',
  runId: '17',
  url: 'https://github.com/owner/loop/actions/runs/17',
};

let wandb: LocalWandb;
beforeAll(async () => {
  wandb = await startLocalWandb();
  wandb.addKey(KEY, { entity: 'sambodhan', teams: ['team one'] });
});
beforeEach(() => wandb.clear());
afterAll(() => wandb.close());

describe('a run on W&B', () => {
  test('shows before the end is told', async () => {
    const channel = channelTo(wandb);
    for (let waits = 0; wandb.runs.length === 0 && waits < 500; waits++) await sleep(5);
    expect(wandb.runs[0]).toMatchObject({ project: PROJECT, state: 'running' });
    await channel.report(runReport());
  });

  test('of success: job type, tags, config, metrics, an alert, exit code 0, and its address', async () => {
    const delivery = await channelTo(wandb, { place: PLACE }).report(runReport());
    const [run] = wandb.runs;
    expect(run).toMatchObject({
      entity: 'sambodhan',
      project: PROJECT,
      jobType: 'prepare_dataset',
      tags: ['dataset-prep', 'hf-space', 'auto-sync'],
      config: {
        random_state: { value: 42 },
        split: { value: '80/10/10' },
        github_repository: { value: PLACE.repository },
        github_workflow: { value: PLACE.workflow },
        github_run_id: { value: PLACE.runId },
        github_run_url: { value: PLACE.url },
      },
      summary: { urgency_push_status: 'success', urgency_records_fetched: 18 },
      alerts: [{ title: 'Urgency Dataset Updated', severity: 'INFO' }],
      exitCode: 0,
      state: 'finished',
    });
    expect(run.history).toMatchObject([
      { _step: 0, db_connection_status: 'success', urgency_dataset_version: 'v20261123_010203' },
    ]);
    expect(run.alerts[0].text).toContain(PLACE.url);
    const detail = `${wandb.url}/sambodhan/${PROJECT}/runs/${run.name}`;
    expect(delivery).toEqual({ channel: 'W&B', state: 'delivered', detail });
  });

  test('of a skipped label', async () => {
    const skipped = datasetReport({ status: 'skipped', reason: 'Only 7 usable rows.', isNewVersion: false });
    await channelTo(wandb).report(runReport({ datasets: [skipped] }));
    expect(wandb.runs[0]).toMatchObject({
      summary: { urgency_push_status: 'skipped_insufficient_data', status: 'success' },
      alerts: [{ title: 'Urgency Dataset Skipped', severity: 'WARN' }],
      state: 'finished',
    });
  });

  test('of a failure: exit code 1', async () => {
    const failure = { stage: 'database', message: 'The database refused the password.' } as const;
    await channelTo(wandb).report(runReport({ outcome: 'failure', datasets: [], failure }));
    expect(wandb.runs[0]).toMatchObject({
      summary: { db_connection_status: 'failed', status: 'failed' },
      alerts: [{ title: 'Database Connection Failed', severity: 'ERROR', text: failure.message }],
      exitCode: 1,
      state: 'failed',
    });
  });

  test('of a cancelled run: exit code 255', async () => {
    await channelTo(wandb).report(runReport({ outcome: 'cancelled', datasets: [] }));
    expect(wandb.runs[0]).toMatchObject({ summary: { status: 'cancelled' }, exitCode: 255, state: 'killed' });
  });

  test('goes to the entity that is asked for, and its title is as long as W&B allows', async () => {
    const label = datasetReport({ name: 'x'.repeat(80) });
    const delivery = await channelTo(wandb, { entity: 'team one' }).report(runReport({ datasets: [label] }));
    expect(delivery.detail).toContain(`/team%20one/${PROJECT}/runs/`);
    expect(wandb.runs).toMatchObject([{ entity: 'team one', state: 'finished' }]);
    expect(wandb.runs[0].alerts[0].title).toHaveLength(63);
  });

  test('is not started without a key', async () => {
    const delivery = await channelTo(wandb, { apiKey: null }).report(runReport());
    expect(delivery).toEqual({ channel: 'W&B', state: 'off', detail: '' });
    expect(wandb.requests).toEqual([]);
  });
});
