import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differBeyondChance, type Share } from '../../src/gates/fisher.ts';

/** Twice the smaller tail of the hypergeometric distribution, in whole numbers. */
function exactP(one: Share, other: Share): number {
  const hits = one.rows + other.rows;
  const all = one.of + other.of;
  const ways = (drawn: number) => choose(hits, drawn) * choose(all - hits, one.of - drawn);
  const sum = (from: number, to: number) => {
    let total = 0n;
    for (let drawn = from; drawn <= to; drawn++) total += ways(drawn);
    return Number((total * 10n ** 60n) / choose(all, one.of)) / 1e60;
  };
  return 2 * Math.min(sum(one.rows, Math.min(hits, one.of)), sum(0, one.rows));
}

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let step = 1; step <= k; step++) ways = (ways * BigInt(n - step + 1)) / BigInt(step);
  return ways;
}

const share = fc
  .integer({ min: 1, max: 120 })
  .chain((of) => fc.record({ rows: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));

test('is exact', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const p = exactP(one, other);
      fc.pre(p < 0.5 && p > 1e-30);
      expect(differBeyondChance(one, other, p * (1 + 1e-9))).toBe(true);
      expect(differBeyondChance(one, other, p * (1 - 1e-9))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('says the same whichever comes first', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      expect(differBeyondChance(one, other, 0.01)).toBe(differBeyondChance(other, one, 0.01));
    }),
  );
});

describe('with many rows', () => {
  const half = { rows: 500_000_000, of: 1_000_000_000 };

  // The standard deviation of the difference is 22,361 rows in a thousand million.
  test.each([
    [60_000, false],
    [66_000, true],
  ])('%i rows more of 10^9 are beyond a chance of 1 in 250: %p', (more, isBeyond) => {
    expect(differBeyondChance({ rows: half.rows + more, of: half.of }, half, 0.004)).toBe(isBeyond);
  });

  test('the least probable of all is', () => {
    expect(differBeyondChance({ rows: 0, of: 1e6 }, { rows: 1e6, of: 1e6 }, 1e-300)).toBe(true);
  });
});
