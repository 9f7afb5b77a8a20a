import { BUILT_IN_LABELS } from '../dataset/label-schema.ts';
import { parseTargets, type RetrainingTarget } from '../retraining/targets.ts';
import type { NewVersion } from '../retraining/version.ts';
import { InputReader, type InputSources, inputText, numberIn, parseBoolean } from './input-reader.ts';
import { type HubInputs, parseStage, readHubInputs } from './space-inputs.ts';

/** Inputs of `trigger-retraining`. */
export interface RetrainingInputs extends HubInputs {
  /** New versions, with the targets of their label. */
  readonly versions: readonly {
    readonly version: NewVersion;
    readonly targets: readonly RetrainingTarget[];
  }[];
  /** Null when none was given. */
  readonly githubToken: string | null;
  readonly timeoutMinutes: number;
  readonly force: boolean;
}

const LABELS = BUILT_IN_LABELS.map(({ name }) => name);
const A_WEEK_IN_MINUTES = 7 * 24 * 60;

/** Tokens that were given, whether or not they can be used; to be masked. */
export function givenTokens(sources: InputSources): string[] {
  return ['hf-token', 'github-token'].map((name) => inputText(name, sources)).filter((token) => token !== '');
}

/** @throws InputError that names every unusable input */
export function readRetrainingInputs(sources: InputSources): RetrainingInputs {
  const reader = new InputReader(sources);
  const updated = reader.read('updated', parseLabels) ?? [];
  const told = reader.read('versions', parseVersions);
  const targets = reader.read('targets', parseCheckedTargets);
  const inputs = {
    ...readHubInputs(reader),
    githubToken: reader.optional('github-token'),
    timeoutMinutes: reader.read('timeout-minutes', numberIn(0, A_WEEK_IN_MINUTES, 'any')),
    force: reader.read('force', parseBoolean),
  };
  const versions = updated.map((label) => {
    const { tag = '', commit = null } = told?.get(label) ?? {};
    if (told !== undefined && tag === '')
      reader.add(`versions tells no tag of ${label}, which updated names`);
    const dataset = inputText(`${label}-dataset`, sources);
    const ofLabel = targets?.get(label) ?? [];
    if (dataset === '' && ofLabel.length > 0)
      reader.add(`${label}-dataset is missing: the dataset repo of the new version, as owner/name`);
    return { version: { label, dataset, tag, commit }, targets: ofLabel };
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
  reader.check();
  return { ...inputs, versions };
}

function parseLabels(text: string): string[] {
  const labels = text === '' ? [] : parseJson(text);
  if (Array.isArray(labels) && labels.every((label) => LABELS.includes(label))) return [...new Set(labels)];
  throw new Error(`must be a JSON array of labels (${LABELS.join(', ')}), as prepare-dataset gives it`);
}

function parseVersions(text: string): Map<string, { tag: string; commit: string | null }> {
  const versions = text === '' ? {} : parseJson(text);
  if (typeof versions === 'object' && versions !== null && !Array.isArray(versions)) {
    return new Map(
      Object.entries(versions).map(([label, version]) => {
        const { tag, commit } = (version ?? {}) as { tag?: unknown; commit?: unknown };
        const isTag = typeof tag === 'string' && /^[\w.-]{1,100}$/.test(tag);
        return [label, { tag: isTag ? tag : '', commit: typeof commit === 'string' ? commit : null }];
      }),
    );
  }
  throw new Error('must be a JSON object by label, as prepare-dataset gives it');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseCheckedTargets(text: string): ReadonlyMap<string, readonly RetrainingTarget[]> {
  const targets = parseTargets(text, LABELS);
  for (const [label, ofLabel] of targets) {
    for (const target of ofLabel) {
      if (target.kind === 'space') checkStage(label, target.waitFor);
    }
  }
  return targets;
}

function checkStage(label: string, stage: string | null): void {
  try {
    parseStage(stage ?? '');
  } catch (error) {
    throw new Error(`of ${label}: wait-for ${error instanceof Error ? error.message : error}`);
  }
}
