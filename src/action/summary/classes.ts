import { hasRightOnes } from '../../model/predictions.ts';
import { SPLIT_NAMES } from '../../model/rows.ts';
import { hasSeveralClasses } from '../../model/tasks.ts';
import { type NameStyle, quoteClasses, unknownClasses } from '../../report/class-names.ts';
import type { DatasetReport } from '../../report/dataset-report.ts';
import { failsByClassNames } from '../../report/gate-text.ts';
import { formatPercent, markdownTable } from '../../text/markdown.ts';
import { tellClassShares } from '../../version/prediction-words.ts';
import { className } from './class-name.ts';
import { describeMissingClasses } from './missing-class.ts';

/** Classes that get a row of their own; of more, those with the most rows. */
const MOST_ROWS = 40;
/** How names stand in a sentence. */
const STYLE: NameStyle = { most: 20, harmless: className };

interface ClassRows {
  readonly id: number;
  readonly name: string;
  readonly rows: number;
}

/** The classes of a dataset: how many rows each has, which were never met, and which names are none of them. */
export function classSection(report: DatasetReport): string {
  const { shape, classRows, contents } = report;
  if (shape.classNames.length === 0) return '';
  const classes = shape.classNames.map((name, id) => ({ id, name, rows: classRows[id] ?? 0 }));
  const isSeveral = hasSeveralClasses(shape.task);
  const missing = describeMissingClasses(contents?.missingClasses ?? [], className);
  const parts = [
    classRows.length === 0 ? '' : `### Classes\n\n${classTable(report, classes)}`,
    isSeveral && classRows.length > 0 ? 'A row may have several classes, or none.' : '',
    neverMet(classRows.length === 0 ? [] : classes),
    failsByClassNames(report) ? '' : notAccepted(report),
    ...missing.map((sentence) => `> [!WARNING]\n> ${sentence}`),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function classTable(report: DatasetReport, classes: readonly ClassRows[]): string {
  const { contents, counts } = report;
  const corrected = correctedCells(report);
  const shown = largest(classes, MOST_ROWS);
  const all = contents?.numSamples ?? counts?.stages.deduplicated ?? 0;
  const rows = shown.map(({ id, name, rows: total }) => {
    const share = all === 0 ? '' : formatPercent((100 * total) / all);
    const splits = contents === null ? [] : SPLIT_NAMES.map((split) => contents.classBalance[name][split]);
    return [className(name), ...splits, total, share, ...corrected.cells(id)];
  });
  const header = [
    'Class',
    ...(contents === null ? [] : SPLIT_NAMES),
    'Rows',
    'Share of all rows',
    ...corrected.header,
  ];
  const table = markdownTable(header, rows);
  const rest = classes.length - shown.length;
  return rest === 0 ? table : `${table}\n\n${rest} more classes have fewer rows.`;
}

/** Columns that tell how many rows of a class had to be corrected; none where that is not known. */
function correctedCells({ shape, counts, previous }: DatasetReport) {
  const predictions = counts?.predictions;
  if (predictions === undefined || predictions.reviewed === 0) return { header: [], cells: () => [] };
  const told = tellClassShares(shape, predictions, previous);
  if (!hasRightOnes(predictions)) {
    return { header: ['Corrected'], cells: (id: number) => [told[id].corrected] };
  }
  const hasChange = told.some(({ change }) => change !== '');
  return {
    header: ['Corrected', 'Share corrected', ...(hasChange ? ['Change'] : [])],
    cells: (id: number) => {
      const { corrected, share, change } = told[id];
      return [corrected, share, ...(hasChange ? [change] : [])];
    },
  };
}

function neverMet(classes: readonly ClassRows[]): string {
  const names = classes.filter(({ rows }) => rows === 0).map(({ name }) => name);
  return names.length === 0 ? '' : `Never met: ${quoteClasses(names, STYLE)}.`;
}

/** The names met that are no classes, beside those that are; empty when there are none. */
export function notAccepted(report: DatasetReport): string {
  const met = unknownClasses(report, STYLE);
  if (met === '') return '';
  return `Met but not accepted: ${met}. Accepted are ${quoteClasses(report.shape.classNames, STYLE)}.`;
}

/** The classes with the most rows, in the order of their ids. */
function largest(classes: readonly ClassRows[], most: number): readonly ClassRows[] {
  if (classes.length <= most) return classes;
  const kept = new Set(classes.toSorted((a, b) => b.rows - a.rows).slice(0, most));
  return classes.filter((each) => kept.has(each));
}
