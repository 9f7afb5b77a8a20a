import type { RankBound, SplitName, SplitShares } from '../../model/rows.ts';
import type { DatasetShape } from '../../model/shape.ts';
import type { DatasetRows, SplitRows } from '../dataset-rows.ts';
import { IdentityFolder } from '../rows/fold.ts';
import { TextRanker } from '../rows/rank.ts';
import { SplitPart } from '../rows/split-keys.ts';
import { release } from '../rows/text-store.ts';

/** The ranks at which the shares of test and eval end. */
export type Bounds = Pick<SplitShares, 'testBelow' | 'evalBelow'>;

/** The split of a rank: its own, or that of its group. */
export function splitOf(rank: RankBound, { testBelow, evalBelow }: Bounds): SplitName {
  if (isBelow(rank, testBelow)) return 'test';
  return isBelow(rank, evalBelow) ? 'eval' : 'train';
}

function isBelow({ high, low }: RankBound, bound: RankBound): boolean {
  return high < bound.high || (high === bound.high && low < bound.low);
}

/**
 * Splits rows by the ranks of their texts alone, so that no other row and no class can ever move one: the lowest
 * ranks are test, the next eval, the rest train, each share as wide as it says. Each split is in rank order.
 */
export function splitStable(texts: DatasetRows, { testBelow, evalBelow }: Bounds): SplitRows {
  const rows = rowsByRank(texts);
  const testEnd = countBelow(testBelow, rows, texts);
  const evalEnd = countBelow(evalBelow, rows, texts);
  return {
    train: rows.subarray(evalEnd),
    eval: rows.subarray(testEnd, evalEnd),
    test: rows.subarray(0, testEnd),
  };
}

/** How many of the rows, which are in rank order, rank below a bound. */
function countBelow(bound: RankBound, rows: Uint32Array, { rankHigh, rankLow }: DatasetRows) {
  let below = 0;
  let end = rows.length;
  while (below < end) {
    const middle = (below + end) >>> 1;
    const row = rows[middle];
    if (isBelow({ high: rankHigh[row], low: rankLow[row] }, bound)) below = middle + 1;
    else end = middle;
  }
  return below;
}

/** Row numbers by ascending rank, then by bytes: a radix sort of the ranks' upper halves, then of equal ones. */
export function rowsByRank(
  texts: Pick<DatasetRows, 'length' | 'rankHigh' | 'rankLow' | 'textAt'>,
): Uint32Array {
  const { rankHigh, rankLow } = texts;
  let rows = new Uint32Array(texts.length);
  let sorted = new Uint32Array(texts.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    sortByDigit(rows, sorted, { keys: rankHigh, shift });
    [rows, sorted] = [sorted, rows];
  }
  release(sorted);
  const compare = (a: number, b: number) =>
    rankLow[a] - rankLow[b] || Buffer.compare(texts.textAt(a), texts.textAt(b));
  for (let start = 0; start < rows.length; ) {
    let end = start + 1;
    while (end < rows.length && rankHigh[rows[end]] === rankHigh[rows[start]]) end++;
    if (end - start > 1) rows.subarray(start, end).sort(compare);
    start = end;
  }
  return rows;
}

/** Few enough that a pass's counters stay in the fastest cache. */
const DIGIT_BITS = 11;
const DIGIT_MASK = (1 << DIGIT_BITS) - 1;

/** One stable counting sort by 11 bits of the keys, into an array of the same length. */
function sortByDigit(
  rows: Uint32Array,
  sorted: Uint32Array,
  { keys, shift }: { keys: Uint32Array; shift: number },
): void {
  const next = new Uint32Array((1 << DIGIT_BITS) + 1);
  for (const row of rows) next[((keys[row] >>> shift) & DIGIT_MASK) + 1]++;
  for (let digit = 1; digit < next.length; digit++) next[digit] += next[digit - 1];
  for (const row of rows) sorted[next[(keys[row] >>> shift) & DIGIT_MASK]++] = row;
}

/** How rows without groups were split before. */
export interface EarlierSplit extends Bounds {
  readonly seed: number;
  /** True when it was by the folded form of their texts. */
  readonly folded: boolean;
  /** True when it was by the role that decides the split of the task now; else by all texts. */
  readonly byRole: boolean;
}

/** Counts the rows that were in another split before. */
export class MovedRows {
  count = 0;
  readonly #earlier: EarlierSplit;
  readonly #ranker: TextRanker;
  readonly #folder: IdentityFolder;
  readonly #part: SplitPart;

  constructor(shape: Pick<DatasetShape, 'task' | 'texts' | 'clean'>, earlier: EarlierSplit) {
    this.#earlier = earlier;
    this.#ranker = new TextRanker(earlier.seed);
    this.#folder = new IdentityFolder({ ...shape, isFolded: true });
    this.#part = new SplitPart(shape);
  }

  /** @param identity of a row of the split, as it is published */
  add(split: SplitName, identity: Uint8Array): void {
    const { folded, byRole } = this.#earlier;
    const key = folded ? this.#folder.fold(identity) : identity;
    this.#ranker.rank(byRole ? this.#part.of(key) : key);
    if (splitOf(this.#ranker, this.#earlier) !== split) this.count++;
  }
}
