import { PREPARE_FLAGS, SECRET_VARIABLES } from '../prepare-flags.ts';
import type { Subcommand } from '../subcommand.ts';

export const preview: Subcommand = {
  name: 'preview',
  summary: 'Reads the rows and shows what run would do; writes nothing to the Hub.',
  arguments: ['FILE'],
  flags: PREPARE_FLAGS,
  variables: SECRET_VARIABLES,
  async run(given, terminal, signal) {
    const { prepare } = await import('../prepare.ts');
    return prepare(given, { terminal, signal, isPreview: true });
  },
};
