import { escapeMarkdown, formatCount, markdownTable } from '../../dataset/markdown.ts';
import { SPLIT_NAMES } from '../../dataset/rows.ts';
import type { DatasetReport } from '../../report/dataset-report.ts';
import { mermaidPie } from './mermaid.ts';
import { describeMissingClasses } from './missing-class.ts';

/** Classes that get a row of their own; of more, those with the most rows. */
const MOST_ROWS = 40;
/** Slices of a pie that can be told apart; Mermaid leaves out those below 1 %. */
const MOST_SLICES = 8;
/** Names in a sentence. */
const MOST_NAMES = 20;
const LONGEST_NAME = 80;

interface ClassRows {
  readonly name: string;
  readonly rows: number;
}

/** The classes of a dataset: how many rows each has, which were never met, and which names are none of them. */
export function classSection(report: DatasetReport): string {
  const { shape, classRows, contents } = report;
  if (shape.classNames.length === 0) return '';
  const classes = shape.classNames.map((name, id) => ({ name, rows: classRows[id] ?? 0 }));
  const isSeveral = shape.task === 'multi-label-classification';
  const missing = describeMissingClasses(contents?.missingClasses ?? [], className);
  const parts = [
    classRows.length === 0 ? '' : `### Classes\n\n${classTable(report, classes)}`,
    isSeveral && classRows.length > 0 ? 'A row may have several classes, or none.' : '',
    neverMet(classRows.length === 0 ? [] : classes),
    notAccepted(report),
    isSeveral || contents === null || classes.length > MOST_SLICES ? '' : pieOf(classes),
    ...missing.map((sentence) => `> [!WARNING]\n> ${sentence}`),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function pieOf(classes: readonly ClassRows[]): string {
  return mermaidPie(
    'Rows per class',
    classes.map(({ name, rows }) => [name, rows]),
  );
}

function classTable({ contents, counts }: DatasetReport, classes: readonly ClassRows[]): string {
  const shown = largest(classes, MOST_ROWS);
  const all = contents?.numSamples ?? counts?.stages.deduplicated ?? 0;
  const rows = shown.map(({ name, rows: total }) => {
    const share = all === 0 ? '' : `${((100 * total) / all).toFixed(1)} %`;
    const splits = contents === null ? [] : SPLIT_NAMES.map((split) => contents.classBalance[name][split]);
    return [className(name), ...splits, total, share];
  });
  const header = ['Class', ...(contents === null ? [] : SPLIT_NAMES), 'Rows', 'Share of all rows'];
  const table = markdownTable(header, rows);
  const rest = classes.length - shown.length;
  return rest === 0 ? table : `${table}\n\n${rest} more classes have fewer rows.`;
}

function neverMet(classes: readonly ClassRows[]): string {
  const names = classes.filter(({ rows }) => rows === 0).map(({ name }) => name);
  return names.length === 0 ? '' : `Never met: ${listNames(names)}.`;
}

function notAccepted({ shape, counts }: DatasetReport): string {
  const unknown = counts?.unknownClassNames ?? [];
  if (unknown.length === 0) return '';
  const met = unknown.map(({ name, rows }) => `“${className(name)}” (${formatCount(rows)})`);
  return `Met but not accepted: ${listNames(met, (text) => text)}. Accepted are ${listNames(shape.classNames)}.`;
}

function listNames(
  names: readonly string[],
  write: (name: string) => string = (name) => `“${className(name)}”`,
) {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).map(write).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The classes with the most rows, in the order of their ids. */
function largest(classes: readonly ClassRows[], most: number): readonly ClassRows[] {
  if (classes.length <= most) return classes;
  const kept = new Set(classes.toSorted((a, b) => b.rows - a.rows).slice(0, most));
  return classes.filter((each) => kept.has(each));
}

function className(name: string): string {
  const characters = Array.from(name);
  return escapeMarkdown(
    characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : name,
  );
}
