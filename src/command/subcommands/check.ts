import { CHECK } from '../../action/check-inputs.ts';
import { readInputs } from '../../action/read-inputs.ts';
import { runCheck } from '../../runs/check.ts';
import { fileEnvironment, inputEnvironment, ownEnvironment } from '../given-file.ts';
import type { Subcommand } from '../subcommand.ts';

export const check: Subcommand = {
  name: 'check',
  summary: 'Checks FILE without a database and without network.',
  arguments: ['FILE'],
  flags: {
    'split-method': { value: 'METHOD', description: null },
    gates: { value: 'YAML', description: null },
  },
  run({ arguments: [file], flags }, { surroundings }) {
    const environment = { ...ownEnvironment(), ...fileEnvironment(file), ...inputEnvironment(flags) };
    return runCheck(readInputs(surroundings, CHECK, environment));
  },
};
