import type { NearDuplicates } from '../engine/near-duplicates/near-duplicates.ts';
import type { PreparedDataset } from '../engine/prepare.ts';
import type { RowIndex } from '../engine/row-index/row-index.ts';
import { ROW_INDEX_PATH } from '../engine/row-index/schema.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import { TOKENIZER_VERSION } from '../engine/spans/tokens.ts';
import type { DatasetSettings } from '../model/definition.ts';
import { hubFeatures } from '../model/features.ts';
import { type DataFile, type ExpectedFile, type FileContent, fileOf } from '../model/file.ts';
import type { SplitName } from '../model/rows.ts';
import { type DatasetShape, multiHotColumn } from '../model/shape.ts';
import { hasSpans, TASKS } from '../model/tasks.ts';
import { type SplitFiles, writeCard } from './card.ts';
import { type NamedChanges, nameChanges } from './change.ts';
import { comparedVersions, MOST_EARLIER } from './earlier-versions.ts';
import {
  CARD_PATH,
  type DatasetMetadata,
  METADATA_PATH,
  type Population,
  type PreviousVersion,
  type QualityCounts,
  versionInstant,
  versionTagOf,
} from './metadata.ts';
import { type CurrentRules, splitsSinceOf } from './split-changes.ts';

/** A file of a version. */
export type VersionFile = ExpectedFile & FileContent;

/** A version: its tag and its files. */
export interface DatasetVersion {
  readonly tag: string;
  /** How its rows differ from those of the previous version; null if that cannot be counted. */
  readonly changes: NamedChanges | null;
  readonly title: string;
  readonly files: readonly VersionFile[];
}

/**
 * Builds a version: data files, card and metadata that agree with each other.
 *
 * @param existingCard text of the card that it replaces, null if there is none or if nobody wrote in it
 */
export function buildVersion(options: {
  dataset: PreparedDataset;
  dataFiles: readonly DataFile[];
  rowIndex: RowIndex;
  repo: string;
  endpoint: string;
  parameters: DatasetSettings;
  /** The rules that decide the split of a row. */
  splits: CurrentRules;
  /** Largest loss of rows in percent; versions before a larger loss no longer count. */
  maxShrinkage: number;
  previous: PreviousVersion | null;
  existingCard: string | null;
  now: Date;
}): DatasetVersion {
  const { dataset, dataFiles, rowIndex, repo, endpoint, parameters, splits, previous, existingCard } =
    options;
  const { shape, counts } = dataset;
  const multiHot = multiHotColumn(shape);
  const instant = versionInstant(options.now, previous?.versionTag ?? null);
  const tag = versionTagOf(instant);
  const title = versionTitle(shape.name, tag);
  const metadata: Omit<DatasetMetadata, 'generated_card_blob_id' | 'files'> = {
    dataset_name: repo,
    version_tag: tag,
    label_column: shape.name,
    created_at: instant.toISOString(),
    commit_message: title,
    num_samples: dataset.numSamples,
    splits: dataset.splitSizes,
    author: repo.split('/')[0],
    description: descriptionOf(shape),
    schema_version: 1,
    content_sha256: dataset.contentSha256,
    label_map: Object.fromEntries(shape.classNames.map((name, classId) => [name, classId])),
    source: { reviewed_rows: counts.fetched.corrections, pool_rows: counts.fetched.confirmed },
    population: populationOf(counts),
    quality: {
      ...knownOf(counts),
      class_balance: dataset.classBalance,
      ...nearDuplicateEntry(dataset.nearDuplicates),
    },
    parameters: {
      correct_ratio: parameters.correctRatio,
      random_state: parameters.randomState,
      split: parameters.split,
      split_method: parameters.splitMethod,
      min_dataset_len: parameters.minDatasetLen,
    },
    task: shape.task,
    ...(hasSpans(shape.task) ? { tokenizer: TOKENIZER_VERSION } : {}),
    ...(multiHot === null ? {} : { multi_hot: multiHot.name }),
    split_key: {
      group: splits.rules.group,
      role: splits.rules.role,
      folded: splits.rules.folded,
      redacted: splits.rules.redacted,
      clean: splits.rules.clean,
    },
    splits_since: splitsSinceOf(previous, splits, tag),
    earlier_versions: earlierVersions(previous, options.maxShrinkage),
    ...(rowIndex.changes === null
      ? {}
      : { changes: nameChanges(rowIndex.changes, previous?.classNames ?? [], shape.classNames) }),
    features: hubFeatures(shape),
  };
  const filesOf = (split: SplitName): SplitFiles => {
    const files = dataFiles.filter((file) => file.split === split);
    return {
      paths: files.map(({ path }) => path),
      fileBytes: files.reduce((sum, { size }) => sum + size, 0),
      numBytes: dataset.splitBytes[split],
    };
  };
  const files = { train: filesOf('train'), eval: filesOf('eval'), test: filesOf('test') };
  const card = writeCard({ shape, metadata, files, previous, endpoint, existing: existingCard });
  const cardFile = fileOf(CARD_PATH, Buffer.from(card.markdown));
  const indexFile = { path: ROW_INDEX_PATH, ...rowIndex.file };
  const finalMetadata: DatasetMetadata = {
    ...metadata,
    files: [...dataFiles, indexFile, cardFile].map(({ path, size, sha256 }) => ({ path, size, sha256 })),
    generated_card_blob_id: card.generatedBlobId,
  };
  return {
    tag,
    title,
    changes: metadata.changes ?? null,
    files: [
      ...dataFiles,
      indexFile,
      cardFile,
      fileOf(METADATA_PATH, Buffer.from(`${JSON.stringify(finalMetadata, null, 4)}\n`)),
    ],
  };
}

function earlierVersions(
  previous: PreviousVersion | null,
  maxShrinkage: number,
): DatasetMetadata['earlier_versions'] {
  if (previous === null) return [];
  return comparedVersions(previous, maxShrinkage)
    .slice(0, MOST_EARLIER)
    .map(({ tag, rows }) => ({ version_tag: tag, num_samples: rows }));
}

/** Returns the rows that the version was sampled from. */
function populationOf({ fetched, predictions, confirmedRows }: RowCounts): Population {
  return {
    corrections: fetched.corrections,
    right: predictions === undefined ? null : predictions.reviewed - predictions.corrected,
    confirmed: confirmedRows?.rows ?? null,
    confirmed_is_estimated: confirmedRows?.isEstimated ?? false,
    sampled: fetched.confirmed,
  };
}

function knownOf({
  fetched,
  agreement,
  newestCorrection,
  confirmedRows: _,
  ...counts
}: RowCounts): QualityCounts {
  return {
    fetched: { reviewed: fetched.corrections, pool: fetched.confirmed },
    ...counts,
    ...(agreement === null ? {} : { agreement }),
    ...(newestCorrection === null ? {} : { newestCorrection }),
  };
}

/**
 * Returns the title of the commit that makes a version; without a tag, the start of the titles of all versions of a
 * dataset.
 */
export function versionTitle(name: string, tag = 'v'): string {
  return `Dataset update (${name}) - ${tag.slice(1)}`;
}

/** Returns the counts under their key; nothing if near-duplicates were not searched. */
function nearDuplicateEntry(
  found: NearDuplicates | null,
): Pick<DatasetMetadata['quality'], 'near_duplicates'> {
  if (found === null) return {};
  const { trainTest, trainEval, evalTest, dropped } = found;
  return {
    near_duplicates: { train_test: trainTest, train_eval: trainEval, eval_test: evalTest, dropped },
  };
}

/** Returns the description that the replaced service gave a classification, and a similar one for the other tasks. */
function descriptionOf({ name, task }: DatasetShape): string {
  return `Processed and versioned dataset for ${name} ${TASKS[task].description}.`;
}
