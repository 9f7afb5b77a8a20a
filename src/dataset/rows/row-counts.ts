import type { PiiCounts } from '../pii/counts.ts';
import type { RowSource } from '../rows.ts';
import type { UnknownClass } from './label.ts';

/** How many rows were read, how many each stage left, and why the others were dropped. */
export interface RowCounts {
  readonly fetched: Readonly<Record<RowSource, number>>;
  /** Rows left after each stage. */
  readonly stages: {
    readonly fetched: number;
    readonly cleaned: number;
    readonly labelled: number;
    readonly deduplicated: number;
  };
  readonly dropped: {
    readonly nullMessage: number;
    readonly invalidUtf8: number;
    /** Without text once cleaned. */
    readonly empty: number;
    /** With personal data in them, where such rows are left out. */
    readonly pii: number;
    readonly unknownClass: number;
    /** With messages or a score that are none. */
    readonly malformed: number;
    readonly duplicate: number;
    /** All rows of texts whose values disagree. */
    readonly conflicting: number;
  };
  readonly unknownClassNames: readonly UnknownClass[];
  readonly conflictingTexts: number;
  /** What personal data was found; left out when none was looked for. */
  readonly pii?: PiiCounts;
}
