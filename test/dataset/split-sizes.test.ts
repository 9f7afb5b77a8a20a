import { describe, expect, test } from '@jest/globals';
import { parseSplit, splitSizes } from '../../src/dataset/split-sizes.ts';

describe('parseSplit', () => {
  test.each(['80/10/10', '0.8/0.1/0.1', ' 80 / 10 / 10 '])(
    'reads %j as the doubles 0.8, 0.1 and 0.1',
    (text) => {
      expect(parseSplit(text)).toEqual({ train: 0.8, eval: 0.1, test: 0.1 });
    },
  );

  test('divides whole percentages without a rounding error', () => {
    expect(parseSplit('70/15/15')).toEqual({ train: 0.7, eval: 0.15, test: 0.15 });
    expect(parseSplit('56/29/15')).toEqual({ train: 0.56, eval: 0.29, test: 0.15 });
  });

  test.each(['80/20', '80/10/11', '100/0/0', '120/-10/-10', 'a/b/c', '', '80/10/10/0', '1e2/0/0'])(
    'refuses %j',
    (text) => {
      expect(() => parseSplit(text)).toThrow(/^must be the shares of train, eval and test/);
    },
  );
});

test.each([
  [30, '70/20/10', { train: 20, eval: 6, test: 4 }],
  [52, '80/10/10', { train: 41, eval: 5, test: 6 }],
  [1000, '80/10/10', { train: 800, eval: 100, test: 100 }],
])("splitSizes gives scikit-learn's sizes of %d rows in %s", (n, split, sizes) => {
  expect(splitSizes(n, parseSplit(split))).toEqual(sizes);
});
