import type { Chart } from './chart.ts';

/** Steps of an axis, as parts of a power of ten. */
const STEPS = [1, 2, 5, 10];
const INTERVALS = 4;
/** Smallest span of an axis, as a share of the values: what differs less is drawn as a level line. */
const LEAST_SHARE = 0.01;
/** A smaller span is drawn as zero is. */
const LEAST_SPAN = 1e-12;
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
  const wanted = Math.max(high - low, LEAST_SHARE * Math.max(Math.abs(low), Math.abs(high)));
  const span = wanted < LEAST_SPAN ? 1 : wanted;
  const power = 10 ** magnitudeOf(span / INTERVALS);
  const interval = power * (STEPS.find((step) => step * power * INTERVALS >= span) ?? 10);
  const min = Math.floor(low / interval) * interval;
  const max = Math.max(Math.ceil(high / interval) * interval, min + interval);
  const largest = Math.max(Math.abs(min), Math.abs(max));
  const place = magnitudeOf(interval);
  const isPlain = largest < LARGE && interval >= SMALL;
  const digits = Math.max(0, isPlain ? -place : magnitudeOf(largest) - place);
  const valueText = (value: number) => (isPlain ? value.toFixed(digits) : value.toExponential(digits));
  return { min, max, interval, valueText };
}

/** Power of ten of a positive number's first digit. */
function magnitudeOf(value: number): number {
  return Math.floor(Math.log10(value) + 1e-9);
}
