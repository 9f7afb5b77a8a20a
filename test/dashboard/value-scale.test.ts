import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { valueScale } from '../../src/dashboard/value-scale.ts';

function ticksOf(...values: number[]): string[] {
  const { min, max, interval, valueText } = valueScale(values);
  const count = Math.round((max - min) / interval);
  return Array.from({ length: count + 1 }, (_, tick) => valueText(min + tick * interval));
}

test.each([
  [
    [0.874, 0.931],
    ['0.86', '0.88', '0.90', '0.92', '0.94'],
  ],
  [
    [0, 1],
    ['0.0', '0.5', '1.0'],
  ],
  [
    [71.4, 93.2],
    ['70', '80', '90', '100'],
  ],
  [
    [-0.2, 0.6],
    ['-0.2', '0.0', '0.2', '0.4', '0.6'],
  ],
  [[0.9], ['0.900', '0.905']],
  [[0], ['0.0', '0.5']],
  [
    [2e9, 8e9],
    ['2e+9', '4e+9', '6e+9', '8e+9'],
  ],
])('%j is drawn between round values', (values, ticks) => {
  expect(ticksOf(...values)).toEqual(ticks);
});

test('fits any values, with few ticks that can be told apart', () => {
  const value = fc.double({ min: -1e15, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
      const { min, max, interval } = valueScale(values);
      const slack = interval * 1e-6;
      expect(min).toBeLessThanOrEqual(Math.min(...values) + slack);
      expect(max).toBeGreaterThanOrEqual(Math.max(...values) - slack);
      const ticks = ticksOf(...values);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(8);
      expect(new Set(ticks).size).toBe(ticks.length);
      for (const tick of ticks) expect(tick.length).toBeLessThan(12);
    }),
  );
});
