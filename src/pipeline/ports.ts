import type { SourceDefinition, Statement, UnjudgedStatement } from '../dataset/definition.ts';
import type { PreparedDataset, PrepareOptions } from '../dataset/prepare.ts';
import type { RowCounts } from '../dataset/rows/row-counts.ts';
import type { RowSource } from '../dataset/rows.ts';
import type { DescribedSource, Selection, StatementOrigin } from '../dataset/selection.ts';
import type { FileContent } from '../dataset/version/file-content.ts';
import type { DataFile } from '../dataset/version/parquet.ts';
import type { NearDuplicatesReport } from '../report/near-duplicates.ts';

/** Takes one row: its fields as UTF-8 bytes, null for NULL; they and the array are only valid during the call. */
export type RowHandler = (row: readonly (Uint8Array | null)[]) => void;

/** The corrections as they were at one instant. */
export interface Corrections {
  /**
   * Has the database say what the statements of sources give, in their order, and what is wrong with them; runs none.
   * Where something is wrong, nothing may be read afterwards.
   *
   * @param datasetsOf gives the names of a source's datasets
   */
  describe(
    sources: readonly SourceDefinition[],
    datasetsOf: (source: SourceDefinition) => readonly string[],
  ): Promise<{
    /** Null for a source with a statement that cannot be read from. */
    readonly sources: readonly (DescribedSource | null)[];
    readonly problems: readonly StatementProblem[];
  }>;
  /**
   * Hands over every row of a selection.
   *
   * @param how.ordered true for rows in the order of their ids
   * @returns their number
   */
  all(selection: Selection, how: { ordered: boolean }, onRow: RowHandler): Promise<number>;
  /**
   * Hands over a repeatable sample of a selection, by rank or, ordered, by id.
   *
   * @param how.limit rows at most
   * @param how.offset rows of lower rank to leave out, default 0
   * @returns their number
   */
  sample(
    selection: Selection,
    how: { seed: number; ordered: boolean; limit: number; offset?: number },
    onRow: RowHandler,
  ): Promise<number>;
  /** The number a statement gives in a column; NaN when it gives something else. */
  count(statement: Statement, column: string, origin: StatementOrigin): Promise<number>;
  /**
   * The rows that a statement counts by the name of their cause, and at once the number that another one gives in a
   * column; NaN when it gives something else.
   */
  countCauses(
    statement: UnjudgedStatement,
    value: { readonly statement: Statement; readonly column: string } | null,
    origin: StatementOrigin,
  ): Promise<{ readonly value: number; readonly causes: ReadonlyMap<string, number> }>;
  /**
   * Rows of a SELECT of ours, each value as text.
   *
   * @param origin the source's SELECT that it reads from; undefined for none
   */
  ask(
    sql: string,
    columnCount: number,
    origin?: StatementOrigin,
  ): Promise<readonly (readonly (string | null)[])[]>;
  /** Holds the snapshot while others read on it. */
  hold<T>(work: (held: HeldCorrections) => Promise<T>): Promise<T>;
}

/** The corrections as they were at one instant, for others to read. */
export interface HeldCorrections {
  /** SQL with which a session comes to see that instant. */
  readonly sessionStart: string;
  /** Aborted when nobody can see it any more. */
  readonly signal: AbortSignal;
}

/** A statement that cannot be read from, and why. */
export interface StatementProblem {
  readonly source: SourceDefinition;
  readonly statement: Statement;
  /** In the user's words. */
  readonly message: string;
  /** Character of the statement that is meant, from 0; null when no one is. */
  readonly offset: number | null;
  /** What the database refused it with, null when it described it. */
  readonly error: Error | null;
  /** True when it was refused because row-level security would hide rows. */
  readonly isHidden?: boolean;
}

/** Where the corrections are read from. */
export interface CorrectionsDatabase {
  /** Runs `read` on one snapshot; `read` starts anew when the database has to be asked again. */
  withSnapshot<T>(read: (corrections: Corrections) => Promise<T>): Promise<T>;
}

/** Rows of a dataset that were read. */
export interface ReadRows {
  /** Finds those that are of use. */
  settle(): Promise<UsableRows>;
  /** Frees what they take; may be called again. */
  close(): Promise<void>;
}

/** The rows of a dataset that are of use, and what became of the others. */
export interface UsableRows {
  readonly length: number;
  readonly counts: RowCounts;
  /** Rows of each class in the order of the ids, of several classes a row each; empty for a task without classes. */
  classRows(): readonly number[];
  /** Ids of the first rows that were left out because they disagree, `most` at most. */
  conflictIds(most: number): readonly string[];
  /** Splits the rows; rejects when they are too few. */
  prepare(options: PrepareOptions): Promise<Preparation>;
  /** Every row that was dropped, as a line of JSON; once prepared, also those that were near copies. */
  droppedLines(): Iterable<Uint8Array>;
}

/** A dataset that is ready to be published. */
export interface Preparation {
  readonly dataset: PreparedDataset;
  /** Its rows that are near copies of rows of another split; null when they were not searched. */
  readonly nearDuplicates: NearDuplicatesReport | null;
  /** Its data files, written when they are first asked for: a version that has not changed needs none. */
  dataFiles(): Promise<readonly DataFile[]>;
  /** Frees what it takes to write them. */
  close(): Promise<void>;
}

/** A folder the files of a version are also written to. */
export interface OutputFolder {
  /** Replaces the version in the dataset's folder by these files. */
  write(
    dataset: string,
    files: readonly ({ readonly path: string; readonly size: number } & FileContent)[],
  ): Promise<void>;
  /** Replaces the dataset's list of dropped rows, a line each, whatever becomes of the version. */
  writeDropped(dataset: string, lines: Iterable<Uint8Array>): Promise<void>;
}

/** What a run is doing, for a log a person follows. */
export interface Progress {
  /** Does the work of a stage, and takes its time. */
  stage<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Called again and again while rows arrive. */
  readingRows(dataset: string, source: RowSource, rows: number): void;
  readRows(dataset: string, source: RowSource, rows: number): void;
  /**
   * Rows go to disk from now on.
   *
   * @param rows that were in memory
   * @param freeBytes of the disk; null when that is not known
   */
  spilling(datasets: string, rows: number, freeBytes: number | null): void;
  /** Rows take more memory than they should, and cannot go to disk. */
  exceedingMemory(datasets: string): void;
  preparedRows(dataset: string, rows: number): void;
  builtVersion(dataset: string, tag: string, bytes: number): void;
  retryingCommit(dataset: string, reason: string): void;
  /** A version was told by the outputs, but could not be marked as such on the Hub. */
  notMarked(dataset: string, reason: string): void;
  /** A file has been sent to a repo. */
  uploaded(repo: string, bytes: number): void;
}
