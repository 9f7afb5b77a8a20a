import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PII_KINDS, type PiiKind } from '../../src/model/trust.ts';
import { LABELLED_SETS, type LabelledSet, type Score, scoreTexts } from './labelled-texts.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs/reference/privacy.md');
const HALVES = ['dev', 'held-out'] as const;
const NAMES: Readonly<Record<PiiKind | 'all', string>> = {
  email: 'e-mail addresses',
  phone: 'phone numbers',
  iban: 'IBANs',
  card: 'card numbers',
  all: 'all',
};
/** Recall and precision that no change may fall below, in percent. */
const FLOORS: Readonly<Record<string, Record<(typeof HALVES)[number], readonly [number, number]>>> = {
  'English and Nepali': { dev: [96.7, 100], 'held-out': [97.2, 98.3] },
  German: { dev: [92.5, 100], 'held-out': [96.1, 98] },
  French: { dev: [96.2, 98], 'held-out': [97.7, 97.7] },
};

describe.each(LABELLED_SETS)('$name', (set) => {
  test.each(HALVES)('of the %s half as much is found as was measured', (half) => {
    const { recall, precision } = scoresOf(set, half).all;
    const [leastRecall, leastPrecision] = FLOORS[set.name][half];
    expect(100 * recall).toBeGreaterThanOrEqual(leastRecall);
    expect(100 * precision).toBeGreaterThanOrEqual(leastPrecision);
  });

  test('docs/reference/privacy.md says how much', () => {
    const kinds = [...PII_KINDS, 'all'] as const;
    const lines = kinds.map((kind) => {
      const cells = HALVES.flatMap((half) => cellsOf(scoresOf(set, half)[kind]));
      return `| ${NAMES[kind]} | ${cells.join(' | ')} |`;
    });
    expect(readFileSync(DOCS, 'utf8')).toContain(lines.join('\n'));
  });

  test('the texts are many, and about half of them or more hold nothing', () => {
    const { texts } = set;
    expect(texts.length).toBeGreaterThanOrEqual(150);
    expect(texts.filter(({ spans }) => spans.length === 0).length).toBeGreaterThan(0.45 * texts.length);
    for (const kind of PII_KINDS) {
      const spans = texts.flatMap((text) => text.spans.filter((span) => span[2] === kind));
      expect(spans.length).toBeGreaterThanOrEqual(8);
    }
    for (const { text, spans } of texts) {
      for (const [start, end] of spans) expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    }
  });
});

function scoresOf({ texts, region }: LabelledSet, half: (typeof HALVES)[number]) {
  return scoreTexts(
    texts.filter((text) => text.half === half),
    region,
  );
}

function cellsOf({ labelled, recall, precision }: Score): string[] {
  return [`${percent(recall)} of ${labelled}`, percent(precision)];
}

function percent(share: number): string {
  return `${share === 1 ? '100' : (Math.floor(1000 * share) / 10).toFixed(1)} %`;
}
