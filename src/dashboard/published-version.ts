import type { Predictions } from '../model/predictions.ts';
import { type ClassBalance, SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import { PII_NAMES } from '../pii/pii-words.ts';
import { type PreviousVersion, parsePreviousVersion } from '../version/metadata.ts';

/** What the dashboard shows of a version. Parts that its metadata do not record are null. */
export interface DatasetVersion {
  readonly tag: string;
  /** Commit the tag points to, null when it is not known. */
  readonly commit: string | null;
  readonly publishedAt: Date;
  readonly contentSha256: string | null;
  readonly rows: number | null;
  readonly splits: Readonly<Record<SplitName, number>> | null;
  /** Rows of each class over all splits, in the order of their ids; empty for a task without classes. */
  readonly classRows: ReadonlyMap<string, number> | null;
  /** True when a row may have several classes, so that their rows are no parts of a whole. */
  readonly hasSeveralClasses: boolean;
  /** Names of the classes by their ids. */
  readonly classNames: readonly string[];
  /** What the model had said of the corrections, by class ids. */
  readonly predictions: Predictions | null;
  readonly reviewedRows: number | null;
  readonly poolRows: number | null;
  readonly fetchedRows: number | null;
  /** Rows that were read and not published, by the reason in words. */
  readonly dropped: ReadonlyMap<string, number> | null;
  /** Krippendorff's alpha of the annotators. */
  readonly agreement: number | null;
  /** How often each kind of personal data was found; null where it was not searched. */
  readonly personalData: ReadonlyMap<string, number> | null;
  /** Rows of test that have a near-duplicate in train. */
  readonly nearDuplicates: number | null;
  /** Rows since the version {@link changesSince}. */
  readonly changes: PreviousVersion['changes'];
  /** Tag of the version that it replaced; null for none. */
  readonly changesSince: string | null;
  /** Settings as text, by the name of the input. */
  readonly settings: ReadonlyMap<string, string>;
}

/** Statuses of a dataset of which a run published nothing, though something is the matter. */
export const UNPUBLISHED_STATUSES = ['held', 'failed', 'skipped'] as const;
export type UnpublishedStatus = (typeof UNPUBLISHED_STATUSES)[number];

/** The versions of one dataset, oldest first. */
export interface DatasetHistory {
  /** Name of the dataset. */
  readonly name: string;
  /** Its repo on the Hub, `owner/name`. */
  readonly repo: string;
  readonly pageUrl: string;
  /** What happened to it in a run that published nothing of it; null when it published, or the input versions does not name it. */
  readonly lastStatus: UnpublishedStatus | null;
  /** Number of the pull request in which a version waits for a person; null when there is none, or the Hub does not show it. */
  readonly waitsIn: number | null;
  readonly versions: readonly DatasetVersion[];
  /** Versions there are besides, older ones or such whose metadata cannot be read. */
  readonly versionsLeftOut: number;
  /** Why there is nothing to show, null as a rule. */
  readonly missing: string | null;
}

const SETTINGS = ['correct_ratio', 'random_state', 'split', 'split_method', 'min_dataset_len'];

/**
 * Reads the `dataset_metadata.json` of a tag, of any origin: what is malformed is left out.
 *
 * @returns null when it is not metadata of a version
 */
export function parseVersion(tag: string, json: string, commit: string | null = null): DatasetVersion | null {
  const known = parsePreviousVersion(json);
  const publishedAt = instantOf(tag);
  if (known === null || publishedAt === null) return null;
  const found = record(JSON.parse(json));
  const source = record(found.source);
  const quality = record(found.quality);
  const stages = record(quality.stages);
  const parameters = record(found.parameters);
  return {
    tag,
    commit,
    publishedAt,
    contentSha256: known.contentSha256,
    rows: known.numSamples,
    splits: known.splits,
    classRows: known.classBalance === null ? null : sumSplits(known.classBalance, record(found.label_map)),
    hasSeveralClasses: known.multiHot !== null || Object.values(record(found.features)).some(isListOfClasses),
    classNames: known.classNames ?? [],
    predictions: known.predictions,
    reviewedRows: count(source.reviewed_rows),
    poolRows: count(source.pool_rows),
    fetchedRows: count(stages.fetched),
    dropped: droppedIn(quality),
    agreement: alphaOf(record(quality.agreement).alpha),
    personalData: personalDataIn(record(record(quality.pii).found)),
    nearDuplicates: count(record(quality.near_duplicates).train_test),
    changes: known.changes,
    changesSince: known.earlierVersions[0]?.tag ?? null,
    settings: new Map(
      SETTINGS.filter((name) => ['string', 'number'].includes(typeof parameters[name])).map((name) => [
        name.replaceAll('_', '-'),
        String(parameters[name]).slice(0, 40),
      ]),
    ),
  };
}

/** Reasons for which rows are dropped, by their names in metadata. */
const DROPPED: ReadonlyMap<string, string> = new Map([
  ['nullMessage', 'No text'],
  ['invalidUtf8', 'Not valid UTF-8'],
  ['empty', 'Empty after cleaning'],
  ['pii', 'With personal data'],
  ['noAnswer', 'No answer of the assistant'],
  ['sameAnswers', 'Two answers that are the same'],
  ['toolCalls', 'Tool calls'],
  ['notText', 'A text that is a list or object'],
  ['unknownClass', 'Unknown class'],
  ['malformed', 'Malformed'],
  ['duplicate', 'Duplicate'],
  ['outvoted', 'Outvoted'],
  ['corrected', 'Confirmed, with the id or text of a correction'],
  ['keptColumn', 'Other kept columns'],
  ['conflicting', 'Conflict'],
  ['severalSplits', 'Groups in different splits'],
  ['moved', 'In another split before'],
]);

function droppedIn(quality: Readonly<Record<string, unknown>>): DatasetVersion['dropped'] {
  const found = record(quality.dropped);
  const known = Array.from(DROPPED, ([key, name]) => [name, count(found[key])] as const);
  const rows = [...known, ['Near-duplicate', count(record(quality.near_duplicates).dropped)] as const];
  const counted = rows.flatMap(([name, dropped]) => (dropped === null ? [] : [[name, dropped] as const]));
  return known.every(([, dropped]) => dropped === null) ? null : new Map(counted);
}

function personalDataIn(found: Readonly<Record<string, unknown>>): DatasetVersion['personalData'] {
  const kinds = Object.entries(PII_NAMES).flatMap(([kind, name]) => {
    const finds = count(record(found[kind]).finds);
    return finds === null ? [] : [[name, finds] as const];
  });
  return kinds.length === 0 ? null : new Map(kinds);
}

function alphaOf(value: unknown): number | null {
  return typeof value === 'number' && Math.abs(value) <= 1 ? value : null;
}

/** Whether a dataset has classes, by its newest version that records them, and whether a row may have several of them. */
export function classKind(versions: readonly DatasetVersion[]): 'none' | 'one' | 'several' {
  const newest = versions.findLast(({ classRows }) => classRows !== null);
  if (newest === undefined || newest.classRows?.size === 0) return 'none';
  return newest.hasSeveralClasses ? 'several' : 'one';
}

/** Share of the rows that would have to change class to turn one label mix into the other, null when unknown. */
export function labelDrift(from: DatasetVersion, to: DatasetVersion): number | null {
  const [before, after] = [shares(from.classRows), shares(to.classRows)];
  if (before === null || after === null) return null;
  const names = new Set([...before.keys(), ...after.keys()]);
  let distance = 0;
  for (const name of names) distance += Math.abs((after.get(name) ?? 0) - (before.get(name) ?? 0));
  return distance / 2;
}

function shares(rows: ReadonlyMap<string, number> | null): Map<string, number> | null {
  if (rows === null) return null;
  const total = [...rows.values()].reduce((sum, each) => sum + each, 0);
  return total === 0 ? null : new Map(Array.from(rows, ([name, each]) => [name, each / total]));
}

/** The instant a version tag is named after, null when there is no such instant. */
function instantOf(tag: string): Date | null {
  const match = /^v(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})$/.exec(tag);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1);
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** @param ids of the classes: a name that looks like a number has another place in an object than in the dataset */
function sumSplits(balance: ClassBalance, ids: Readonly<Record<string, unknown>>): Map<string, number> {
  const idOf = (name: string) => (Object.hasOwn(ids, name) ? (count(ids[name]) ?? 0) : 0);
  const classes = Object.entries(balance).sort(([a], [b]) => idOf(a) - idOf(b));
  return new Map(
    classes.map(([name, rows]) => [name, SPLIT_NAMES.reduce((sum, split) => sum + rows[split], 0)]),
  );
}

/** Whether a column is a list of classes, as `datasets` before and after version 4 spells it. */
function isListOfClasses(feature: unknown): boolean {
  const element = Array.isArray(feature) ? feature[0] : record(feature).feature;
  return record(element)._type === 'ClassLabel';
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function count(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}
