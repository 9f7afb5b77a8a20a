import type { Corrections } from '../model/corrections.ts';
import type { DataFile } from '../model/file.ts';
import type { RowIdLines } from '../model/output-folder.ts';
import type { Progress } from '../model/progress.ts';
import type { Selection } from '../model/selection.ts';
import type { DatasetTarget } from '../model/target.ts';
import type { NearDuplicatesReport } from './near-duplicates/report.ts';
import type { ReviewCounts } from './near-duplicates/review-rows.ts';
import type { PreparedDataset, PrepareOptions } from './prepare.ts';
import type { EarlierRows, RowIndex } from './row-index/row-index.ts';
import type { CollectedDataset } from './rows/dataset-collector.ts';
import type { RowCounts } from './rows/row-counts.ts';

/** Rows of a dataset that were read. */
export interface ReadRows {
  /** Finds the usable rows. */
  settle(): Promise<UsableRows>;
  /** Frees their memory; may be called again. */
  close(): Promise<void>;
}

/** The usable rows of a dataset, and what happened to the others. */
export interface UsableRows {
  readonly length: number;
  readonly counts: RowCounts;
  /** Rows of each class in the order of the ids, of several classes a row each; empty for a task without classes. */
  classRows(): readonly number[];
  /** Ids of the first conflicting rows, at most `most`. */
  conflictIds(most: number): readonly string[];
  /** Splits the rows; rejects when they are too few. */
  prepare(options: PrepareOptions): Promise<Preparation>;
  /** Every dropped row, as a line of JSON; once prepared, also the near-duplicates that were dropped. */
  droppedLines(): Iterable<Uint8Array>;
}

/** A dataset that is ready to be published. */
export interface Preparation {
  readonly dataset: PreparedDataset;
  /** Its rows that are near-duplicates of rows of another split; null if they were not searched. */
  readonly nearDuplicates: NearDuplicatesReport | null;
  /** Its rows that are worth another look; null if they were not searched. */
  readonly review: Review | null;
  /** The ids of its rows in the order of the data files, see `rowIdLines`; null if they are not listed. */
  readonly rowIds: RowIdLines | null;
  /** Its data files, written when they are first asked for: a version that has not changed needs none. */
  dataFiles(): Promise<readonly DataFile[]>;
  /** Writes its row index. @param earlier index of the version before; null for none */
  rowIndex(earlier: EarlierRows | null): Promise<RowIndex>;
  /** Frees what it takes to write them. */
  close(): Promise<void>;
}

/** The rows of a dataset that are worth another look. */
interface Review {
  readonly counts: ReviewCounts;
  /** The rows by their ids, as lines of JSON. */
  lines(): Iterable<Uint8Array>;
}

/** Where rows are cleaned, labelled, deduplicated and split. */
export interface RowEngine {
  /** Reads the rows of every plan's datasets while their snapshot is there. */
  read(
    corrections: Corrections,
    plans: readonly ReadingPlan[],
    progress: Progress,
  ): Promise<ReadonlyMap<DatasetTarget, ReadRows>>;
}

/** A read that several datasets share. */
export interface ReadingPlan {
  /** The datasets, with the positions of their fields in a row. */
  readonly datasets: readonly (CollectedDataset & { readonly target: DatasetTarget })[];
  readonly corrections: Selection;
  /** Null when there is nothing to sample. */
  readonly confirmed: Selection | null;
  /** Seed of the sample and of the ranks. */
  readonly seed: number;
  /** True for rows in the order of their ids, which costs a sort. */
  readonly ordered: boolean;
}

/** The largest number of conflicting rows that are listed by id; `dropped.jsonl` lists them all. */
export const MOST_CONFLICT_IDS = 20;
