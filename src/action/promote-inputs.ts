import { readConfig } from '../config/read-config.ts';
import { isRepoName, REPO_NAME_RULE } from '../model/repo-name.ts';
import { HUB_INPUTS } from './hub-inputs.ts';
import { asGiven, numberIn, optional, parseBoolean, parseMinutes, parseSpaceName } from './parsers.ts';
import { PRESETS_FOLDER } from './presets-folder.ts';
import { type ActionSpec, type InputReading, type InputValues, usableValues } from './read-inputs.ts';
import { parseStage } from './space-inputs.ts';

/** Inputs of `promote-model`. */
export const PROMOTE_MODEL = {
  action: 'promote-model',
  inputs: {
    dataset: { parse: optional },
    config: { parse: parseConfig },
    version: { parse: parseVersion },
    model: { parse: parseModel },
    candidate: { parse: optional },
    'candidate-predictions': { parse: optional },
    'production-predictions': { parse: optional },
    'predictions-folder': { parse: parseFolder },
    alpha: { parse: parseAlpha },
    'min-gain': { parse: numberIn(0, Number.MAX_SAFE_INTEGER, 'any') },
    'max-class-drop': { parse: numberIn(0, 1, 'any') },
    'space-id': { parse: (name: string) => (name === '' ? null : parseSpaceName(name)) },
    'wait-for': { parse: parseStage },
    'timeout-minutes': { parse: parseMinutes },
    rollback: { parse: parseBoolean },
    'dry-run': { parse: parseBoolean },
    'wandb-api-key': { parse: asGiven, variable: 'WANDB_API_KEY', isSecret: true },
    'wandb-project-name': { parse: asGiven, variable: 'WANDB_PROJECT_NAME' },
    'wandb-entity': { parse: asGiven },
    'wandb-base-url': { parse: asGiven },
    ...HUB_INPUTS,
  },
} as const satisfies ActionSpec;

type Values = InputValues<typeof PROMOTE_MODEL>;

/** Inputs of `promote-model`, checked: `comparison` is null for a rollback. */
export type PromoteInputs = Values & {
  readonly comparison: {
    readonly repo: string;
    readonly candidate: string;
    /** Files on the runner, or a folder of the model repo. */
    readonly predictions:
      | { readonly candidate: string; readonly production: string | null }
      | { readonly folder: string };
  } | null;
};

/** The inputs of `promote-model` that were read. @throws InputError that names every unusable one */
export function promoteInputs(reading: InputReading<typeof PROMOTE_MODEL>): PromoteInputs {
  const { values, problems } = reading;
  if (values.rollback === true) return { ...usableValues(reading), comparison: null };
  const { dataset, candidate, candidatePredictions, productionPredictions, predictionsFolder } = values;
  const repo = dataset == null ? null : repoOf(dataset, reading);
  if (dataset === null) problems.add('dataset is missing: the repo of the dataset, as owner/name');
  if (candidate === null) problems.add('candidate is missing: the revision of the model that was trained');
  const isInRepo = predictionsFolder !== null;
  if (candidatePredictions === null && !isInRepo) {
    problems.add(
      'candidate-predictions is missing: the file with what the candidate predicts of the test split, or predictions-folder for a folder of the model repo',
    );
  }
  if (isInRepo && (candidatePredictions !== null || productionPredictions !== null)) {
    problems.add(
      'predictions-folder replaces candidate-predictions and production-predictions: give the folder or the files, not both',
    );
  }
  const checked = usableValues(reading);
  const files = { candidate: candidatePredictions!, production: productionPredictions! };
  return {
    ...checked,
    comparison: {
      repo: repo!,
      candidate: candidate!,
      predictions: isInRepo ? { folder: predictionsFolder! } : files,
    },
  };
}

/** Repo of a dataset that is named by its repo, or by its name in the file of `config`. */
function repoOf(dataset: string, { values, problems }: InputReading<typeof PROMOTE_MODEL>): string | null {
  if (dataset.includes('/')) {
    if (isRepoName(dataset)) return dataset;
    problems.add(`dataset is not the name of a dataset repo on the Hub. Write it as ${REPO_NAME_RULE}`);
    return null;
  }
  const definitions = values.config ?? null;
  const found = definitions?.find(({ name }) => name === dataset);
  if (found !== undefined) return found.repo;
  problems.add(
    definitions === null
      ? `dataset is ${JSON.stringify(dataset)}: give the repo as owner/name, or the file that declares the dataset as config`
      : `dataset is ${JSON.stringify(dataset)}, but the datasets of config are ${definitions.map(({ name }) => name).join(', ')}`,
  );
  return null;
}

function parseConfig(
  text: string,
  { GITHUB_WORKSPACE: workspace = process.cwd() }: NodeJS.ProcessEnv,
): ReturnType<typeof readConfig> | null {
  return text === '' ? null : readConfig(text, { presetsFolder: PRESETS_FOLDER, workspace });
}

function parseFolder(text: string): string | null {
  const folder = text.replace(/\/+$/, '');
  if (text === '' || (/^[\w.-]+(?:\/[\w.-]+)*$/.test(folder) && !/(?:^|\/)\.+(?:\/|$)/.test(folder)))
    return optional(folder);
  throw new Error(
    'must be a folder of the model repo, such as predictions: letters, digits and . _ - between slashes',
  );
}

function parseVersion(text: string): string | null {
  if (text === '' || /^v\d{8}_\d{6}$/.test(text)) return text === '' ? null : text;
  throw new Error(`must be the tag of a version, such as v20261123_010000, not ${JSON.stringify(text)}`);
}

function parseModel(name: string): string {
  if (isRepoName(name)) return name;
  throw new Error(
    name === ''
      ? 'is missing: the repo of the model, as owner/name'
      : `is not the name of a model on the Hub. Write it as ${REPO_NAME_RULE}`,
  );
}

function parseAlpha(text: string): number {
  const alpha = numberIn(0, 0.5, 'any')(text);
  if (alpha === 0) throw new Error('must be more than 0: at 0 no model is ever promoted');
  return alpha;
}
