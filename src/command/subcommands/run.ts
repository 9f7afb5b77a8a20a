import { PREPARE_FLAGS, SECRET_VARIABLES } from '../prepare-flags.ts';
import type { Subcommand } from '../subcommand.ts';

export const run: Subcommand = {
  name: 'run',
  summary: 'Prepares the datasets, and publishes those that have changed.',
  arguments: ['FILE'],
  flags: PREPARE_FLAGS,
  variables: SECRET_VARIABLES,
  async run(given, terminal, signal) {
    const { prepare } = await import('../prepare.ts');
    return prepare(given, { terminal, signal, isPreview: false });
  },
};
