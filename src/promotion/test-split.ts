import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ROW_INDEX_PATH } from '../engine/row-index/schema.ts';
import { sha256Of } from '../model/file.ts';
import { TASKS, type Task, type TaskComparison } from '../model/tasks.ts';
import { isRecord } from '../text/json.ts';
import { METADATA_PATH, type PreviousVersion, parsePreviousVersion } from '../version/metadata.ts';
import type { Source } from './judge.ts';
import { COMPRESSORS, type Predicted } from './read-predictions.ts';

/** Reads a file of a version. */
type ReadFile = (path: string) => Promise<Uint8Array>;

/** A version as far as models are compared on it. */
export interface ComparedVersion extends PreviousVersion {
  readonly compares: NonNullable<TaskComparison>;
  readonly splitsSince: string;
  readonly classNames: readonly string[];
}

/** A row of the test split: where it comes from, and its label. */
export interface TestRow {
  readonly source: Source;
  readonly label: Predicted;
}

/**
 * Reads the metadata of a version on which models are to be compared.
 *
 * @param tag of the version
 * @throws Error that says why models cannot be compared on it
 */
export async function readComparedVersion(tag: string, read: ReadFile): Promise<ComparedVersion> {
  const text = new TextDecoder().decode(await read(METADATA_PATH));
  const version = parsePreviousVersion(text);
  if (version === null || version.versionTag !== tag) {
    throw new Error(
      `The version ${tag} has no ${METADATA_PATH} that can be read. Set version to one that prepare-dataset published.`,
    );
  }
  const { task, splitRules, splitsSince, dataFiles, rowIndex } = version;
  if (splitRules.method !== 'stable') {
    throw new Error(
      `The splits of ${tag} were made with split-method ${splitRules.method ?? 'unknown'}, so its test rows may be rows that a model was trained on. Publish a version with split-method: stable.`,
    );
  }
  if (task === null || splitsSince === null || dataFiles === null || rowIndex === null) {
    throw new Error(
      `The version ${tag} was published before 1.7.0 and does not record where its rows come from. Publish a new version, and train on it.`,
    );
  }
  const compares: TaskComparison | undefined = Object.hasOwn(TASKS, task)
    ? TASKS[task as Task].compares
    : undefined;
  if (compares === undefined || compares === null) {
    throw new Error(
      `The task of ${tag} is ${task}: a text that a model writes is not right or wrong, so two models cannot be compared by predictions. Judge their answers by an evaluation of your own, and set the tag production yourself.`,
    );
  }
  return { ...version, compares, splitsSince, classNames: version.classNames ?? [] };
}

/**
 * Reads the labels of the test split and where each row comes from, in the order of its files.
 *
 * @throws Error when the files are not those that the metadata names, or do not agree
 */
export async function readTestSplit(version: ComparedVersion, read: ReadFile): Promise<TestRow[]> {
  const { compares, versionTag: tag, multiHot } = version;
  const checked = async ({ path, sha256 }: { path: string; sha256: string }) => {
    const content = await read(path);
    if (sha256Of([content as Uint8Array<ArrayBuffer>]) === sha256) return Uint8Array.from(content).buffer;
    throw new Error(
      `${path} of ${tag} is not the file that ${METADATA_PATH} names. Publish a new version, or set version to another one.`,
    );
  };
  const index = await parquetReadObjects({
    file: await checked(version.rowIndex!),
    columns: ['split', 'origin', 'value'],
    compressors: COMPRESSORS,
  });
  const lines = index.filter(({ split, origin }) => split === 'test' && origin !== 'earlier');
  const shards = version.dataFiles!.filter(({ path }) => path.startsWith('data/test-'));
  const labels: Predicted[] = [];
  const column = labelColumn(version);
  for (const shard of shards.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const file = await checked(shard);
    if (column === null) {
      for (let left = Number(parquetMetadata(file).num_rows); left > 0; left--) labels.push('chosen');
      continue;
    }
    const rows = await parquetReadObjects({ file, columns: [column], compressors: COMPRESSORS });
    for (const row of rows) {
      const value = row[column];
      labels.push(multiHot === null ? labelOf(compares, value) : hotClasses(value, version));
    }
  }
  const doNotAgree = () =>
    new Error(
      `${ROW_INDEX_PATH} of ${tag} does not agree with its test split. Publish a new version, or set version to another one.`,
    );
  if (labels.length !== lines.length) throw doNotAgree();
  return labels.map((label, row) => {
    const { origin, value } = lines[row];
    if (compares === 'class' && Number(value) !== (label as readonly number[])[0]) throw doNotAgree();
    return { label, source: sourceOf(origin, tag) };
  });
}

function sourceOf(origin: unknown, tag: string): Source {
  if (origin === 'confirmed') return 'confirmed';
  if (origin === 'wrong' || origin === 'right' || origin === 'unknown') return 'reviewed';
  throw new Error(
    `The version ${tag} does not record which of its rows are corrections: Spark prepared it. Publish it without spark-command to compare models on it.`,
  );
}

/** Name of the column that holds the label; null where the order of two answers is the label. */
function labelColumn(version: ComparedVersion): string | null {
  const { compares, features, versionTag: tag, multiHot } = version;
  if (compares === 'choice') return null;
  if (multiHot !== null) return multiHot;
  const described: unknown = JSON.parse(features ?? '{}');
  const found = Object.entries(isRecord(described) ? described : {}).find(
    ([, feature]) => isRecord(feature) && isLabel(compares, feature),
  );
  if (found !== undefined) return found[0];
  throw new Error(
    `The version ${tag} names no column with labels in ${METADATA_PATH}. Publish a new version.`,
  );
}

/** Returns the ids of the classes of a list that has a 1 or a 0 for each class. @throws Error for any other list */
function hotClasses(value: unknown, { classNames, multiHot, versionTag: tag }: ComparedVersion): number[] {
  const hot = Array.isArray(value) ? value : [];
  if (hot.length === classNames.length && hot.every((each) => each === 0 || each === 1))
    return hot.flatMap((each, id) => (each === 1 ? [id] : []));
  throw new Error(
    `A row of the test split of ${tag} has no list of ${classNames.length} numbers, each 0 or 1, in the column ${multiHot}. Publish a new version, or set version to another one.`,
  );
}

function isLabel(
  compares: Exclude<TaskComparison, 'choice' | null>,
  { _type, dtype, feature }: Readonly<Record<string, unknown>>,
): boolean {
  switch (compares) {
    case 'class':
      return _type === 'ClassLabel';
    case 'classes':
    case 'spans':
      return isRecord(feature) && feature._type === 'ClassLabel';
    case 'flag':
      return dtype === 'bool';
    case 'number':
      return /^(?:int|float)\d+$/.test(String(dtype));
  }
}

function labelOf(compares: NonNullable<TaskComparison>, value: unknown): Predicted {
  switch (compares) {
    case 'class':
      return [Number(value)];
    case 'classes':
    case 'spans':
      return Array.from(value as ArrayLike<number | bigint>, Number);
    case 'number':
      return Number(value);
    case 'choice':
    case 'flag':
      return value as Predicted;
  }
}
