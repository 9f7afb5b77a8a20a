import { expect, test } from '@jest/globals';
import { maxAge } from '../../src/gates/age-gate.ts';
import type { GateFacts } from '../../src/gates/gate.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

function judge(newestCorrection: string | null, most: number | null, futureCorrections?: number) {
  const facts = { counts: { newestCorrection, futureCorrections }, now: NOW } as GateFacts;
  return maxAge(facts, { ...DEFAULT_TRUST, maxAge: most });
}

test.each([
  ['2026-11-09T12:00:00.000Z', 14, 'passed', '14 days'],
  ['2026-11-09T11:59:59.999Z', 14, 'failed', '14.1 days'],
  ['2026-11-22T11:00:00.000Z', 1, 'failed', '25 hours'],
  ['2026-11-23T11:00:00.000Z', 1 / 24, 'passed', '1 hour'],
  ['2026-11-23T07:00:00.000Z', 5 / 24, 'passed', '5 hours'],
  ['2026-11-24T11:00:00.000Z', 1, 'passed', '0 hours'],
  ['-271821-04-20T00:00:00.000Z', 7, 'failed', '100020780.5 days'],
] as const)('of a correction at %s and %d days it is %s', (newest, most, verdict, age) => {
  expect(judge(newest, most)).toMatchObject({ verdict, measured: `the newest correction is ${age} old` });
});

test.each([
  [1, '(without 1 correction whose time is in the future)'],
  [2000, '(without 2,000 corrections whose time is in the future)'],
])('says that %i in the future do not count', (future, says) => {
  expect(judge('2026-11-22T12:00:00.000Z', 14, future)).toMatchObject({
    verdict: 'passed',
    measured: `the newest correction is 24 hours old ${says}`,
  });
});

test.each([
  [1, '1 correction has its time in the future and none in the past'],
  [3, '3 corrections have their time in the future and none in the past'],
])('holds a dataset whose only times, %i, are in the future', (future, measured) => {
  expect(judge(null, 14, future)).toMatchObject({ verdict: 'failed', measured });
  expect(judge(null, null, future)).toBeNull();
});

test('cannot judge corrections that tell no time, and is not asked without a limit', () => {
  expect(judge(null, 14)).toMatchObject({ verdict: 'not-judged', limit: 'it may be at most 14 days old' });
  expect(judge('2020-01-01T00:00:00.000Z', null)).toBeNull();
});
