import type { RankBound, SplitShares } from './rows.ts';

/** The sums that shares may have: percentages, or parts of 1. */
const WHOLES = [100, 1];

/**
 * Parses shares such as `80/10/10` or `0.8/0.1/0.1`.
 *
 * @throws RangeError with the expected form
 */
export function parseSplit(text: string): SplitShares {
  const texts = text.split('/').map((part) => part.trim());
  const parts = texts.map((part) => (/^(\d+(\.\d*)?|\.\d+)$/.test(part) ? Number(part) : Number.NaN));
  const sum = parts.reduce((total, part) => total + part, 0);
  const whole = WHOLES.find((candidate) => Math.abs(sum - candidate) < 1e-9 * candidate);
  if (parts.length !== 3 || whole === undefined || parts.some((part) => part <= 0)) {
    throw new RangeError(
      `must be the shares of train, eval and test, three numbers above 0 that add up to 100 (or to 1), such as 80/10/10, not ${JSON.stringify(text)}`,
    );
  }
  const [train, evaluation, test] = parts.map((part) => part / whole);
  const [, evalText, testText] = texts;
  return {
    train,
    eval: evaluation,
    test,
    testBelow: rankBound([testText], whole),
    evalBelow: rankBound([testText, evalText], whole),
  };
}

/**
 * Returns the smallest rank that is not below the sum of these decimal numbers, over `whole`, of all 2^64 ranks,
 * without rounding.
 */
function rankBound(decimals: readonly string[], whole: number): RankBound {
  const digits = Math.max(...decimals.map((decimal) => fractionOf(decimal).length));
  const sum = decimals.reduce((total, decimal) => {
    const [units] = decimal.split('.');
    return total + BigInt(units + fractionOf(decimal).padEnd(digits, '0'));
  }, 0n);
  const scale = BigInt(whole) * 10n ** BigInt(digits);
  const bound = ((sum << 64n) + scale - 1n) / scale;
  return { high: Number(bound >> 32n), low: Number(bound & 0xffff_ffffn) };
}

function fractionOf(decimal: string): string {
  return decimal.split('.')[1] ?? '';
}
