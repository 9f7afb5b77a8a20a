import { error, notice, warning } from '@actions/core';
import { formatCount, oneLine } from '../dataset/markdown.ts';
import type { Delivery } from '../pipeline/delivery.ts';
import type { LabelReport } from '../pipeline/label-report.ts';
import { logCauses } from './log-causes.ts';
import { describeMissingClass } from './summary/missing-class.ts';

/** Annotates the run with what a person should look at: a failed or skipped label, and rows that were dropped. */
export function annotate(report: LabelReport): void {
  const { label, status, reason, counts, dataset } = report;
  if (status === 'failed') error(reason, { title: `${label}: failed` });
  logCauses(report.error);
  if (status === 'skipped') warning(reason, { title: `${label}: skipped` });
  if (counts !== null) {
    const { dropped, unknownClassNames, conflictingTexts } = counts;
    const withoutText = dropped.nullMessage + dropped.invalidUtf8 + dropped.empty;
    if (dropped.unknownClass > 0) {
      const names = unknownClassNames.slice(0, 5).map(({ name }) => `“${oneLine(name)}”`);
      warning(`${rows(dropped.unknownClass)} dropped for an unknown class: ${names.join(', ')}.`, {
        title: `${label}: unknown classes`,
      });
    }
    if (dropped.conflicting > 0) {
      warning(
        `${rows(dropped.conflicting)} dropped for labels that disagree on a text (${formatCount(conflictingTexts)} texts).`,
        { title: `${label}: conflicting labels` },
      );
    }
    if (withoutText > 0) {
      notice(`${rows(withoutText)} dropped: no text is left after cleaning.`, {
        title: `${label}: empty texts`,
      });
    }
  }
  for (const missing of dataset?.missingClasses ?? []) {
    warning(describeMissingClass(missing, oneLine), { title: `${label}: class missing in a split` });
  }
}

/** Warns of what could not be done besides publishing. */
export function annotateDelivery({ channel, state, detail }: Delivery): void {
  if (state === 'failed') warning(detail, { title: `${channel}: failed` });
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${formatCount(count)} rows`;
}
