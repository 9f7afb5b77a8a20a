import { counted } from '../text/markdown.ts';
import { type DatasetReport, type DatasetStatus, realStatus, replacedVersion } from './dataset-report.ts';
import type { RunFailure, RunReport } from './run-report.ts';
import { STATUS_ICONS } from './status-icons.ts';

type RealStatus = Exclude<DatasetStatus, 'dry-run'>;

/** Statuses as a verdict names them, in their order. */
const WORDS: Readonly<Record<RealStatus, string>> = {
  published: 'published',
  failed: 'failed',
  held: 'held',
  'awaiting-approval': 'waiting for approval',
  unchanged: 'unchanged',
  skipped: 'skipped',
};

/** The same in a dry run, where only a failure has really happened. */
const WOULD: Readonly<Record<RealStatus, string>> = {
  published: 'would be published',
  failed: 'failed',
  held: 'would be held',
  'awaiting-approval': 'would wait for approval',
  unchanged: 'would stay unchanged',
  skipped: 'would be skipped',
};

/** What needs a person most comes first. */
const WORST_FIRST: readonly RealStatus[] = [
  'failed',
  'held',
  'awaiting-approval',
  'published',
  'skipped',
  'unchanged',
];

/** Why a run ended before any dataset was tried, as a clause. */
export const FAILURES: Readonly<Record<RunFailure['stage'], string>> = {
  inputs: 'the inputs cannot be used',
  database: 'the database could not be read',
  preparation: 'the preparation failed',
};

/** What a verdict is about. */
interface Judged {
  readonly run: Pick<RunReport, 'outcome' | 'failure' | 'datasets'>;
  readonly dryRun: boolean;
  /** Warnings of the run. */
  readonly warnings: number;
}

/**
 * Returns how a run ended in one line, for example `2 of 2 published · 459 new rows · 1 warning`. It holds no name.
 * New rows are counted only where they are known of each version that was published.
 */
export function describeVerdict({ run, dryRun, warnings }: Judged): string {
  const { outcome, failure, datasets } = run;
  const isWhole = outcome !== 'cancelled' && failure === null;
  const words = dryRun ? WOULD : WORDS;
  // The end of a run ends its datasets too: they did not fail.
  const shown = outcome === 'cancelled' ? { ...words, failed: 'not finished' } : words;
  const statuses = countStatuses(datasets, { isWhole, words: shown });
  const parts = [
    ...(dryRun ? ['dry run'] : []),
    ...(outcome === 'cancelled' ? ['cancelled'] : []),
    ...(failure === null ? [] : [FAILURES[failure.stage]]),
    ...(statuses.length === 0 ? ['no dataset was prepared'] : statuses),
    ...newRows(datasets),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ];
  return parts.join(' · ');
}

/** Returns the icon of what needs a person most in a run. */
export function verdictIcon({ outcome, failure, datasets }: Judged['run']): string {
  if (failure !== null) return STATUS_ICONS.failed;
  if (outcome === 'cancelled') return '🚫';
  const statuses = new Set(datasets.map(realStatus));
  const worst = WORST_FIRST.find((status) => statuses.has(status));
  return STATUS_ICONS[worst ?? 'skipped'];
}

/** Counts the datasets by status; the first part has how many there are, unless the run ended before all were tried. */
function countStatuses(
  datasets: readonly DatasetReport[],
  { isWhole, words }: { isWhole: boolean; words: Readonly<Record<RealStatus, string>> },
): string[] {
  const counts = new Map<RealStatus, number>();
  for (const report of datasets) counts.set(realStatus(report), (counts.get(realStatus(report)) ?? 0) + 1);
  const parts = (Object.keys(WORDS) as RealStatus[])
    .filter((status) => counts.has(status))
    .map((status) => [counts.get(status), words[status]] as const)
    .map(([count, word], index) =>
      index === 0 && isWhole ? `${count} of ${datasets.length} ${word}` : `${count} ${word}`,
    );
  const newer = datasets.filter(
    ({ status, pullRequest }) => status === 'published' && pullRequest?.state === 'open',
  ).length;
  return newer === 0 ? parts : [...parts, `${newer} newer ${WORDS['awaiting-approval']}`];
}

/** Rows that the published versions have and those before had not; nothing where one version does not record them. */
function newRows(datasets: readonly DatasetReport[]): string[] {
  const published = datasets.filter((report) => realStatus(report) === 'published');
  if (published.length === 0) return [];
  const added = published.map(addedRows);
  if (added.includes(null)) return [];
  return [
    counted(
      added.reduce<number>((sum, rows) => sum + Number(rows), 0),
      'new row',
    ),
  ];
}

/** Rows of a version that the one before had not: all of a first version; null where they were not counted. */
function addedRows(report: DatasetReport): number | null {
  const { previous, changes, contents, pullRequest } = report;
  // A version that was merged before, or is followed by newer data in a pull request, is not what these rows are about.
  if (contents === null || pullRequest !== null || (previous !== null && replacedVersion(report) === null))
    return null;
  return previous === null ? contents.numSamples : (changes?.added ?? null);
}
