import { hasRightOnes } from '../../model/predictions.ts';
import { SPLIT_NAMES } from '../../model/rows.ts';
import { hasSeveralClasses } from '../../model/tasks.ts';
import { type Cell, type Line, listLines, ownWords, plainLine, words } from '../../text/line.ts';
import { formatPercent, oneLine } from '../../text/markdown.ts';
import { describeClassShares } from '../../version/prediction-words.ts';
import {
  fullName,
  missingClasses,
  type NameStyle,
  quoteClasses,
  shortName,
  unknownClasses,
} from '../class-names.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { type Block, heading, paragraph, table } from '../document.ts';
import type { Fact } from '../fact.ts';
import { failsByClassNames } from '../gate-text.ts';

/** Classes that get a row of their own; of more, those with the most rows. */
const MOST_ROWS = 40;
/** Unknown classes that an annotation names. */
const IN_WARNING = 5;
const SHORT: NameStyle = { most: 20, shown: shortName };
const FULL: NameStyle = { most: 20, shown: fullName };

interface ClassRows {
  readonly id: number;
  readonly name: string;
  readonly rows: number;
}

/** How many rows each class has, which classes have none, and which names are unknown. */
export const classes = {
  summary(report) {
    const { shape, classRows, contents } = report;
    if (shape.classNames.length === 0) return [];
    const all = classesOf(report);
    const isCounted = classRows.length > 0;
    const never = isCounted ? neverMet(all) : [];
    const unknown = failsByClassNames(report) ? null : notAccepted(report);
    return [
      ...(isCounted ? [heading('Classes'), ...classTable(report, all)] : []),
      ...(isCounted ? severalNote(report) : []),
      ...(never.length === 0
        ? []
        : [paragraph(words`Classes without a row: ${quoteClasses(never, SHORT)}.`)]),
      ...(unknown === null ? [] : [paragraph(unknown)]),
      ...missingClasses(contents?.missingClasses ?? [], shortName).map(
        (line): Block => ({ kind: 'warning', line }),
      ),
    ];
  },
  mail(report) {
    const { shape, classRows, contents } = report;
    if (contents === null) return [];
    const { classBalance, splits, numSamples } = contents;
    const all = classesOf(report);
    const shown = largest(all, MOST_ROWS);
    const lines = shown.map(({ id, name }): readonly Cell[] => [
      name,
      ...SPLIT_NAMES.map((split) => classBalance[name][split]),
      classRows[id],
    ]);
    const total = ['All rows', ...SPLIT_NAMES.map((split) => splits[split]), numSamples];
    const header = [shape.classNames.length === 0 ? '' : 'Class', ...SPLIT_NAMES, 'Total'];
    return [
      { kind: 'table', header, rows: [...lines, total] },
      ...restNote(all.length - shown.length),
      ...severalNote(report),
    ];
  },
  log(report) {
    const { classNames } = report.shape;
    if (classNames.length === 0) return [];
    const counted = report.classRows.length === 0 ? [] : classesOf(report);
    const met = counted.filter(({ rows }) => rows > 0).map(({ name, rows }) => words`“${name}” (${rows})`);
    const never = neverMet(counted);
    const unknown =
      (report.counts?.unknownClassNames.length ?? 0) > IN_WARNING ? unknownClasses(report, FULL) : null;
    return [
      ...(met.length === 0 ? [] : [paragraph(words`rows by class: ${listLines(met, FULL.most)}`)]),
      ...(never.length === 0 ? [] : [paragraph(words`classes without a row: ${quoteClasses(never, FULL)}`)]),
      // A warning or an error has the first of them, and the classes of the dataset.
      ...(unknown === null ? [] : [paragraph(words`unknown classes: ${unknown}`)]),
    ];
  },
  notes({ name, contents }) {
    return missingClasses(contents?.missingClasses ?? [], fullName).map((line) => ({
      level: 'warning',
      title: `${name}: class missing in a split`,
      text: plainLine(line, oneLine),
    }));
  },
} satisfies Fact;

/** Returns the unknown classes beside those of the dataset; null when there are none. */
export function notAccepted(report: DatasetReport): Line | null {
  const met = unknownClasses(report, SHORT);
  return met === null
    ? null
    : words`Unknown classes: ${met}. The classes of the dataset: ${quoteClasses(report.shape.classNames, SHORT)}.`;
}

/** Returns the unknown classes and those of the dataset, to end an annotation. */
export function metAndAccepted(report: DatasetReport): string {
  const met = unknownClasses(report, { most: IN_WARNING, shown: fullName }) ?? [];
  const accepted = quoteClasses(report.shape.classNames, { most: 10, shown: fullName });
  return plainLine(words`Unknown classes: ${met}. The classes of the dataset: ${accepted}.`, oneLine);
}

function classesOf({ shape, classRows }: DatasetReport): ClassRows[] {
  return shape.classNames.map((name, id) => ({ id, name, rows: classRows[id] ?? 0 }));
}

function classTable(report: DatasetReport, all: readonly ClassRows[]): Block[] {
  const { contents, counts } = report;
  const corrected = correctedCells(report);
  const shown = largest(all, MOST_ROWS);
  const allRows = contents?.numSamples ?? counts?.stages.deduplicated ?? 0;
  const rows = shown.map(({ id, name, rows: total }) => {
    const share = allRows === 0 ? '' : ownWords(formatPercent((100 * total) / allRows));
    const splits = contents === null ? [] : SPLIT_NAMES.map((split) => contents.classBalance[name][split]);
    return [shortName(name), ...splits, total, share, ...corrected.cells(id)];
  });
  const header = [
    'Class',
    ...(contents === null ? [] : SPLIT_NAMES),
    'Rows',
    'Share of all rows',
    ...corrected.header,
  ];
  return [...table(header, rows), ...restNote(all.length - shown.length)];
}

/** Returns the columns that show how many rows of a class had to be corrected; none where that is not known. */
function correctedCells({ shape, counts, previous }: DatasetReport): {
  readonly header: readonly string[];
  readonly cells: (id: number) => readonly Cell[];
} {
  const predictions = counts?.predictions;
  if (predictions === undefined || predictions.reviewed === 0) return { header: [], cells: () => [] };
  const shares = describeClassShares(shape, predictions, previous);
  if (!hasRightOnes(predictions)) {
    return { header: ['Corrected'], cells: (id) => [shares[id].corrected] };
  }
  const hasChange = shares.some(({ change }) => change !== '');
  return {
    header: ['Corrected', 'Share corrected', ...(hasChange ? ['Change'] : [])],
    cells: (id) => {
      const { corrected, share, change } = shares[id];
      return [corrected, ownWords(share), ...(hasChange ? [ownWords(change)] : [])];
    },
  };
}

function restNote(rest: number): Block[] {
  return rest === 0
    ? []
    : [paragraph(`${rest} more ${rest === 1 ? 'class has' : 'classes have'} fewer rows.`)];
}

function severalNote({ shape }: DatasetReport): Block[] {
  return hasSeveralClasses(shape.task) ? [paragraph('A row may have several classes, or none.')] : [];
}

function neverMet(all: readonly ClassRows[]): string[] {
  return all.filter(({ rows }) => rows === 0).map(({ name }) => name);
}

/** Returns the classes with the most rows, in the order of their ids. */
function largest(all: readonly ClassRows[], most: number): readonly ClassRows[] {
  if (all.length <= most) return all;
  const kept = new Set(all.toSorted((a, b) => b.rows - a.rows).slice(0, most));
  return all.filter((each) => kept.has(each));
}
