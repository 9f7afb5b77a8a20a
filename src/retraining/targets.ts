import { parse } from 'yaml';
import { type Fields, flag, json, list, mapping, text, texts } from './target-fields.ts';

/** Something that retrains a model when a label has a new version. */
export type RetrainingTarget = SpaceTarget | WorkflowTarget | RepositoryTarget | JobTarget;

/** A Space that is restarted. */
export interface SpaceTarget {
  readonly kind: 'space';
  readonly name: string;
  /** Sets the Space's variable `DATASET_REVISION` to the version's tag first. */
  readonly passRevision: boolean;
  readonly factoryReboot: boolean;
  readonly waitFor: string | null;
}

/** A workflow that is started (`workflow_dispatch`). */
export interface WorkflowTarget {
  readonly kind: 'workflow';
  /** File name of the workflow. */
  readonly name: string;
  /** Null is the repository of this workflow. */
  readonly repository: string | null;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly wait: boolean;
}

/** An event that is sent to a repository (`repository_dispatch`). */
export interface RepositoryTarget {
  readonly kind: 'repository-dispatch';
  /** Type of the event. */
  readonly name: string;
  readonly repository: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A Job on the Hub's hardware. */
export interface JobTarget {
  readonly kind: 'job';
  /** Docker image. */
  readonly name: string;
  readonly command: readonly string[];
  /** Null is the owner of the dataset. */
  readonly namespace: string | null;
  readonly flavor: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Names of the step's environment variables that are handed over as secrets. */
  readonly secrets: readonly string[];
  readonly timeoutMinutes: number;
  readonly wait: boolean;
}

/** What a target of each kind may hold besides its name. */
const KINDS = {
  space: ['pass-revision', 'factory-reboot', 'wait-for'],
  workflow: ['repository', 'ref', 'inputs', 'wait'],
  'repository-dispatch': ['repository', 'payload'],
  job: ['command', 'namespace', 'flavor', 'environment', 'secrets', 'timeout-minutes', 'wait'],
} as const;
type Kind = keyof typeof KINDS;

const KIND_NAMES = Object.keys(KINDS) as Kind[];
/** The Hub ends a Job after this time unless told otherwise. */
const JOB_TIMEOUT_MINUTES = 30;
/** A workflow that names no inputs gets these; it must declare them. */
const WORKFLOW_INPUTS = { label: '{label}', dataset: '{dataset}', revision: '{revision}' };

/**
 * Parses the targets of each label: YAML like `department: [{space: owner/name, wait-for: RUNNING}]`, where a plain
 * `owner/name` is a Space.
 *
 * @throws Error that says which target cannot be used and why
 */
export function parseTargets(
  text: string,
  labels: readonly string[],
): ReadonlyMap<string, readonly RetrainingTarget[]> {
  let document: unknown;
  try {
    document = parse(text, { logLevel: 'error' });
  } catch (cause) {
    const line = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new Error(`is no YAML: ${line}`, { cause });
  }
  if (document === null || document === undefined) throw new Error('is empty: name at least one target');
  return new Map(
    Object.entries(mapping(document, 'targets')).map(([label, list]) => {
      if (!labels.includes(label)) {
        throw new Error(`names ${JSON.stringify(label)}, but the labels are ${labels.join(' and ')}`);
      }
      return [label, (Array.isArray(list) ? list : [list]).map((item) => parseTarget(item, label))];
    }),
  );
}

function parseTarget(item: unknown, label: string): RetrainingTarget {
  if (typeof item === 'string') return parseTarget({ space: item }, label);
  const fields = mapping(item, label);
  const kinds = KIND_NAMES.filter((kind) => kind in fields);
  if (kinds.length !== 1) {
    throw new Error(`of ${label} must have one of ${KIND_NAMES.join(', ')} in each target`);
  }
  const [kind] = kinds;
  const known: readonly string[] = [kind, ...KINDS[kind]];
  const unknown = Object.keys(fields).filter((name) => !known.includes(name));
  const place = `${label}: ${kind}`;
  if (unknown.length > 0) {
    throw new Error(`of ${place} holds ${unknown.join(', ')}; it may hold ${KINDS[kind].join(', ')}`);
  }
  const name = text(fields, kind, place);
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
        repository: repository(fields, place),
        ref: text(fields, 'ref', place) || 'main',
        inputs: fields.inputs === undefined ? WORKFLOW_INPUTS : texts(fields, 'inputs', place),
        wait: flag(fields, 'wait', place),
      };
    case 'repository-dispatch':
      return {
        kind,
        name,
        repository: repository(fields, place),
        payload: json(mapping(fields.payload ?? {}, `${place}: payload`), `${place}: payload`),
      };
    case 'job':
      return {
        kind,
        name,
        command: list(fields, 'command', place),
        namespace: text(fields, 'namespace', place) || null,
        flavor: text(fields, 'flavor', place) || 'cpu-basic',
        environment: texts(fields, 'environment', place),
        secrets: list(fields, 'secrets', place),
        timeoutMinutes: minutes(fields, place),
        wait: flag(fields, 'wait', place),
      };
  }
}

function minutes(fields: Fields, place: string): number {
  const value = fields['timeout-minutes'] ?? JOB_TIMEOUT_MINUTES;
  if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return value;
  throw new Error(`of ${place} has timeout-minutes that is no number above 0`);
}

function repository(fields: Fields, place: string): string | null {
  const name = text(fields, 'repository', place);
  if (name === '') return null;
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return name;
  throw new Error(`of ${place} has a repository that is not owner/name`);
}
