import { SPLIT_NAMES } from '../../model/rows.ts';
import {
  describeConflict,
  describeRepeatedIds,
  TASKS,
  type Task,
  type TaskWords,
} from '../../model/tasks.ts';
import { ownWords, words } from '../../text/line.ts';
import { counted, formatCount } from '../../text/markdown.ts';
import { signedCount } from '../../version/change.ts';
import { unusableTexts } from '../../version/dropped-words.ts';
import { replacedVersion } from '../dataset-report.ts';
import { heading, paragraph, table } from '../document.ts';
import type { Fact, Note } from '../fact.ts';
import { isHeldByNames } from '../gate-text.ts';
import { rowStages } from '../row-stages.ts';
import { metAndAccepted } from './classes.ts';

/** How many rows each stage left, and why it dropped the others. */
export const rows = {
  summary(report) {
    if (report.counts === null) return [];
    const stages = rowStages(report);
    const cells = stages.map(({ name, rows: left, dropped, note }) => [name, left, dropped, ownWords(note)]);
    return [heading('Rows at each stage'), ...table(['Stage', 'Rows', 'Dropped', 'Details'], cells)];
  },
  mail(report) {
    if (report.counts === null) return [];
    const { corrections, confirmed } = report.counts.fetched;
    const left = rowStages({ ...report, contents: null }).map(
      ({ name, rows: count }) => `${formatCount(count)} ${name.toLowerCase()}`,
    );
    return [
      paragraph(
        words`Rows: ${left.join(', ')}. ${counted(corrections, 'correction')} and ${counted(confirmed, 'confirmed row')} were read.`,
      ),
    ];
  },
  log(report) {
    const stages = rowStages(report);
    if (stages.length === 0) return [];
    const lines = stages.map(({ name, rows: left, note }) => [
      name.toLowerCase(),
      formatCount(left),
      ownWords(note),
    ]);
    return [paragraph('rows'), ...table([], lines)];
  },
  outcome(report) {
    const { contents } = report;
    if (contents === null) return [];
    const { numSamples, splits } = contents;
    const replaced = replacedVersion(report);
    const before = replaced?.numSamples ?? null;
    const grown = before === null ? '' : `, ${growth(numSamples - before)} ${replaced?.versionTag}`;
    const sizes = SPLIT_NAMES.map((split) => `${split} ${formatCount(splits[split])}`);
    return [words`${numSamples} rows${grown} (${sizes.join(', ')}).`];
  },
  metrics({ counts, contents }) {
    const { fetched, ...stages } = counts?.stages ?? {};
    return [
      ...(fetched === undefined ? [] : [['records_fetched', fetched] as const]),
      ...Object.entries({ ...stages, ...contents?.splits }).map(
        ([name, count]) => [`rows_${name}`, count] as const,
      ),
    ];
  },
  notes(report) {
    const { name, shape, counts } = report;
    if (counts === null) return [];
    const { dropped } = counts;
    const { words: terms } = TASKS[shape.task];
    const note = (lost: number, level: Note['level'], what: string, why: () => string): Note[] =>
      lost === 0
        ? []
        : [
            {
              level,
              title: `${name}: ${what}`,
              text: `${counted(lost, 'row')} ${lost === 1 ? 'was' : 'were'} dropped${why()}`,
            },
          ];
    // The error of a dataset that is held for the names of its classes lists them already.
    const unknown = isHeldByNames(report) ? 0 : dropped.unknownClass;
    const withoutText = dropped.nullMessage + dropped.invalidUtf8 + dropped.empty;
    const texts = unusableTexts(dropped).filter(([, count]) => count > 0);
    const unusable = texts.reduce((sum, [, count]) => sum + count, 0);
    const reasons = texts.map(([reason, count]) => `${formatCount(count)} ${reason}`);
    const { shortenedRows = 0 } = isHeldByNames(report) ? {} : counts;
    const shortened: Note = {
      level: 'warning',
      title: `${name}: unknown classes`,
      text: `${counted(shortenedRows, 'row')} kept without an unknown class. ${metAndAccepted(report)}`,
    };
    const conflict = () => `${describeConflict(terms, counts)}.${describeRepeatedIds(counts)}`;
    return [
      ...(shortenedRows === 0 ? [] : [shortened]),
      ...note(unknown, 'warning', 'unknown classes', () => `. ${metAndAccepted(report)}`),
      ...note(dropped.conflicting, 'warning', `conflicting ${terms.values}`, () => ` for ${conflict()}`),
      ...note(
        dropped.severalSplits ?? 0,
        'warning',
        'texts in several splits',
        () => `, because the groups of their ${terms.text} are in different splits.`,
      ),
      ...note(
        dropped.moved ?? 0,
        'warning',
        'texts in another split before',
        () => `, because an earlier version has their ${terms.text} in another split.`,
      ),
      ...note(dropped.malformed, 'warning', 'malformed rows', () => ` for ${terms.malformed}.`),
      ...note(unusable, 'warning', 'unusable texts', () => `: ${reasons.join(', ')}.`),
      ...note(withoutText, 'notice', 'empty texts', () => ', because they have no text.'),
      ...note(
        dropped.corrected ?? 0,
        'notice',
        'corrected ids',
        () =>
          '. These confirmed rows have the id or the text of a correction. If the two SELECTs read ids of different tables, make the ids differ.',
      ),
      ...note(
        dropped.keptColumn ?? 0,
        'notice',
        'kept columns',
        () =>
          `. Another row has the same ${keptText(terms, shape.task)} and other values in a column of keep. The row with the lowest id is published; with annotators: latest, the newest row.`,
      ),
    ];
  },
} satisfies Fact;

/** What rows have in common that differ only in a kept column. */
function keptText({ text, values }: TaskWords, task: Task): string {
  return TASKS[task].value === null ? text : `${text} and ${values}`;
}

function growth(difference: number): string {
  return difference === 0 ? 'as many as in' : `${signedCount(difference)} since`;
}
