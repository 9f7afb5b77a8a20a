import type { SplitFractions } from '../../model/rows.ts';
import type { SplitRows } from '../dataset-rows.ts';
import { MersenneTwister } from './mersenne-twister.ts';
import { tooFewRowsError } from './too-few-rows.ts';

/**
 * Splits rows as scikit-learn does: `train_test_split(test_size=eval + test, stratify=y, random_state=seed)`, and
 * the rest again into eval and test, bit for bit (`StratifiedShuffleSplit` and `_approximate_mode` of scikit-learn 1.9
 * over NumPy's `RandomState`).
 *
 * @param rows row numbers in the order scikit-learn would get them
 * @throws Error in the user's words where scikit-learn refuses to split
 */
export function splitLikeSklearn(options: {
  rows: Uint32Array;
  classIds: Uint16Array;
  classNames: readonly string[];
  fractions: SplitFractions;
  seed: number;
}): SplitRows {
  const { rows, fractions, seed } = options;
  const { restShare, testShare } = sklearnShares(fractions);
  const first = trainTestSplit({ ...options, testSize: restShare, seed });
  const second = trainTestSplit({ ...options, rows: pick(rows, first.test), testSize: testShare, seed });
  return {
    train: pick(rows, first.train),
    eval: pick(pick(rows, first.test), second.train),
    test: pick(pick(rows, first.test), second.test),
  };
}

/** The two `test_size` arguments: of all rows for eval and test together, and of those for test. */
function sklearnShares(fractions: SplitFractions): { restShare: number; testShare: number } {
  const restShare = fractions.eval + fractions.test;
  return { restShare, testShare: 1 - fractions.eval / restShare };
}

interface Stratum {
  readonly classId: number;
  /** Positions of the class's rows, ascending. */
  readonly positions: Uint32Array;
}

/** @returns positions in `rows` */
function trainTestSplit(options: {
  rows: Uint32Array;
  classIds: Uint16Array;
  classNames: readonly string[];
  testSize: number;
  seed: number;
}): { train: Uint32Array; test: Uint32Array } {
  const { rows, testSize, seed } = options;
  const testCount = Math.ceil(testSize * rows.length);
  const trainCount = rows.length - testCount;
  const strata = stratify(options);
  checkStrata(strata, options, trainCount, testCount);
  const random = new MersenneTwister(seed);
  const counts = strata.map(({ positions }) => positions.length);
  const trainCounts = approximateMode(counts, trainCount, random);
  const testCounts = approximateMode(
    counts.map((count, index) => count - trainCounts[index]),
    testCount,
    random,
  );
  const train = new Uint32Array(sum(trainCounts));
  const test = new Uint32Array(sum(testCounts));
  let [trainEnd, testEnd] = [0, 0];
  for (const [index, { positions }] of strata.entries()) {
    const order = random.permutation(positions.length);
    const cut = trainCounts[index];
    for (const position of order.subarray(0, cut)) train[trainEnd++] = positions[position];
    for (const position of order.subarray(cut, cut + testCounts[index]))
      test[testEnd++] = positions[position];
  }
  return { train: random.shuffle(train), test: random.shuffle(test) };
}

function stratify({ rows, classIds }: { rows: Uint32Array; classIds: Uint16Array }): Stratum[] {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(classIds[row], (counts.get(classIds[row]) ?? 0) + 1);
  const strata = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([classId, count]) => ({ classId, positions: new Uint32Array(count), length: 0 }));
  const byClass = new Map(strata.map((stratum) => [stratum.classId, stratum]));
  for (let position = 0; position < rows.length; position++) {
    const stratum = byClass.get(classIds[rows[position]])!;
    stratum.positions[stratum.length++] = position;
  }
  return strata;
}

function checkStrata(
  strata: readonly Stratum[],
  { classIds, classNames }: { classIds: Uint16Array; classNames: readonly string[] },
  trainCount: number,
  testCount: number,
): void {
  const advice = 'Collect more reviews, or use split-method: stable.';
  const tooSmall = strata.find(({ positions }) => positions.length < 2);
  if (tooSmall !== undefined) {
    const rows = classIds.filter((classId) => classId === tooSmall.classId).length;
    throw tooFewRowsError(
      `The class “${classNames[tooSmall.classId]}” has ${rows} rows, and only 1 of them would be in eval and test together. split-method: sklearn needs 2 there. ${advice}`,
    );
  }
  if (Math.min(trainCount, testCount) < strata.length) {
    throw tooFewRowsError(
      `There are too few rows for split-method: sklearn: ${strata.length} classes do not fit into a split of ${Math.min(trainCount, testCount)} rows. ${advice}`,
    );
  }
}

/** `_approximate_mode`: how many of each class's rows are drawn; ties between equal remainders are drawn by lot. */
function approximateMode(counts: readonly number[], draws: number, random: MersenneTwister): number[] {
  const total = sum(counts);
  const continuous = counts.map((count) => (count / total) * draws);
  const drawn = continuous.map(Math.floor);
  let needed = draws - sum(drawn);
  const remainders = continuous.map((value, index) => value - drawn[index]);
  for (const value of [...new Set(remainders)].sort((a, b) => b - a)) {
    if (needed <= 0) break;
    const tied = [...remainders.keys()].filter((index) => remainders[index] === value);
    const added = Math.min(tied.length, needed);
    for (const pickedIndex of random.permutation(tied.length).subarray(0, added)) drawn[tied[pickedIndex]]++;
    needed -= added;
  }
  return drawn;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function pick(rows: Uint32Array, positions: Uint32Array): Uint32Array {
  return positions.map((position) => rows[position]);
}
