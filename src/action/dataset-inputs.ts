import { getInput } from '@actions/core';
import { builtInNames, readBuiltIn, readConfig } from '../config/read-config.ts';
import type { DatasetDefinition } from '../dataset/definition.ts';
import { isRepoName, REPO_NAME_RULE } from '../dataset/repo-name.ts';
import { InputError, type InputReader, type InputSources, inputText } from './input-reader.ts';
import { PRESETS_FOLDER } from './presets-folder.ts';

const presets = { presetsFolder: PRESETS_FOLDER };

/** Name of the input that names the repo of a built-in dataset. */
function inputOf(dataset: string): string {
  return `${dataset}-dataset`;
}

/** Repo of each built-in dataset as it was given, empty where it was not; none where a file declares datasets. */
export function givenRepos(sources: InputSources): ReadonlyMap<string, string> {
  const names = inputText('config', sources) === '' ? builtInNames(presets) : [];
  return new Map(names.map((name) => [name, inputText(inputOf(name), sources)]));
}

/**
 * Reads the datasets that were asked for: those of the file `config`, or the built-in ones whose repos are given. Kept
 * as problems are both at once, none at all, what is wrong with the file, a name the Hub does not take, and one repo
 * for two datasets: each would replace what the other published, in every run.
 */
export function readDatasets(
  reader: InputReader,
  sources: InputSources,
  { isRequired }: { isRequired: boolean },
): DatasetDefinition[] {
  const config = inputText('config', sources);
  const inputs = builtInNames(presets).map(inputOf);
  if (config !== '') {
    const both = inputs.filter((input) => getInput(input) !== '');
    if (both.length > 0) reader.add(`config excludes ${both.join(' and ')}: name each repo in the file`);
    const { GITHUB_WORKSPACE: workspace = process.cwd() } = process.env;
    return reader.readFile(() => readConfig(config, { ...presets, workspace })) ?? [];
  }
  const repos = new Map([...givenRepos(sources)].filter(([, repo]) => repo !== ''));
  if (repos.size === 0 && isRequired) {
    const either = `config, ${inputs.join(' and ')}`;
    reader.add(
      `${either} are missing: declare datasets in a file, or give at least one of these repos, as owner/name`,
    );
  }
  const seen = new Map<string, string>();
  for (const [name, repo] of repos) {
    const input = inputOf(name);
    const isName = reader.read(input, parseDatasetName) !== undefined;
    // The Hub tells no two names apart by their case.
    const key = repo.toLowerCase();
    const other = seen.get(key);
    if (isName && other !== undefined)
      reader.add(`${other} and ${input} name the same repo, ${repo}: give each dataset a repo of its own`);
    seen.set(key, input);
  }
  return readBuiltIn(repos, presets);
}

/** Names a dataset can have: those of the file, or of all built-in datasets. */
export function knownNames(datasets: readonly DatasetDefinition[], sources: InputSources): string[] {
  return inputText('config', sources) === '' ? builtInNames(presets) : datasets.map(({ name }) => name);
}

/** Parses the name of a Space. */
export function parseSpaceName(name: string): string {
  return repoName(name, 'a Space', 'owner/retrain');
}

function parseDatasetName(name: string): string {
  return repoName(name, 'a dataset repo', 'owner/corrections');
}

function repoName(name: string, what: string, example: string): string {
  if (isRepoName(name)) return name;
  throw new InputError(
    `is not the name of ${what} on the Hub: ${JSON.stringify(name)}. Write it as ${REPO_NAME_RULE}, for example ${example}`,
  );
}
