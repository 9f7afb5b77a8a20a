import { describe, expect, test } from '@jest/globals';
import { sampledRows } from '../../src/postgres/queries.ts';
import { selectionOf } from '../support/built-in.ts';

describe('sampledRows', () => {
  test.each([1.5, Number.NaN, 2 ** 53])('refuses the seed %p', (seed) => {
    expect(() => sampledRows(selectionOf('confirmed'), { seed, limit: 1, ordered: false })).toThrow(
      new RangeError(`The seed must be a whole number, not ${seed}`),
    );
  });

  test.each([-1, 1.5, Number.POSITIVE_INFINITY])('refuses the sample size %p', (limit) => {
    expect(() => sampledRows(selectionOf('confirmed'), { seed: 1, limit, ordered: false })).toThrow(
      new RangeError(`The sample size must be a whole number from 0, not ${limit}`),
    );
  });
});
