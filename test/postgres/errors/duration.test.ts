import { expect, test } from '@jest/globals';
import { describeDuration } from '../../../src/postgres/errors/duration.ts';

test.each([
  [0, '0 ms'],
  [150.4, '150 ms'],
  [999, '999 ms'],
  [1000, '1 s'],
  [30_500, '30.5 s'],
  [59_900, '59.9 s'],
  [59_990, '1 min'],
  [60_000, '1 min'],
  [1_830_000, '30 min 30 s'],
  [7_200_000, '120 min'],
])('%d ms is %s', (milliseconds, text) => {
  expect(describeDuration(milliseconds)).toBe(text);
});
