import { counted, formatCount } from '../../text/markdown.ts';
import { correctionAgeDays, describeAge } from '../correction-age.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { paragraph } from '../document.ts';
import type { Fact } from '../fact.ts';

/** How many rows wait for review, and how old the newest correction is; the table of the summary shows both. */
export const waiting = {
  log: ({ pending }) =>
    pending === null ? [] : [paragraph(`rows that wait for review: ${formatCount(pending)}`)],
  metrics(report, { startedAt }) {
    const { pending } = report;
    const age = correctionAgeDays(report, startedAt);
    return [
      ...(pending === null ? [] : [['corrections_pending', pending] as const]),
      ...(age === null ? [] : [['newest_correction_age_days', rounded(age, 2)] as const]),
    ];
  },
} satisfies Fact;

/** Describes how many rows wait for review, and how old the newest correction is. */
export function waitingSentences(report: DatasetReport, now: Date): string[] {
  const { pending } = report;
  const wait = pending === null ? [] : [`${counted(pending, 'row waits', 'rows wait')} for review.`];
  return [...wait, ...ageSentence(report, now)];
}

/** Describes how old the newest correction is; nothing where no correction has a time. */
export function ageSentence(report: DatasetReport, now: Date): string[] {
  const age = correctionAgeDays(report, now);
  return age === null ? [] : [`The newest correction is ${describeAge(age)} old.`];
}

/** Returns a number with as many decimals as a metric needs. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
