import type { RowCounts } from '../dataset/collect-rows.ts';
import type { ClassBalance, PreviousVersion } from '../dataset/metadata.ts';
import type { MissingClass } from '../dataset/prepare.ts';
import type { SplitName } from '../dataset/rows.ts';

export type DatasetStatus = 'published' | 'unchanged' | 'skipped' | 'failed' | 'dry-run';

/** What became of one dataset in a run, for outputs, summary and alerts. */
export interface DatasetReport {
  readonly name: string;
  /** Its repo on the Hub, `owner/name`. */
  readonly repo: string;
  readonly status: DatasetStatus;
  /** One sentence that says why the status is what it is. */
  readonly reason: string;
  /** Version tag that now holds the data; null when skipped, failed, or not published by a dry run. */
  readonly tag: string | null;
  readonly commit: string | null;
  /** True when there is a version that no earlier run has announced: published, or completed by its missing tag. */
  readonly isNewVersion: boolean;
  readonly counts: RowCounts | null;
  /** What the rows came to; null when they were not split. */
  readonly contents: DatasetContents | null;
  /** Corrections that wait for review, null when nobody asked. */
  readonly pending: number | null;
  /** The version before this run's; null when there is none or the Hub was not asked. */
  readonly previous: PreviousVersion | null;
  /** Why the dataset failed, with its causes. */
  readonly error: Error | null;
}

/** What a dataset holds. */
export interface DatasetContents {
  readonly numSamples: number;
  readonly splits: Readonly<Record<SplitName, number>>;
  /** Empty for a task without classes. */
  readonly classBalance: ClassBalance;
  readonly missingClasses: readonly MissingClass[];
}
