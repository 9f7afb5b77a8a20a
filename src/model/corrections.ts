import type { SourceDefinition, Statement, UnjudgedStatement } from './definition.ts';
import type { DescribedSource, Selection, StatementOrigin } from './selection.ts';

/**
 * Receives one row: its fields as UTF-8 bytes, null for NULL. The fields and the array are valid only during the call.
 */
export type RowHandler = (row: readonly (Uint8Array | null)[]) => void;

/** The corrections as they were at one instant. */
export interface Corrections {
  /**
   * Describes the result columns of the statements of sources, in their order, or what is wrong with them. Runs none.
   * After a problem, nothing may be read.
   *
   * @param datasetsOf returns the names of a source's datasets
   */
  describe(
    sources: readonly SourceDefinition[],
    datasetsOf: (source: SourceDefinition) => readonly string[],
  ): Promise<{
    /** Null for a source with a statement that cannot be read. */
    readonly sources: readonly (DescribedSource | null)[];
    readonly problems: readonly StatementProblem[];
  }>;
  /**
   * Passes every row of a selection to a callback.
   *
   * @param how.ordered true for rows in the order of their ids
   * @returns the number of rows
   */
  all(selection: Selection, how: { ordered: boolean }, onRow: RowHandler): Promise<number>;
  /**
   * Passes a repeatable sample of a selection to a callback, by rank or, ordered, by id.
   *
   * @param how.limit largest number of rows
   * @param how.offset rows of lower rank to leave out, default 0
   * @returns the number of rows
   */
  sample(
    selection: Selection,
    how: { seed: number; ordered: boolean; limit: number; offset?: number },
    onRow: RowHandler,
  ): Promise<number>;
  /** Returns the number that a statement gives in a column; NaN if it gives something else. */
  count(statement: Statement, column: string, origin: StatementOrigin): Promise<number>;
  /**
   * Returns the rows that a statement counts by the name of their cause, and at the same time the number that another
   * one gives in a column; NaN if it gives something else.
   */
  countCauses(
    statement: UnjudgedStatement,
    value: { readonly statement: Statement; readonly column: string } | null,
    origin: StatementOrigin,
  ): Promise<{ readonly value: number; readonly causes: ReadonlyMap<string, number> }>;
  /**
   * Returns the rows of a SELECT of this project, each value as text.
   *
   * @param origin the SELECT of the source that it reads; undefined for none
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
interface HeldCorrections {
  /** SQL that makes a session see that instant. */
  readonly sessionStart: string;
  /** Aborted when the snapshot is no longer available. */
  readonly signal: AbortSignal;
}

/** A statement that cannot be read, and why. */
export interface StatementProblem {
  readonly source: SourceDefinition;
  readonly statement: Statement;
  /** In words for users. */
  readonly message: string;
  /** Position of the character in the statement, from 0; null if no position is known. */
  readonly offset: number | null;
  /** The error of the database; null if the database described the statement. */
  readonly error: Error | null;
  /** True if it was refused because row-level security would hide rows. */
  readonly isHidden?: boolean;
}

/** Where the corrections are read from. */
export interface CorrectionsDatabase {
  /** Runs `read` on one snapshot; `read` starts anew if the database has to be read again. */
  withSnapshot<T>(read: (corrections: Corrections) => Promise<T>): Promise<T>;
}

/** A failure of the database; its message has what happened, where, and how to fix it, and nothing of a row. */
export class DatabaseError extends Error {}
