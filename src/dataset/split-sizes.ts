import type { SplitFractions, SplitName } from './rows.ts';

/**
 * Reads shares such as `80/10/10` or `0.8/0.1/0.1`.
 *
 * @throws RangeError that says what is expected
 */
export function parseSplit(text: string): SplitFractions {
  const parts = text
    .split('/')
    .map((part) => (/^\s*(\d+(\.\d*)?|\.\d+)\s*$/.test(part) ? Number(part) : Number.NaN));
  const sum = parts.reduce((total, part) => total + part, 0);
  const whole = [100, 1].find((candidate) => Math.abs(sum - candidate) < 1e-9 * candidate);
  if (parts.length !== 3 || whole === undefined || parts.some((part) => part <= 0)) {
    throw new RangeError(
      `must be the shares of train, eval and test, three numbers above 0 that add up to 100 (or to 1), such as 80/10/10, not ${JSON.stringify(text)}`,
    );
  }
  const [train, evaluation, test] = parts.map((part) => part / whole);
  return { train, eval: evaluation, test };
}

/**
 * Sizes of the splits of n rows by scikit-learn's rule for two splits one after the other: first train from the
 * rest, then eval from test (`_validate_shuffle_split` of sklearn.model_selection), with its float64 arithmetic.
 */
export function splitSizes(n: number, fractions: SplitFractions): Record<SplitName, number> {
  const { restShare, testShare } = sklearnShares(fractions);
  const rest = Math.ceil(restShare * n);
  const test = Math.ceil(testShare * rest);
  return { train: n - rest, eval: rest - test, test };
}

/** The two `test_size` arguments: of all rows for eval and test together, and of those for test. */
export function sklearnShares(fractions: SplitFractions): { restShare: number; testShare: number } {
  const restShare = fractions.eval + fractions.test;
  return { restShare, testShare: 1 - fractions.eval / restShare };
}
