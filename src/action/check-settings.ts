import { NO_SKLEARN } from '../config/describe-settings.ts';
import { keysWithoutSearch } from '../config/describe-trust.ts';
import { ConfigError } from '../config/problems.ts';
import { readGates } from '../config/read-config.ts';
import type { DatasetDefinition } from '../model/definition.ts';
import { hasOneClass } from '../model/tasks.ts';
import type { TrustSettings } from '../model/trust.ts';
import type { InputProblems } from './input-error.ts';
import { oneOf } from './parsers.ts';
import type { InputSpec } from './read-inputs.ts';

/** Inputs that may contradict what a file says of its datasets. */
export const SETTING_INPUTS = {
  'split-method': { parse: oneOf('stable', 'sklearn'), isSetting: true },
  gates: { parse: parseGates, isSetting: true },
} as const satisfies Readonly<Record<string, InputSpec>>;

/** What was read of an action that has these inputs. */
interface SettingReading {
  readonly values: {
    readonly splitMethod?: 'stable' | 'sklearn';
    readonly gates?: Partial<TrustSettings>;
  };
  readonly problems: InputProblems;
}

/** Keeps as problems what the inputs and the file together ask for of a dataset, and exclude each other. */
export function checkSettings(reading: SettingReading, datasets: readonly DatasetDefinition[]): void {
  if (reading.values.splitMethod === 'sklearn') checkMethod(reading, datasets);
  checkSearch(reading, datasets);
}

/** Keeps as problems datasets that the input's method cannot split; what a file says of its own method was checked with it. */
function checkMethod({ problems }: SettingReading, datasets: readonly DatasetDefinition[]): void {
  for (const { name, task, settings } of datasets) {
    if (settings.splitMethod !== undefined || hasOneClass(task)) continue;
    problems.add(
      `split-method sklearn cannot split the dataset ${name} of the task ${task}: ${NO_SKLEARN}. Choose stable, or set split-method: stable for the dataset`,
    );
  }
}

/** Keeps as problems datasets that `gates` and their file together ask for near-duplicates that are not searched. */
function checkSearch({ values, problems }: SettingReading, datasets: readonly DatasetDefinition[]): void {
  for (const { name, trust } of datasets) {
    for (const { message } of keysWithoutSearch({ ...values.gates, ...trust })) {
      problems.add(`gates and the settings of the dataset ${name} exclude each other: ${message}`);
    }
  }
}

/** What must hold before a dataset is published, as far as the YAML says it. */
function parseGates(text: string): Partial<TrustSettings> {
  if (text === '') return {};
  try {
    return readGates(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const places = error.problems.map(
      ({ message, line, column }) => `line ${line}, column ${column}: ${message}`,
    );
    throw new Error(`cannot be used. ${places.join(' ')}`);
  }
}
