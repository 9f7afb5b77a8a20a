import { describeUnjudged } from '../../gates/unjudged-text.ts';
import type { PiiAction } from '../../model/trust.ts';
import { joinLines, ownWords } from '../../text/line.ts';
import { counted, formatCount, oneLine } from '../../text/markdown.ts';
import type { DatasetReport } from '../dataset-report.ts';
import { type Block, heading, list, paragraph, sentences, table } from '../document.ts';
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
    const { alpha, texts, annotators } = found;
    const value = alpha === null ? 'has no meaning, as all values are the same' : `is ${alpha}`;
    return [
      `Krippendorff's alpha of ${formatCount(annotators)} annotators over ${counted(texts, 'text')} ${value}.`,
    ];
  },
} satisfies Fact;

/** Rows that are near copies of rows of another split. */
const nearCopies = {
  finding({ nearDuplicates }) {
    if (nearDuplicates === null) return [];
    const { trainTest, trainEval, evalTest, dropped, notCompared, tooShort } = nearDuplicates;
    const pairs = `test of train ${formatCount(trainTest)}, eval of train ${formatCount(trainEval)}, test of eval ${formatCount(evalTest)}`;
    const notes = [
      dropped === 0 ? '' : `${counted(dropped, 'row')} of train left out for it`,
      tooShort === 0 ? '' : `${counted(tooShort, 'row')} without a word to compare`,
      notCompared === 0 ? '' : `${counted(notCompared, 'row')} not compared`,
    ].filter((note) => note !== '');
    return [`Near copies in another split: ${[pairs, ...notes].join('; ')}.`];
  },
} satisfies Fact;

const PII_ENDINGS: Readonly<Record<PiiAction, string>> = {
  count: 'which were left as they are',
  redact: 'which were redacted',
  drop: 'whose rows were left out',
  hold: 'for which the dataset is held',
};

const personalData = {
  finding({ counts }) {
    const pii = counts?.pii ?? null;
    if (pii === null) return [];
    const found = Object.entries(pii.found).filter(([, { finds }]) => finds > 0);
    if (found.length === 0) return ['No personal data was found in the texts.'];
    const kinds = found.map(
      ([kind, { rows, finds }]) => `${kind} ${formatCount(finds)} in ${counted(rows, 'row')}`,
    );
    return [`Personal data in the texts: ${kinds.join(', ')}, ${PII_ENDINGS[pii.action]}.`];
  },
} satisfies Fact;

const POLICIES_SENTENCE =
  'Row-level security policies were in force: rows that they hide from the database role are not in the dataset.';

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
  nearCopies,
  personalData,
  policies,
  futureCorrections,
];

/** What was found in the rows of a dataset and in the SELECTs of its source; the ids of rows are to be unfolded. */
export const findings = {
  summary(report) {
    const { conflictIds, nearDuplicates } = report;
    const examples = (nearDuplicates?.examples ?? []).map(({ ids, splits, similarity }) => [
      joinLines(ids, ', '),
      splits.join(', '),
      ownWords(similarity.toFixed(2)),
    ]);
    const blocks = [
      ...list(sourceLines(report)),
      ...findingSentences(report).map(paragraph),
      ...folded(
        'Ids of rows that disagree',
        conflictIds.length === 0 ? [] : [paragraph(joinLines(conflictIds, ', '))],
      ),
      ...folded('Ids of near copies', table(['Ids', 'Splits', 'Similarity'], examples)),
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

function folded(summary: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'details', summary, isOpen: false, blocks }];
}

function unjudgedSentence({ unjudged: left }: DatasetReport): string[] {
  return left.length === 0 ? [] : [`Left out by the source: ${describeUnjudged(left)}.`];
}

function futureSentence({ counts }: DatasetReport): string[] {
  const corrections = counts?.futureCorrections ?? 0;
  if (corrections === 0) return [];
  const have = counted(corrections, 'correction has a time', 'corrections have a time');
  return [
    `${have} in the future, and ${corrections === 1 ? 'is' : 'are'} left out of the age of the newest correction.`,
  ];
}
