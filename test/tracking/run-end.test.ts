import { describe, expect, test } from '@jest/globals';
import type { RowCounts } from '../../src/engine/rows/row-counts.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { runEndOf } from '../../src/tracking/run-end.ts';
import { datasetReport, heldReport } from '../support/reports.ts';
import { trackedRun as runReport } from './wandb-scene.ts';

const SPACE = 'Space to pause';
const NOTHING = { durationMs: 100, datasets: [], stages: [] };
const NO_PAUSE: RunReport['spacePause'] = { channel: SPACE, state: 'off', detail: '' };

function endOf(changes: Partial<RunReport>) {
  return runEndOf(runReport(changes), null);
}

describe('metrics', () => {
  test('of a run that published: statuses, durations, version, and the rows of every stage and split', () => {
    expect(endOf({})).toMatchObject({
      exitCode: 0,
      metrics: {
        status: 'success',
        duration_seconds: 4.2,
        stage_read_seconds: 1.5,
        stage_publish_seconds: 2.25,
        db_connection_status: 'success',
        hf_space_pause: 'success',
        urgency_status: 'published',
        urgency_push_status: 'success',
        urgency_dataset_version: 'v20261123_010203',
        urgency_records_fetched: 18,
        urgency_rows_cleaned: 15,
        urgency_rows_labelled: 14,
        urgency_rows_deduplicated: 10,
        urgency_rows_train: 8,
        urgency_rows_eval: 1,
        urgency_rows_test: 1,
      },
    });
  });

  test.each([
    ['published', 'success'],
    ['unchanged', 'success'],
    ['awaiting-approval', 'success'],
    ['skipped', 'skipped_insufficient_data'],
    ['failed', 'failed'],
    ['held', 'failed'],
    ['dry-run', undefined],
  ] as const)('a label that is %s has the push status %s', (status, pushStatus) => {
    const { metrics } = endOf({ datasets: [datasetReport({ status })] });
    expect(metrics.urgency_push_status).toBe(pushStatus);
    expect(metrics.urgency_status).toBe(status);
  });

  test('name the gates that failed, which an alert tells without the names met', () => {
    const { metrics, alerts } = endOf({ datasets: [heldReport()], outcome: 'failure' });
    expect(metrics).toMatchObject({
      urgency_status: 'held',
      urgency_gates_failed: 'max-unknown-classes,lost-classes',
    });
    expect(alerts).toEqual([
      {
        title: 'Urgency Dataset Held',
        text: expect.stringContaining('owner/urgency: max-unknown-classes: 55.6 %'),
        level: 'WARN',
      },
    ]);
    expect(JSON.stringify({ metrics, alerts })).not.toMatch(/normal|Soon/);
    expect(endOf({}).metrics).not.toHaveProperty('urgency_gates_failed');
  });

  test('keep the datasets of a run apart from each other and from the run, whatever their names', () => {
    const named = (name: string, status: 'failed' | 'published') => datasetReport({ name, status });
    const datasets = [named('x', 'published'), named('x-push', 'failed'), named('hf-space-pause', 'failed')];
    datasets.push(named('constructor', 'failed'), named('db-connection', 'failed'));
    for (const order of [datasets, datasets.toReversed()]) {
      expect(endOf({ datasets: order }).metrics).toMatchObject({
        status: 'success',
        db_connection_status: 'success',
        hf_space_pause: 'success',
        x_status: 'published',
        x_push_status: 'success',
        x_push_push_status: 'failed',
        constructor_status: 'failed',
        db_connection_push_status: 'failed',
      });
    }
  });

  test('keep the datasets of a run apart', () => {
    const datasets = [datasetReport({ name: 'department', status: 'failed' }), datasetReport()];
    expect(endOf({ datasets, outcome: 'failure' }).metrics).toMatchObject({
      status: 'failed',
      department_push_status: 'failed',
      urgency_push_status: 'success',
    });
  });

  test('have no value for what did not happen', () => {
    const failed = datasetReport({ status: 'failed', counts: null });
    expect(Object.keys(endOf({ datasets: [failed], spacePause: NO_PAUSE, stages: [] }).metrics)).toEqual([
      'status',
      'duration_seconds',
      'db_connection_status',
      'urgency_status',
      'urgency_push_status',
    ]);
  });

  test.each([
    ['database', 'failed'],
    ['inputs', undefined],
    ['preparation', undefined],
  ] as const)('a failure of stage %s has the connection status %s', (stage, status) => {
    const { metrics, exitCode } = endOf({
      ...NOTHING,
      outcome: 'failure',
      failure: { stage, message: 'It failed.' },
    });
    expect([metrics.status, metrics.db_connection_status, exitCode]).toEqual(['failed', status, 1]);
  });

  test('of a cancelled run tell neither success nor failure', () => {
    const end = endOf({ ...NOTHING, outcome: 'cancelled', spacePause: NO_PAUSE });
    expect(end).toEqual({
      metrics: { status: 'cancelled', duration_seconds: 0.1 },
      alerts: [],
      exitCode: 255,
    });
  });

  test('name a stage as W&B allows', () => {
    const { metrics } = endOf({ stages: [{ name: 'read rows: urgency', durationMs: 20 }] });
    expect(metrics.stage_read_rows_urgency_seconds).toBe(0.02);
  });
});

describe('alerts', () => {
  test('INFO tells a new version, and where the run is', () => {
    expect(runEndOf(runReport(), 'https://github.com/o/r/actions/runs/1').alerts).toEqual([
      {
        title: 'Urgency Dataset Updated',
        text: 'owner/urgency: Version v20261123_010203 was published.\nWorkflow run: https://github.com/o/r/actions/runs/1',
        level: 'INFO',
      },
    ]);
  });

  test.each(['unchanged', 'dry-run'] as const)('a label that is %s raises none', (status) => {
    expect(endOf({ datasets: [datasetReport({ status, isNewVersion: false })] }).alerts).toEqual([]);
  });

  test('tell that a version awaits approval, as WARN where a gate failed', () => {
    const datasets = [
      datasetReport({ name: 'a', status: 'awaiting-approval' }),
      heldReport({ name: 'b', status: 'awaiting-approval' }),
    ];
    expect(endOf({ datasets }).alerts).toMatchObject([
      { title: 'A Dataset Awaiting Approval', level: 'INFO' },
      { title: 'B Dataset Awaiting Approval', level: 'WARN' },
    ]);
  });

  test('WARN tells a skipped label and a Space that was not paused', () => {
    const skipped = datasetReport({ status: 'skipped', reason: 'Only 7 usable rows.', isNewVersion: false });
    const spacePause = { channel: SPACE, state: 'failed', detail: 'The Hub refused.' } as const;
    expect(endOf({ datasets: [skipped], spacePause }).alerts).toEqual([
      { title: 'Urgency Dataset Skipped', text: 'owner/urgency: Only 7 usable rows.', level: 'WARN' },
      { title: 'Space Not Paused', text: 'The Hub refused.', level: 'WARN' },
    ]);
  });

  test('ERROR tells a failed label', () => {
    const failed = datasetReport({ status: 'failed', reason: 'No access.', isNewVersion: false });
    expect(endOf({ datasets: [failed] }).alerts).toEqual([
      { title: 'Urgency Dataset Failed', text: 'owner/urgency: No access.', level: 'ERROR' },
    ]);
  });

  test.each([
    ['database', 'Database Connection Failed'],
    ['inputs', 'Dataset Preparation Failed'],
    ['preparation', 'Dataset Preparation Failed'],
  ] as const)('ERROR tells a failure of stage %s', (stage, title) => {
    const failure = { stage, message: 'It failed.' };
    const { alerts } = endOf({ ...NOTHING, outcome: 'failure', failure, spacePause: NO_PAUSE });
    expect(alerts).toEqual([{ title, text: 'It failed.', level: 'ERROR' }]);
  });
});

test('an alert of a dataset with a long name says what happened in the room that W&B gives it', () => {
  const names = ['a', 'b'].map((end) => `${'n'.repeat(59)}${end}`);
  const titles = names.flatMap((name) =>
    endOf({ datasets: [datasetReport({ name })] }).alerts.map((alert) => alert.title),
  );
  expect(titles).toEqual([
    `N${'n'.repeat(22)}…${'n'.repeat(22)}a Dataset Updated`,
    `N${'n'.repeat(22)}…${'n'.repeat(22)}b Dataset Updated`,
  ]);
  for (const title of titles) expect(title.length).toBeLessThanOrEqual(63);
});

test('tells the share corrected where right predictions were read too, and the age of the newest correction', () => {
  const { counts } = datasetReport();
  const metricsOf = (changes: Partial<RowCounts>) =>
    endOf({
      startedAt: new Date('2026-11-23T12:00:00Z'),
      datasets: [datasetReport({ counts: { ...counts!, ...changes } })],
    }).metrics;
  const pairs = [[0, 1, 2]] as const;
  const known = metricsOf({
    newestCorrection: '2026-11-20T00:00:00.000Z',
    predictions: { reviewed: 3, corrected: 2, pairs: [...pairs, [0, 0, 1]] },
  });
  expect(known).toMatchObject({ urgency_share_corrected: 0.6667, urgency_newest_correction_age_days: 3.5 });
  const future = metricsOf({
    newestCorrection: '2027-11-20T00:00:00.000Z',
    predictions: { reviewed: 2, corrected: 2, pairs },
  });
  expect(future.urgency_newest_correction_age_days).toBe(0);
  for (const key of ['urgency_share_corrected', 'urgency_newest_correction_age_days']) {
    expect(Object.keys(metricsOf({}))).not.toContain(key);
  }
  expect(Object.keys(future)).not.toContain('urgency_share_corrected');
});

test('tells how many corrections wait where a source says so', () => {
  const [waiting, unknown] = [7, null].map((pending) => endOf({ datasets: [datasetReport({ pending })] }));
  expect(waiting.metrics.urgency_corrections_pending).toBe(7);
  expect(Object.keys(unknown.metrics)).not.toContain('urgency_corrections_pending');
});
