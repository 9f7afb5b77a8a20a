import { describeUnjudged } from '../../gates/unjudged-text.ts';
import type { PiiAction } from '../../model/trust.ts';
import { describePii } from '../../pii/pii-words.ts';
import { joinLines, ownWords, strong, words } from '../../text/line.ts';
import { counted, formatCount, formatPercent, oneLine } from '../../text/markdown.ts';
import { describeSpanF1, describeSpans } from '../../version/span-words.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { folded, heading, list, paragraph, sentences, table } from '../document.ts';
import type { Fact } from '../fact.ts';
import { sourceLines } from './source-warnings.ts';

/** Rows the source left out. */
export const unjudged = {
  finding: (report) => unjudgedSentence(report),
  notes(report) {
    // Where no other row was read, the error of the held dataset names them.
    if (report.status === 'held' && report.counts.stages.fetched === 0) return [];
    const title = `${report.name}: rows left out`;
    return unjudgedSentence(report).map((text) => ({ level: 'warning', title, text }));
  },
} satisfies Fact;

/** How far annotators agree. */
const agreement = {
  finding({ counts }) {
    const found = counts?.agreement ?? null;
    if (found === null || found.texts === 0) return [];
    const { alpha, texts, annotators, spanF1 } = found;
    const of = `of ${counted(annotators, 'annotator')} over ${counted(texts, 'text')}`;
    return [
      alpha === null
        ? `The agreement ${of} has no Krippendorff's alpha, because all values are the same.`
        : `The agreement ${of} is ${alpha} (Krippendorff's alpha; 1 is full agreement, 0 is chance).${describeSpanF1(spanF1)}`,
    ];
  },
} satisfies Fact;

/** What happened to spans on the way into the tags. */
const spans = {
  finding: ({ counts }) => (counts?.spans === undefined ? [] : describeSpans(counts.spans)),
} satisfies Fact;

const NEAR_DUPLICATES =
  'A near-duplicate shares at least four fifths of its words with a row of another split, so a model is tested on what it was trained on.';

/** Rows that share most of their words with rows of another split. */
const nearDuplicates = {
  finding({ nearDuplicates }) {
    if (nearDuplicates === null) return [];
    const { trainTest, trainEval, evalTest, dropped, notCompared, tooShort } = nearDuplicates;
    const notes = [
      dropped === 0 ? [] : `${counted(dropped, 'row')} of train ${were(dropped)} left out because of that.`,
      tooShort === 0 ? [] : `${counted(tooShort, 'row has', 'rows have')} no word to compare.`,
      notCompared === 0 ? [] : `${counted(notCompared, 'row')} ${were(notCompared)} not compared.`,
    ].flat();
    const pairs = `${formatCount(trainTest)} of test with train, ${formatCount(trainEval)} of eval with train, ${formatCount(evalTest)} of test with eval`;
    const found =
      trainTest + trainEval + evalTest === 0
        ? 'No row of a split has a near-duplicate in another split.'
        : `Near-duplicates: ${pairs}. ${NEAR_DUPLICATES}`;
    return [[found, ...notes].join(' ')];
  },
} satisfies Fact;

/** Rows whose label a person should look at again. */
const review = {
  finding({ review: found }) {
    if (found === null) return [];
    const {
      'near-duplicate-corrected': corrected,
      'near-duplicate-label': differing = 0,
      'confident-learning': suspects,
    } = found;
    const without = [
      corrected === 0 && differing === 0 ? ['No near-duplicates have different labels.'] : [],
      suspects === 0 ? ['Confident learning suspects no label.'] : [],
    ].flat();
    const rows = [
      (corrected ?? 0) === 0
        ? []
        : `${counted(corrected!, 'confirmed row has', 'confirmed rows have')} a near-duplicate that was corrected to another label`,
      differing === 0
        ? []
        : `${counted(differing, 'row has', 'rows have')} a near-duplicate with another label`,
      (suspects ?? 0) === 0
        ? []
        : `confident learning suspects the ${suspects === 1 ? 'label' : 'labels'} of ${counted(suspects!, 'row')}`,
    ].flat();
    if (rows.length === 0) return without;
    return [
      ...without,
      `Worth another look: ${joinParts(rows)}. With output-dir, review.jsonl lists the ids.`,
    ];
  },
} satisfies Fact;

/** The model's probabilities of classes, where some rows have none that can be used. */
const confidence = {
  finding({ counts }) {
    const { rows, missing, invalid } = counts?.confidence ?? { rows: 0, missing: 0, invalid: 0 };
    const without = [
      missing === 0 ? [] : `${formatCount(missing)} without`,
      invalid === 0
        ? []
        : `${formatCount(invalid)} with a value that does not give each class a probability with the sum 1, which is read as NULL`,
    ].flat();
    return without.length === 0
      ? []
      : [`Probabilities of the classes (confidence): ${counted(rows, 'row')} with, ${without.join(', ')}.`];
  },
} satisfies Fact;

const PII_ENDINGS: Readonly<Record<PiiAction, string>> = {
  count: 'They are published as they are.',
  redact: 'They were redacted.',
  drop: 'Their rows were left out.',
  hold: 'The dataset is held because of them.',
};

/** Personal data in the texts; a person should know of it. */
export const personalData = {
  attention(report) {
    const found = foundPii(report);
    return found === null
      ? []
      : [paragraph(words`🔎 ${strong(`Personal data in ${report.name}`)}: ${ownWords(found)}`)];
  },
  finding(report) {
    if ((report.counts?.pii ?? null) === null) return [];
    const found = foundPii(report);
    return [
      found === null ? 'No personal data was found in the texts.' : `Personal data in the texts: ${found}`,
    ];
  },
} satisfies Fact;

/** How much personal data of each kind was found, and what happened to it; null where none was found or searched. */
function foundPii({ counts }: DatasetReport): string | null {
  const pii = counts?.pii ?? null;
  if (pii === null) return null;
  const found = describePii(pii);
  return found === '' ? null : `${found}. ${PII_ENDINGS[pii.action]}`;
}

const POLICIES_SENTENCE =
  'Row-level security policies filtered the rows: rows that they hide from the database role are not in the dataset.';

/** Policies that filtered the rows, which the source allows. */
export const policies = {
  finding: ({ reading }) => ((reading.policies ?? []).length > 0 ? [POLICIES_SENTENCE] : []),
  notes({ name, reading }) {
    const filtered = reading.policies ?? [];
    if (filtered.length === 0) return [];
    const tables = filtered.map((table) => (table === null ? 'a table' : oneLine(table))).join(', ');
    const text = `${POLICIES_SENTENCE} Tables: ${tables}.`;
    return [{ level: 'notice', title: `${name}: row-level security`, text }];
  },
} satisfies Fact;

/** Times of corrections that are wrong, by which their age is known. */
export const futureCorrections = {
  finding: (report) => futureSentence(report),
  notes(report) {
    const title = `${report.name}: corrections in the future`;
    return futureSentence(report).map((sentence) => ({
      level: 'warning',
      title,
      text: `${sentence} Correct these times in the database.`,
    }));
  },
} satisfies Fact;

/** What may be found in the rows, in the order in which it is reported. */
const FOUND: readonly Required<Pick<Fact, 'finding'>>[] = [
  unjudged,
  agreement,
  spans,
  nearDuplicates,
  review,
  confidence,
  personalData,
  policies,
  futureCorrections,
];

/** What was found in the rows of a dataset and in the SELECTs of its source; the ids of rows are to be unfolded. */
export const findings = {
  summary(report) {
    const { conflictIds } = report;
    const examples = (report.nearDuplicates?.examples ?? []).map(({ ids, splits, similarity }) => [
      joinLines(ids, ', '),
      splits.join(', '),
      ownWords(formatPercent(100 * similarity)),
    ]);
    const blocks = [
      ...list(sourceLines(report)),
      ...findingSentences(report).map(paragraph),
      ...(conflictIds.length === 0
        ? []
        : [folded('Ids of rows in conflict', [paragraph(joinLines(conflictIds, ', '))])]),
      ...(examples.length === 0
        ? []
        : [folded('Ids of near-duplicates', table(['Ids', 'Splits', 'Shared words'], examples))]),
    ];
    return blocks.length === 0 ? [] : [heading('Findings'), ...blocks];
  },
  mail: (report) => sentences(findingSentences(report)),
  log: (report) => findingSentences(report).map(paragraph),
} satisfies Fact;

/** Describes what was found in the rows, a sentence each, without an id, a name or a text. */
export function findingSentences(report: DatasetReport): string[] {
  return FOUND.flatMap(({ finding }) => finding(report));
}

function joinParts(parts: readonly string[]): string {
  return parts.length < 3 ? parts.join(', and ') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}

function unjudgedSentence({ unjudged: left }: DatasetReport): string[] {
  return left.length === 0 ? [] : [`Left out by the source: ${describeUnjudged(left)}.`];
}

function futureSentence({ counts }: DatasetReport): string[] {
  const corrections = counts?.futureCorrections ?? 0;
  if (corrections === 0) return [];
  const have = counted(corrections, 'correction has a time', 'corrections have a time');
  return [`${have} in the future, and ${were(corrections)} ignored for the age of the newest correction.`];
}
