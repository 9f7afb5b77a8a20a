import type { NewVersion } from '../retraining/new-version.ts';
import { parseTargets } from '../retraining/parse-targets.ts';
import { describeTarget, hashOf } from '../retraining/target-identity.ts';
import { checkRef, checkRepository } from '../retraining/target-names.ts';
import type { RetrainingTarget } from '../retraining/targets.ts';
import { knownNames, readDatasets } from './dataset-inputs.ts';
import { InputReader, type InputSources, inputText, numberIn, parseBoolean } from './input-reader.ts';
import { type HubInputs, parseStage, readHubInputs } from './space-inputs.ts';

/** Inputs of `trigger-retraining`. */
export interface RetrainingInputs extends HubInputs {
  /** New versions, with the targets of their dataset. */
  readonly versions: readonly {
    readonly version: NewVersion;
    readonly targets: readonly RetrainingTarget[];
  }[];
  /** Null when none was given. */
  readonly githubToken: string | null;
  readonly timeoutMinutes: number;
  readonly force: boolean;
  /** Repository of the workflow that runs this, `owner/name`; empty outside of a runner. */
  readonly repository: string;
}

const A_WEEK_IN_MINUTES = 7 * 24 * 60;

/** Tokens that were given, whether or not they can be used; to be masked. */
export function givenTokens(sources: InputSources): string[] {
  return ['hf-token', 'github-token'].map((name) => inputText(name, sources)).filter((token) => token !== '');
}

/** @throws InputError that names every unusable input */
export function readRetrainingInputs(sources: InputSources): RetrainingInputs {
  const reader = new InputReader(sources);
  const datasets = readDatasets(reader, sources, { isRequired: false });
  const names = knownNames(datasets, sources);
  const updated = reader.read('updated', (text) => parseNames(text, names)) ?? [];
  const told = reader.read('versions', parseVersions);
  const targets = reader.read('targets', (text) => parseCheckedTargets(text, names));
  const { GITHUB_REPOSITORY: repository = '' } = process.env;
  const inputs = {
    ...readHubInputs(reader),
    githubToken: reader.optional('github-token'),
    timeoutMinutes: reader.read('timeout-minutes', numberIn(0, A_WEEK_IN_MINUTES, 'any')),
    force: reader.read('force', parseBoolean),
  };
  const versions = updated.map((name) => {
    const { tag = '', commit = null } = told?.get(name) ?? {};
    if (told !== undefined && tag === '') reader.add(`versions tells no tag of ${name}, which updated names`);
    const repo = datasets.find((dataset) => dataset.name === name)?.repo ?? '';
    const ofDataset = targets?.get(name) ?? [];
    if (repo === '' && ofDataset.length > 0)
      reader.add(`${name}-dataset is missing: the dataset repo of the new version, as owner/name`);
    return { version: { label: name, dataset: repo, tag, commit }, targets: ofDataset };
  });
  const kinds = new Set(versions.flatMap((entry) => entry.targets.map(({ kind }) => kind)));
  if (
    !inputs.dryRun &&
    inputs.githubToken === null &&
    (kinds.has('workflow') || kinds.has('repository-dispatch'))
  )
    reader.add('github-token is missing: a token that may start what targets names');
  if (!inputs.dryRun && inputs.hfToken === null && kinds.has('job'))
    reader.add('hf-token is missing: a Job cannot be started by the identity of a workflow');
  for (const { version, targets } of versions) checkPlaces(reader, version, targets, repository);
  reader.check();
  return { ...inputs, versions, repository };
}

/** Keeps as problems targets that are nowhere, and such that are listed twice: which of two is meant nobody can tell. */
function checkPlaces(
  reader: InputReader,
  { label: name, dataset }: NewVersion,
  targets: readonly RetrainingTarget[],
  repository: string,
): void {
  const home = { repository, dataset };
  const isHere = (target: RetrainingTarget) => 'repository' in target && target.repository === null;
  if (checkRepository(repository) !== null && targets.some(isHere)) {
    reader.add(`targets of ${name} must name a repository each: GITHUB_REPOSITORY names none`);
  }
  const seen = new Set<string>();
  for (const target of targets) {
    const hash = hashOf(target, home);
    if (seen.has(hash))
      reader.add(`targets of ${name} lists ${describeTarget(target, home)} twice, with the same settings`);
    seen.add(hash);
  }
}

function parseNames(text: string, known: readonly string[]): string[] {
  const names = text === '' ? [] : parseJson(text);
  if (Array.isArray(names) && names.every((name) => known.includes(name))) return [...new Set(names)];
  throw new Error(
    `must be a JSON array of names of datasets (${known.join(', ')}), as prepare-dataset gives it`,
  );
}

function parseVersions(text: string): Map<string, { tag: string; commit: string | null }> {
  const versions = text === '' ? {} : parseJson(text);
  if (typeof versions === 'object' && versions !== null && !Array.isArray(versions)) {
    return new Map(
      Object.entries(versions).map(([name, version]) => {
        const { tag, commit } = (version ?? {}) as { tag?: unknown; commit?: unknown };
        const isTag = typeof tag === 'string' && /^[\w.-]{1,100}$/.test(tag) && checkRef(tag) === null;
        return [name, { tag: isTag ? tag : '', commit: typeof commit === 'string' ? commit : null }];
      }),
    );
  }
  throw new Error('must be a JSON object by dataset, as prepare-dataset gives it');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseCheckedTargets(
  text: string,
  known: readonly string[],
): ReadonlyMap<string, readonly RetrainingTarget[]> {
  const targets = parseTargets(text, known);
  for (const [name, ofDataset] of targets) {
    for (const target of ofDataset) {
      if (target.kind === 'space') checkStage(name, target.waitFor);
    }
  }
  return targets;
}

function checkStage(name: string, stage: string | null): void {
  try {
    parseStage(stage ?? '');
  } catch (error) {
    throw new Error(`of ${name}: wait-for ${error instanceof Error ? error.message : error}`);
  }
}
