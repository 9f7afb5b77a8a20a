import { info } from '@actions/core';
import { failedOf } from '../gates/judge.ts';
import { type NameStyle, quoteClasses, unknownClasses } from '../report/class-names.ts';
import { publishedText } from '../report/column-text.ts';
import type { DatasetReport, SelectColumn } from '../report/dataset-report.ts';
import { findingSentences } from '../report/findings.ts';
import { GATE_VERDICTS, heldSentence } from '../report/gate-text.ts';
import { rowStages } from '../report/row-stages.ts';
import { formatCount, listSome } from '../text/markdown.ts';
import { tellPredictions } from '../version/prediction-words.ts';
import { logText } from './log-text.ts';

const STYLE: NameStyle = { most: 20, harmless: logText };

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
  logPredictions(report);
  logClasses(report);
  for (const sentence of findingSentences(report)) info(`  ${logText(sentence)}`);
  logGates(report);
  const held = heldSentence(report);
  info(`  ${held === null ? logText(reason) : `${held}.`}`);
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

/** Where the model was wrong. */
function logPredictions({ shape, counts, previous }: DatasetReport): void {
  const told = tellPredictions(shape, counts?.predictions, previous, logText);
  if (told === null) return;
  for (const sentence of told.sentences) info(`  ${sentence}`);
  if (told.table === null) return;
  const { header, rows } = told.table;
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatCount(cell) : cell)));
  logTable('where the model was wrong', [header, ...cells]);
}

function logClasses(report: DatasetReport): void {
  const { classNames } = report.shape;
  if (classNames.length === 0) return;
  const classes = report.classRows.map((rows, id) => ({ name: classNames[id], rows }));
  const met = classes
    .filter(({ rows }) => rows > 0)
    .map(({ name, rows }) => `“${logText(name)}” (${formatCount(rows)})`);
  const never = classes.filter(({ rows }) => rows === 0).map(({ name }) => name);
  const unknown = unknownClasses(report, STYLE);
  if (met.length > 0) info(`  classes met: ${listSome(met, STYLE.most)}`);
  if (never.length > 0) info(`  classes never met: ${quoteClasses(never, STYLE)}`);
  if (unknown === '') return;
  info(`  not accepted: ${unknown}`);
  info(`  accepted are: ${quoteClasses(classNames, STYLE)}`);
}

/** What each gate found, and how to go on where one would hold the dataset. */
function logGates({ gates }: DatasetReport): void {
  if (gates.length === 0) return;
  logTable(
    'gates',
    gates.map(({ gate, verdict, measured, limit }) => [
      gate,
      GATE_VERDICTS[verdict],
      logText(`${measured}; ${limit}`),
    ]),
  );
  for (const { gate, advice } of failedOf(gates)) info(`  ${gate}: ${advice}`);
}

/** Lines in columns; each begins with a dash, so that no name in it can be a command to the runner. */
function logTable(title: string, rows: readonly (readonly string[])[]): void {
  info(`  ${title}`);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column].length))) ?? [];
  for (const row of rows) {
    info(`  - ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd());
  }
}
