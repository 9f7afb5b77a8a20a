import { error, notice, warning } from '@actions/core';
import { describeConflict, TASKS } from '../model/tasks.ts';
import type { TrustSettings } from '../model/trust.ts';
import { quoteClasses, unknownClasses } from '../report/class-names.ts';
import { type DatasetReport, realStatus, type SourceWarning } from '../report/dataset-report.ts';
import type { Delivery } from '../report/delivery.ts';
import { futureSentence, ROW_SECURITY_SENTENCE, unjudgedSentence } from '../report/findings.ts';
import { failsByClassNames } from '../report/gate-text.ts';
import { counted, formatCount, oneLine } from '../text/markdown.ts';
import { logCauses } from './log-causes.ts';
import { describeMissingClasses } from './summary/missing-class.ts';

/**
 * Annotates the run with what a person should look at: a dataset that failed, is held, was skipped or waits for approval, and
 * rows that were dropped.
 */
export function annotate(report: DatasetReport): void {
  const { name, status, reason, shape, counts, contents, pullRequest, reading } = report;
  const words = TASKS[shape.task].words;
  if (status === 'failed') error(reason, { title: `${name}: failed` });
  const isHeld = realStatus(report) === 'held';
  const isExplained = isHeld && failsByClassNames(report);
  if (isHeld) {
    const title = `${name}: ${status === 'held' ? 'held' : 'would be held'}`;
    error(isExplained ? `${reason} Met were ${classNames(report)}` : reason, { title });
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
  const policies = reading.policies ?? [];
  if (policies.length > 0) {
    const tables = policies.map((table) => table ?? 'a table').join(', ');
    notice(`${ROW_SECURITY_SENTENCE} Tables: ${tables}.`, { title: `${name}: row-level security` });
  }
  for (const sentence of futureSentence(counts?.futureCorrections ?? 0)) {
    warning(`${sentence} Correct these times in the database.`, {
      title: `${name}: corrections in the future`,
    });
  }
  for (const sentence of describeMissingClasses(contents?.missingClasses ?? [], oneLine)) {
    warning(sentence, { title: `${name}: class missing in a split` });
  }
}

/** Annotates the lines of the file with what in its SELECTs a person should look at, each once however many datasets share it. */
export function annotateSources(reports: readonly DatasetReport[]): void {
  const warnings = new Map<string, SourceWarning>();
  for (const each of reports.flatMap(({ sourceWarnings }) => sourceWarnings)) {
    warnings.set(JSON.stringify([each.place, each.message]), each);
  }
  for (const { source, message, place, isHarmless } of warnings.values()) {
    const { file, line: startLine, column: startColumn } = place;
    const title = `Source ${source}`;
    const properties =
      file === null
        ? { title: `${title} at line ${startLine} of config` }
        : { title, file, startLine, startColumn };
    (isHarmless ? notice : warning)(message, properties);
  }
}

/** Warns of settings of a dataset that most likely do less than they are meant to. */
export function annotateSettings(name: string, { pii }: Pick<TrustSettings, 'pii'>): void {
  if (pii?.region !== null || !pii.find.includes('phone')) return;
  warning(
    'pii has no region, so only phone numbers that start with + or 00 are found. Set the country that most numbers are from, such as region: DE, or leave phone out of find.',
    { title: `${name}: phone numbers` },
  );
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
