import { PREPARE_DATASET } from '../action/prepare-dataset-inputs.ts';
import { readInputs } from '../action/read-inputs.ts';
import { hasIdentity } from '../model/identity.ts';
import { runPrepareDataset } from '../runs/prepare-dataset.ts';
import { createChannels } from '../wire/channels.ts';
import { openSpaceIn } from '../wire/hub.ts';
import { createPipelineClients } from '../wire/prepare-dataset.ts';
import { fileEnvironment, inputEnvironment, ownEnvironment } from './given-file.ts';
import { storedToken } from './hub-token.ts';
import { SECRET_VARIABLES } from './prepare-flags.ts';
import { SampleRows } from './sample-rows.ts';
import type { Given } from './subcommand.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * Prepares the datasets of a file as the root action does, with flags and environment variables as its inputs.
 *
 * @param options.isPreview true to write nothing to the Hub, and to show rows to the person at the terminal
 * @returns false when a dataset failed or is held, or would be, which was reported
 * @throws UsageError, InputError, or what kept the run from trying any dataset
 */
export async function prepare(
  { arguments: [file], flags }: Given,
  { terminal, signal, isPreview }: { terminal: Terminal; signal: AbortSignal; isPreview: boolean },
): Promise<boolean> {
  const { surroundings } = terminal;
  const own = ownEnvironment();
  const environment = {
    ...own,
    ...fileEnvironment(file),
    ...inputEnvironment(flags),
    ...secretInputs(own, { isUrlNeeded: !flags.has('sqlite-file') }),
    'INPUT_DRY-RUN': String(isPreview),
  };
  const reading = readInputs(surroundings, PREPARE_DATASET, environment);
  const samples = new SampleRows();
  const isSuccess = await runPrepareDataset(
    reading,
    {
      openChannels: createChannels,
      openSpace: openSpaceIn(surroundings),
      openPipeline(inputs, options) {
        const ports = createPipelineClients(surroundings, inputs, options);
        return isPreview && terminal.isPrivate ? samples.watch(ports) : ports;
      },
    },
    signal,
  );
  terminal.showPrivately(samples.lines());
  return isSuccess;
}

/** Returns the inputs that are secrets, from the environment. @throws UsageError that names what is missing, and how to set it */
function secretInputs(
  environment: NodeJS.ProcessEnv,
  { isUrlNeeded }: { isUrlNeeded: boolean },
): NodeJS.ProcessEnv {
  const given = new Map(
    Array.from(SECRET_VARIABLES, ([input, variable]) => [input, environment[variable]?.trim() ?? '']),
  );
  if (isUrlNeeded && given.get('postgres-url') === '') {
    throw new UsageError(
      "POSTGRES_URL is not set. Set it to the connection URL of the database: export POSTGRES_URL='postgresql://user:password@host:5432/database'. Or give --sqlite-file",
    );
  }
  if (given.get('hf-token') === '' && !hasIdentity(environment)) {
    const stored = storedToken(environment);
    if (stored === null) {
      throw new UsageError(
        'HF_TOKEN is not set, and there is no token that hf auth login stored. Make a token at https://huggingface.co/settings/tokens, and set it: export HF_TOKEN=hf_…',
      );
    }
    given.set('hf-token', stored);
  }
  return inputEnvironment(given);
}
