import type { SourceDefinition, Statement, UnjudgedStatement } from './definition.ts';
import type { DescribedSource, Selection, StatementOrigin } from './selection.ts';

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
interface HeldCorrections {
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
