import type { LabelledTexts, SplitFractions, SplitRows } from './rows.ts';
import { splitLikeSklearn } from './split-sklearn.ts';
import { splitStable } from './split-stable.ts';

export type SplitMethod = 'stable' | 'sklearn';

/** A class with fewer rows cannot be in every split, so it goes to train whole. */
const SMALLEST_SPLIT_CLASS = 3;

/**
 * Splits rows into train, eval and test. A class of fewer than 3 rows goes to train whole, outside the quotas.
 *
 * @throws Error when there are too few rows to give each split at least one
 */
export function splitRows(options: {
  texts: LabelledTexts;
  classNames: readonly string[];
  fractions: SplitFractions;
  method: SplitMethod;
  seed: number;
}): { rows: SplitRows; tinyClasses: { classId: number; rows: number }[] } {
  const { texts, classNames, fractions, method, seed } = options;
  const classCounts = new Array<number>(classNames.length).fill(0);
  for (const classId of texts.classIds) classCounts[classId]++;
  const tinyClasses = classCounts
    .map((rows, classId) => ({ classId, rows }))
    .filter(({ rows }) => rows > 0 && rows < SMALLEST_SPLIT_CLASS);
  const wholeToTrain = new Set(tinyClasses.map(({ classId }) => classId));
  const rows =
    method === 'stable'
      ? splitStable({ texts, classCounts, wholeToTrain, fractions })
      : splitOthersLikeSklearn({ texts, classNames, wholeToTrain, fractions, seed });
  if (rows.train.length === 0 || rows.eval.length === 0 || rows.test.length === 0) {
    throw new Error(
      `${texts.length} rows are too few to give train, eval and test at least one row each. Collect more reviews, or choose other shares for split.`,
    );
  }
  return { rows, tinyClasses };
}

function splitOthersLikeSklearn(options: {
  texts: LabelledTexts;
  classNames: readonly string[];
  wholeToTrain: ReadonlySet<number>;
  fractions: SplitFractions;
  seed: number;
}): SplitRows {
  const { classIds } = options.texts;
  const all = Uint32Array.from(classIds, (_, row) => row);
  const rows = splitLikeSklearn({
    ...options,
    rows: all.filter((row) => !options.wholeToTrain.has(classIds[row])),
    classIds,
  });
  const tiny = all.filter((row) => options.wholeToTrain.has(classIds[row]));
  const train = new Uint32Array(rows.train.length + tiny.length);
  train.set(rows.train);
  train.set(tiny, rows.train.length);
  return { ...rows, train };
}
