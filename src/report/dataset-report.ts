import { MOST_CONFLICT_IDS } from '../engine/engine.ts';
import type { NearDuplicatesReport } from '../engine/near-duplicates/report.ts';
import type { ReviewCounts } from '../engine/near-duplicates/review-rows.ts';
import type { MissingClass } from '../engine/prepare.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import type { GateResult } from '../gates/gate.ts';
import type { UnjudgedRows } from '../model/definition.ts';
import type { ClassBalance, SplitName } from '../model/rows.ts';
import type { Column, DatasetShape } from '../model/shape.ts';
import type { Role } from '../model/tasks.ts';
import type { NamedChanges } from '../version/change.ts';
import type { PreviousVersion } from '../version/metadata.ts';

export type DatasetStatus =
  | 'published'
  | 'unchanged'
  | 'awaiting-approval'
  | 'skipped'
  | 'held'
  | 'failed'
  | 'dry-run';

/** What happened to one dataset in a run. Its status decides which facts there are. */
export type DatasetReport = DatasetFacts &
  (
    | (SplitRows & (PublishedEnding | UnchangedEnding | AwaitingEnding | HeldEnding | DryRunEnding))
    | (CountedRows & (SkippedEnding | HeldEnding | FailedEnding))
    | (UnreadRows & FailedEnding)
  );

/** What is known of a dataset however it ended. */
export interface DatasetFacts {
  readonly name: string;
  /** Its repo on the Hub, `owner/name`. */
  readonly repo: string;
  /** What its rows are. */
  readonly shape: DatasetShape;
  /** What the server knows of its SELECTs. */
  readonly reading: DatasetReading;
  /** Ids of the first rows that were left out because they disagree, {@link MOST_CONFLICT_IDS} at most. */
  readonly conflictIds: readonly string[];
  /** Usable rows of each class in the order of the ids, of a row with several classes one for each; empty if they were not counted. */
  readonly classRows: readonly number[];
  /** What each gate found, in their order; empty when none was asked. */
  readonly gates: readonly GateResult[];
  /** Rows that are near-duplicates of rows of another split; null if the rows were not split, or not searched. */
  readonly nearDuplicates: NearDuplicatesReport | null;
  /** Rows that review.jsonl lists as worth another look; null if they were not searched. */
  readonly review: ReviewCounts | null;
  /** Corrections that wait for review, null when nobody asked. */
  readonly pending: number | null;
  /** Rows the source left out because nobody judged them, or because they cannot be read, by cause. */
  readonly unjudged: readonly UnjudgedRows[];
  /** The version before this run's; null when there is none or the Hub was not asked. */
  readonly previous: PreviousVersion | null;
  /** How its rows differ from those of the version before; null where that was not counted. */
  readonly changes: NamedChanges | null;
  /** What in the SELECTs of its source a person should look at. */
  readonly sourceWarnings: readonly SourceWarning[];
}

/** Rows that came to a dataset. */
interface SplitRows {
  readonly counts: RowCounts;
  readonly contents: DatasetContents;
}

/** Rows that were read, and came to no dataset. */
export interface CountedRows {
  readonly counts: RowCounts;
  readonly contents: null;
}

/** No row was read. */
interface UnreadRows {
  readonly counts: null;
  readonly contents: null;
}

interface Ending<Status extends DatasetStatus> {
  readonly status: Status;
  /** Why the status is what it is, in one sentence or more. */
  readonly reason: string;
}

/** A version that the repo holds. */
interface KnownVersion {
  readonly tag: string;
  readonly commit: string;
}

/** A version that no earlier run has announced: published, merged by a person, or completed by its missing tag. */
interface NewVersion extends KnownVersion {
  readonly isNewVersion: true;
}

interface NoVersion {
  readonly tag: null;
  readonly commit: null;
  readonly isNewVersion: false;
}

/** The ending of a dataset that has no version and waits in no pull request. */
export const NO_VERSION = { tag: null, commit: null, isNewVersion: false, pullRequest: null } as const;

/** This run published a version, or announces one that a person merged, while newer data may wait in a pull request. */
export type PublishedEnding = Ending<'published'> & NewVersion & { readonly pullRequest: PullRequest | null };

/** The data has not changed, or a person turned it down, while `main` holds the version before or none. */
export type UnchangedEnding = Ending<'unchanged'> &
  (
    | (KnownVersion & { readonly isNewVersion: boolean; readonly pullRequest: PullRequest | null })
    | (NoVersion & { readonly pullRequest: PullRequest })
  );

/**
 * The data waits in a pull request, also where gates hold it, while `main` holds the version before or none. A version that
 * an interrupted run left on `main` is announced all the same.
 */
export type AwaitingEnding = Ending<'awaiting-approval'> &
  ((KnownVersion & { readonly isNewVersion: boolean }) | NoVersion) & {
    readonly pullRequest: PullRequest;
    /** True where a person should look before it is merged: a gate failed, or others changed it or what `main` holds. */
    readonly isDoubtful: boolean;
  };

/** Gates hold the dataset. It has a version only when this run announces one that was merged before. */
export type HeldEnding = Ending<'held'> &
  (NoVersion | NewVersion) & { readonly pullRequest: PullRequest | null };

export type SkippedEnding = Ending<'skipped'> & typeof NO_VERSION;

type FailedEnding = Ending<'failed'> &
  typeof NO_VERSION & {
    /** Why the dataset failed, with its causes. */
    readonly error: Error;
  };

/** What a real run would do with rows that came to a dataset. */
export interface DryRunEnding extends Ending<'dry-run'> {
  /** The status that a real run would have. */
  readonly would: 'published' | 'unchanged' | 'awaiting-approval' | 'held';
  /** The tag of a version that is on the Hub and would stay; null when a real run would make or complete one. */
  readonly tag: string | null;
  readonly commit: null;
  readonly isNewVersion: false;
  readonly pullRequest: null;
}

/** Something in a SELECT that a person should look at. */
export interface SourceWarning {
  /** Name of the source. */
  readonly source: string;
  /** In the user's words, without a text of a row. */
  readonly message: string;
  /** Where it is: the path of a file, null for a value that is not a file; line and column from 1. */
  readonly place: { readonly file: string | null; readonly line: number; readonly column: number };
  /** True when it only costs time. */
  readonly isHarmless: boolean;
}

/** The status of a dataset, in a dry run the one that a real run would have. */
export function realStatus(report: DatasetReport): Exclude<DatasetStatus, 'dry-run'> {
  return report.status === 'dry-run' ? report.would : report.status;
}

/** The version that the rows of a report take the place of; null when there is none, or they are its own rows. */
export function replacedVersion({
  status,
  tag,
  pullRequest,
  previous,
}: DatasetReport): PreviousVersion | null {
  const isMerged = status === 'published' && pullRequest === null && previous?.versionTag === tag;
  return status === 'unchanged' || isMerged ? null : previous;
}

/** A pull request on the Hub. */
interface PullRequest {
  readonly number: number;
  /** Address of its page. */
  readonly url: string;
  /** `closed` when a person closed it, which turned down this very data. */
  readonly state: 'open' | 'closed';
}

/** What a dataset holds. */
export interface DatasetContents {
  readonly numSamples: number;
  readonly splits: Readonly<Record<SplitName, number>>;
  /** Empty for a task without classes. */
  readonly classBalance: ClassBalance;
  readonly missingClasses: readonly MissingClass[];
}

/** What a dataset is read from. */
export interface DatasetReading {
  /** Name of its source. */
  readonly source: string;
  /** Columns of the SELECT of the corrections. */
  readonly corrections: readonly SelectColumn[];
  /** Columns of the SELECT of the confirmed rows, null without one. */
  readonly confirmed: readonly SelectColumn[] | null;
  /** Tables whose row-level security filters the rows, null for a name that cannot be shown; not there unless it may. */
  readonly policies?: readonly (string | null)[];
}

/** A column of a SELECT, and what it is to a dataset. */
export interface SelectColumn {
  readonly name: string;
  /** Its type as SQL writes it. */
  readonly type: string;
  /** Empty for a column that the dataset does not read. */
  readonly uses: readonly ColumnUse[];
}

export interface ColumnUse {
  readonly role: Role | 'keep';
  /** The column on the Hub, null for a role that is not published. */
  readonly publishedAs: Column | null;
}
