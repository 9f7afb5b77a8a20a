import type { SplitFractions, SplitMethod, SplitShares } from '../../model/rows.ts';
import type { DatasetRows, SplitRows } from '../dataset-rows.ts';
import { splitLikeSklearn } from './split-sklearn.ts';
import { splitStable } from './split-stable.ts';

/** With scikit-learn, all rows of a class with fewer rows are in train, because it cannot be in every split. */
const SMALLEST_SKLEARN_CLASS = 3;

/**
 * Splits rows in memory into train, eval and test.
 *
 * @param options.seed of scikit-learn's random numbers; that of the stable split is in the ranks
 * @throws Error where scikit-learn refuses to split
 */
export function splitRows(options: {
  rows: DatasetRows;
  classNames: readonly string[];
  fractions: SplitShares;
  method: SplitMethod;
  seed: number;
}): SplitRows {
  const { rows, fractions, method } = options;
  return method === 'stable'
    ? splitStable(rows, fractions)
    : splitSklearn({ ...options, classIds: rows.classIds });
}

/**
 * Splits rows as scikit-learn does. A class that is too small for it goes to train, after the other rows.
 *
 * @param options.classIds class of each row in the order in which the rows were read
 * @throws Error where scikit-learn refuses to split
 */
export function splitSklearn(options: {
  classIds: Uint16Array;
  classNames: readonly string[];
  fractions: SplitFractions;
  seed: number;
}): SplitRows {
  const { classIds } = options;
  const classCounts = new Uint32Array(options.classNames.length);
  for (const classId of classIds) classCounts[classId]++;
  const isTiny = (row: number) => classCounts[classIds[row]] < SMALLEST_SKLEARN_CLASS;
  const all = Uint32Array.from(classIds, (_, row) => row);
  const splits = splitLikeSklearn({ ...options, rows: all.filter((row) => !isTiny(row)) });
  const tiny = all.filter(isTiny);
  const train = new Uint32Array(splits.train.length + tiny.length);
  train.set(splits.train);
  train.set(tiny, splits.train.length);
  return { ...splits, train };
}
