import { info } from '@actions/core';
import { formatCount } from '../dataset/markdown.ts';
import { publishedText } from '../report/column-text.ts';
import type { DatasetReport, SelectColumn } from '../report/dataset-report.ts';
import { rowStages } from '../report/row-stages.ts';
import { logText } from './log-text.ts';

/** Names in a line. */
const MOST_NAMES = 20;

/**
 * Tells in the log what a dataset of a dry run is read from, what became of its rows, and what would be published. No
 * line of it holds a text of a row or a line of SQL.
 */
export function logPreview(report: DatasetReport): void {
  const { name, repo, shape, reading, pending, reason } = report;
  const { source, corrections, confirmed } = reading;
  info('');
  info(`${logText(name)}: ${shape.task} from the source ${logText(source)}, for ${logText(repo)}`);
  logColumns('columns of the corrections', report, corrections);
  if (confirmed === null) info('  no SELECT gives confirmed rows');
  else if (JSON.stringify(confirmed) === JSON.stringify(corrections))
    info('  the SELECT of the confirmed rows gives the same columns');
  else logColumns('columns of the confirmed rows', report, confirmed);
  if (pending !== null) info(`  corrections that wait for review: ${formatCount(pending)}`);
  logRows(report);
  logClasses(report);
  info(`  ${logText(reason)}`);
}

function logColumns(title: string, { shape }: DatasetReport, columns: readonly SelectColumn[]): void {
  const rows = columns.map(({ name, type, uses }) => {
    const roles = uses.map((use) => {
      const published = publishedText(use, shape, logText);
      return published === '' ? use.role : `${use.role}, published as ${published}`;
    });
    return [logText(name), logText(type), roles.length === 0 ? 'not used' : roles.join('; ')];
  });
  logTable(title, rows);
}

function logRows(report: DatasetReport): void {
  const rows = rowStages(report).map(({ name, rows: left, note }) => [
    name.toLowerCase(),
    formatCount(left),
    note,
  ]);
  if (rows.length > 0) logTable('rows', rows);
}

function logClasses({ shape, classRows, counts }: DatasetReport): void {
  if (shape.classNames.length === 0) return;
  const classes = classRows.map((rows, id) => ({ name: quoted(shape.classNames[id]), rows }));
  const met = classes.filter(({ rows }) => rows > 0).map(({ name, rows }) => `${name} ${formatCount(rows)}`);
  const never = classes.filter(({ rows }) => rows === 0).map(({ name }) => name);
  const unknown = counts?.unknownClassNames ?? [];
  if (met.length > 0) info(`  classes met: ${some(met)}`);
  if (never.length > 0) info(`  classes never met: ${some(never)}`);
  if (unknown.length === 0) return;
  info(`  not accepted: ${some(unknown.map(({ name, rows }) => `${quoted(name)} ${formatCount(rows)}`))}`);
  info(`  accepted are: ${some(shape.classNames.map(quoted))}`);
}

/** Lines in columns; each begins with a dash, so that no name in it can be a command to the runner. */
function logTable(title: string, rows: readonly (readonly string[])[]): void {
  info(`  ${title}`);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column].length))) ?? [];
  for (const row of rows) {
    info(`  - ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd());
  }
}

function some(texts: readonly string[]): string {
  const more = texts.length - MOST_NAMES;
  return `${texts.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function quoted(name: string): string {
  return `“${logText(name)}”`;
}
