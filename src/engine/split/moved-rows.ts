import type { SplitName, SplitShares } from '../../model/rows.ts';
import { TextRanker } from '../rows/rank.ts';
import { splitOf } from './split-of.ts';

/** The seed and the shares by which rows were split before. */
export interface EarlierSplit extends Pick<SplitShares, 'testBelow' | 'evalBelow'> {
  readonly seed: number;
}

/** Counts the rows that another seed or other shares would put into another split. */
export class MovedRows {
  count = 0;
  readonly #earlier: EarlierSplit;
  readonly #ranker: TextRanker;

  constructor(earlier: EarlierSplit) {
    this.#earlier = earlier;
    this.#ranker = new TextRanker(earlier.seed);
  }

  /** @param identity of a row of the split, which is the key of its split */
  add(split: SplitName, identity: Uint8Array): void {
    this.#ranker.rank(identity);
    if (splitOf(this.#ranker, this.#earlier) !== split) this.count++;
  }
}
