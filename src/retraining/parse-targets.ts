import { parseByDataset } from './by-dataset.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import { type Fields, flag, list, mapping, named, text, texts } from './target-fields.ts';
import {
  checkEvent,
  checkImage,
  checkNamespace,
  checkRef,
  checkRepository,
  checkSpace,
  checkWorkflow,
} from './target-names.ts';
import type { RetrainingTarget } from './targets.ts';

/** Keys that a target of each kind may have besides its name. */
const KINDS = {
  space: ['pass-revision', 'factory-reboot', 'wait-for'],
  workflow: ['repository', 'ref', 'inputs', 'wait'],
  'repository-dispatch': ['repository', 'payload'],
  job: ['command', 'namespace', 'flavor', 'environment', 'secrets', 'timeout-minutes', 'wait'],
} as const;
type Kind = keyof typeof KINDS;

const KIND_NAMES = Object.keys(KINDS) as Kind[];
const NAME_CHECKS = {
  space: checkSpace,
  workflow: checkWorkflow,
  'repository-dispatch': checkEvent,
  job: checkImage,
} as const;
/** Time after which the Hub ends a Job by default. */
const JOB_TIMEOUT_MINUTES = 30;
/** Inputs of a workflow whose target names none; the workflow must declare them. */
const WORKFLOW_INPUTS = { label: '{label}', dataset: '{dataset}', revision: '{revision}' };

/** GitHub's limits for what starts a workflow. */
const MOST_INPUTS = 25;
const MOST_PAYLOAD_NAMES = 10;
/** GitHub takes 65,535 characters; the values of the version need some of them. */
const LONGEST_PAYLOAD = 65_000;
const PAYLOAD_NAMES = ['label', 'dataset', 'revision', 'commit'];

/**
 * Parses the targets of each dataset: YAML like `reviews: [{space: owner/name, wait-for: RUNNING}]`, where a plain
 * `owner/name` is a Space.
 *
 * @throws Error that names the target that cannot be used, and why
 */
export function parseTargets(text: string): ReadonlyMap<string, readonly RetrainingTarget[]> {
  const targets = parseByDataset(text, 'targets');
  if (targets.size === 0) throw new Error('is empty: name at least one target');
  return new Map(
    Array.from(targets, ([name, items]) => [name, items.map((item) => parseTarget(item, name))]),
  );
}

function parseTarget(item: unknown, dataset: string): RetrainingTarget {
  if (typeof item === 'string') return parseTarget({ space: item }, dataset);
  const fields = mapping(item, dataset);
  const kinds = KIND_NAMES.filter((kind) => kind in fields);
  if (kinds.length !== 1) {
    throw new Error(`of ${dataset} must have one of ${KIND_NAMES.join(', ')} in each target`);
  }
  const [kind] = kinds;
  const known: readonly string[] = [kind, ...KINDS[kind]];
  const unknown = Object.keys(fields).filter((name) => !known.includes(name));
  const place = `${dataset}: ${kind}`;
  if (unknown.length > 0) {
    throw new Error(
      `of ${place} has the unknown keys ${unknown.join(', ')}; known: ${KINDS[kind].join(', ')}`,
    );
  }
  const name = named(fields, kind, place, NAME_CHECKS[kind]);
  if (name === '') throw new Error(`of ${place} has no name`);
  switch (kind) {
    case 'space':
      return {
        kind,
        name,
        passRevision: flag(fields, 'pass-revision', place),
        factoryReboot: flag(fields, 'factory-reboot', place),
        waitFor: text(fields, 'wait-for', place).toUpperCase() || null,
      };
    case 'workflow':
      return {
        kind,
        name,
        repository: named(fields, 'repository', place, checkRepository) || null,
        ref: named(fields, 'ref', place, checkRef) || 'main',
        inputs: workflowInputs(fields, place),
        wait: flag(fields, 'wait', place),
      };
    case 'repository-dispatch':
      return {
        kind,
        name,
        repository: named(fields, 'repository', place, checkRepository) || null,
        payload: payload(fields, place),
      };
    case 'job':
      return {
        kind,
        name,
        command: command(fields, place),
        namespace: named(fields, 'namespace', place, checkNamespace) || null,
        flavor: text(fields, 'flavor', place) || 'cpu-basic',
        environment: environment(fields, place),
        secrets: list(fields, 'secrets', place),
        timeoutMinutes: minutes(fields, place),
        wait: flag(fields, 'wait', place),
      };
  }
}

function minutes(fields: Fields, place: string): number {
  const value = fields['timeout-minutes'] ?? JOB_TIMEOUT_MINUTES;
  if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return value;
  throw new Error(`of ${place} has timeout-minutes that is not a number above 0`);
}

function workflowInputs(fields: Fields, place: string): Record<string, string> {
  if (fields.inputs === undefined) return WORKFLOW_INPUTS;
  const inputs = texts(fields, 'inputs', place);
  checkPlaceholders(inputs, `${place}: inputs`);
  if (Object.keys(inputs).length <= MOST_INPUTS) return inputs;
  throw new Error(`of ${place} has more than the ${MOST_INPUTS} inputs GitHub takes`);
}

/** Returns what is added to the payload of an event. */
function payload(fields: Fields, place: string): Fields {
  const added = mapping(fields.payload ?? {}, `${place}: payload`);
  if (new Set([...PAYLOAD_NAMES, ...Object.keys(added)]).size > MOST_PAYLOAD_NAMES) {
    const most = MOST_PAYLOAD_NAMES - PAYLOAD_NAMES.length;
    throw new Error(
      `of ${place} has a payload of more than ${most} names: GitHub takes ${MOST_PAYLOAD_NAMES}, with ${PAYLOAD_NAMES.join(', ')}`,
    );
  }
  if (jsonOf(added, `${place}: payload`).length > LONGEST_PAYLOAD) {
    throw new Error(`of ${place} has a payload of more than ${LONGEST_PAYLOAD} characters`);
  }
  checkPlaceholders(added, `${place}: payload`);
  return added;
}

/** Returns the words of a command. A word with white space may be a program, in which braces have another meaning. */
function command(fields: Fields, place: string): string[] {
  const words = list(fields, 'command', place);
  const plain = words.filter((word) => !/\s/.test(word));
  checkPlaceholders(plain, `${place}: command`);
  return words;
}

function environment(fields: Fields, place: string): Record<string, string> {
  const variables = texts(fields, 'environment', place);
  checkPlaceholders(variables, `${place}: environment`);
  return variables;
}

/**
 * Returns a value as it is sent. @throws Error for a value that refers to itself, which YAML can write and JSON cannot
 */
function jsonOf(value: unknown, place: string): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new Error(`of ${place} refers to itself`, { cause });
  }
}
