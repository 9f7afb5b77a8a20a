import { describe, expect, test } from '@jest/globals';
import { compareVersions } from '../../src/dashboard/compare-versions.ts';
import { labelDrift, parseVersion } from '../../src/dashboard/published-version.ts';
import {
  quantile,
  rollingSuccessRate,
  stepTimes,
  successRate,
  type WorkflowRun,
} from '../../src/dashboard/run.ts';
import { metadata } from '../support/metadata.ts';

const RUN: WorkflowRun = {
  number: 1,
  url: null,
  event: 'schedule',
  startedAt: new Date(0),
  outcome: 'success',
  durationMs: 1000,
  stepMs: null,
};

function runs(...outcomes: WorkflowRun['outcome'][]): WorkflowRun[] {
  return outcomes.map((outcome) => ({ ...RUN, outcome }));
}

describe('success rate', () => {
  test('counts only runs that succeeded or failed', () => {
    expect(
      successRate(runs('success', 'failure', 'cancelled', 'running', 'skipped', 'success', 'success')),
    ).toBe(0.75);
    expect(successRate(runs('cancelled'))).toBeNull();
  });

  test('rolls over a window', () => {
    const rates = rollingSuccessRate(runs('failure', 'success', 'cancelled', 'success'), 2);
    expect(rates.map(({ rate }) => rate)).toEqual([0, 0.5, 1]);
  });
});

test('times of steps are summed over runs, the longest first', () => {
  const told = [10, 30].map((ms) => ({
    ...RUN,
    stepMs: new Map([
      ['Set up', 5],
      ['Run', ms],
    ]),
  }));
  expect(stepTimes([...told, RUN])).toEqual([
    { name: 'Run', runs: 2, medianMs: 10, slowMs: 30, totalMs: 40 },
    { name: 'Set up', runs: 2, medianMs: 5, slowMs: 5, totalMs: 10 },
  ]);
  expect(quantile([], 0.5)).toBeNull();
});

describe('versions', () => {
  const version = (balance: Record<string, number>) =>
    parseVersion(
      'v20261123_010203',
      JSON.stringify(
        metadata({
          version_tag: 'v20261123_010203',
          quality: {
            ...metadata().quality,
            class_balance: Object.fromEntries(
              Object.entries(balance).map(([name, train]) => [name, { train, eval: 0, test: 0 }]),
            ),
          },
        }),
      ),
    )!;

  test('drift is the share of rows that would have to change class', () => {
    expect(labelDrift(version({ a: 50, b: 50 }), version({ a: 80, b: 20 }))).toBeCloseTo(0.3);
    expect(labelDrift(version({ a: 10 }), version({ b: 99 }))).toBe(1);
    expect(labelDrift(version({ a: 10 }), version({}))).toBeNull();
  });

  test.each(['', 'null', '[]', '{}', '{"version_tag": 5}', '{"version_tag":"v1"}'])(
    '%j is no version',
    (json) => {
      expect(parseVersion('v20261123_010203', json)).toBeNull();
    },
  );

  test('a comparison tells the change of counts and of settings', () => {
    const rows = compareVersions(['count', 'text', 'count'], [10, 'stable', null], [15, 'sklearn', 3]);
    expect(rows.map(({ change }) => change)).toEqual(['+5 (+50.0 %)', 'changed', '–']);
  });
});
