import type { RowCounts } from '../dataset/collect-rows.ts';
import type { ClassBalance, PreviousVersion } from '../dataset/metadata.ts';
import type { MissingClass } from '../dataset/prepare.ts';
import type { SplitName } from '../dataset/rows.ts';

export type LabelStatus = 'published' | 'unchanged' | 'skipped' | 'failed' | 'dry-run';

/** What became of one label in a run, for outputs, summary and alerts. */
export interface LabelReport {
  readonly label: string;
  /** Dataset repo on the Hub, `owner/name`. */
  readonly repo: string;
  readonly status: LabelStatus;
  /** One sentence that says why the status is what it is. */
  readonly reason: string;
  /** Version tag that now holds the label's data; null when skipped, failed, or not published by a dry run. */
  readonly tag: string | null;
  readonly commit: string | null;
  /** True when there is a version that no earlier run has announced: published, or completed by its missing tag. */
  readonly isNewVersion: boolean;
  readonly counts: RowCounts | null;
  readonly dataset: {
    readonly numSamples: number;
    readonly splits: Readonly<Record<SplitName, number>>;
    readonly classBalance: ClassBalance;
    readonly missingClasses: readonly MissingClass[];
  } | null;
  /** The version before this run's; null when there is none or the Hub was not asked. */
  readonly previous: PreviousVersion | null;
  readonly error: Error | null;
}
