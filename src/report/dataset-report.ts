import { MOST_CONFLICT_IDS } from '../engine/engine.ts';
import type { NearDuplicatesReport } from '../engine/near-duplicates/report.ts';
import type { MissingClass } from '../engine/prepare.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import type { GateResult } from '../gates/gate.ts';
import type { UnjudgedRows } from '../model/definition.ts';
import type { ClassBalance, SplitName } from '../model/rows.ts';
import type { Column, DatasetShape } from '../model/shape.ts';
import type { Role } from '../model/tasks.ts';
import type { PreviousVersion } from '../version/metadata.ts';

export type DatasetStatus = 'published' | 'unchanged' | 'skipped' | 'held' | 'failed' | 'dry-run';

/** What became of one dataset in a run, for outputs, summary and alerts. */
export interface DatasetReport {
  readonly name: string;
  /** Its repo on the Hub, `owner/name`. */
  readonly repo: string;
  readonly status: DatasetStatus;
  /** In a dry run the status that a real run would have; null in a real run. */
  readonly would: Exclude<DatasetStatus, 'dry-run'> | null;
  /** One sentence that says why the status is what it is. */
  readonly reason: string;
  /**
   * Version tag that now holds the data, or while it waits in a pull request what `main` holds; null when skipped, held,
   * failed, or not published by a dry run. Held data has one only when a version merged before it is told.
   */
  readonly tag: string | null;
  readonly commit: string | null;
  /** True when there is a version that no earlier run has announced: published, or completed by its missing tag. */
  readonly isNewVersion: boolean;
  /** What its rows are. */
  readonly shape: DatasetShape;
  /** What the server says of its SELECTs. */
  readonly reading: DatasetReading;
  readonly counts: RowCounts | null;
  /** Ids of the first rows that were left out because they disagree, {@link MOST_CONFLICT_IDS} at most. */
  readonly conflictIds: readonly string[];
  /** Rows of use of each class in the order of the ids, of several classes a row each; empty when nobody counted. */
  readonly classRows: readonly number[];
  /** What the rows came to; null when they were not split. */
  readonly contents: DatasetContents | null;
  /** What each gate found, in their order; empty when none was asked. */
  readonly gates: readonly GateResult[];
  /** Rows that are near copies of rows of another split; null when the rows were not split, or near copies not searched. */
  readonly nearDuplicates: NearDuplicatesReport | null;
  /** The pull request in which the version waits for a person, or was turned down; null when there is none. */
  readonly pullRequest: PullRequest | null;
  /** Corrections that wait for review, null when nobody asked. */
  readonly pending: number | null;
  /** Rows the source left out because nobody judged them, or because they cannot be read, by cause. */
  readonly unjudged: readonly UnjudgedRows[];
  /** The version before this run's; null when there is none or the Hub was not asked. */
  readonly previous: PreviousVersion | null;
  /** What in the SELECTs of its source a person should look at. */
  readonly sourceWarnings: readonly SourceWarning[];
  /** Why the dataset failed, with its causes. */
  readonly error: Error | null;
}

/** Something in a SELECT that a person should look at. */
export interface SourceWarning {
  /** Name of the source. */
  readonly source: string;
  /** In the user's words, without a text of a row. */
  readonly message: string;
  /** Where it is: the path of a file, null for a value that is no file; line and column from 1. */
  readonly place: { readonly file: string | null; readonly line: number; readonly column: number };
  /** True when it only costs time. */
  readonly isHarmless: boolean;
}

/** The status of a dataset, in a dry run the one that a real run would have. */
export function realStatus({ status, would }: Pick<DatasetReport, 'status' | 'would'>): DatasetStatus {
  return would ?? status;
}

/** A pull request on the Hub. */
export interface PullRequest {
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
