import { expect, test } from '@jest/globals';
import { countMoved } from '../../../src/engine/split/count-moved.ts';
import { parseSplit } from '../../../src/model/split-shares.ts';

const texts = { train: ['a'], eval: [], test: [] };

function moved(shares: string, seed = 42): number {
  return countMoved({ ...parseSplit(shares), seed }, (split, visit) => {
    for (const text of texts[split]) visit(Buffer.from(text));
  });
}

test('counts the rows that other shares, or another seed, put elsewhere', () => {
  expect(moved('99.98/0.01/0.01')).toBe(0);
  expect(moved('0.01/99.98/0.01')).toBe(1);
  expect(moved('0.01/0.01/99.98')).toBe(1);
});
