import { describe, expect, test } from '@jest/globals';
import { SPLIT_NAMES } from '../../src/dataset/rows.ts';
import { rowsOf, sizesOf, split } from './split-scene.ts';

describe.each(['stable', 'sklearn'] as const)('%s split', (method) => {
  test('puts classes of fewer than 3 rows into train, and says so', () => {
    const rows = rowsOf([60, 2, 1, 40]);
    const { rows: splits, tinyClasses } = split(rows, { method });
    expect(tinyClasses).toEqual([
      { classId: 1, rows: 2 },
      { classId: 2, rows: 1 },
    ]);
    const inTrain = Array.from(splits.train).filter((row) => [1, 2].includes(rows[row][1]));
    expect(inTrain).toHaveLength(3);
    if (method === 'sklearn') expect([...splits.train].slice(-3)).toEqual([60, 61, 62]);
    const all = SPLIT_NAMES.flatMap((name) => [...splits[name]]);
    expect(all.sort((a, b) => a - b)).toEqual([...rows.keys()]);
    expect(sizesOf(splits)).toEqual({ train: 83, eval: 10, test: 10 });
  });

  test('refuses what cannot be split', () => {
    expect(() => split(rowsOf([2, 1]), { method })).toThrow(/too few/);
    expect(() => split([], { method })).toThrow(/too few/);
  });

  test('is the same each time', () => {
    const rows = rowsOf([50, 50]);
    expect(split(rows, { method })).toEqual(split(rows, { method }));
  });
});
