import { expect, test } from '@jest/globals';
import { maxAge } from '../../../src/dataset/gates/age-gate.ts';
import type { GateFacts } from '../../../src/dataset/gates/gate.ts';
import { DEFAULT_TRUST } from '../../../src/dataset/trust.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

function judge(newestCorrection: string | null, most: number | null) {
  const facts = { counts: { newestCorrection }, now: NOW } as GateFacts;
  return maxAge(facts, { ...DEFAULT_TRUST, maxAge: most });
}

test.each([
  ['2026-11-09T12:00:00.000Z', 14, 'passed', '14 days'],
  ['2026-11-09T11:59:59.999Z', 14, 'failed', '14.1 days'],
  ['2026-11-22T11:00:00.000Z', 1, 'failed', '25 hours'],
  ['2026-11-23T11:00:00.000Z', 1 / 24, 'passed', '1 hour'],
  ['2026-11-23T07:00:00.000Z', 5 / 24, 'passed', '5 hours'],
  ['2026-11-24T11:00:00.000Z', 1, 'passed', '0 hours'],
  ['+275760-09-13T00:00:00.000Z', 1, 'passed', '0 hours'],
  ['-271821-04-20T00:00:00.000Z', 7, 'failed', '100020780.5 days'],
] as const)('of a correction at %s and %d days it is %s', (newest, most, verdict, age) => {
  expect(judge(newest, most)).toMatchObject({ verdict, measured: `the newest correction is ${age} old` });
});

test('cannot judge corrections that tell no time, and is not asked without a limit', () => {
  expect(judge(null, 14)).toMatchObject({ verdict: 'not-judged', limit: 'it may be at most 14 days old' });
  expect(judge('2020-01-01T00:00:00.000Z', null)).toBeNull();
});
