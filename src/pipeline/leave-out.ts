import type { UsableRows } from '../engine/engine.ts';
import { describeFailed, failedOf, judgeSource } from '../gates/judge.ts';
import type { UnjudgedRows } from '../model/definition.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { DatasetTarget } from '../model/target.ts';
import type { EarlyFound } from '../publish/found.ts';
import { findStrayTags } from '../publish/observe.ts';
import type { OpenedRepo } from '../publish/publish-dataset.ts';
import {
  type DatasetFacts,
  type HeldEnding,
  NO_VERSION,
  type SkippedEnding,
} from '../report/dataset-report.ts';
import { formatCount } from '../text/markdown.ts';
import type { CurrentRules } from '../version/split-changes.ts';

/** A dataset that has too few rows to be published. */
export interface FewRows {
  readonly shape: DatasetShape;
  readonly usable: UsableRows;
  /** Rows the source left out, by cause. */
  readonly unjudged: readonly UnjudgedRows[];
  readonly splits: CurrentRules;
  readonly now: Date;
  /** Rows that are left, by default all usable rows. */
  readonly numSamples?: number;
  readonly classRows?: readonly number[];
  /** Why there are too few. */
  readonly reason?: string;
}

/** Skips a dataset with too few rows, or holds it if they are so few that something else must be wrong. */
export async function leaveOut(
  { settings, trust }: DatasetTarget,
  few: FewRows,
  opened: Promise<OpenedRepo>,
): Promise<Pick<DatasetFacts, 'classRows' | 'gates' | 'previous'> & (HeldEnding | SkippedEnding)> {
  const { shape, usable, unjudged, splits, now } = few;
  const { counts } = usable;
  const { numSamples = usable.length, classRows = usable.classRows() } = few;
  const found = await foundIn(opened);
  const previous = found?.previous ?? null;
  const strayTags = found === null ? [] : await findStrayTags((await opened).repo, found, trust);
  const facts = { shape, counts, numSamples, classRows, unjudged, previous, splits, strayTags, now };
  const gates = judgeSource({ ...facts, movedRows: null, similarRepo: null }, trust);
  const failed = failedOf(gates);
  const left = { classRows, gates, previous, ...NO_VERSION };
  if (failed.length > 0) return { ...left, status: 'held', reason: describeFailed(failed) };
  const reason =
    few.reason ??
    (counts.stages.fetched === 0
      ? 'No row was read: the SELECT of the corrections gives none.'
      : `Only ${formatCount(numSamples)} rows are usable, and min-dataset-len is ${formatCount(settings.minDatasetLen)}. Have more rows reviewed, or lower min-dataset-len.`);
  return { ...left, status: 'skipped', reason };
}

/** Returns what a repo holds; null also if that is unknown, which fails the run only if there are rows to publish. */
export function foundIn(opened: Promise<OpenedRepo>): Promise<EarlyFound | null> {
  return opened.then(({ found }) => found).catch(() => null);
}
