import { describe, expect, test } from '@jest/globals';
import { maxDrift } from '../../src/gates/drift-gate.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import type { PreviousVersion } from '../../src/version/metadata.ts';
import { driftFacts } from './drift-scene.ts';

function judge(before: readonly number[], now: readonly number[], most: number | null = 5, changes = {}) {
  return maxDrift({ ...driftFacts(before, now), ...changes }, { ...DEFAULT_TRUST, maxDrift: most });
}

test('is not asked by default', () => {
  expect(judge([1000, 1000], [0, 2000], null)).toBeNull();
});

test('tells the class that drifted most, and how to go on', () => {
  expect(judge([1600, 400], [1400, 600])).toEqual({
    gate: 'max-drift',
    verdict: 'failed',
    measured:
      'the share of class 0 went from 80.0 % of 2,000 rows to 70.0 % of 2,000, that of 1 other class beyond chance as well',
    limit: 'at most 5 points are allowed',
    advice: expect.stringContaining('since v20261101_000000'),
  });
});

test.each([
  [
    'less than is allowed',
    [1600, 400],
    [1540, 460],
    'the share of class 0 went from 80.0 % of 2,000 rows to 77.0 % of 2,000, and no other by more',
  ],
  [
    'no more than chance explains',
    [16, 4],
    [13, 7],
    'the share of class 0 went from 80.0 % of 20 rows to 65.0 % of 20, which chance explains',
  ],
])('a change of %s passes', (_, before, now, measured) => {
  expect(judge(before, now)).toMatchObject({ verdict: 'passed', measured, advice: null });
});

test('a change by just what is allowed passes', () => {
  expect(judge([80_000, 20_000], [75_000, 25_000])?.verdict).toBe('passed');
  expect(judge([80_000, 20_000], [74_990, 25_010])?.verdict).toBe('failed');
});

test('of several classes a row, the share of all rows counts', () => {
  const several = driftFacts([500, 500], [500, 500], { isSeveral: true, rows: [1000, 2000] });
  expect(maxDrift(several, { ...DEFAULT_TRUST, maxDrift: 5 })).toMatchObject({
    verdict: 'failed',
    measured:
      'the share of class 0 went from 50.0 % of 1,000 rows to 25.0 % of 2,000, that of 1 other class beyond chance as well',
  });
});

describe('cannot judge', () => {
  const { previous } = driftFacts([10, 10], [10, 10]);

  test.each<[string, Partial<PreviousVersion> | null, string]>([
    ['a first version', null, 'it has no previous version'],
    ['after one that does not record its classes', { classBalance: null }, 'does not record its classes'],
    [
      'after one of other classes',
      { classBalance: { other: { train: 9, eval: 1, test: 1 } } },
      'no class in common',
    ],
  ])('%s', (_, changes, why) => {
    const before = changes === null ? null : { ...previous!, ...changes };
    const result = judge([10, 10], [10, 10], 5, { previous: before });
    expect(result).toMatchObject({
      verdict: 'not-judged',
      measured: expect.stringContaining(why),
      advice: null,
    });
  });

  test('rows so few that no change would be beyond chance', () => {
    expect(judge([2, 2], [4, 0])).toMatchObject({
      verdict: 'not-judged',
      measured: '4 rows before and 4 now are too few to distinguish a change from chance',
    });
  });

  test('metadata that contradicts itself', () => {
    const several = driftFacts([500, 500], [500, 500], { isSeveral: true, rows: [400, 1000] });
    expect(maxDrift(several, { ...DEFAULT_TRUST, maxDrift: 5 })?.verdict).toBe('not-judged');
  });
});

test('classes that only one version knows do not count', () => {
  const facts = driftFacts([800, 200, 1000], [800, 200]);
  expect(maxDrift(facts, { ...DEFAULT_TRUST, maxDrift: 0 })).toMatchObject({
    verdict: 'passed',
    measured: 'the share of class 0 went from 80.0 % of 1,000 rows to 80.0 % of 1,000, and no other by more',
  });
});

test('a dataset without classes is not asked', () => {
  const facts = driftFacts([], []);
  expect(maxDrift(facts, { ...DEFAULT_TRUST, maxDrift: 5 })).toBeNull();
});
