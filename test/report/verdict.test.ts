import { describe, expect, test } from '@jest/globals';
import type { DatasetReport, DatasetStatus } from '../../src/report/dataset-report.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { describeVerdict, verdictIcon } from '../../src/report/verdict.ts';
import { previousVersion } from '../support/previous.ts';
import { datasetReport, heldReport, runReport } from '../support/reports.ts';

const PREVIOUS = previousVersion({ numSamples: 7 });
const PULL_REQUEST = { number: 3, url: 'https://hub.example/3', state: 'open' } as const;

function verdict(
  datasets: readonly DatasetReport[],
  {
    dryRun = false,
    warnings = 0,
    ...changes
  }: Partial<RunReport> & { dryRun?: boolean; warnings?: number } = {},
): string {
  const run = runReport({ ...changes, datasets });
  return `${verdictIcon(run)} ${describeVerdict({ run, dryRun, warnings })}`;
}

const of = (...statuses: DatasetStatus[]) => statuses.map((status) => datasetReport({ status }));
const changed = (added: number) => {
  const changes = { added, removed: 1, relabelled: 2, classes: [] };
  return datasetReport({ previous: PREVIOUS, changes });
};

describe('the verdict counts the datasets by status:', () => {
  test.each<[string, DatasetReport[]]>([
    ['✅ 1 of 1 published · 10 new rows', of('published')],
    ['✅ 2 of 2 published · 20 new rows', of('published', 'published')],
    ['💤 2 of 2 unchanged', of('unchanged', 'unchanged')],
    ['✅ 1 of 2 published · 1 unchanged · 10 new rows', of('unchanged', 'published')],
    ['✋ 1 of 2 published · 1 held · 10 new rows', of('held', 'published')],
    ['✋ 1 of 2 held · 1 unchanged', of('unchanged', 'held')],
    ['⏳ 1 of 1 waiting for approval', of('awaiting-approval')],
    ['❌ 1 of 3 failed · 1 waiting for approval · 1 skipped', of('skipped', 'failed', 'awaiting-approval')],
    ['⏭️ 1 of 1 skipped', of('skipped')],
    [
      '❌ 1 of 6 published · 1 failed · 1 held · 1 waiting for approval · 1 unchanged · 1 skipped · 10 new rows',
      of('published', 'failed', 'held', 'awaiting-approval', 'unchanged', 'skipped'),
    ],
  ])('%s', (expected, datasets) => {
    expect(verdict(datasets)).toBe(expected);
  });

  test('a version that was merged, while newer data waits, is both', () => {
    const merged = datasetReport({ pullRequest: PULL_REQUEST, previous: PREVIOUS });
    expect(verdict([merged])).toBe('✅ 1 of 1 published · 1 newer waiting for approval');
  });
});

describe('new rows', () => {
  test('are those of a first version, and those that were added', () => {
    expect(verdict([changed(449), datasetReport()])).toBe('✅ 2 of 2 published · 459 new rows');
    expect(verdict([changed(1)])).toBe('✅ 1 of 1 published · 1 new row');
    expect(verdict([changed(0)])).toBe('✅ 1 of 1 published · 0 new rows');
  });

  test('are left out where one version does not record them, or its rows are those of an earlier run', () => {
    expect(verdict([changed(449), datasetReport({ previous: PREVIOUS })])).toBe('✅ 2 of 2 published');
    const tag = 'v20261123_010203';
    const merged = datasetReport({ tag, previous: previousVersion({ versionTag: tag, numSamples: 10 }) });
    expect(verdict([merged])).toBe('✅ 1 of 1 published');
  });
});

test('warnings are counted', () => {
  expect(verdict(of('unchanged'), { warnings: 1 })).toBe('💤 1 of 1 unchanged · 1 warning');
  expect(verdict([changed(459)], { warnings: 2 })).toBe('✅ 1 of 1 published · 459 new rows · 2 warnings');
});

test('a dry run says what a real run would do', () => {
  const held = heldReport({ status: 'dry-run', would: 'held' });
  const waits = datasetReport({ status: 'dry-run', would: 'awaiting-approval' });
  expect(verdict([datasetReport({ status: 'dry-run' }), held], { dryRun: true })).toBe(
    '✋ dry run · 1 of 2 would be published · 1 would be held · 10 new rows',
  );
  expect(verdict([waits, ...of('failed', 'skipped')], { dryRun: true })).toBe(
    '❌ dry run · 1 of 3 failed · 1 would wait for approval · 1 would be skipped',
  );
});

test('a run that was cancelled counts what had ended, but not of how many', () => {
  expect(verdict([], { outcome: 'cancelled' })).toBe('🚫 cancelled · no dataset was prepared');
  expect(verdict(of('published'), { outcome: 'cancelled' })).toBe('🚫 cancelled · 1 published · 10 new rows');
  expect(verdict(of('held', 'failed'), { outcome: 'cancelled' })).toBe(
    '🚫 cancelled · 1 not finished · 1 held',
  );
});

test.each([
  ['inputs', 'the inputs cannot be used'],
  ['database', 'the database could not be read'],
  ['preparation', 'the preparation failed'],
] as const)('a run that failed at its %s says so first', (stage, words) => {
  const failure = { stage, message: 'A secret.' };
  expect(verdict([], { outcome: 'failure', failure })).toBe(`❌ ${words} · no dataset was prepared`);
  expect(verdict(of('published'), { outcome: 'failure', failure })).toBe(
    `❌ ${words} · 1 published · 10 new rows`,
  );
});
