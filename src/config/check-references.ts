import { TASK_ROLES, type Task } from '../dataset/definition.ts';
import { parseSplit } from '../dataset/split-shares.ts';
import type { DatasetValue, FileValue } from './describe-file.ts';
import { NO_SKLEARN, ONE_CLASS_TASKS } from './describe-settings.ts';
import { nearest } from './nearest.ts';
import { quote } from './problems.ts';
import type { ValuePath } from './yaml-nodes.ts';

/** Keeps a problem with the value at the end of a path, or with its key. */
type Tell = (path: ValuePath, what: 'key' | 'value', message: string) => void;

/** Checks what no value shows alone: that what is named is there, and that nothing is taken twice. */
export function checkReferences(file: FileValue, tell: Tell): void {
  const datasets = Array.from(file.datasets ?? []).flatMap(([name, dataset]) =>
    dataset === undefined ? [] : [{ name, dataset }],
  );
  checkShares(file.defaults?.split, ['defaults', 'split'], tell);
  checkSources(file, tell);
  checkRepos(datasets, tell);
  for (const { name, dataset } of datasets) {
    const path = ['datasets', name];
    checkShares(dataset.split, [...path, 'split'], tell);
    checkMethod(dataset, { file, path, tell });
    checkColumnNames(dataset, path, tell);
  }
}

function checkShares(split: string | undefined, path: ValuePath, tell: Tell): void {
  if (split === undefined) return;
  try {
    parseSplit(split);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tell(path, 'value', `split ${error.message}`);
  }
}

function checkSources({ sources, datasets }: FileValue, tell: Tell): void {
  if (sources === undefined || datasets === undefined) return;
  const unused = new Set(sources.keys());
  let isWhole = true;
  for (const [name, dataset] of datasets) {
    const source = dataset?.source;
    isWhole &&= source !== undefined;
    if (source === undefined) continue;
    unused.delete(source);
    if (sources.has(source)) continue;
    const near = nearest(source, [...sources.keys()]);
    const advice =
      near === null ? `. There are ${[...sources.keys()].join(', ')}.` : `; did you mean ${near}?`;
    tell(['datasets', name, 'source'], 'value', `There is no source ${quote(source)}${advice}`);
  }
  if (!isWhole) return;
  for (const name of unused) {
    tell(['sources', name], 'key', `No dataset uses the source ${name}. Name it in one, or remove it.`);
  }
}

interface NamedDataset {
  readonly name: string;
  readonly dataset: DatasetValue;
}

/** The Hub tells no two names apart by their case; each dataset would replace what the other published, in every run. */
function checkRepos(datasets: readonly NamedDataset[], tell: Tell): void {
  const users = new Map<string, string>();
  for (const { name, dataset } of datasets) {
    if (dataset.repo === undefined) continue;
    const key = dataset.repo.toLowerCase();
    const user = users.get(key);
    if (user === undefined) users.set(key, name);
    else {
      const message = `The dataset ${user} has the repo ${quote(dataset.repo)} already. Give each a repo of its own.`;
      tell(['datasets', name, 'repo'], 'value', message);
    }
  }
}

function checkMethod(
  dataset: DatasetValue,
  { file, path, tell }: { file: FileValue; path: readonly string[]; tell: Tell },
): void {
  const method = dataset['split-method'] ?? file.defaults?.['split-method'];
  if (method !== 'sklearn' || dataset.task === undefined) return;
  if (!ONE_CLASS_TASKS.includes(dataset.task)) {
    const message = `defaults say split-method: sklearn, and ${NO_SKLEARN}. Say split-method: stable here.`;
    tell(path, 'key', message);
  } else if (dataset.columns?.group !== undefined) {
    const message = 'sklearn keeps no group in one split. Say split-method: stable here, or leave group out.';
    tell([...path, 'columns', 'group'], 'value', message);
  }
}

/** The Hub's viewer tells no two columns apart by their case. */
function checkColumnNames(dataset: DatasetValue, path: readonly string[], tell: Tell): void {
  const { task, keep = [], 'publish-as': publishAs = {} } = dataset;
  if (task === undefined) return;
  const users = new Map<string, string>();
  const take = (name: string, user: string, place: ValuePath): void => {
    const other = users.get(name.toLowerCase());
    if (other === undefined) users.set(name.toLowerCase(), user);
    else tell(place, 'value', `${quote(name)} is already the name on the Hub of ${other}. Choose another.`);
  };
  for (const role of TASK_ROLES[task as Task]) {
    if (publishAs[role] === undefined) take(role, `the role ${role}`, path);
  }
  for (const [role, name] of Object.entries(publishAs)) {
    take(name, `the role ${role}`, [...path, 'publish-as', role]);
  }
  for (const [index, name] of keep.entries()) {
    take(name, `the column ${name} in keep`, [...path, 'keep', index]);
  }
}
