import { DATASET_INPUTS } from '../action/dataset-inputs.ts';
import { PREPARE_DATASET } from '../action/prepare-dataset-inputs.ts';
import type { InputSpec } from '../action/read-inputs.ts';
import type { Flag } from './subcommand.ts';

/** Inputs without a flag: FILE and the subcommand take their place, or they need a job of GitHub Actions. */
const LEFT_OUT: readonly string[] = [
  ...Object.keys(DATASET_INPUTS),
  'dry-run',
  'github-token',
  'prepare-dataset-space-id',
];

const INPUTS = Object.entries<InputSpec>(PREPARE_DATASET.inputs).filter(([name]) => !LEFT_OUT.includes(name));

/** Flags of subcommands that read a database: the inputs of the root action except secrets. */
export const PREPARE_FLAGS: Readonly<Record<string, Flag>> = Object.fromEntries(
  INPUTS.filter(([, { isSecret }]) => !isSecret).map(([name]) => [
    name,
    { value: 'VALUE', description: null },
  ]),
);

/** The environment variable of each input that is a secret. */
export const SECRET_VARIABLES: ReadonlyMap<string, string> = new Map(
  INPUTS.filter(([, { isSecret }]) => isSecret).map(([name, { variable }]) => [
    name,
    variable ?? name.toUpperCase().replaceAll('-', '_'),
  ]),
);
