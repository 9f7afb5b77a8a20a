import type { RankBound, SplitName, SplitShares } from '../../model/rows.ts';
import type { DatasetShape } from '../../model/shape.ts';
import type { DatasetRows, SplitRows } from '../dataset-rows.ts';
import { IdentityFolder } from '../rows/fold.ts';
import { TextRanker } from '../rows/rank.ts';
import { SplitPart } from '../rows/split-keys.ts';

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

/**
 * Returns row numbers by ascending rank, then by bytes. Ranks are spread evenly, so a counting sort by their upper bits puts
 * each row nearly in its place. Then each bucket is sorted by itself.
 */
export function rowsByRank(
  texts: Pick<DatasetRows, 'length' | 'rankHigh' | 'rankLow' | 'textAt'>,
): Uint32Array {
  const { length, rankHigh, rankLow } = texts;
  const shift = 32 - Math.min(MOST_BUCKET_BITS, Math.max(1, Math.ceil(Math.log2(length / BUCKET_ROWS))));
  const rows = new Uint32Array(length);
  const ends = new Uint32Array((MAX_RANK_HIGH >>> shift) + 1);
  for (let row = 0; row < length; row++) ends[rankHigh[row] >>> shift]++;
  for (let bucket = 0, start = 0; bucket < ends.length; bucket++) {
    const count = ends[bucket];
    ends[bucket] = start;
    start += count;
  }
  for (let row = 0; row < length; row++) rows[ends[rankHigh[row] >>> shift]++] = row;
  const compare = (a: number, b: number) =>
    rankHigh[a] - rankHigh[b] || rankLow[a] - rankLow[b] || Buffer.compare(texts.textAt(a), texts.textAt(b));
  for (let bucket = 0, start = 0; bucket < ends.length; bucket++) {
    const end = ends[bucket];
    if (end - start > MOST_INSERTED_ROWS) rows.subarray(start, end).sort(compare);
    else insertInOrder(rows, { start, end }, compare);
    start = end;
  }
  return rows;
}

/** Mean rows of a bucket, unless there are more buckets than the processor's cache holds. */
const BUCKET_ROWS = 4;
const MOST_BUCKET_BITS = 18;
const MAX_RANK_HIGH = 0xffffffff;
/** Rows of a bucket up to which insertion is the fastest sort. A large group makes a larger bucket. */
const MOST_INSERTED_ROWS = 32;

/** Sorts a few rows where they are. */
function insertInOrder(
  rows: Uint32Array,
  { start, end }: { start: number; end: number },
  compare: (a: number, b: number) => number,
): void {
  for (let next = start + 1; next < end; next++) {
    const row = rows[next];
    let place = next;
    for (; place > start && compare(rows[place - 1], row) > 0; place--) rows[place] = rows[place - 1];
    rows[place] = row;
  }
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
