import { error, notice, warning } from '@actions/core';
import { formatCount, oneLine } from '../dataset/markdown.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { Delivery } from '../report/delivery.ts';
import { logCauses } from './log-causes.ts';
import { describeMissingClass } from './summary/missing-class.ts';

/** Annotates the run with what a person should look at: a failed or skipped dataset, and rows that were dropped. */
export function annotate(report: DatasetReport): void {
  const { name, status, reason, counts, contents } = report;
  if (status === 'failed') error(reason, { title: `${name}: failed` });
  logCauses(report.error);
  if (status === 'skipped') warning(reason, { title: `${name}: skipped` });
  if (counts !== null) {
    const { dropped, unknownClassNames, conflictingTexts } = counts;
    const withoutText = dropped.nullMessage + dropped.invalidUtf8 + dropped.empty;
    if (dropped.unknownClass > 0) {
      const names = unknownClassNames.slice(0, 5).map((unknown) => `“${oneLine(unknown.name)}”`);
      warning(`${rows(dropped.unknownClass)} dropped for an unknown class: ${names.join(', ')}.`, {
        title: `${name}: unknown classes`,
      });
    }
    if (dropped.conflicting > 0) {
      warning(
        `${rows(dropped.conflicting)} dropped for labels that disagree on a text (${formatCount(conflictingTexts)} texts).`,
        { title: `${name}: conflicting labels` },
      );
    }
    if (dropped.malformed > 0) {
      warning(
        `${rows(dropped.malformed)} dropped: a score, a list of classes or messages are not what they must be.`,
        {
          title: `${name}: malformed rows`,
        },
      );
    }
    if (withoutText > 0) {
      notice(`${rows(withoutText)} dropped: no text is left after cleaning.`, {
        title: `${name}: empty texts`,
      });
    }
  }
  for (const missing of contents?.missingClasses ?? []) {
    warning(describeMissingClass(missing, oneLine), { title: `${name}: class missing in a split` });
  }
}

/** Warns of what could not be done besides publishing. */
export function annotateDelivery({ channel, state, detail }: Delivery): void {
  if (state === 'failed') warning(detail, { title: `${channel}: failed` });
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${formatCount(count)} rows`;
}
