import { getInput } from '@actions/core';
import { BUILT_IN_LABELS } from '../dataset/label-schema.ts';
import type { SplitFractions } from '../dataset/rows.ts';
import type { SplitMethod } from '../dataset/split.ts';
import { parseSplit } from '../dataset/split-sizes.ts';
import { INPUT_DEFAULTS } from './input-defaults.ts';

/** Inputs of the root action, read once and checked. */
export interface ActionInputs {
  readonly postgresUrl: string;
  /** PEM text or a path. */
  readonly postgresCa: string | null;
  /** Dataset repo of each label that was asked for, by label name. */
  readonly datasets: ReadonlyMap<string, string>;
  readonly minDatasetLen: number;
  readonly correctRatio: number;
  readonly randomState: number;
  readonly split: string;
  readonly fractions: SplitFractions;
  readonly splitMethod: SplitMethod;
  readonly hfToken: string;
  /** Without a trailing slash. */
  readonly hubEndpoint: string;
  readonly isPrivate: boolean;
  readonly outputDir: string | null;
  readonly dryRun: boolean;
}

/** Says which inputs cannot be used and what they must look like; never their values when they may be secret. */
export class InputError extends Error {}

/** Environment variables the settings of the Python service came from. */
const FALLBACK_VARIABLES: Readonly<Record<string, string>> = {
  'postgres-url': 'POSTGRES_URL',
  'department-dataset': 'DEPARTMENT_DATASET',
  'urgency-dataset': 'URGENCY_DATASET',
  'min-dataset-len': 'MIN_DATASET_LEN',
  'hf-token': 'HF_TOKEN',
  'hub-endpoint': 'HF_ENDPOINT',
};

/**
 * Reads the inputs the runner passes as `INPUT_*`. An input that is empty, or left at its default, gives way to its
 * environment variable.
 *
 * @throws InputError that names every unusable input
 */
export function readInputs(): ActionInputs {
  const problems: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T): T => {
    try {
      return parse(inputText(name));
    } catch (error) {
      problems.push(`${name} ${error instanceof Error ? error.message : error}`);
      return undefined as T;
    }
  };
  const optional = (name: string) => read(name, (text) => (text === '' ? null : text));

  const datasets = readDatasets();
  if (datasets.size === 0) {
    problems.push(
      'department-dataset and urgency-dataset are missing: give at least one of the two, as owner/name',
    );
  }
  const inputs: ActionInputs = {
    postgresUrl: read(
      'postgres-url',
      required('the connection URL of the database, for example from a secret'),
    ),
    postgresCa: optional('postgres-ca'),
    datasets,
    minDatasetLen: read('min-dataset-len', numberIn(0, Number.MAX_SAFE_INTEGER, 'whole')),
    correctRatio: read('correct-ratio', numberIn(0, 1e6, 'any')),
    randomState: read('random-state', numberIn(0, 2 ** 32 - 1, 'whole')),
    split: inputText('split'),
    fractions: read('split', parseSplit),
    splitMethod: read('split-method', oneOf('stable', 'sklearn')),
    hfToken: read('hf-token', parseToken),
    hubEndpoint: read('hub-endpoint', parseEndpoint),
    isPrivate: read('private', parseBoolean),
    outputDir: optional('output-dir'),
    dryRun: read('dry-run', parseBoolean),
  };
  if (problems.length > 0) {
    throw new InputError(
      `The inputs cannot be used.\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  }
  return inputs;
}

/** Dataset repo of each label that was asked for, by label name. */
export function readDatasets(): ReadonlyMap<string, string> {
  const repos = BUILT_IN_LABELS.map(({ name }): [string, string] => [name, inputText(`${name}-dataset`)]);
  return new Map(repos.filter(([, repo]) => repo !== ''));
}

/** Values that must not be seen in a log, whether or not they can be used. */
export function readSecrets(): string[] {
  return ['postgres-url', 'postgres-ca', 'hf-token'].map(inputText).filter((secret) => secret !== '');
}

function inputText(name: string): string {
  const given = getInput(name);
  const fallback = process.env[FALLBACK_VARIABLES[name] ?? '']?.trim() ?? '';
  const standard = INPUT_DEFAULTS[name] ?? '';
  if (fallback !== '' && (given === '' || given === standard)) return fallback;
  return given === '' ? standard : given;
}

function required(what: string) {
  return (text: string): string => {
    if (text === '') throw new InputError(`is missing: ${what}`);
    return text;
  };
}

function numberIn(least: number, most: number, kind: 'whole' | 'any') {
  return (text: string): number => {
    const value = Number(text);
    const isUsable = /^[\d.]+(e\d+)?$/i.test(text) && value >= least && value <= most;
    if (isUsable && (kind === 'any' || Number.isInteger(value))) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new InputError(
      `must be a ${kind === 'whole' ? 'whole ' : ''}number ${range}, not ${JSON.stringify(text)}`,
    );
  };
}

function oneOf<T extends string>(...choices: readonly T[]) {
  return (text: string): T => {
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined)
      throw new InputError(`must be ${choices.join(' or ')}, not ${JSON.stringify(text)}`);
    return choice;
  };
}

function parseBoolean(text: string): boolean {
  return oneOf('true', 'false')(text.toLowerCase() as 'true' | 'false') === 'true';
}

function parseToken(text: string): string {
  if (/\s/.test(text)) throw new InputError('holds white space, which no token does: look at the secret');
  return required('a Hugging Face token with write access to the datasets, from a secret')(text);
}

function parseEndpoint(text: string): string {
  const url = URL.parse(text);
  if (
    url === null ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.username !== '' ||
    url.search !== ''
  ) {
    throw new InputError('must be an http(s) URL such as https://huggingface.co');
  }
  return url.href.replace(/\/+$/, '');
}
