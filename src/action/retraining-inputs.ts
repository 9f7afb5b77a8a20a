import { nearest } from '../config/nearest.ts';
import type { NewVersion } from '../retraining/new-version.ts';
import { parseTargets } from '../retraining/parse-targets.ts';
import { describeTarget, hashOf } from '../retraining/target-identity.ts';
import { checkRef, checkRepository } from '../retraining/target-names.ts';
import type { RetrainingTarget } from '../retraining/targets.ts';
import { DATASET_INPUTS, datasetsOf, knownNames } from './dataset-inputs.ts';
import { HUB_INPUTS } from './hub-inputs.ts';
import type { InputProblems } from './input-error.ts';
import { optional, parseBoolean, parseJson, parseMinutes } from './parsers.ts';
import { type ActionSpec, type InputReading, type InputValues, usableValues } from './read-inputs.ts';
import { parseReportedVersions } from './reported-versions.ts';
import { parseStage } from './space-inputs.ts';

/** Inputs of `trigger-retraining`. */
export const TRIGGER_RETRAINING = {
  action: 'trigger-retraining',
  inputs: {
    updated: { parse: parseUpdated },
    versions: { parse: parseVersions },
    targets: { parse: parseCheckedTargets },
    ...DATASET_INPUTS,
    ...HUB_INPUTS,
    'github-token': { parse: optional, isSecret: true },
    'timeout-minutes': { parse: parseMinutes },
    force: { parse: parseBoolean },
    'dry-run': { parse: parseBoolean },
  },
} as const satisfies ActionSpec;

type Reading = InputReading<typeof TRIGGER_RETRAINING>;

/** A new version, with the targets of its dataset. */
interface VersionTargets {
  readonly version: NewVersion;
  readonly targets: readonly RetrainingTarget[];
}

/** Inputs of `trigger-retraining`, checked. */
export type RetrainingInputs = Omit<
  InputValues<typeof TRIGGER_RETRAINING>,
  'updated' | 'versions' | 'targets'
> & {
  readonly versions: readonly VersionTargets[];
  /** Repository of the workflow that runs this, `owner/name`; empty outside of a runner. */
  readonly repository: string;
};

/** Returns the inputs of `trigger-retraining` that were read. @throws InputError that lists every unusable one */
export function retrainingInputs(reading: Reading): RetrainingInputs {
  const { GITHUB_REPOSITORY: repository = '' } = reading.environment;
  const versions = newVersions(reading);
  checkTokens(reading, versions);
  for (const { version, targets } of versions) checkPlaces(reading.problems, version, targets, repository);
  const { updated: _, versions: __, targets: ___, ...values } = usableValues(reading);
  return { ...values, versions, repository };
}

/** Returns the versions that `updated` names, as far as they can be read. */
function newVersions(reading: Reading): VersionTargets[] {
  const { values, problems } = reading;
  const datasets = datasetsOf(reading, { isRequired: false });
  const { updated = [], versions: reported, targets } = values;
  // If the file that declares the datasets cannot be read, their names are unknown.
  if (values.config === undefined) return [];
  const names = knownNames(reading);
  const unknown = [...(targets?.keys() ?? [])].find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, names);
    const meant = near === null ? '' : `; did you mean ${near}?`;
    problems.add(
      `targets names ${JSON.stringify(unknown)}, but the datasets are ${names.join(', ')}${meant}`,
    );
  }
  if (!updated.every((name) => names.includes(name))) {
    problems.addError('updated', new Error(updatedRule(names)));
    return [];
  }
  return updated.map((name) => {
    const { tag = '', commit = null } = reported?.get(name) ?? {};
    if (reported !== undefined && tag === '')
      problems.add(`versions has no tag of ${name}, although updated names it`);
    const repo = datasets.find((dataset) => dataset.name === name)?.repo ?? '';
    const ofDataset = targets?.get(name) ?? [];
    if (repo === '' && ofDataset.length > 0)
      problems.add(`${name}-dataset is missing: the dataset repo of the new version, as owner/name`);
    return { version: { name, repo, tag, commit }, targets: ofDataset };
  });
}

/** Reports tokens that targets need and that are missing. */
function checkTokens({ values, problems }: Reading, versions: readonly VersionTargets[]): void {
  const { dryRun, githubToken, hfToken } = values;
  const kinds = new Set(versions.flatMap(({ targets }) => targets.map(({ kind }) => kind)));
  if (dryRun) return;
  if (githubToken === null && (kinds.has('workflow') || kinds.has('repository-dispatch')))
    problems.add('github-token is missing: pass a token that may start the workflows and events in targets');
  if (hfToken === null && kinds.has('job'))
    problems.add('hf-token is missing: the identity of a workflow cannot start a Job');
}

/**
 * Reports targets without a repository, and targets that are listed twice, because their settings contradict each
 * other.
 */
function checkPlaces(
  problems: InputProblems,
  { name, repo: datasetRepo }: NewVersion,
  targets: readonly RetrainingTarget[],
  repository: string,
): void {
  const home = { repository, datasetRepo };
  const isHere = (target: RetrainingTarget) => 'repository' in target && target.repository === null;
  if (checkRepository(repository) !== null && targets.some(isHere)) {
    problems.add(`targets of ${name} must name a repository each: GITHUB_REPOSITORY names none`);
  }
  const seen = new Set<string>();
  for (const target of targets) {
    const hash = hashOf(target, home);
    if (seen.has(hash))
      problems.add(`targets of ${name} lists ${describeTarget(target, home)} twice, with the same settings`);
    seen.add(hash);
  }
}

function parseUpdated(text: string): readonly string[] {
  const names = text === '' ? [] : parseJson(text);
  if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return [...new Set(names)];
  throw new Error(updatedRule([]));
}

function updatedRule(known: readonly string[]): string {
  const names = known.length === 0 ? '' : ` (${known.join(', ')})`;
  return `must be a JSON array of names of datasets${names}, as in the output of prepare-dataset`;
}

function parseVersions(text: string): Map<string, { tag: string; commit: string | null }> {
  const versions = [...parseReportedVersions(text)].map(([name, { tag, commit }]) => {
    const isTag = typeof tag === 'string' && /^[\w.-]{1,100}$/.test(tag) && checkRef(tag) === null;
    return [name, { tag: isTag ? tag : '', commit: typeof commit === 'string' ? commit : null }] as const;
  });
  return new Map(versions);
}

function parseCheckedTargets(text: string): ReadonlyMap<string, readonly RetrainingTarget[]> {
  const targets = parseTargets(text);
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
