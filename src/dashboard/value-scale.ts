import type { Chart } from './chart.ts';

/** Steps of an axis, as parts of a power of ten. */
const STEPS = [1, 2, 5, 10];
const INTERVALS = 4;
/** Smallest span of an axis, as a share of the values: what differs less is drawn as a level line. */
const LEAST_SHARE = 0.01;
const LEAST_SPAN = 1e-9;
/** Values beyond are written with an exponent. */
const LARGE = 1e6;
const SMALL = 1e-4;

/**
 * An axis that fits values of any magnitude, and need not begin at zero: round bounds around them, at most five intervals,
 * and ticks that are all written with as many digits.
 *
 * @param values at least one, each a finite number, none beyond 1e15
 */
export function valueScale(
  values: readonly number[],
): Required<Pick<Chart, 'min' | 'max' | 'interval' | 'valueText'>> {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(high - low, LEAST_SHARE * Math.max(Math.abs(low), Math.abs(high)), LEAST_SPAN);
  const power = 10 ** Math.floor(Math.log10(span / INTERVALS));
  const interval = power * (STEPS.find((step) => step * power * INTERVALS >= span) ?? 10);
  const min = Math.floor(low / interval) * interval;
  const max = Math.max(Math.ceil(high / interval) * interval, min + interval);
  const digits = Math.max(0, -Math.floor(Math.log10(interval) + 1e-9));
  const isPlain = Math.max(Math.abs(min), Math.abs(max)) < LARGE && interval >= SMALL;
  const valueText = (value: number) => (isPlain ? value.toFixed(digits) : value.toExponential(1));
  return { min, max, interval, valueText };
}
