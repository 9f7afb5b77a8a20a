import { hasRightOnes, overallShare } from '../../model/predictions.ts';
import { words } from '../../text/line.ts';
import { describePredictions, unknownPredictions } from '../../version/prediction-words.ts';
import { shortName } from '../class-names.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { type Block, folded, heading, paragraph, sentences } from '../document.ts';
import type { Fact } from '../fact.ts';
import { rounded, waitingSentences } from './waiting.ts';

/** Where the model was wrong: what it had predicted, by what was right. */
export const predictions = {
  head(report, { isInHead }) {
    const described = isInHead ? describe(report, shortName) : null;
    if (described === null) return [];
    const { sentences: lines, frequent, table: matrix } = described;
    const full: Block[] = matrix === null ? [] : [{ kind: 'table', ...matrix }];
    return [
      heading(words`Where the model was wrong: ${report.name}`),
      ...sentences(lines),
      // A telephone has no room for the matrix, so that it shows the list and folds the matrix.
      ...(frequent === null
        ? full
        : [{ kind: 'table', ...frequent } as const, folded(words`Confusion matrix`, full)]),
    ];
  },
  summary(report, { isInHead }) {
    const described = isInHead ? null : describe(report, shortName);
    if (described === null) return [];
    const { sentences: lines, table: matrix } = described;
    return [
      heading('Where the model was wrong'),
      ...sentences(lines),
      ...(matrix === null ? [] : [{ kind: 'table', ...matrix } as const]),
    ];
  },
  mail(report, { startedAt }) {
    const described = describe(report);
    return [
      ...sentences([...(described?.sentences ?? []), ...waitingSentences(report, startedAt)]),
      ...(described?.table == null ? [] : [{ kind: 'table', ...described.table } as const]),
    ];
  },
  metrics({ counts }) {
    const known = counts?.predictions;
    if (known === undefined || !hasRightOnes(known)) return [];
    return [['share_corrected', rounded(overallShare(known).share ?? 0, 4)]];
  },
  log(report) {
    const described = describe(report);
    // Where no prediction is known, a warning has the only sentence.
    if (described === null || described.table === null) return [];
    const lines = described.sentences.map(paragraph);
    return [...lines, paragraph('where the model was wrong'), { kind: 'table', ...described.table }];
  },
  notes(report) {
    const text = unknownPredictions(report.counts?.predictions);
    return text === null ? [] : [{ level: 'warning', title: `${report.name}: unknown predictions`, text }];
  },
} satisfies Fact;

function describe({ shape, counts, previous }: DatasetReport, shown?: (name: string) => string) {
  return describePredictions(shape, counts?.predictions, previous, shown);
}
