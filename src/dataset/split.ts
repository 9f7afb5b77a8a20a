import type { LabelledTexts, SplitFractions, SplitRows, SplitShares } from './rows.ts';
import { splitLikeSklearn } from './split-sklearn.ts';
import { splitStable } from './split-stable.ts';

export type SplitMethod = 'stable' | 'sklearn';

/** For scikit-learn, a class with fewer rows goes to train whole, because it cannot be in every split. */
const SMALLEST_SKLEARN_CLASS = 3;

/**
 * Splits rows into train, eval and test.
 *
 * @param options.seed of scikit-learn's random numbers; that of the stable split is in the ranks
 * @throws Error when there are too few rows to give each split at least one
 */
export function splitRows(options: {
  texts: LabelledTexts;
  classNames: readonly string[];
  fractions: SplitShares;
  method: SplitMethod;
  seed: number;
}): SplitRows {
  const { texts, fractions, method } = options;
  const rows = method === 'stable' ? splitStable(texts, fractions) : splitSklearn(options);
  if (rows.train.length === 0 || rows.eval.length === 0 || rows.test.length === 0) {
    throw new Error(
      `${texts.length} rows are too few to give train, eval and test at least one row each. Collect more reviews, or choose other shares for split.`,
    );
  }
  return rows;
}

function splitSklearn(options: {
  texts: LabelledTexts;
  classNames: readonly string[];
  fractions: SplitFractions;
  seed: number;
}): SplitRows {
  const { classIds } = options.texts;
  const classCounts = new Uint32Array(options.classNames.length);
  for (const classId of classIds) classCounts[classId]++;
  const isTiny = (row: number) => classCounts[classIds[row]] < SMALLEST_SKLEARN_CLASS;
  const all = Uint32Array.from(classIds, (_, row) => row);
  const rows = splitLikeSklearn({ ...options, rows: all.filter((row) => !isTiny(row)), classIds });
  const tiny = all.filter(isTiny);
  const train = new Uint32Array(rows.train.length + tiny.length);
  train.set(rows.train);
  train.set(tiny, rows.train.length);
  return { ...rows, train };
}
