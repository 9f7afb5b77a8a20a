import type { DatasetDefinition } from '../model/definition.ts';
import { checkSettings, SETTING_INPUTS } from './check-settings.ts';
import { parseConfig } from './dataset-inputs.ts';
import { required } from './parsers.ts';
import { type ActionSpec, type InputReading, type InputValues, usableValues } from './read-inputs.ts';

/** Inputs of `check`. */
export const CHECK = {
  action: 'check',
  inputs: {
    config: {
      parse: (text: string, environment: NodeJS.ProcessEnv): readonly DatasetDefinition[] =>
        parseConfig(required('the file that declares the datasets')(text), environment) ?? [],
    },
    ...SETTING_INPUTS,
  },
} as const satisfies ActionSpec;

/** The inputs of `check` that were read. @throws InputError that names everything that cannot be used */
export function checkInputs(reading: InputReading<typeof CHECK>): InputValues<typeof CHECK> {
  checkSettings(reading, reading.values.config ?? []);
  return usableValues(reading);
}
