import { expect, test } from '@jest/globals';
import { Alpha, type Metric } from '../../../src/engine/rows/agreement.ts';

function alphaOf(metric: Metric, texts: readonly (readonly number[])[]) {
  const alpha = new Alpha(metric);
  for (const values of texts) alpha.add(values);
  return alpha;
}

/** The reliability data of Krippendorff 2011, section C: four observers, twelve units, values missing. */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const UNITS = OBSERVERS[0].map((_, unit) =>
  OBSERVERS.map((values) => values[unit]).filter((value) => value !== null),
);

test.each([
  ['nominal', 0.7434],
  ['interval', 0.8491],
] as const)('is that of the paper for %s data', (metric, expected) => {
  const alpha = alphaOf(metric, UNITS);
  expect([alpha.get(), alpha.texts]).toEqual([expected, 11]);
});

test.each(['nominal', 'interval'] as const)(
  'has no meaning without texts, or with one %s value',
  (metric) => {
    expect(alphaOf(metric, []).get()).toBeNull();
    expect(alphaOf(metric, [[3], [4]]).get()).toBeNull();
    expect(
      alphaOf(metric, [
        [3, 3],
        [3, 3, 3],
      ]).get(),
    ).toBeNull();
  },
);

test('is 1 where all agree, and below 0 where all differ', () => {
  expect(
    alphaOf('nominal', [
      [1, 1],
      [2, 2],
    ]).get(),
  ).toBe(1);
  expect(
    alphaOf('nominal', [
      [1, 2],
      [2, 1],
    ]).get(),
  ).toBe(-0.5);
});

test('differences of large numbers are not lost', () => {
  const texts = [
    [1, 2],
    [3, 3],
    [5, 4],
  ];
  const far = texts.map((values) => values.map((value) => value + 1e9));
  expect(alphaOf('interval', far).get()).toBe(alphaOf('interval', texts).get());
});
