import { expect, test } from '@jest/globals';
import type { GateFacts } from '../../src/gates/gate.ts';
import { maxNearDuplicates } from '../../src/gates/near-duplicates-gate.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';

function judge(maxPercent: number | null, found: GateFacts['nearDuplicates']) {
  const facts = { nearDuplicates: found } as GateFacts;
  return maxNearDuplicates(facts, { ...DEFAULT_TRUST, maxNearDuplicates: maxPercent });
}

test('is not asked by default', () => {
  expect(judge(null, { trainTest: 1, testRows: 1, notCompared: 0 })).toBeNull();
});

test.each([
  [5, 'passed'],
  [6, 'failed'],
] as const)('with at most 5 % of 100 rows, %i rows have it %s', (trainTest, verdict) => {
  const result = judge(5, { trainTest, testRows: 100, notCompared: 0 });
  expect(result).toMatchObject({
    gate: 'max-near-duplicates',
    verdict,
    measured: `${trainTest}.0 % of the rows of test (${trainTest} of 100) are near-duplicates of rows of train`,
    limit: 'at most 5 % may be',
  });
  expect(result?.advice === null).toBe(verdict === 'passed');
});

test('says that there may be more where not all were compared', () => {
  expect(judge(5, { trainTest: 0, testRows: 10, notCompared: 3 })?.measured).toContain('or more');
});

test.each([null, undefined])('cannot judge what was not split', (found) => {
  expect(judge(0, found)).toMatchObject({ verdict: 'not-judged', advice: null });
});
