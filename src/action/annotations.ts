import { error, notice, warning } from '@actions/core';
import { formatCount, oneLine } from '../dataset/markdown.ts';
import { describeConflict, TASK_WORDS } from '../dataset/version/task-words.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { Delivery } from '../report/delivery.ts';
import { logCauses } from './log-causes.ts';
import { describeMissingClasses } from './summary/missing-class.ts';

/** Annotates the run with what a person should look at: a failed or skipped dataset, and rows that were dropped. */
export function annotate(report: DatasetReport): void {
  const { name, status, reason, shape, counts, contents } = report;
  const words = TASK_WORDS[shape.task];
  if (status === 'failed') error(reason, { title: `${name}: failed` });
  if (status === 'held') error(reason, { title: `${name}: held` });
  logCauses(report.error);
  if (status === 'skipped') warning(reason, { title: `${name}: skipped` });
  if (counts !== null) {
    const { dropped, unknownClassNames, conflictingTexts } = counts;
    const withoutText = dropped.nullMessage + dropped.invalidUtf8 + dropped.empty;
    if (dropped.unknownClass > 0) {
      const met = quoteSome(
        unknownClassNames.map((unknown) => unknown.name),
        5,
      );
      const accepted = quoteSome(shape.classNames, 10);
      const told = `${rows(dropped.unknownClass)} dropped for an unknown class: ${met}. Accepted are ${accepted}.`;
      warning(told, { title: `${name}: unknown classes` });
    }
    if (dropped.conflicting > 0) {
      const conflict = describeConflict(words, formatCount(conflictingTexts));
      warning(`${rows(dropped.conflicting)} dropped for ${conflict}.`, {
        title: `${name}: conflicting ${words.values}`,
      });
    }
    if (dropped.malformed > 0) {
      warning(`${rows(dropped.malformed)} dropped for ${words.malformed}.`, {
        title: `${name}: malformed rows`,
      });
    }
    if (withoutText > 0) {
      notice(`${rows(withoutText)} dropped: no text is left.`, {
        title: `${name}: empty texts`,
      });
    }
  }
  for (const sentence of describeMissingClasses(contents?.missingClasses ?? [], oneLine)) {
    warning(sentence, { title: `${name}: class missing in a split` });
  }
}

/** Warns of what could not be done besides publishing. */
export function annotateDelivery({ channel, state, detail }: Delivery): void {
  if (state === 'failed') warning(detail, { title: `${channel}: failed` });
}

function quoteSome(names: readonly string[], most: number): string {
  const quoted = names.slice(0, most).map((name) => `“${oneLine(name)}”`);
  return `${quoted.join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${formatCount(count)} rows`;
}
