import type { LabelledTexts, SplitFractions, SplitRows } from './rows.ts';
import { splitSizes } from './split-sizes.ts';

/**
 * Splits rows by the ranks of their texts, so that a row's split depends on its text and on how many rows its class
 * has: inside each class the lowest ranks are test, the next eval, the rest train. Each split is in rank order, with
 * the classes mixed.
 *
 * @param classCounts rows of each class; a class in `wholeToTrain` counts for no quota and goes to train
 */
export function splitStable(options: {
  texts: LabelledTexts;
  classCounts: readonly number[];
  wholeToTrain: ReadonlySet<number>;
  fractions: SplitFractions;
}): SplitRows {
  const { texts, classCounts, wholeToTrain, fractions } = options;
  const counts = classCounts.map((count, classId) => (wholeToTrain.has(classId) ? 0 : count));
  const sizes = splitSizes(
    counts.reduce((sum, count) => sum + count, 0),
    fractions,
  );
  const test = apportion(sizes.test, counts, counts);
  const evaluation = apportion(
    sizes.eval,
    counts,
    counts.map((count, classId) => count - test[classId]),
  );
  const tiny = classCounts.reduce((sum, count, classId) => sum + (wholeToTrain.has(classId) ? count : 0), 0);
  const rows = {
    train: new Uint32Array(sizes.train + tiny),
    eval: new Uint32Array(sizes.eval),
    test: new Uint32Array(sizes.test),
  };
  const filled = { train: 0, eval: 0, test: 0 };
  for (const row of rowsByRank(texts)) {
    const classId = texts.classIds[row];
    const split = test[classId] > 0 ? 'test' : evaluation[classId] > 0 ? 'eval' : 'train';
    if (split === 'test') test[classId]--;
    if (split === 'eval') evaluation[classId]--;
    rows[split][filled[split]++] = row;
  }
  return rows;
}

/**
 * Shares out seats by largest remainder (Hamilton's method): to each class the whole part of seats × count / n, and
 * one more to the largest remainders, ties to the lower class id; never more than a class can hold.
 */
function apportion(seats: number, counts: readonly number[], capacities: readonly number[]): number[] {
  const n = BigInt(counts.reduce((sum, count) => sum + count, 0));
  if (n === 0n) return counts.map(() => 0);
  const products = counts.map((count) => BigInt(seats) * BigInt(count));
  const given = products.map((product) => Number(product / n));
  const order = [...counts.keys()].sort((a, b) => Number((products[b] % n) - (products[a] % n)) || a - b);
  let left = seats - given.reduce((sum, part) => sum + part, 0);
  while (left > 0) {
    for (const classId of order) {
      if (left === 0 || given[classId] === capacities[classId]) continue;
      given[classId]++;
      left--;
    }
  }
  return given;
}

/** Row numbers by ascending rank, then by bytes: a radix sort of the ranks' upper halves, then of equal ones. */
function rowsByRank(texts: LabelledTexts): Uint32Array {
  const { rankHigh, rankLow } = texts;
  let rows = new Uint32Array(texts.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) rows = sortByDigit(rows, rankHigh, shift);
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

/** One stable counting sort by 11 bits of the keys. */
function sortByDigit(rows: Uint32Array, keys: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array((1 << DIGIT_BITS) + 1);
  for (const row of rows) next[((keys[row] >>> shift) & DIGIT_MASK) + 1]++;
  for (let digit = 1; digit < next.length; digit++) next[digit] += next[digit - 1];
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[(keys[row] >>> shift) & DIGIT_MASK]++] = row;
  return sorted;
}
