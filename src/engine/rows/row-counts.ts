import type { Predictions } from '../../model/predictions.ts';
import type { RowSource } from '../../model/rows.ts';
import type { PiiCounts } from '../../pii/counts.ts';
import type { AnnotatorAgreement } from './agreement.ts';
import type { UnknownClass } from './label.ts';

/** What is known of rows before they are deduplicated. */
export interface ReadCounts
  extends Pick<
    RowCounts,
    | 'fetched'
    | 'unknownClassNames'
    | 'newestCorrection'
    | 'futureCorrections'
    | 'folded'
    | 'pii'
    | 'predictions'
  > {
  readonly problems: Omit<RowCounts['dropped'], 'duplicate' | 'outvoted' | 'conflicting'>;
  /** True when corrections tell their annotators. */
  readonly isCompared: boolean;
}

/** What deduplication left of the rows, and what it dropped. */
export interface LeftRows {
  readonly rows: number;
  /** Rows dropped because another row with the same text and values is kept. */
  readonly duplicateRows: number;
  /** Rows dropped because another row with the same text and other values is kept. */
  readonly outvotedRows: number;
  /** Texts left out because the values that count disagree, and all rows of these texts. */
  readonly conflictingTexts: number;
  readonly conflictingRows: number;
}

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
  /** ISO 8601 of the newest correction read that is not in the future; null where no correction has such an instant. */
  readonly newestCorrection: string | null;
  /** Corrections whose time is in the future; left out when there is none. */
  readonly futureCorrections?: number;
  /** Rows of use whose texts are compared in another form than the one that is published; left out when there is none. */
  readonly folded?: number;
  /** What personal data was found; left out when none was looked for. */
  readonly pii?: PiiCounts;
  /** What the model had said; left out where corrections do not tell it. */
  readonly predictions?: Predictions;
}

/** Returns the count of corrections in the future, as it is told: left out when there is none. */
export function futureOf(corrections: number): Pick<RowCounts, 'futureCorrections'> {
  return corrections === 0 ? {} : { futureCorrections: corrections };
}

/** Returns the count of rows that are compared in another form, as it is reported: left out when there is none. */
export function foldedOf(rows: number): Pick<RowCounts, 'folded'> {
  return rows === 0 ? {} : { folded: rows };
}

/** Puts together what was counted while reading, and while deduplicating. */
export function rowCounts(
  { fetched, problems, isCompared, unknownClassNames, newestCorrection, ...others }: ReadCounts,
  { rows, duplicateRows, outvotedRows, conflictingTexts, conflictingRows }: LeftRows,
  agreement: AnnotatorAgreement | null,
): RowCounts {
  const { nullMessage, invalidUtf8, empty, pii, unknownClass, malformed } = problems;
  const all = fetched.corrections + fetched.confirmed;
  const cleaned = all - nullMessage - invalidUtf8 - empty - pii;
  return {
    fetched,
    stages: {
      fetched: all,
      cleaned,
      labelled: cleaned - unknownClass - malformed,
      deduplicated: rows,
    },
    dropped: {
      ...problems,
      duplicate: duplicateRows,
      outvoted: outvotedRows,
      conflicting: conflictingRows,
    },
    unknownClassNames,
    conflictingTexts,
    agreement: isCompared ? agreement : null,
    newestCorrection,
    ...others,
  };
}
