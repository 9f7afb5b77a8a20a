import type { DatasetDefinition, SourceDefinition } from '../model/definition.ts';
import { hasIdentity } from '../model/identity.ts';
import { parseSplit } from '../model/split-shares.ts';
import { checkSettings, SETTING_INPUTS } from './check-settings.ts';
import { DATASET_INPUTS, datasetsOf } from './dataset-inputs.ts';
import { HUB_INPUTS } from './hub-inputs.ts';
import { parseMemorySize } from './memory-size.ts';
import {
  asGiven,
  numberIn,
  optional,
  parseBoolean,
  parseSpaceName,
  parseToken,
  required,
} from './parsers.ts';
import { type ActionSpec, type InputReading, type InputValues, usableValues } from './read-inputs.ts';

/**
 * Inputs of the root action; the variables are those of the Python service. Inputs of the channels are not checked
 * here, because no channel may fail a publish.
 */
export const PREPARE_DATASET = {
  action: 'prepare-dataset',
  inputs: {
    'postgres-url': { parse: parsePostgresUrl, variable: 'POSTGRES_URL', isSecret: true },
    'postgres-ca': { parse: optional, isSecret: true },
    'sqlite-file': { parse: optional },
    ...DATASET_INPUTS,
    'min-dataset-len': {
      parse: numberIn(0, Number.MAX_SAFE_INTEGER, 'whole'),
      variable: 'MIN_DATASET_LEN',
      isSetting: true,
    },
    'correct-ratio': { parse: numberIn(0, 1e6, 'any'), isSetting: true },
    'random-state': { parse: numberIn(0, 2 ** 32 - 1, 'whole'), isSetting: true },
    split: { parse: checkedSplit, isSetting: true },
    ...SETTING_INPUTS,
    ...HUB_INPUTS,
    'hf-token': { ...HUB_INPUTS['hf-token'], parse: parseTokenOrIdentity },
    private: { parse: parseBoolean },
    'output-dir': { parse: optional },
    'memory-limit': { parse: (text) => parseMemorySize(text) },
    'spark-command': { parse: optional },
    'dry-run': { parse: parseBoolean },
    'prepare-dataset-space-id': { parse: parseSpaceToPause, variable: 'PREPARE_DATASET_SPACE_ID' },
    'wandb-api-key': { parse: asGiven, variable: 'WANDB_API_KEY', isSecret: true },
    'wandb-project-name': { parse: asGiven, variable: 'WANDB_PROJECT_NAME' },
    'wandb-entity': { parse: asGiven },
    'wandb-base-url': { parse: asGiven },
    'smtp-url': { parse: asGiven, isSecret: true },
    'email-to': { parse: asGiven },
    'email-from': { parse: asGiven },
    'github-token': { parse: asGiven, isSecret: true },
    'webhook-url': { parse: asGiven, isSecret: true },
    'webhook-format': { parse: asGiven },
  },
} as const satisfies ActionSpec;

export type PrepareDatasetReading = InputReading<typeof PREPARE_DATASET>;

/** Inputs of the root action, checked; the token is null if the job's identity is exchanged for tokens. */
export type PrepareDatasetInputs = InputValues<typeof PREPARE_DATASET> & {
  /** What the run prepares. */
  readonly datasets: readonly DatasetDefinition[];
};

/** Returns the inputs of the root action that were read. @throws InputError that lists every unusable one */
export function prepareDatasetInputs(reading: PrepareDatasetReading): PrepareDatasetInputs {
  const declared = datasetsOf(reading, { isRequired: true });
  const datasets = reading.texts['sqlite-file'] === '' ? declared : datasetsInSqlite(reading, declared);
  checkSettings(reading, datasets);
  return { ...usableValues(reading), datasets };
}

/** Inputs that only PostgreSQL can serve. */
const POSTGRES_INPUTS = ['postgres-url', 'postgres-ca', 'spark-command'] as const;

/** Returns datasets with the SELECTs of SQLite. Reports as problems what only PostgreSQL can serve. */
function datasetsInSqlite(
  { texts, problems }: PrepareDatasetReading,
  datasets: readonly DatasetDefinition[],
): readonly DatasetDefinition[] {
  const given = POSTGRES_INPUTS.filter((input) => texts[input] !== '');
  if (given.length > 0) {
    problems.add(
      `sqlite-file excludes ${given.join(' and ')}: rows are read from a SQLite file or from PostgreSQL, and only PostgreSQL has what these inputs set`,
    );
  }
  if (texts.config === '' && datasets.length > 0) {
    problems.add('sqlite-file needs config: the built-in datasets are read from PostgreSQL only');
    return datasets;
  }
  const sources = new Map<SourceDefinition, SourceDefinition>();
  for (const { source } of datasets) {
    const { name, rowSecurity, sqlite } = source;
    if (sources.has(source)) continue;
    // If its file can name no row that nobody judged, the SELECT for PostgreSQL does not count them.
    sources.set(source, sqlite === undefined ? source : { ...source, unjudged: undefined, ...sqlite });
    if (rowSecurity !== undefined) {
      problems.add(`sqlite-file has no row-level security: remove row-security from the source ${name}`);
    }
    if (source.origin === 'preset' && sqlite === undefined) {
      problems.add(
        `sqlite-file cannot be read by the preset of the source ${name}, whose SELECTs are for PostgreSQL only: write the SELECTs yourself`,
      );
    }
  }
  return datasets.map((dataset) => ({ ...dataset, source: sources.get(dataset.source)! }));
}

/** Returns the URL, or null if a SQLite file takes its place. */
function parsePostgresUrl(text: string, environment: NodeJS.ProcessEnv): string | null {
  if (text === '' && environment['INPUT_SQLITE-FILE']?.trim()) return null;
  return required(
    'the connection URL of the database, for example from a secret. If the name of a secret is misspelt, its value is empty',
  )(text);
}

/** Shares as they were written, once they can be read. */
function checkedSplit(text: string): string {
  parseSplit(text);
  return text;
}

/** Returns the token, or null if the job can prove its identity instead. */
function parseTokenOrIdentity(text: string, environment: NodeJS.ProcessEnv): string | null {
  const token = parseToken(text);
  if (token === null && !hasIdentity(environment)) {
    throw new Error(
      'is missing: pass a Hugging Face token with write access to the datasets from a secret, or give the job "permissions: id-token: write" for a trusted publisher',
    );
  }
  return token;
}

function parseSpaceToPause(name: string): string | null {
  return name === '' ? null : parseSpaceName(name);
}
