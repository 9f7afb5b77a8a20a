import { info, warning } from '@actions/core';
import type { ActionInputs } from '../action/inputs.ts';
import { createOutputFolder } from '../action/output-folder.ts';
import { DatasetRepo } from '../hub/dataset-repo.ts';
import type { PipelinePorts } from '../pipeline/settings.ts';
import { createCorrectionsDatabase } from '../postgres/corrections-database.ts';
import { openHub } from './hub.ts';
import { createPreparer } from './preparer.ts';

/** The database, the Hub and the folder that a run works with. */
export function createPipelineClients(
  inputs: ActionInputs,
  { progress, tell, signal }: Pick<PipelinePorts, 'progress' | 'tell'> & { signal: AbortSignal },
): PipelinePorts {
  const hub = openHub(inputs, { signal, onUploaded: progress.uploaded });
  return {
    database: createCorrectionsDatabase({
      url: inputs.postgresUrl,
      ca: inputs.postgresCa ?? undefined,
      signal,
      onWarning: (message) => warning(message, { title: 'PostgreSQL' }),
      onRetry: ({ attempt, attempts, delayMs, error }) =>
        info(`${error.message} Attempt ${attempt} of ${attempts}; trying again in ${delayMs / 1000} s.`),
    }),
    openRepo: (name) => new DatasetRepo(name, hub),
    prepare: createPreparer({ signal }),
    outputFolder: inputs.outputDir === null ? null : createOutputFolder(inputs.outputDir),
    progress,
    tell,
    now: () => new Date(),
    signal,
  };
}
