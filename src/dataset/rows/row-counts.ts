import type { PiiCounts } from '../pii/counts.ts';
import type { RowSource } from '../rows.ts';
import type { Predictions } from '../version/predictions.ts';
import type { AnnotatorAgreement } from './agreement.ts';
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
    /** Whose text is kept with other values: a correction's, or those that more or newer corrections have. */
    readonly outvoted: number;
    /** All rows of texts whose values disagree. */
    readonly conflicting: number;
  };
  readonly unknownClassNames: readonly UnknownClass[];
  readonly conflictingTexts: number;
  /** Null where corrections do not tell their annotators. */
  readonly agreement: AnnotatorAgreement | null;
  /** ISO 8601 of the newest correction read; null where corrections do not tell an instant. */
  readonly newestCorrection: string | null;
  /** What personal data was found; left out when none was looked for. */
  readonly pii?: PiiCounts;
  /** What the model had said; left out where corrections do not tell it. */
  readonly predictions?: Predictions;
}
