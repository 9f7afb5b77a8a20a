import type { SourceDefinition } from './definition.ts';

/** A column of a SELECT in the server's description. */
export interface DescribedColumn {
  readonly name: string;
  /** Its type in SQL; for a domain, the base type. */
  readonly type: string;
  /** Category of the type (pg_type.typcategory): S strings, N numbers, B booleans, A arrays, … */
  readonly category: string;
  /** Category of an array's elements. */
  readonly elementCategory: string | null;
}

/** A source's SELECTs in the server's description. */
export interface DescribedSource {
  readonly corrections: readonly DescribedColumn[];
  readonly confirmed: readonly DescribedColumn[] | null;
  readonly pending: readonly DescribedColumn[] | null;
  /**
   * Tables whose policies filter what these SELECTs read, the first of each SELECT, null for a name that cannot be
   * shown; missing if such a SELECT would be refused.
   */
  readonly policies?: readonly (string | null)[];
}

/**
 * A column to read: `list` for an array, which is read as JSON, and `texts` for one whose elements are read as text; `time` for a date or an instant, which is read as
 * seconds since 1970 in UTC; `json` as JSON, even for a text; anything else is read as text.
 */
export interface ReadColumn {
  readonly column: string;
  readonly as: 'text' | 'list' | 'texts' | 'time' | 'json';
}

/** The SELECTs a source may have. */
export type SourcePart = 'corrections' | 'confirmed' | 'pending' | 'unjudged';

/** The SELECT of a source that is read, and its datasets. */
export interface StatementOrigin {
  readonly source: SourceDefinition;
  readonly part: SourcePart;
  /** Names of the datasets. */
  readonly datasets: readonly string[];
}

/** What is read of a SELECT, for one dataset or several. */
export interface Selection {
  readonly origin: StatementOrigin;
  /** The SELECT: one statement, which the server has described by itself. */
  readonly sql: string;
  /** The column that identifies a row. */
  readonly id: string;
  /** Columns to read of each row; null is NULL in all of them. */
  readonly fields: readonly (ReadColumn | null)[];
  /** Fields of which at least one must not be NULL in a usable row; null if every row is usable. */
  readonly members: readonly number[] | null;
}
