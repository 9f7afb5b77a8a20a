import { formatCount } from '../dataset/markdown.ts';
import type { PiiCounts } from '../dataset/pii/counts.ts';
import type { RowCounts } from '../dataset/rows/row-counts.ts';
import type { SplitName } from '../dataset/rows.ts';
import type { PiiAction } from '../dataset/trust.ts';

/** How far the annotators of the same texts agree. */
export interface Agreement {
  /** Krippendorff's alpha; null when all values are the same. */
  readonly alpha: number | null;
  readonly texts: number;
  readonly annotators: number;
}

/** Rows of different splits whose texts are near copies, in rows of the split that is named last. */
export interface NearDuplicates {
  readonly trainTest: number;
  readonly trainEval: number;
  readonly evalTest: number;
  /** Rows of train that were taken out for it. */
  readonly dropped: number;
  readonly notCompared: number;
  readonly tooShort: number;
  readonly examples: readonly {
    readonly ids: readonly string[];
    readonly splits: readonly SplitName[];
    /** From 0 to 1. */
    readonly similarity: number;
  }[];
}

/** A report, as far as it tells what was found in the rows besides their counts. */
export interface Findings {
  readonly counts: (RowCounts & { readonly agreement?: Agreement | null }) | null;
  /** Ids of some rows that were left out because they disagree. */
  readonly conflictIds?: readonly string[];
  readonly nearDuplicates?: NearDuplicates | null;
}

/** Says what was found in the rows, a sentence each, without an id, a name or a text. */
export function findingSentences({ counts, nearDuplicates }: Findings): string[] {
  return [
    ...agreementSentence(counts?.agreement ?? null),
    ...nearSentence(nearDuplicates ?? null),
    ...piiSentence(counts?.pii ?? null),
  ];
}

function agreementSentence(agreement: Agreement | null): string[] {
  if (agreement === null || agreement.texts === 0) return [];
  const { alpha, texts, annotators } = agreement;
  const value = alpha === null ? 'has no meaning, as all values are the same' : `is ${alpha}`;
  return [
    `Krippendorff's alpha of ${formatCount(annotators)} annotators over ${counted(texts, 'text')} ${value}.`,
  ];
}

function nearSentence(near: NearDuplicates | null): string[] {
  if (near === null) return [];
  const { trainTest, trainEval, evalTest, dropped, notCompared, tooShort } = near;
  const pairs = `test of train ${formatCount(trainTest)}, eval of train ${formatCount(trainEval)}, test of eval ${formatCount(evalTest)}`;
  const notes = [
    dropped === 0 ? '' : `${counted(dropped, 'row')} of train left out for it`,
    tooShort === 0 ? '' : `${counted(tooShort, 'row')} too short to compare`,
    notCompared === 0 ? '' : `${counted(notCompared, 'row')} not compared`,
  ].filter((note) => note !== '');
  return [`Near copies in another split: ${[pairs, ...notes].join('; ')}.`];
}

const PII_ENDINGS: Readonly<Record<PiiAction, string>> = {
  count: 'which were left as they are',
  redact: 'which were redacted',
  drop: 'whose rows were left out',
  hold: 'for which the dataset is held',
};

function piiSentence(pii: PiiCounts | null): string[] {
  if (pii === null) return [];
  const found = Object.entries(pii.found).filter(([, { finds }]) => finds > 0);
  if (found.length === 0) return ['No personal data was found in the texts.'];
  const kinds = found.map(
    ([kind, { rows, finds }]) => `${kind} ${formatCount(finds)} in ${counted(rows, 'row')}`,
  );
  return [`Personal data in the texts: ${kinds.join(', ')}, ${PII_ENDINGS[pii.action]}.`];
}

function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
