import { ROW_INDEX_PATH } from '../engine/row-index/schema.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import { classesOf } from '../model/features.ts';
import type { ExpectedFile } from '../model/file.ts';
import { type Predictions, parsePredictions } from '../model/predictions.ts';
import { type ClassBalance, SPLIT_NAMES, type SplitMethod, type SplitName } from '../model/rows.ts';
import type { Task } from '../model/tasks.ts';
import { isCount, isRecord } from '../text/json.ts';
import { parseEarlierVersions, type VersionSize } from './earlier-versions.ts';
import { parseSplitRules, type RecordedRules, type SplitKey } from './split-rules.ts';

export const METADATA_PATH = 'dataset_metadata.json';
export const CARD_PATH = 'README.md';
const DATA_FILE = /^data\/(train|eval|test)-\d{5}-of-\d{5}\.parquet$/;

/**
 * Numbers of rows by what happened to them; how annotators agree, and the newest correction, only if known. The sources
 * have the names of the first versions.
 */
export type QualityCounts = Omit<RowCounts, 'fetched' | 'agreement' | 'newestCorrection' | 'confirmedRows'> &
  Partial<Pick<RowCounts, 'agreement' | 'newestCorrection'>> & {
    readonly fetched: { readonly reviewed: number; readonly pool: number };
  };

/** Rows with near-duplicates in another split, and rows of train dropped for one in eval or test. */
export interface NearDuplicateEntry {
  readonly train_test: number;
  readonly train_eval: number;
  readonly eval_test: number;
  readonly dropped: number;
}

/** The rows of the database that those of a version represent. */
export interface Population {
  /** Rows that a person reviewed, all of which were read. */
  readonly corrections: number;
  /** Those with a right prediction; null if the corrections have no prediction. */
  readonly right: number | null;
  /** Rows that nobody corrected; null if their number is unknown. */
  readonly confirmed: number | null;
  /** True if `confirmed` is an estimate from the ranks of the sample. */
  readonly confirmed_is_estimated: boolean;
  /** Confirmed rows that were read. */
  readonly sampled: number;
}

/** A file in the metadata of its version. */
type FileEntry = Pick<ExpectedFile, 'path' | 'size' | 'sha256'>;

/**
 * `dataset_metadata.json`: the content and origin of a version. The keys up to `description` are those of the Python
 * service this action replaces, with its spelling, so that its readers still work.
 */
export interface DatasetMetadata {
  readonly dataset_name: string;
  readonly version_tag: string;
  readonly label_column: string;
  readonly created_at: string;
  readonly commit_message: string;
  readonly num_samples: number;
  readonly splits: Readonly<Record<SplitName, number>>;
  readonly author: string;
  readonly description: string;
  readonly schema_version: 1;
  readonly content_sha256: string;
  readonly label_map: Readonly<Record<string, number>>;
  readonly source: { readonly reviewed_rows: number; readonly pool_rows: number };
  /** The rows that those of this version represent; absent before 1.8.0. */
  readonly population: Population;
  readonly quality: QualityCounts & {
    readonly class_balance: ClassBalance;
    /** Absent if near-duplicates were not searched. */
    readonly near_duplicates?: NearDuplicateEntry;
  };
  /** The settings that decide which rows a version holds. */
  readonly parameters: {
    readonly correct_ratio: number;
    readonly random_state: number;
    readonly split: string;
    readonly split_method: SplitMethod;
    readonly min_dataset_len: number;
  };
  readonly task: Task;
  /** Version of the rules by which texts with spans become tokens; absent for other tasks. */
  readonly tokenizer?: number;
  /** The column whose lists have a 1 or a 0 for each class of `label_map`; absent without one. */
  readonly multi_hot?: string;
  readonly split_key: SplitKey;
  /** Tag of the first version whose splits are comparable with those of this one. */
  readonly splits_since: string;
  /** Rows of earlier versions, the newest first, as far as a new one is compared with them. */
  readonly earlier_versions: readonly { readonly version_tag: string; readonly num_samples: number }[];
  /** Rows since the previous version; absent if that has no row index. Classes by their names. */
  readonly changes?: {
    readonly added: number;
    readonly removed: number;
    readonly relabelled: number;
    readonly classes: readonly { readonly from: string; readonly to: string; readonly rows: number }[];
  };
  /** The columns, as `datasets` describes them. */
  readonly features: Readonly<Record<string, unknown>>;
  /** The files of this version beside this one, by which it is recognised on the Hub. */
  readonly files: readonly FileEntry[];
  /**
   * Git blob id of the `README.md` of this version if all of it was generated, null if it also holds text that a person
   * wrote. A card that still has this id can be replaced without reading it.
   */
  readonly generated_card_blob_id: string | null;
}

/** The part of an earlier version's metadata with which a new version is compared. */
export interface PreviousVersion {
  readonly versionTag: string;
  /** Name of the dataset of which it is a version. */
  readonly name: string | null;
  /** Null before 1.5.0, which recorded no task. */
  readonly task: string | null;
  readonly contentSha256: string | null;
  readonly numSamples: number | null;
  readonly splits: Readonly<Record<SplitName, number>> | null;
  readonly classBalance: ClassBalance | null;
  /** Names of its classes in the order of their ids, from its columns if its map cannot be used; null for neither. */
  readonly classNames: readonly string[] | null;
  /** Predictions of its corrections, by the ids of {@link classNames}; null if its metadata have none. */
  readonly predictions: Predictions | null;
  /** Its columns as JSON; null in the metadata of 1.0.0 and of the Python service. */
  readonly features: string | null;
  /** Its column whose lists have a 1 or a 0 for each class; null without one. */
  readonly multiHot: string | null;
  /** Its data files; null in the metadata of 1.0.0 and of the Python service. */
  readonly dataFiles: readonly FileEntry[] | null;
  /** Its row index; null before 1.7.0. */
  readonly rowIndex: FileEntry | null;
  /** Its card as it was committed, null like {@link dataFiles}. */
  readonly card: FileEntry | null;
  readonly generatedCardBlobId: string | null;
  readonly splitRules: RecordedRules;
  /** The rows that its own stand for; null before 1.8.0. */
  readonly population: Population | null;
  /** Null before 1.5.0, as {@link task}. */
  readonly splitsSince: string | null;
  /** Earlier versions, the newest first. */
  readonly earlierVersions: readonly VersionSize[];
  /** How its rows differ from those of the version before it; null where its metadata do not record that. */
  readonly changes: NonNullable<DatasetMetadata['changes']> | null;
}

/** The content of a version, without when or how it was made. */
export interface VersionContent {
  readonly contentSha256: string;
  /** Its columns as JSON. */
  readonly features: string;
  /** Names of its classes in the order of their ids. */
  readonly classNames: readonly string[];
}

/** Returns whether an earlier version has the same content; one without recorded columns has those of its time. */
export function holdsSame(previous: PreviousVersion, candidate: VersionContent): boolean {
  if (previous.contentSha256 !== candidate.contentSha256) return false;
  if (previous.features === null) return true;
  // A list of 0 and 1 has as many as there are classes, and its column does not name them.
  const hasSameNames =
    previous.multiHot === null ||
    JSON.stringify(previous.classNames) === JSON.stringify(candidate.classNames);
  return previous.features === candidate.features && hasSameNames;
}

const VERSION_TAG = /^v\d{8}_\d{6}$/;

/** True if a tag is the name of a version. */
export function isVersionTag(tag: string): boolean {
  return VERSION_TAG.test(tag);
}

/** Returns the version tag `vYYYYMMDD_HHMMSS` (UTC) of an instant. */
export function versionTagOf(instant: Date): string {
  const [date, time] = instant.toISOString().slice(0, 19).split('T');
  return `v${date.replaceAll('-', '')}_${time.replaceAll(':', '')}`;
}

/**
 * Returns the instant that a new version is named after: now, or the second after the previous version if that has the
 * tag of this second, because a tag is never moved.
 */
export function versionInstant(now: Date, previousTag: string | null): Date {
  if (previousTag === null || versionTagOf(now) > previousTag) return now;
  const match = /^v(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})$/.exec(previousTag);
  if (match === null) return now;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  const next = new Date(Date.UTC(year, month - 1, day, hour, minute, second + 1));
  // A tag that is not a date, such as v99999999_999999, would give a year that no tag can hold.
  return versionTagOf(next) > previousTag ? next : now;
}

/**
 * Reads the `dataset_metadata.json` found on the Hub, of any origin: unknown or malformed parts are left out.
 *
 * @returns null if it names no version
 */
export function parsePreviousVersion(json: string): PreviousVersion | null {
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(found) || typeof found.version_tag !== 'string' || !isVersionTag(found.version_tag))
    return null;
  const quality = isRecord(found.quality) ? found.quality : {};
  const labelMap = classNamesOf(found.label_map);
  return {
    versionTag: found.version_tag,
    name: typeof found.label_column === 'string' ? found.label_column : null,
    task: typeof found.task === 'string' ? found.task : null,
    contentSha256: matching(found.content_sha256, /^[0-9a-f]{64}$/),
    numSamples: isCount(found.num_samples) ? found.num_samples : null,
    splits: isSplitCounts(found.splits) ? found.splits : null,
    classBalance: isClassBalance(quality.class_balance) ? quality.class_balance : null,
    classNames:
      labelMap === null || labelMap.length === 0 ? (classesOf(found.features) ?? labelMap) : labelMap,
    predictions: labelMap === null ? null : parsePredictions(quality.predictions, labelMap.length),
    features: isRecord(found.features) ? JSON.stringify(found.features) : null,
    multiHot: typeof found.multi_hot === 'string' ? found.multi_hot : null,
    ...readFiles(found.files),
    generatedCardBlobId: matching(found.generated_card_blob_id, /^[0-9a-f]{40}$/),
    splitRules: parseSplitRules(found),
    population: parsePopulation(found.population),
    splitsSince: matching(found.splits_since, VERSION_TAG),
    earlierVersions: parseEarlierVersions(found.earlier_versions),
    changes: parseChanges(found.changes),
  };
}

function parseChanges(value: unknown): PreviousVersion['changes'] {
  if (!isRecord(value)) return null;
  const { added, removed, relabelled, classes } = value;
  if (!isCount(added) || !isCount(removed) || !isCount(relabelled)) return null;
  const pairs = Array.isArray(classes) ? classes : [];
  return { added, removed, relabelled, classes: pairs.filter(isPairOfClasses) };
}

function isPairOfClasses(value: unknown): value is { from: string; to: string; rows: number } {
  return (
    isRecord(value) && typeof value.from === 'string' && typeof value.to === 'string' && isCount(value.rows)
  );
}

/** Reads what a version was sampled from; null for a malformed record. */
function parsePopulation(value: unknown): Population | null {
  if (!isRecord(value)) return null;
  const { corrections, right, confirmed, confirmed_is_estimated: isEstimated, sampled } = value;
  const isPopulation =
    isCount(corrections) &&
    isCount(sampled) &&
    (right === null || (isCount(right) && right <= corrections)) &&
    (confirmed === null || (isCount(confirmed) && confirmed >= sampled));
  return isPopulation
    ? { corrections, right, confirmed, confirmed_is_estimated: isEstimated === true, sampled }
    : null;
}

function matching(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}

function isSplitCounts(value: unknown): value is Record<SplitName, number> {
  return isRecord(value) && SPLIT_NAMES.every((split) => isCount(value[split]));
}

/** Returns the files of a version, all of them or none. */
function readFiles(value: unknown): Pick<PreviousVersion, 'dataFiles' | 'rowIndex' | 'card'> {
  const files = Array.isArray(value) && value.every(isFileEntry) ? value : [];
  const dataFiles = files.filter(({ path }) => DATA_FILE.test(path));
  const card = files.find(({ path }) => path === CARD_PATH);
  const rowIndex = files.find(({ path }) => path === ROW_INDEX_PATH) ?? null;
  const isWhole = SPLIT_NAMES.every((split) =>
    dataFiles.some(({ path }) => path.startsWith(`data/${split}-`)),
  );
  return isWhole && card !== undefined
    ? { dataFiles, rowIndex, card }
    : { dataFiles: null, rowIndex: null, card: null };
}

function isFileEntry(value: unknown): value is FileEntry {
  return (
    isRecord(value) &&
    typeof value.path === 'string' &&
    isCount(value.size) &&
    matching(value.sha256, /^[0-9a-f]{64}$/) !== null
  );
}

function isClassBalance(value: unknown): value is ClassBalance {
  return isRecord(value) && Object.values(value).every(isSplitCounts);
}

/**
 * Returns the names of the classes in the order of their ids.
 *
 * @param labelMap a version's map of names to ids, of any origin
 * @returns null unless the ids are those from 0 on, each once
 */
function classNamesOf(labelMap: unknown): readonly string[] | null {
  if (!isRecord(labelMap)) return null;
  const classes = Object.entries(labelMap).toSorted(([, a], [, b]) => Number(a) - Number(b));
  return classes.every(([, id], index) => id === index) ? classes.map(([name]) => name) : null;
}
