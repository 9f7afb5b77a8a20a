import type { DatasetReport } from './dataset-report.ts';

const MS_A_DAY = 86_400_000;

/** Age of a dataset's newest correction in days, 0 for one in the future; null where no correction has a time. */
export function correctionAgeDays({ counts }: Pick<DatasetReport, 'counts'>, now: Date): number | null {
  const newest = counts?.newestCorrection ?? null;
  return newest === null ? null : Math.max(0, now.getTime() - Date.parse(newest)) / MS_A_DAY;
}

/** An age in whole days, or in hours below two. */
export function describeAge(days: number): string {
  const [amount, unit] = days < 2 ? [Math.floor(24 * days), 'hour'] : [Math.floor(days), 'day'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
