import type { RankBound, SplitName, SplitShares } from '../../model/rows.ts';

/** The split of a rank: its own, or that of its group. */
export function splitOf(
  rank: RankBound,
  { testBelow, evalBelow }: Pick<SplitShares, 'testBelow' | 'evalBelow'>,
): SplitName {
  if (isBelow(rank, testBelow)) return 'test';
  return isBelow(rank, evalBelow) ? 'eval' : 'train';
}

/** Whether a rank is below a bound. */
export function isBelow({ high, low }: RankBound, bound: RankBound): boolean {
  return high < bound.high || (high === bound.high && low < bound.low);
}
