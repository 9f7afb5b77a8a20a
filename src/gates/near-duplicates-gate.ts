import { formatCount, formatPercent } from '../text/markdown.ts';
import { type Gate, judged, notJudged, percentOf } from './gate.ts';

/** Holds a dataset whose scores on test would be too good, because train has rows similar to those of test. */
export const maxNearDuplicates: Gate = ({ nearDuplicates }, { maxNearDuplicates: most }) => {
  if (most === null) return null;
  const limit = `at most ${most} % may be`;
  if (!nearDuplicates) return notJudged('max-near-duplicates', 'the rows were not split', limit);
  const { trainTest, testRows, notCompared } = nearDuplicates;
  const share = percentOf(trainTest, testRows);
  const isLeast =
    notCompared > 0 ? ', or more, because some rows have too many similar rows to compare all' : '';
  return judged('max-near-duplicates', share > most, {
    measured: `${formatPercent(share)} of the rows of test (${formatCount(trainTest)} of ${formatCount(testRows)}) are near-duplicates of rows of train${isLeast}`,
    limit,
    advice:
      'To leave these rows of train out, set drop-near-duplicates: train, or give the rows of one person or template a common group. If these rows are right, raise max-near-duplicates.',
  });
};
