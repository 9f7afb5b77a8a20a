import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RankBound } from '../../src/model/rows.ts';
import { parseSplit } from '../../src/model/split-shares.ts';

const RANKS = 2n ** 64n;

describe('parseSplit', () => {
  test.each(['80/10/10', '0.8/0.1/0.1', ' 80 / 10 / 10 ', '80.0/10./10.00', '.8/.1/.1'])(
    'reads %j as the doubles 0.8, 0.1 and 0.1, and as ranks a tenth and two tenths of 2^64',
    (text) => {
      expect(parseSplit(text)).toEqual({
        train: 0.8,
        eval: 0.1,
        test: 0.1,
        testBelow: { high: 0x1999_9999, low: 0x9999_999a },
        evalBelow: { high: 0x3333_3333, low: 0x3333_3334 },
      });
    },
  );

  test('divides whole percentages without a rounding error', () => {
    expect(parseSplit('70/15/15')).toMatchObject({ train: 0.7, eval: 0.15, test: 0.15 });
    expect(parseSplit('56/29/15')).toMatchObject({ train: 0.56, eval: 0.29, test: 0.15 });
  });

  test('bounds ranks where the shares end, to the last bit', () => {
    const share = fc.integer({ min: 1, max: 1e8 });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 7, max: 12 }), (evaluation, test, digits) => {
        const whole = 100 * 10 ** digits;
        const parts = [whole - evaluation - test, evaluation, test];
        const text = parts.map((part) => `${Math.floor(part / 10 ** digits)}.${decimals(part, digits)}`);
        const { testBelow, evalBelow } = parseSplit(text.join('/'));
        expectLeastRankNotBelow(rankOf(testBelow), BigInt(test), BigInt(whole));
        expectLeastRankNotBelow(rankOf(evalBelow), BigInt(test + evaluation), BigInt(whole));
      }),
    );
  });

  test('takes shares that differ in their digits', () => {
    const { testBelow, evalBelow } = parseSplit('79.875/20/0.125');
    expect([rankOf(testBelow), rankOf(evalBelow)]).toEqual([RANKS / 800n + 1n, (RANKS * 161n) / 800n + 1n]);
  });

  test('bounds ranks by 2^64 where train has next to nothing', () => {
    const { evalBelow } = parseSplit('0.00000000000000000001/50/50');
    expect(evalBelow).toEqual({ high: 2 ** 32, low: 0 });
  });

  test.each([
    '80/20',
    '80/10/11',
    '100/0/0',
    '120/-10/-10',
    'a/b/c',
    '',
    '80/10/10/0',
    '1e2/0/0',
    '80/10/./',
  ])('refuses %j', (text) => {
    expect(() => parseSplit(text)).toThrow(/^must be the shares of train, eval and test/);
  });
});

function rankOf({ high, low }: RankBound): bigint {
  expect([Number.isSafeInteger(high), low >= 0 && low < 2 ** 32]).toEqual([true, true]);
  return (BigInt(high) << 32n) + BigInt(low);
}

function decimals(part: number, digits: number): string {
  return String(part % 10 ** digits).padStart(digits, '0');
}

/** A rank r is below the share exactly when r × whole < share × 2^64. */
function expectLeastRankNotBelow(bound: bigint, share: bigint, whole: bigint): void {
  expect([(bound - 1n) * whole < share * RANKS, bound * whole < share * RANKS]).toEqual([true, false]);
}
