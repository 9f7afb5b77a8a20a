import { expect, test } from '@jest/globals';
import { MovedRows } from '../../../src/engine/split/split-stable.ts';
import { parseSplit } from '../../../src/model/split-shares.ts';

function moved(shares: string, seed = 42): number {
  const rows = new MovedRows({ ...parseSplit(shares), seed });
  rows.add('train', Buffer.from('a'));
  return rows.count;
}

test('counts the rows that other shares, or another seed, put elsewhere', () => {
  expect(moved('99.98/0.01/0.01')).toBe(0);
  expect(moved('0.01/99.98/0.01')).toBe(1);
  expect(moved('0.01/0.01/99.98')).toBe(1);
});
