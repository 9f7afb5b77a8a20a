import type { NearDuplicateCounts } from '../engine/near-duplicates/near-duplicates.ts';
import type { AnnotatorAgreement } from '../engine/rows/agreement.ts';
import type { Cleaning, CleaningStep } from '../model/cleaning.ts';
import { cardFeatures } from '../model/features.ts';
import { gitBlobId } from '../model/file.ts';
import type { Predictions } from '../model/predictions.ts';
import { SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import { type DatasetShape, multiHotColumn } from '../model/shape.ts';
import { describeConflict, hasSeveralClasses, TASKS } from '../model/tasks.ts';
import { piiSection } from '../pii/pii-words.ts';
import { joinLines } from '../text/line.ts';
import { escapeMarkdown, formatCount, markdownTable } from '../text/markdown.ts';
import { markdownLine, markdownLines } from '../text/markdown-line.ts';
import { changeSince } from './change.ts';
import { unusableTexts } from './dropped-words.ts';
import { readExistingCard } from './existing-card.ts';
import { writeFrontMatter } from './front-matter.ts';
import { loadExample } from './load-example.ts';
import type { DatasetMetadata, NearDuplicateEntry, PreviousVersion } from './metadata.ts';
import { describePredictions } from './prediction-words.ts';
import { describeSpanF1, describeSpans } from './span-words.ts';

const BLOCK_BEGIN = '<!-- prepare-dataset:begin (generated; write outside this block) -->';
const BLOCK_END = '<!-- prepare-dataset:end -->';

/** A split's files, their size, and the size of its data as `dataset_info` states it, both in bytes. */
export interface SplitFiles {
  readonly paths: readonly string[];
  readonly fileBytes: number;
  readonly numBytes: number;
}

/** A dataset card, with its git blob id if a person wrote no part of it. */
export interface DatasetCard {
  readonly markdown: string;
  readonly generatedBlobId: string | null;
}

/**
 * Writes the dataset card: front matter with `dataset_info` and `configs` as `datasets` writes them, and a marked block
 * about this version. Front matter keys of others and text outside the block are kept from `existing`, byte for byte.
 *
 * @param existing the replaced card, null if there is none or if all of it was generated
 */
export function writeCard(options: {
  shape: DatasetShape;
  metadata: Omit<DatasetMetadata, 'generated_card_blob_id' | 'files'>;
  files: Readonly<Record<SplitName, SplitFiles>>;
  previous: PreviousVersion | null;
  endpoint: string;
  existing: string | null;
}): DatasetCard {
  const { shape, metadata, existing } = options;
  const own = ownFrontMatter(options);
  const { foreignYaml, foreignText } = readExistingCard(existing, metadata.dataset_name, Object.keys(own));
  const frontMatter = `${foreignYaml}${writeFrontMatter(own)}`;
  const block = `${BLOCK_BEGIN}\n${versionBlock(options)}\n${BLOCK_END}`;
  const body =
    foreignText === null
      ? `# ${shape.card.title}\n\n${block}\n`
      : `${foreignText.before}${block}${foreignText.after}`;
  const markdown = `---\n${frontMatter}---\n\n${body}`;
  const isGenerated = foreignText === null && foreignYaml === '';
  return { markdown, generatedBlobId: isGenerated ? gitBlobId(Buffer.from(markdown)) : null };
}

function ownFrontMatter(options: Parameters<typeof writeCard>[0]) {
  const { shape, metadata, files } = options;
  const { languages, license, tags } = shape.card;
  const sum = (key: 'fileBytes' | 'numBytes') =>
    SPLIT_NAMES.reduce((total, split) => total + files[split][key], 0);
  return {
    ...(languages.length === 0 ? {} : { language: languages }),
    ...(license === null ? {} : { license }),
    ...(tags.length === 0 ? {} : { tags }),
    ...TASKS[shape.task].hub,
    size_categories: [sizeCategory(metadata.num_samples)],
    pretty_name: shape.card.title,
    dataset_info: {
      features: cardFeatures(shape),
      splits: SPLIT_NAMES.map((name) => ({
        name,
        num_bytes: files[name].numBytes,
        num_examples: metadata.splits[name],
      })),
      download_size: sum('fileBytes'),
      dataset_size: sum('numBytes'),
    },
    // Each file by its name: a pattern would also match what another tool left in the folder.
    configs: [
      {
        config_name: 'default',
        data_files: SPLIT_NAMES.map((split) => ({ split, path: files[split].paths })),
      },
    ],
  };
}

/** Returns how many near-duplicates there are, after a space; nothing if they were not searched. */
function nearCopiesText(near: NearDuplicateEntry | undefined): string {
  if (near === undefined) return '';
  const { train_test: trainTest, train_eval: trainEval, eval_test: evalTest } = near;
  return ` ${describeNearCopies({ trainTest, trainEval, evalTest })}`;
}

function versionBlock({ shape, metadata, previous, endpoint }: Parameters<typeof writeCard>[0]): string {
  const { quality } = metadata;
  const { dropped, near_duplicates: near } = quality;
  const words = TASKS[shape.task].words;
  return [
    `${escapeMarkdown(metadata.description)} ${shape.card.about}`,
    '## This version',
    markdownTable(
      ['', ''],
      [
        ['Version', `\`${metadata.version_tag}\``],
        ['Created', metadata.created_at],
        ['Samples', metadata.num_samples],
        ['Corrections read', metadata.source.reviewed_rows],
        ['Confirmed rows sampled', metadata.source.pool_rows],
        [
          'Split',
          `${metadata.parameters.split} (${metadata.parameters.split_method}, seed ${metadata.parameters.random_state})`,
        ],
        ['Splits comparable since', sinceText(metadata)],
        ['Content SHA-256', `\`${metadata.content_sha256}\``],
      ],
    ),
    ...labelSection(shape, metadata),
    '## Data quality',
    markdownTable(
      ['Rows', 'Count'],
      [
        ['Read', quality.fetched.reviewed + quality.fetched.pool],
        ['Without text', dropped.nullMessage + dropped.invalidUtf8 + dropped.empty],
        ...unusableTexts(dropped).flatMap(([reason, rows]) =>
          rows === 0 ? [] : [[capitalized(reason), rows]],
        ),
        ...(dropped.pii === 0 ? [] : [['With personal data', dropped.pii]]),
        ...(shape.classNames.length === 0 ? [] : [['With an unknown class', dropped.unknownClass]]),
        ...(dropped.malformed === 0 ? [] : [[`With ${words.malformed}`, dropped.malformed]]),
        ['Duplicates of another row', dropped.duplicate],
        ...(dropped.outvoted === 0 ? [] : [['With other values than the kept row', dropped.outvoted]]),
        ...optionalRow('Confirmed, with the id or the text of a correction', dropped.corrected),
        ...optionalRow('With other kept columns than the kept row', dropped.keptColumn),
        [`With ${describeConflict(words, quality)}`, dropped.conflicting],
        ...optionalRow('In groups of different splits', dropped.severalSplits),
        ...optionalRow('In another split in an earlier version', dropped.moved),
        ...(near === undefined || near.dropped === 0
          ? []
          : [['Near-duplicates of rows of eval or test', near.dropped]]),
        ...((quality.shortenedRows ?? 0) === 0
          ? []
          : [['Kept without an unknown class', quality.shortenedRows!]]),
        ['Kept', metadata.num_samples],
      ],
    ),
    ...agreementLine(quality.agreement ?? null),
    `${cleaningText(shape.clean)}Each ${metadata.split_key.role ?? words.text} is in one split only.${nearCopiesText(near)}`,
    ...(quality.spans === undefined
      ? []
      : [describeSpans(quality.spans).join(' ')].filter((text) => text !== '')),
    ...piiSection(quality.pii),
    ...predictionSection(shape, quality.predictions, previous),
    '## Change since the last version',
    changeSince(
      previous,
      {
        numSamples: metadata.num_samples,
        splits: metadata.splits,
        classNames: shape.classNames,
        classBalance: quality.class_balance,
      },
      metadata.changes ?? null,
    ),
    '## Load this version',
    `\`\`\`python\n${loadExample({ repo: metadata.dataset_name, tag: metadata.version_tag, endpoint, shape })}\n\`\`\``,
  ].join('\n\n');
}

const STEP_TEXTS: Readonly<Record<CleaningStep, string>> = {
  html: 'HTML was replaced by its text',
  urls: 'URLs were removed',
  whitespace: 'runs of white space became one space',
};

/** Returns how the texts were cleaned, a sentence and a space; nothing if only their ends were trimmed. */
function cleaningText(cleaning: Cleaning): string {
  if (cleaning === 'none') return '';
  if (cleaning === 'python') return 'URLs, HTML tags and superfluous white space were removed. ';
  const text = cleaning.map((step) => STEP_TEXTS[step]).join(', ');
  return `${capitalized(text)}. `;
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function optionalRow(name: string, count = 0): [string, number][] {
  return count === 0 ? [] : [[name, count]];
}

function sinceText({
  version_tag,
  splits_since,
}: Pick<DatasetMetadata, 'version_tag' | 'splits_since'>): string {
  return splits_since === version_tag ? 'this version' : `\`${splits_since}\``;
}

function agreementLine(agreement: AnnotatorAgreement | null): string[] {
  if (agreement === null) return [];
  const { alpha, texts, annotators, spanF1 } = agreement;
  const texted = `${formatCount(texts)} ${texts === 1 ? 'text' : 'texts'}`;
  if (texts === 0) return ['No text was corrected by several annotators.'];
  const value = alpha === null ? 'cannot be computed, because all values are the same' : `is ${alpha}`;
  const pairs = describeSpanF1(spanF1);
  return [`Krippendorff's alpha of ${formatCount(annotators)} annotators over ${texted} ${value}.${pairs}`];
}

function labelSection(shape: DatasetShape, { quality }: { quality: DatasetMetadata['quality'] }): string[] {
  const { task, classNames } = shape;
  if (classNames.length === 0) return [];
  const rows = classNames.map((name, id) => {
    const counts = quality.class_balance[name];
    return [escapeMarkdown(name), id, ...SPLIT_NAMES.map((split) => counts[split])];
  });
  const table = markdownTable(['Class', 'Id', ...SPLIT_NAMES], rows);
  const several = 'Rows that have each class; a row may have several, or none.';
  const hot = multiHotColumn(shape);
  const form =
    hot === null
      ? ''
      : ` The list in \`${hot.name}\` has a 1 for each class of the row and a 0 for each other class, in the order of the ids.`;
  return ['## Labels', ...(hasSeveralClasses(task) ? [`${several}${form}`] : []), table];
}

/** Returns the size category of the Hub's card specification for a number of rows. */
export function sizeCategory(rows: number): string {
  const bounds: [number, string][] = [
    [1e3, 'n<1K'],
    [1e4, '1K<n<10K'],
    [1e5, '10K<n<100K'],
    [1e6, '100K<n<1M'],
    [1e7, '1M<n<10M'],
    [1e8, '10M<n<100M'],
  ];
  return bounds.find(([bound]) => rows < bound)?.[1] ?? '100M<n<1B';
}

/** Returns what a card reports of where the model was wrong; nothing if that is unknown. */
function predictionSection(
  shape: DatasetShape,
  predictions: Predictions | undefined,
  previous: PreviousVersion | null,
): string[] {
  const described = describePredictions(shape, predictions, previous);
  if (described === null) return [];
  const { sentences, table } = described;
  return [
    '## Where the model was wrong',
    markdownLine(joinLines(sentences, ' ')),
    ...(table === null ? [] : [markdownLines(table)]),
  ];
}

/** Returns how many rows are near-duplicates of rows of another split, and what that means. */
function describeNearCopies({
  trainTest,
  trainEval,
  evalTest,
}: Pick<NearDuplicateCounts, 'trainTest' | 'trainEval' | 'evalTest'>): string {
  const found = [
    describe('test', 'train', trainTest),
    describe('eval', 'train', trainEval),
    describe('test', 'eval', evalTest),
  ].filter((part) => part !== '');
  const what = 'at least four fifths of the different words of both are the same';
  return found.length === 0
    ? `No near-duplicates were found in two splits (${what}).`
    : `Rows with near-duplicates (${what}): ${found.join(', ')}.`;
}

function describe(split: string, other: string, rows: number): string {
  if (rows === 0) return '';
  return `${formatCount(rows)} of ${split} in ${other}`;
}
