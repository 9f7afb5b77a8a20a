import { hasRightOnes, overallShare } from '../../model/predictions.ts';
import { words } from '../../text/line.ts';
import { describePredictions } from '../../version/prediction-words.ts';
import { shortName } from '../class-names.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { type Block, heading, paragraph, sentences, table } from '../document.ts';
import type { Fact } from '../fact.ts';
import { rounded, waitingSentences } from './waiting.ts';

/** Where the model was wrong: what it had predicted, by what was right. */
export const predictions = {
  attention: (report, { isInHead }) =>
    isInHead ? section(report, words`Where the model was wrong: ${report.name}`) : [],
  summary: (report, { isInHead }) => (isInHead ? [] : section(report, 'Where the model was wrong')),
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
    if (described === null) return [];
    const lines = described.sentences.map(paragraph);
    if (described.table === null) return lines;
    return [...lines, paragraph('where the model was wrong'), { kind: 'table', ...described.table }];
  },
} satisfies Fact;

function describe({ shape, counts, previous }: DatasetReport, shown?: (name: string) => string) {
  return describePredictions(shape, counts?.predictions, previous, shown);
}

function section(report: DatasetReport, title: Parameters<typeof heading>[0]): Block[] {
  const described = describe(report, shortName);
  if (described === null) return [];
  const { sentences: lines, table: matrix } = described;
  return [heading(title), ...sentences(lines), ...(matrix === null ? [] : table(matrix.header, matrix.rows))];
}
