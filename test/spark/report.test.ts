import { expect, test } from '@jest/globals';
import { type ReportedCounts, rowCountsOf } from '../../src/spark/report.ts';
import { metadata, smallCounts } from '../support/metadata.ts';

const { class_balance: _, near_duplicates: __, ...quality } = metadata().quality;
const COUNTS = { ...quality, newestCorrection: null, predictions: null } as unknown as ReportedCounts;

test('counts without predictions and times have none', () => {
  expect(rowCountsOf(COUNTS)).toEqual(smallCounts());
});

test('predictions are kept', () => {
  const predictions = {
    reviewed: 2,
    corrected: 1,
    pairs: [
      [null, 0, 1],
      [1, 1, 1],
    ],
  } as const;
  expect(rowCountsOf({ ...COUNTS, predictions }).predictions).toEqual(predictions);
});

test.each([
  [1764057600.25, '2025-11-25T08:00:00.250Z'],
  [1e16, '+275760-09-13T00:00:00.000Z'],
  [-1e16, '-271821-04-20T00:00:00.000Z'],
])('the newest correction, %p s, is told as %s', (newestCorrection, expected) => {
  expect(rowCountsOf({ ...COUNTS, newestCorrection }).newestCorrection).toBe(expected);
});
