import { HUB_INPUTS } from '../../action/hub-inputs.ts';
import { optional, parseDatasetName, required } from '../../action/parsers.ts';
import { type ActionSpec, readInputs, usableValues } from '../../action/read-inputs.ts';
import { existingFolder, inputEnvironment, ownEnvironment } from '../given-file.ts';
import { storedToken } from '../hub-token.ts';
import type { Subcommand } from '../subcommand.ts';

const INPUTS = {
  action: 'prepare-dataset',
  inputs: {
    dataset: {
      parse: (name: string) => parseDatasetName(required('the dataset repo, as owner/name')(name)),
    },
    'output-dir': { parse: optional },
    ...HUB_INPUTS,
  },
} as const satisfies ActionSpec;

export const diff: Subcommand = {
  name: 'diff',
  summary: 'Shows which splits and classes gained and lost rows between two versions.',
  arguments: ['TAG', 'TAG'],
  flags: {
    dataset: { value: 'OWNER/NAME', description: 'The dataset repo on the Hub.' },
    'output-dir': {
      value: 'FOLDER',
      description:
        'The output-dir of runs, whose files have the ids of rows. The list of ids is written to it.',
    },
    'hub-endpoint': { value: 'URL', description: null },
  },
  variables: new Map([['hf-token', 'HF_TOKEN']]),
  async run({ arguments: [before, now], flags }, { surroundings }, signal) {
    const [{ runDiffVersions }, { createOutputFolder }, { openDatasetRepo }] = await Promise.all([
      import('../../runs/diff-versions.ts'),
      import('../../action/output-folder.ts'),
      import('../../wire/repos.ts'),
    ]);
    const own = ownEnvironment();
    const environment = { ...own, ...inputEnvironment(flags) };
    const reading = readInputs(surroundings, INPUTS, environment);
    const inputs = usableValues(reading);
    const hub = { ...inputs, hfToken: inputs.hfToken ?? storedToken(own) };
    const repo = openDatasetRepo(surroundings, inputs.dataset, hub, { signal });
    const folder = inputs.outputDir === null ? null : createOutputFolder(existingFolder(inputs.outputDir));
    return runDiffVersions(repo, { before, now }, folder, surroundings);
  },
};
