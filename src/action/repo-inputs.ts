import { BUILT_IN_LABELS } from '../dataset/label-schema.ts';
import { isRepoName, REPO_NAME_RULE } from '../dataset/repo-name.ts';
import { InputError, type InputReader, type InputSources, inputText } from './input-reader.ts';

/** Dataset repo of each label that was asked for, by label name, as it was given. */
export function givenDatasets(sources: InputSources): ReadonlyMap<string, string> {
  const repos = BUILT_IN_LABELS.map(({ name }): [string, string] => [
    name,
    inputText(`${name}-dataset`, sources),
  ]);
  return new Map(repos.filter(([, repo]) => repo !== ''));
}

/**
 * Dataset repo of each label that was asked for, by label name. Kept as problems are a name the Hub does not take, and
 * one repo for two labels: each would replace what the other published, in every run.
 */
export function readDatasetInputs(reader: InputReader, sources: InputSources): ReadonlyMap<string, string> {
  const datasets = givenDatasets(sources);
  const inputOf = new Map<string, string>();
  for (const label of datasets.keys()) {
    const input = `${label}-dataset`;
    const repo: string | undefined = reader.read(input, parseDatasetName);
    if (repo === undefined) continue;
    // The Hub tells no two names apart by their case.
    const key = repo.toLowerCase();
    const other = inputOf.get(key);
    if (other !== undefined)
      reader.add(`${other} and ${input} name the same repo, ${repo}: give each label a repo of its own`);
    inputOf.set(key, input);
  }
  return datasets;
}

/** Parses the name of a Space. */
export function parseSpaceName(name: string): string {
  return repoName(name, 'a Space', 'sambodhan/retrain-department');
}

function parseDatasetName(name: string): string {
  return repoName(name, 'a dataset repo', 'sambodhan/department-grievances');
}

function repoName(name: string, what: string, example: string): string {
  if (isRepoName(name)) return name;
  throw new InputError(
    `is not the name of ${what} on the Hub: ${JSON.stringify(name)}. Write it as ${REPO_NAME_RULE}, for example ${example}`,
  );
}
