import { expect, test } from '@jest/globals';
import { TextRanker } from '../../../src/engine/rows/rank.ts';
import { type EarlierSplit, MovedRows, splitOf } from '../../../src/engine/split/split-stable.ts';
import { parseSplit } from '../../../src/model/split-shares.ts';

const TEXT = { task: 'text-classification', texts: [{ name: 'text', type: 'string' }] } as const;
const ANSWERS = {
  task: 'prompt-completion',
  texts: [
    { name: 'prompt', type: 'string' },
    { name: 'completion', type: 'string' },
  ],
} as const;

function moved(shares: string, seed = 42): number {
  const rows = new MovedRows(
    { ...TEXT, clean: ['whitespace'] },
    { ...parseSplit(shares), seed, folded: false, byRole: false },
  );
  rows.add('train', Buffer.from('a'));
  return rows.count;
}

test('counts the rows that other shares, or another seed, put elsewhere', () => {
  expect(moved('99.98/0.01/0.01')).toBe(0);
  expect(moved('0.01/99.98/0.01')).toBe(1);
  expect(moved('0.01/0.01/99.98')).toBe(1);
});

test.each<[Pick<EarlierSplit, 'folded' | 'byRole'>, (number: number) => string]>([
  [{ folded: false, byRole: false }, (number) => `a\u200b ${number}\u001fb`],
  [{ folded: true, byRole: false }, (number) => `a ${number}\u001fb`],
  [{ folded: false, byRole: true }, (number) => `a\u200b ${number}`],
  [{ folded: true, byRole: true }, (number) => `a ${number}`],
])('the key was %j', (how, keyOf) => {
  const shares = parseSplit('40/30/30');
  const rows = new MovedRows({ ...ANSWERS, clean: 'none' }, { ...shares, seed: 42, ...how });
  const ranker = new TextRanker(42);
  for (let number = 0; number < 50; number++) {
    ranker.rank(Buffer.from(keyOf(number)));
    rows.add(splitOf(ranker, shares), Buffer.from(`a\u200b ${number}\u001fb`));
  }
  expect(rows.count).toBe(0);
});
