import { COLUMNS_OF_SPANS } from '../model/shape.ts';
import { parseSplit } from '../model/split-shares.ts';
import { hasOneClass, hasSpans, rolesOf, TASKS } from '../model/tasks.ts';
import { formatCount } from '../text/markdown.ts';
import type { DatasetValue, SettingValues } from './describe-dataset.ts';
import type { FileValue } from './describe-file.ts';
import { NO_HTML, NO_PYTHON } from './describe-rows.ts';
import { NO_SKLEARN } from './describe-settings.ts';
import { keysWithoutSearch, trustOf } from './describe-trust.ts';
import { otherNames } from './expectation.ts';
import { quote } from './problems.ts';
import type { ValuePath } from './yaml-file.ts';

/** Adds a problem with the value at the end of a path, or with its key. */
type Report = (path: ValuePath, what: 'key' | 'value', message: () => string) => void;

/** A dataset, its place in the file, and what it shares with others. */
interface Checked {
  readonly name: string;
  readonly dataset: DatasetValue;
  readonly path: readonly string[];
}

/** Classes from which on a list of 0 and 1 would take more than 4 kB a row. */
const MOST_MULTI_HOT = 1_000;

/** Checks what a single value cannot show: that everything that is named exists, and that nothing is used twice. */
export function checkReferences(file: FileValue, report: Report): void {
  const datasets = Array.from(file.datasets ?? []).flatMap(([name, dataset]) =>
    dataset === undefined ? [] : [{ name, dataset, path: ['datasets', name] }],
  );
  checkShares(file.defaults?.split, ['defaults', 'split'], report);
  checkSources(file, datasets, report);
  checkRepos(datasets, report);
  for (const checked of datasets) {
    checkShares(checked.dataset.split, [...checked.path, 'split'], report);
    checkMethod(checked, file.defaults?.['split-method'], report);
    checkCleaning(checked, file.defaults?.clean, report);
    checkColumnNames(checked, report);
    checkLists(checked, report);
    checkSearch(checked, file.defaults ?? {}, report);
  }
}

function checkShares(split: string | undefined, path: ValuePath, report: Report): void {
  if (split === undefined) return;
  try {
    parseSplit(split);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(path, 'value', () => `split ${error.message}.`);
  }
}

function checkSources(file: FileValue, datasets: readonly Checked[], report: Report): void {
  const { sources } = file;
  if (sources === undefined || sources.size === 0) return;
  const unused = new Set(sources.keys());
  // The source of a dataset that cannot be read is unknown.
  let areKnown = datasets.length === file.datasets?.size;
  for (const { dataset, path } of datasets) {
    const { source } = dataset;
    areKnown &&= source !== undefined && sources.has(source);
    if (source === undefined || unused.delete(source) || sources.has(source)) continue;
    report([...path, 'source'], 'value', () => {
      return `The source ${quote(source)} does not exist${otherNames(source, [...sources.keys()])}`;
    });
  }
  if (!areKnown) return;
  for (const name of unused) {
    report(
      ['sources', name],
      'key',
      () => `No dataset uses the source ${name}. Use it in one, or remove it.`,
    );
  }
}

/** The Hub ignores case in names. So with one repo for two datasets, each would replace the other in every run. */
function checkRepos(datasets: readonly Checked[], report: Report): void {
  const users = new Map<string, string>();
  for (const { name, dataset, path } of datasets) {
    const { repo } = dataset;
    if (repo === undefined) continue;
    const user = users.get(repo.toLowerCase());
    if (user === undefined) users.set(repo.toLowerCase(), name);
    else {
      report([...path, 'repo'], 'value', () => {
        return `The dataset ${user} has the repo ${quote(repo)} already. Give each a repo of its own.`;
      });
    }
  }
}

function checkMethod({ dataset, path }: Checked, byDefault: string | undefined, report: Report): void {
  const { task, columns, 'split-method': method = byDefault } = dataset;
  if (method !== 'sklearn' || task === undefined) return;
  if (!hasOneClass(task)) {
    report(
      path,
      'key',
      () => `The defaults set split-method: sklearn, but ${NO_SKLEARN}. Set split-method: stable here.`,
    );
  } else if (columns?.group !== undefined) {
    report([...path, 'columns', 'group'], 'value', () => {
      return 'sklearn cannot keep a group in one split. Set split-method: stable here, or remove group.';
    });
  }
}

function checkCleaning(
  { dataset: { task, clean }, path }: Checked,
  byDefault: SettingValues['clean'],
  report: Report,
): void {
  if (clean !== undefined || byDefault === undefined || task === undefined) return;
  if (byDefault === 'python' && TASKS[task].isGenerative)
    report(path, 'key', () => `The defaults set clean: python, but ${NO_PYTHON}. Set clean: none here.`);
  if (byDefault.includes('html') && hasSpans(task))
    report(path, 'key', () => `The defaults clean html, but ${NO_HTML}. Set clean: [whitespace] here.`);
}

/**
 * Reports keys that need the search for near-duplicates together with `near-duplicates: none`, wherever each is set.
 */
function checkSearch({ dataset, path }: Checked, defaults: SettingValues, report: Report): void {
  const unmet = keysWithoutSearch({ ...trustOf(defaults), ...trustOf(dataset) });
  for (const { key, message } of unmet) {
    const own = (['near-duplicates', key] as const).find((each) => dataset[each] !== undefined);
    const place = own === undefined ? ['defaults', 'near-duplicates'] : [...path, own];
    report(place, 'value', () => `${message}.`);
  }
}

function checkLists({ dataset, path }: Checked, report: Report): void {
  const { classes = [] } = dataset;
  if (dataset['labels-as'] !== 'multi-hot' || classes.length <= MOST_MULTI_HOT) return;
  const most = formatCount(MOST_MULTI_HOT);
  report([...path, 'labels-as'], 'value', () => {
    return `labels-as: multi-hot is for at most ${most} classes, and the dataset has ${formatCount(classes.length)}. Remove labels-as.`;
  });
}

/** The Hub's viewer ignores case in the names of columns. */
function checkColumnNames({ dataset, path }: Checked, report: Report): void {
  const { task, keep = [], 'publish-as': publishAs = {} } = dataset;
  if (task === undefined) return;
  const users = new Map<string, string>();
  const take = (name: string, user: string, place: ValuePath): void => {
    const other = users.get(name.toLowerCase());
    if (other === undefined) users.set(name.toLowerCase(), user);
    else
      report(
        place,
        'value',
        () => `${other} is called ${quote(name)} on the Hub already. Choose another name.`,
      );
  };
  if (hasSpans(task)) for (const { name } of COLUMNS_OF_SPANS) take(name, `The column of ${name}`, path);
  for (const role of rolesOf(task)) {
    const name = publishAs[role];
    if (name !== undefined) take(name, `The role ${role}`, [...path, 'publish-as', role]);
    else if (!Object.hasOwn(publishAs, role)) take(role, `The role ${role}`, path);
  }
  for (const [index, name] of keep.entries()) take(name, `The kept column ${name}`, [...path, 'keep', index]);
}
