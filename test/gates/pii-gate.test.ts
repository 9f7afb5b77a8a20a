import { expect, test } from '@jest/globals';
import { noPii } from '../../src/gates/pii-gate.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import type { PiiCounts } from '../../src/pii/counts.ts';
import { countsOf, factsOf } from './gate-scene.ts';

function judge(pii: PiiCounts | undefined) {
  return noPii(factsOf({ counts: { ...countsOf(100), pii } }), DEFAULT_TRUST);
}

const FOUND = {
  email: { rows: 2, finds: 1200 },
  phone: { rows: 1, finds: 1 },
  card: { rows: 0, finds: 0 },
};

test('holds a dataset whose rows hold some, and says how much of what', () => {
  expect(judge({ action: 'hold', rows: 3, found: FOUND })).toMatchObject({
    gate: 'pii',
    verdict: 'failed',
    measured: '3 rows hold personal data (e-mail addresses: 1,200 in 2 rows, phone numbers: 1 in 1 row)',
    limit: 'none may',
    advice: expect.stringContaining('action: redact'),
  });
  const one = { phone: FOUND.phone };
  expect(judge({ action: 'hold', rows: 1, found: one })?.measured).toMatch(/^1 row holds personal data/);
});

test('passes one whose rows hold none', () => {
  const found = { card: FOUND.card };
  expect(judge({ action: 'hold', rows: 0, found })).toMatchObject({ verdict: 'passed', advice: null });
});

test('is not asked where it is only counted, or nobody looked', () => {
  expect(judge({ action: 'count', rows: 3, found: FOUND })).toBeNull();
  expect(judge(undefined)).toBeNull();
});
