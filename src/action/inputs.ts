import type { DatasetDefinition } from '../dataset/definition.ts';
import type { SplitMethod } from '../dataset/split.ts';
import { parseSplit } from '../dataset/split-shares.ts';
import { givenRepos, parseSpaceName, readDatasets } from './dataset-inputs.ts';
import { INPUT_DEFAULTS } from './input-defaults.ts';
import {
  InputError,
  InputReader,
  type InputSources,
  inputText,
  numberIn,
  oneOf,
  parseBoolean,
  parseEndpoint,
  parseToken,
  required,
} from './input-reader.ts';

/** Inputs of the root action, read once and checked. */
export interface ActionInputs {
  readonly postgresUrl: string;
  /** PEM text or a path. */
  readonly postgresCa: string | null;
  /** What was asked for. */
  readonly datasets: readonly DatasetDefinition[];
  readonly minDatasetLen: number;
  readonly correctRatio: number;
  readonly randomState: number;
  readonly split: string;
  readonly splitMethod: SplitMethod;
  /** Null when the job's identity is to be exchanged for tokens. */
  readonly hfToken: string | null;
  /** Without a trailing slash. */
  readonly hubEndpoint: string;
  readonly isPrivate: boolean;
  readonly outputDir: string | null;
  readonly dryRun: boolean;
  /** Space to pause at the end, `owner/name`. */
  readonly spaceToPause: string | null;
}

/** The environment variables are those the settings of the Python service came from. */
export const ROOT_SOURCES: InputSources = {
  defaults: INPUT_DEFAULTS,
  variables: {
    'postgres-url': 'POSTGRES_URL',
    'min-dataset-len': 'MIN_DATASET_LEN',
    'hf-token': 'HF_TOKEN',
    'hub-endpoint': 'HF_ENDPOINT',
    'prepare-dataset-space-id': 'PREPARE_DATASET_SPACE_ID',
    'wandb-api-key': 'WANDB_API_KEY',
    'wandb-project-name': 'WANDB_PROJECT_NAME',
  },
};

/**
 * Reads the inputs the runner passes as `INPUT_*`. An input that is empty, or left at its default, gives way to its
 * environment variable.
 *
 * @throws InputError that names every unusable input
 */
export function readInputs(): ActionInputs {
  const reader = new InputReader(ROOT_SOURCES);
  const datasets = readDatasets(reader, ROOT_SOURCES, { isRequired: true });
  const inputs: ActionInputs = {
    postgresUrl: reader.read(
      'postgres-url',
      required('the connection URL of the database, for example from a secret'),
    ),
    postgresCa: reader.optional('postgres-ca'),
    datasets,
    minDatasetLen: reader.read('min-dataset-len', numberIn(0, Number.MAX_SAFE_INTEGER, 'whole')),
    correctRatio: reader.read('correct-ratio', numberIn(0, 1e6, 'any')),
    randomState: reader.read('random-state', numberIn(0, 2 ** 32 - 1, 'whole')),
    split: reader.read('split', checkedSplit),
    splitMethod: reader.read('split-method', oneOf('stable', 'sklearn')),
    hfToken: reader.read('hf-token', parseTokenOrIdentity),
    hubEndpoint: reader.read('hub-endpoint', parseEndpoint),
    isPrivate: reader.read('private', parseBoolean),
    outputDir: reader.optional('output-dir'),
    dryRun: reader.read('dry-run', parseBoolean),
    spaceToPause: reader.read('prepare-dataset-space-id', (name) =>
      name === '' ? null : parseSpaceName(name),
    ),
  };
  reader.check();
  return inputs;
}

/** Shares as they were written, once they can be read. */
function checkedSplit(text: string): string {
  parseSplit(text);
  return text;
}

/** A token that was given, or null when the job can prove its identity instead. */
function parseTokenOrIdentity(text: string): string | null {
  const token = parseToken(text);
  if (token === null && !process.env.ACTIONS_ID_TOKEN_REQUEST_URL) {
    throw new InputError(
      'is missing: pass a Hugging Face token with write access to the datasets from a secret, or give the job "permissions: id-token: write" for a trusted publisher',
    );
  }
  return token;
}

/** The built-in datasets, which have outputs of their own, and whether they were asked for. */
export function readNamedDatasets(): ReadonlyMap<string, boolean> {
  const repos = givenRepos(ROOT_SOURCES);
  return new Map(Array.from(repos, ([name, repo]) => [name, repo !== '']));
}

/** Base URL of the Hub as it was given, for links. */
export function readEndpoint(): string {
  return inputText('hub-endpoint', ROOT_SOURCES).replace(/\/+$/, '');
}

/** Values that must not be seen in a log, whether or not they can be used. */
export function readSecrets(): string[] {
  return ['postgres-url', 'postgres-ca', 'hf-token', 'wandb-api-key', 'smtp-url', 'github-token']
    .map((name) => inputText(name, ROOT_SOURCES))
    .filter((secret) => secret !== '');
}
