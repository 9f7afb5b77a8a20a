import { expect, test } from '@jest/globals';
import { PII_KINDS } from '../../../src/dataset/trust.ts';
import { LABELLED_TEXTS, scoreTexts } from './labelled-texts.ts';

/** What docs/privacy.md says is found and is right, in percent, rounded down; the rules were made with the first half only. */
const FLOORS = {
  dev: { email: [95, 100], phone: [96, 100], iban: [100, 100], card: [100, 100], all: [96, 100] },
  'held-out': { email: [100, 100], phone: [94, 97], iban: [100, 100], card: [100, 100], all: [96, 98] },
} as const;

test.each(['dev', 'held-out'] as const)('of the %s half as much is found as was measured', (half) => {
  const scores = scoreTexts(LABELLED_TEXTS.filter((text) => text.half === half));
  for (const kind of [...PII_KINDS, 'all'] as const) {
    const { recall, precision } = scores[kind];
    const [leastRecall, leastPrecision] = FLOORS[half][kind];
    expect([kind, 'recall', Math.floor(100 * recall) >= leastRecall]).toEqual([kind, 'recall', true]);
    expect([kind, 'precision', Math.floor(100 * precision) >= leastPrecision]).toEqual([
      kind,
      'precision',
      true,
    ]);
  }
});

test('the labelled texts are many, in three languages, and most hold nothing', () => {
  const without = LABELLED_TEXTS.filter(({ spans }) => spans.length === 0);
  expect(LABELLED_TEXTS.length).toBeGreaterThanOrEqual(500);
  expect(without.length).toBeGreaterThanOrEqual(LABELLED_TEXTS.length / 2);
  for (const language of ['en', 'ne', 'mix'] as const) {
    expect(LABELLED_TEXTS.filter((text) => text.language === language).length).toBeGreaterThan(100);
  }
  for (const kind of PII_KINDS) {
    const spans = LABELLED_TEXTS.flatMap((text) => text.spans.filter((span) => span[2] === kind));
    expect(spans.length).toBeGreaterThan(20);
  }
});
