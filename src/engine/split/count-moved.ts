import { SPLIT_NAMES, type SplitName, type SplitShares } from '../../model/rows.ts';
import { TextRanker } from '../rows/rank.ts';
import { splitOf } from './split-of.ts';

/** The seed and the shares by which rows were split before. */
export interface EarlierSplit extends Pick<SplitShares, 'testBelow' | 'evalBelow'> {
  readonly seed: number;
}

/**
 * Counts the rows that another seed or other shares would put into another split.
 *
 * @param forEach calls back with the identity of each row of a split, which is the key of its split
 */
export function countMoved(
  { seed, ...shares }: EarlierSplit,
  forEach: (split: SplitName, visit: (identity: Uint8Array) => void) => void,
): number {
  const ranker = new TextRanker(seed);
  let moved = 0;
  for (const split of SPLIT_NAMES) {
    forEach(split, (identity) => {
      ranker.rank(identity);
      if (splitOf(ranker, shares) !== split) moved++;
    });
  }
  return moved;
}
