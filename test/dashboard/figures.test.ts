import { describe, expect, test } from '@jest/globals';
import { compareVersions } from '../../src/dashboard/compare-versions.ts';
import { classKind, labelDrift, parseVersion } from '../../src/dashboard/published-version.ts';
import {
  quantile,
  rollingSuccessRate,
  stepTimes,
  successRate,
  type WorkflowRun,
} from '../../src/dashboard/run.ts';
import { TASK_NAMES } from '../../src/model/tasks.ts';
import { historyOf, taskVersions } from '../support/dashboard.ts';
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

  test('record dropped rows, agreement, personal data and near-duplicates, and what is malformed is not known', () => {
    const { quality } = metadata();
    const parse = (changes: object) =>
      parseVersion(
        'v20261123_010203',
        JSON.stringify({ ...metadata(), quality: { ...quality, ...changes } }),
      )!;
    const pii = { action: 'redact', rows: 2, found: { email: { finds: 3, rows: 2 }, phone: { finds: 'x' } } };
    const near = { train_test: 4, train_eval: 0, eval_test: 0, dropped: 5 };
    const version = parse({
      pii,
      agreement: { alpha: 0.81, texts: 9, annotators: 2 },
      near_duplicates: near,
    });
    expect(version.personalData).toEqual(new Map([['e-mail addresses', 3]]));
    expect([version.agreement, version.nearDuplicates]).toEqual([0.81, 4]);
    expect(version.dropped?.get('Conflict')).toBe(2);
    expect(version.dropped?.get('Near-duplicate')).toBe(5);
    const malformed = parse({
      pii: [],
      agreement: { alpha: '<b>' },
      near_duplicates: null,
      dropped: { empty: -1 },
    });
    expect(malformed).toMatchObject({
      personalData: null,
      agreement: null,
      nearDuplicates: null,
      dropped: null,
    });
  });

  test.each(TASK_NAMES)('of %s tell whether a row has classes, and how many', (task) => {
    const { versions } = historyOf(task, taskVersions(task, 2));
    const expected = new Map([
      ['text-classification', 'one'],
      ['text-pair-classification', 'one'],
      ['multi-label-classification', 'several'],
      ['token-classification', 'several'],
    ]);
    expect(classKind(versions)).toBe(expected.get(task) ?? 'none');
  });

  test('of a later `datasets` spell a list in another way', () => {
    const list = { feature: { names: ['a'], _type: 'ClassLabel' }, _type: 'List' };
    for (const features of [{ labels: list }, { labels: [{ names: ['a'], _type: 'ClassLabel' }] }]) {
      const version = parseVersion('v20261123_010203', JSON.stringify(metadata({ features })))!;
      expect(classKind([version])).toBe('several');
    }
  });

  test('whose classes nobody told, or whose newest version has none, show none', () => {
    expect(classKind([])).toBe('none');
    expect(classKind([version({ a: 1 }), version({})])).toBe('none');
    expect(classKind([version({}), version({ a: 1 })])).toBe('one');
  });

  test('keep the order of the ids of classes whose names look like numbers', () => {
    const rows = { train: 1, eval: 0, test: 0 };
    const quality = { ...metadata().quality, class_balance: { '1': rows, '2': rows, constructor: rows } };
    const told = metadata({ quality, label_map: { '2': 0, '1': 1, constructor: 2 } });
    const { classRows } = parseVersion('v20261123_010203', JSON.stringify(told))!;
    expect([...classRows!.keys()]).toEqual(['2', '1', 'constructor']);
  });

  test('of several classes a row have shares of the rows, not of the classes', () => {
    const rows = compareVersions(['count', 'tag', 'tag'], [10, 8, 6], [20, 8, 12]);
    expect(rows.slice(1).map(({ from, to, change }) => [from, to, change])).toEqual([
      ['8 (80.0 %)', '8 (40.0 %)', '±0 (−40.0 pp)'],
      ['6 (60.0 %)', '12 (60.0 %)', '+6 (±0.0 pp)'],
    ]);
    expect(rows[2].shares).toEqual([0.6, 0.6]);
  });

  test('a comparison tells the change of scores, of few digits, whatever their magnitude', () => {
    const kinds = ['count', 'score', 'score', 'score', 'score'] as const;
    const rows = compareVersions(kinds, [1, 0.9125, 71.5, 0.5, 'good'], [1, 0.9, 1234.5678, 0.5, null]);
    expect(rows.slice(1).map(({ from, to, change }) => [from, to, change])).toEqual([
      ['0.9125', '0.9', '−0.0125'],
      ['71.5', '1235', '+1163'],
      ['0.5', '0.5', 'same'],
      ['good', '–', '–'],
    ]);
  });

  test('a comparison tells the change of counts and of settings', () => {
    const rows = compareVersions(['count', 'text', 'count'], [10, 'stable', null], [15, 'sklearn', 3]);
    expect(rows.map(({ change }) => change)).toEqual(['+5 (+50.0 %)', 'changed', '–']);
  });
});

test('rows of lists of 0 and 1 may have several classes, though their column names none', () => {
  const features = { labels: { feature: { dtype: 'float32', _type: 'Value' }, _type: 'Sequence' } };
  const hasSeveral = (multiHot: object) =>
    parseVersion('v20261123_010203', JSON.stringify(metadata({ features, ...multiHot })))?.hasSeveralClasses;
  expect([hasSeveral({ multi_hot: 'labels' }), hasSeveral({})]).toEqual([true, false]);
});
