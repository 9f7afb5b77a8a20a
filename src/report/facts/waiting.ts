import { formatCount } from '../../text/markdown.ts';
import { correctionAgeDays, describeAge } from '../correction-age.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { paragraph } from '../document.ts';
import type { Fact } from '../fact.ts';

/** How many corrections wait for review; the summary has it in its first table. */
export const waiting = {
  log: ({ pending }) =>
    pending === null ? [] : [paragraph(`corrections that wait for review: ${formatCount(pending)}`)],
} satisfies Fact;

/** Describes how many corrections wait for review, and how old the newest correction is. */
export function waitingSentences(report: DatasetReport, now: Date): string[] {
  const { pending } = report;
  const age = correctionAgeDays(report, now);
  return [
    ...(pending === null ? [] : [`Corrections that wait for review: ${formatCount(pending)}.`]),
    ...(age === null ? [] : [`The newest correction is ${describeAge(age)} old.`]),
  ];
}
