/** How many of some rows have a property. */
export interface Share {
  readonly rows: number;
  readonly of: number;
}

/** A term so small compared with the sum that later terms do not change the sum. */
const NEGLIGIBLE = 1e-17;

/**
 * Returns whether two shares differ beyond chance, by Fisher's exact test (R. A. Fisher, "The logic of inductive
 * inference", 1935), two-sided as twice the smaller tail. If both are drawn from the same whole, the result is true
 * with a probability of at most `alpha`, for any numbers of rows.
 */
export function differBeyondChance(one: Share, other: Share, alpha: number): boolean {
  const hits = one.rows + other.rows;
  const misses = one.of + other.of - hits;
  // Counted in the direction in which `one` has more than its share.
  const isMore = one.rows * other.of >= other.rows * one.of;
  const [property, rest] = isMore ? [hits, misses] : [misses, hits];
  let drawn = isMore ? one.rows : one.of - one.rows;
  const most = Math.min(property, one.of);
  let term = Math.exp(
    logChoose(property, drawn) + logChoose(rest, one.of - drawn) - logChoose(property + rest, one.of),
  );
  let tail = 0;
  while (2 * tail <= alpha && term > NEGLIGIBLE * tail) {
    tail += term;
    if (drawn === most) break;
    term *= ((property - drawn) / (drawn + 1)) * ((one.of - drawn) / (rest - one.of + drawn + 1));
    drawn++;
  }
  return 2 * tail <= alpha;
}

/** Returns the logarithm of the number of ways to choose `k` of `n`. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Stirling's series (Abramowitz and Stegun, 6.1.41), exact to 1e-13 from 16 on; below, the product. */
function logFactorial(n: number): number {
  if (n < 16) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) product *= factor;
    return Math.log(product);
  }
  const square = n * n;
  const series = (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / n;
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}
