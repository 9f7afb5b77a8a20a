import { readBuiltIn, readConfig } from '../config/read-config.ts';
import type { DatasetDefinition } from '../model/definition.ts';
import { asGiven, parseDatasetName } from './parsers.ts';
import { PRESETS_FOLDER } from './presets-folder.ts';
import type { ActionSpec, InputReading, InputSpec } from './read-inputs.ts';

const presets = { presetsFolder: PRESETS_FOLDER };

/**
 * Inputs for the repos of the built-in datasets, each called `<dataset>-dataset`. The variables are those of the Python
 * service.
 */
const REPO_INPUTS = {
  'department-dataset': { parse: asGiven, variable: 'DEPARTMENT_DATASET', isSetting: true },
  'urgency-dataset': { parse: asGiven, variable: 'URGENCY_DATASET', isSetting: true },
} as const satisfies Readonly<Record<string, InputSpec>>;

/** Inputs that choose the datasets: a file, or the repos of the built-in datasets. */
export const DATASET_INPUTS = { config: { parse: parseConfig }, ...REPO_INPUTS } as const;

const REPO_INPUT_NAMES = Object.keys(REPO_INPUTS) as (keyof typeof REPO_INPUTS)[];

/** Inputs that were read of an action that has these inputs. */
type DatasetReading = Pick<InputReading<ActionSpec>, 'given' | 'problems'> & {
  readonly texts: Readonly<Record<keyof typeof DATASET_INPUTS, string>>;
  readonly values: { readonly config?: readonly DatasetDefinition[] | null };
};

/** Repo of each built-in dataset as given, empty if none was given; no entry if a file declares the datasets. */
export function givenRepos({ texts }: Pick<DatasetReading, 'texts'>): ReadonlyMap<string, string> {
  if (texts.config !== '') return new Map();
  return new Map(REPO_INPUT_NAMES.map((input) => [nameOf(input), texts[input]]));
}

/**
 * Returns the datasets to prepare: those of the file `config`, or the built-in ones whose repos are given. Reports as
 * problems: both at once, none at all, a name that the Hub does not take, and one repo for two datasets, where each run
 * would replace one dataset by the other.
 */
export function datasetsOf(
  reading: DatasetReading,
  { isRequired }: { isRequired: boolean },
): readonly DatasetDefinition[] {
  const { texts, given, values, problems } = reading;
  if (texts.config !== '') {
    const both = REPO_INPUT_NAMES.filter((input) => given.has(input));
    if (both.length > 0) problems.add(`config excludes ${both.join(' and ')}: name each repo in the file`);
    return values.config ?? [];
  }
  const repos = REPO_INPUT_NAMES.filter((input) => texts[input] !== '').map(
    (input) => [input, texts[input]] as const,
  );
  if (repos.length === 0 && isRequired) {
    const either = `config, ${REPO_INPUT_NAMES.join(' and ')}`;
    problems.add(
      `${either} are missing: declare datasets in a file, or give at least one of these repos, as owner/name`,
    );
  }
  const seen = new Map<string, string>();
  for (const [input, repo] of repos) {
    try {
      parseDatasetName(repo);
    } catch (error) {
      problems.addError(input, error);
      continue;
    }
    // The Hub ignores case in names.
    const key = repo.toLowerCase();
    const other = seen.get(key);
    if (other !== undefined)
      problems.add(`${other} and ${input} name the same repo, ${repo}: give each dataset a repo of its own`);
    seen.set(key, input);
  }
  return readBuiltIn(new Map(repos.map(([input, repo]) => [nameOf(input), repo])), presets);
}

/** Returns the names that a dataset can have: those of the file, or of all built-in datasets. */
export function knownNames({ texts, values }: DatasetReading): readonly string[] {
  return texts.config === '' ? REPO_INPUT_NAMES.map(nameOf) : (values.config ?? []).map(({ name }) => name);
}

/** Reads the datasets that a file declares; null for an empty text. @throws ConfigError */
export function parseConfig(
  text: string,
  { GITHUB_WORKSPACE: workspace = process.cwd() }: NodeJS.ProcessEnv,
): readonly DatasetDefinition[] | null {
  return text === '' ? null : readConfig(text, { ...presets, workspace });
}

/** Returns the name of the built-in dataset whose repo an input names. */
function nameOf(input: string): string {
  return input.slice(0, -'-dataset'.length);
}
