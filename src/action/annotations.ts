import { error, notice, warning } from '@actions/core';
import { counted, formatCount, oneLine } from '../dataset/markdown.ts';
import { describeConflict, TASK_WORDS } from '../dataset/version/task-words.ts';
import { quoteClasses, unknownClasses } from '../report/class-names.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { Delivery } from '../report/delivery.ts';
import { unjudgedSentence } from '../report/findings.ts';
import { failsByClassNames } from '../report/gate-text.ts';
import { logCauses } from './log-causes.ts';
import { describeMissingClasses } from './summary/missing-class.ts';

/**
 * Annotates the run with what a person should look at: a dataset that failed, is held, was skipped or waits for approval, and
 * rows that were dropped.
 */
export function annotate(report: DatasetReport): void {
  const { name, status, reason, shape, counts, contents, pullRequest } = report;
  const words = TASK_WORDS[shape.task];
  if (status === 'failed') error(reason, { title: `${name}: failed` });
  const isExplained = status === 'held' && failsByClassNames(report);
  if (status === 'held') {
    error(isExplained ? `${reason} Met were ${classNames(report)}` : reason, { title: `${name}: held` });
  }
  logCauses(report.error);
  if (status === 'skipped') warning(reason, { title: `${name}: skipped` });
  if (pullRequest !== null && status !== 'held') {
    notice(reason, { title: `${name}: pull request ${pullRequest.number}` });
  }
  // Where no other row was read, the error of the held dataset names them.
  if (status !== 'held' || counts?.stages.fetched !== 0) {
    for (const sentence of unjudgedSentence(report.unjudged)) {
      warning(sentence, { title: `${name}: rows left out` });
    }
  }
  if (counts !== null) {
    const { dropped, conflictingTexts } = counts;
    const withoutText = dropped.nullMessage + dropped.invalidUtf8 + dropped.empty;
    if (dropped.unknownClass > 0 && !isExplained) {
      warning(`${counted(dropped.unknownClass, 'row')} dropped for an unknown class: ${classNames(report)}`, {
        title: `${name}: unknown classes`,
      });
    }
    if (dropped.conflicting > 0) {
      const conflict = describeConflict(words, formatCount(conflictingTexts));
      warning(`${counted(dropped.conflicting, 'row')} dropped for ${conflict}.`, {
        title: `${name}: conflicting ${words.values}`,
      });
    }
    if (dropped.malformed > 0) {
      warning(`${counted(dropped.malformed, 'row')} dropped for ${words.malformed}.`, {
        title: `${name}: malformed rows`,
      });
    }
    if (withoutText > 0) {
      notice(`${counted(withoutText, 'row')} dropped: no text is left.`, {
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

/** The names met that are no classes, and those that are, to end a sentence. */
function classNames(report: DatasetReport): string {
  const met = unknownClasses(report, { most: 5, harmless: oneLine });
  return `${met}. Accepted are ${quoteClasses(report.shape.classNames, { most: 10, harmless: oneLine })}.`;
}
