import { UNPUBLISHED_STATUSES, type UnpublishedStatus } from '../dashboard/published-version.ts';
import type { DatasetDefinition } from '../model/definition.ts';
import { isRepoName, REPO_NAME_RULE } from '../model/repo-name.ts';
import { parseByDataset } from '../retraining/by-dataset.ts';
import { checkWorkflow } from '../retraining/target-names.ts';
import { DATASET_INPUTS, datasetsOf } from './dataset-inputs.ts';
import { HUB_INPUTS } from './hub-inputs.ts';
import { optional, required } from './parsers.ts';
import { type ActionSpec, type InputReading, type InputValues, usableValues } from './read-inputs.ts';
import { parseReportedVersions } from './reported-versions.ts';

/** Inputs of `dashboard`. */
export const DASHBOARD = {
  action: 'dashboard',
  inputs: {
    ...DATASET_INPUTS,
    ...HUB_INPUTS,
    models: { parse: parseModels },
    'github-token': { parse: optional, isSecret: true },
    workflow: { parse: parseWorkflow },
    versions: { parse: parseStatuses },
    path: { parse: required('the path of the dashboard file to write') },
  },
} as const satisfies ActionSpec;

/** Inputs of `dashboard`, checked. */
export type DashboardInputs = InputValues<typeof DASHBOARD> & {
  /** The datasets to show. */
  readonly datasets: readonly DatasetDefinition[];
};

/** Returns the inputs of `dashboard` that were read. @throws InputError that lists every unusable one */
export function dashboardInputs(reading: InputReading<typeof DASHBOARD>): DashboardInputs {
  const datasets = datasetsOf(reading, { isRequired: true });
  const names = datasets.map(({ name }) => name);
  const unknown = [...(reading.values.models?.keys() ?? [])].find((name) => !names.includes(name));
  if (unknown !== undefined && names.length > 0) {
    reading.problems.add(`models names ${JSON.stringify(unknown)}, but the datasets are ${names.join(', ')}`);
  }
  return { ...usableValues(reading), datasets };
}

/** Why a run published nothing of a dataset, by dataset. */
function parseStatuses(text: string): ReadonlyMap<string, UnpublishedStatus> {
  const statuses = [...parseReportedVersions(text)].flatMap(([name, { status }]) => {
    const known = UNPUBLISHED_STATUSES.find((each) => each === status);
    return known === undefined ? [] : [[name, known] as const];
  });
  return new Map(statuses);
}

function parseWorkflow(text: string, environment: NodeJS.ProcessEnv): string {
  const workflow = required('file name or id of the workflow whose runs to show')(
    text || currentWorkflow(environment),
  );
  const problem = checkWorkflow(workflow);
  if (problem !== null) throw new Error(`is ${problem}`);
  return workflow;
}

/**
 * Returns the file name of the workflow that runs this, from `owner/repo/.github/workflows/name.yml@refs/heads/main`.
 */
function currentWorkflow({ GITHUB_WORKFLOW_REF: ref = '' }: NodeJS.ProcessEnv): string {
  return /\/([^/@]+\.ya?ml)@/.exec(ref)?.[1] ?? '';
}

/**
 * Parses the models that are trained on each dataset: YAML like `reviews: owner/model`, where a dataset may have a list
 * of models.
 *
 * @throws Error that starts with what follows the name of the input, and names the model that cannot be used
 */
function parseModels(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Array.from(parseByDataset(text, 'models'), ([name, models]) => [
      name,
      [...new Set(models.map((model) => modelName(model, name)))],
    ]),
  );
}

function modelName(model: unknown, dataset: string): string {
  if (typeof model === 'string' && isRepoName(model)) return model;
  const given = typeof model === 'string' ? `: ${JSON.stringify(model)}` : '';
  throw new Error(
    `names a model of ${dataset} that cannot exist on the Hub${given}. Write it as ${REPO_NAME_RULE}`,
  );
}
