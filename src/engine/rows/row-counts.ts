import type { Predictions } from '../../model/predictions.ts';
import type { RowSource } from '../../model/rows.ts';
import type { PiiCounts } from '../../pii/counts.ts';
import type { SpanCounts } from '../spans/span-counts.ts';
import type { AnnotatorAgreement } from './agreement.ts';
import type { ConfidenceCounts } from './confidence.ts';
import type { UnknownClass } from './label.ts';

/** Counts of rows before they are deduplicated. */
export interface ReadCounts
  extends Pick<
    RowCounts,
    | 'fetched'
    | 'unknownClassNames'
    | 'newestCorrection'
    | 'futureCorrections'
    | 'changedByCleaning'
    | 'shortenedRows'
    | 'folded'
    | 'spans'
    | 'pii'
    | 'predictions'
    | 'confirmedRows'
    | 'confidence'
  > {
  readonly problems: Omit<
    RowCounts['dropped'],
    'duplicate' | 'outvoted' | 'conflicting' | 'corrected' | 'keptColumn' | 'severalSplits' | 'moved'
  >;
  /** True if corrections have annotators. */
  readonly isCompared: boolean;
}

/** What deduplication left of the rows, and what it dropped. */
export interface LeftRows {
  readonly rows: number;
  /** Rows dropped because another row with the same text and values is kept. */
  readonly duplicateRows: number;
  /** Rows dropped because another row of the same text or id is kept, which has another label or text. */
  readonly outvotedRows: number;
  /** Confirmed rows dropped because their id, or their text, has a correction. */
  readonly correctedRows: number;
  /** Rows dropped because another row with the same text and label is kept, which has other kept columns. */
  readonly keptColumnRows: number;
  /** Texts left out because the values that count disagree, and all rows of these texts. */
  readonly conflictingTexts: number;
  readonly conflictingRows: number;
  /** Ids left out because they have several texts, and the labels that count disagree. */
  readonly conflictingIds: number;
  /** Ids that several of {@link conflictingRows} have. */
  readonly repeatedIds: number;
  /** All rows of texts that are in groups of different splits. */
  readonly scatteredRows: number;
}

/** How many confirmed rows there are, from which the sample was taken. */
interface ConfirmedRows {
  readonly rows: number;
  /** True where `rows` is an estimate from the ranks of the sample. */
  readonly isEstimated: boolean;
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
    /** With malformed messages, a malformed score, or spans that cannot be used. */
    readonly malformed: number;
    /** With messages that hold no answer of the model, or an empty one; left out when there is none, as what follows. */
    readonly noAnswer?: number;
    /** With two answers that are the same. */
    readonly sameAnswers?: number;
    /** With messages that call tools, or come from tools. */
    readonly toolCalls?: number;
    /** With a list or object of JSON in place of a text. */
    readonly notText?: number;
    readonly duplicate: number;
    /** Whose text is kept with another label, or whose id with another text: those of more or newer corrections. */
    readonly outvoted: number;
    /** All rows of texts, and of ids, whose labels disagree. */
    readonly conflicting: number;
    /** Confirmed rows of an id that has a correction; left out when there is none. */
    readonly corrected?: number;
    /** Whose text and label are kept with other values of kept columns; left out when there is none. */
    readonly keptColumn?: number;
    /** All rows of texts that are in groups of different splits; left out when there is none. */
    readonly severalSplits?: number;
    /** Rows whose text an earlier version has in another split; left out when there is none. */
    readonly moved?: number;
  };
  readonly unknownClassNames: readonly UnknownClass[];
  readonly conflictingTexts: number;
  /** Ids whose rows have several texts and disagree; left out when there is none. */
  readonly conflictingIds?: number;
  /** Ids that several conflicting rows have; left out when there is none. */
  readonly repeatedIds?: number;
  /** Null if corrections have no annotators. */
  readonly agreement: AnnotatorAgreement | null;
  /** ISO 8601 of the newest correction read that is not in the future; null where no correction has such an instant. */
  readonly newestCorrection: string | null;
  /** Corrections whose time is in the future; left out when there is none. */
  readonly futureCorrections?: number;
  /** Rows that are left after the stage `labelled` and whose texts cleaning changed; left out unless `clean` is a list. */
  readonly changedByCleaning?: number;
  /** Rows that are kept without an unknown class of theirs; missing unless `unknown-classes` drops classes. */
  readonly shortenedRows?: number;
  /** Usable rows whose texts are compared in another form than the published one; missing if there is none. */
  readonly folded?: number;
  /** What happened to the spans; left out without spans. */
  readonly spans?: SpanCounts;
  /** What personal data was found; left out when none was looked for. */
  readonly pii?: PiiCounts;
  /** The predictions; missing if corrections have none. */
  readonly predictions?: Predictions;
  /** Left out where no confirmed rows were read, or where their number is not known. */
  readonly confirmedRows?: ConfirmedRows;
  /** The model's probabilities of classes; missing if rows have none. */
  readonly confidence?: ConfidenceCounts;
}

/** Returns the count of corrections in the future in the form of the report: missing if there is none. */
export function futureOf(corrections: number): Pick<RowCounts, 'futureCorrections'> {
  return some({ futureCorrections: corrections });
}

/** Returns the counts that are not 0. */
function some<Counts extends Readonly<Record<string, number>>>(counts: Counts): Partial<Counts> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) as Partial<Counts>;
}

/** Counts rows whose text an earlier version has in another split. */
export function withMoved(counts: RowCounts, moved: number): RowCounts {
  return moved === 0 ? counts : { ...counts, dropped: { ...counts.dropped, moved } };
}

/** Reasons that are left out of the counts when no row was dropped for them: few tasks have them. */
const RARE = ['noAnswer', 'sameAnswers', 'toolCalls', 'notText'] as const;

/** Returns the rows dropped while reading without the rare reasons for which none was. */
export function withoutZeros(problems: Required<ReadCounts['problems']>): ReadCounts['problems'] {
  const isTold = ([reason, rows]: [string, number]) => rows > 0 || !RARE.some((rare) => rare === reason);
  return Object.fromEntries(Object.entries(problems).filter(isTold)) as ReadCounts['problems'];
}

/** Returns the count of rows that are compared in another form, as it is reported: left out when there is none. */
export function foldedOf(rows: number): Pick<RowCounts, 'folded'> {
  return rows === 0 ? {} : { folded: rows };
}

/** Puts together what was counted while reading, and while deduplicating. */
export function rowCounts(
  { fetched, problems, isCompared, unknownClassNames, newestCorrection, ...others }: ReadCounts,
  left: LeftRows,
  agreement: AnnotatorAgreement | null,
): RowCounts {
  const { unknownClass, malformed, ...ofTexts } = problems;
  const { rows, conflictingTexts, conflictingIds, repeatedIds } = left;
  const all = fetched.corrections + fetched.confirmed;
  const cleaned = Object.values(ofTexts).reduce((rest, dropped) => rest - dropped, all);
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
      duplicate: left.duplicateRows,
      outvoted: left.outvotedRows,
      conflicting: left.conflictingRows,
      ...some({
        corrected: left.correctedRows,
        keptColumn: left.keptColumnRows,
        severalSplits: left.scatteredRows,
      }),
    },
    unknownClassNames,
    conflictingTexts,
    ...some({ conflictingIds, repeatedIds }),
    agreement: isCompared ? agreement : null,
    newestCorrection,
    ...others,
  };
}
