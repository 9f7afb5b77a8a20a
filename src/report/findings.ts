import type { NearDuplicatesReport } from '../engine/near-duplicates/report.ts';
import type { AnnotatorAgreement } from '../engine/rows/agreement.ts';
import { describeUnjudged } from '../gates/unjudged-text.ts';
import type { PiiAction } from '../model/trust.ts';
import type { PiiCounts } from '../pii/counts.ts';
import { counted, formatCount } from '../text/markdown.ts';
import type { DatasetReport } from './dataset-report.ts';

/** A report, as far as it tells what was found in the rows besides their counts. */
export type Findings = Pick<
  DatasetReport,
  'counts' | 'conflictIds' | 'nearDuplicates' | 'reading' | 'unjudged'
>;

/** Says that policies filtered the rows, which the source allows. */
export const ROW_SECURITY_SENTENCE =
  'Row-level security policies were in force: rows that they hide from the database role are not in the dataset.';

/** Says what was found in the rows, a sentence each, without an id, a name or a text. */
export function findingSentences({ counts, nearDuplicates, reading, unjudged }: Findings): string[] {
  return [
    ...unjudgedSentence(unjudged),
    ...agreementSentence(counts?.agreement ?? null),
    ...nearSentence(nearDuplicates),
    ...piiSentence(counts?.pii ?? null),
    ...((reading.policies ?? []).length > 0 ? [ROW_SECURITY_SENTENCE] : []),
    ...futureSentence(counts?.futureCorrections ?? 0),
  ];
}

/** Says that the times of corrections are wrong, by which their age is known; nothing when none is. */
export function futureSentence(corrections: number): string[] {
  if (corrections === 0) return [];
  const have = counted(corrections, 'correction has a time', 'corrections have a time');
  return [
    `${have} in the future, and ${corrections === 1 ? 'is' : 'are'} left out of the age of the newest correction.`,
  ];
}

/** Says what a source left out, and how much of it; nothing when it left out nothing. */
export function unjudgedSentence(unjudged: DatasetReport['unjudged']): string[] {
  return unjudged.length === 0 ? [] : [`Left out by the source: ${describeUnjudged(unjudged)}.`];
}

function agreementSentence(agreement: AnnotatorAgreement | null): string[] {
  if (agreement === null || agreement.texts === 0) return [];
  const { alpha, texts, annotators } = agreement;
  const value = alpha === null ? 'has no meaning, as all values are the same' : `is ${alpha}`;
  return [
    `Krippendorff's alpha of ${formatCount(annotators)} annotators over ${counted(texts, 'text')} ${value}.`,
  ];
}

function nearSentence(near: NearDuplicatesReport | null): string[] {
  if (near === null) return [];
  const { trainTest, trainEval, evalTest, dropped, notCompared, tooShort } = near;
  const pairs = `test of train ${formatCount(trainTest)}, eval of train ${formatCount(trainEval)}, test of eval ${formatCount(evalTest)}`;
  const notes = [
    dropped === 0 ? '' : `${counted(dropped, 'row')} of train left out for it`,
    tooShort === 0 ? '' : `${counted(tooShort, 'row')} without a word to compare`,
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
