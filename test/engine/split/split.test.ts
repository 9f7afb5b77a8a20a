import { describe, expect, test } from '@jest/globals';
import { SPLIT_NAMES } from '../../../src/model/rows.ts';
import { parseSplit } from '../../../src/model/split-shares.ts';
import { labelledTexts } from '../../support/texts.ts';
import { prepare, rowsOf, sizesOf, split } from './split-scene.ts';

test('sklearn split puts classes of fewer than 3 rows into train, after the others', () => {
  const rows = rowsOf([60, 2, 1, 40]);
  const splits = split(rows, { method: 'sklearn' });
  expect([...splits.train].slice(-3)).toEqual([60, 61, 62]);
  const all = SPLIT_NAMES.flatMap((name) => [...splits[name]]);
  expect(all.sort((a, b) => a - b)).toEqual([...rows.keys()]);
  expect(sizesOf(splits)).toEqual({ train: 83, eval: 10, test: 10 });
});

test('sklearn split splits a class of 3 rows', () => {
  const rows = rowsOf([3, 30]);
  const {
    train,
    eval: evaluation,
    test,
  } = split(rows, {
    method: 'sklearn',
    fractions: parseSplit('34/33/33'),
  });
  const held = [train, evaluation, test].map((found) => [...found].filter((row) => row < 3).length);
  expect(held).toEqual([1, 1, 1]);
});

describe.each(['stable', 'sklearn'] as const)('%s split', (method) => {
  test.each([
    ['nothing', []],
    ['one class of 2 rows', [2]],
    ['2 classes of 1 row', [1, 1]],
  ])('refuses %s', (_, counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    expect(() => prepare(rowsOf(counts), { method })).toThrow(
      `${total} rows are too few: train, eval and test need at least one row each.`,
    );
  });

  test('is the same each time', () => {
    const rows = rowsOf([50, 50]);
    expect(split(rows, { method })).toEqual(split(rows, { method }));
  });
});

test.each([
  ['train', 20, '0.1/50/49.9'],
  ['eval', 20, '50/0.1/49.9'],
  ['test', 20, '50/49.9/0.1'],
])('stable split refuses to leave %s empty', (_, count, shares) => {
  expect(() => prepare(rowsOf([count]), { fractions: parseSplit(shares) })).toThrow(/are too few: train/);
});

test.each([
  ['60 rows in 1 group', () => 7],
  ['60 rows in 2 groups', (row: number) => row % 2],
])('stable split refuses %s, and says so', (size, groupOf) => {
  const rows = labelledTexts(rowsOf([60]), 42);
  const rankHigh = rows.rankHigh.map((_, row) => groupOf(row));
  const grouped = { ...rows, rankHigh, rankLow: new Uint32Array(rows.length) };
  expect(() => prepare([], { rows: grouped })).toThrow(`${size} are too few: train, eval and test`);
});
