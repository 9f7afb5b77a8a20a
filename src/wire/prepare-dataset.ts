import { tmpdir } from 'node:os';
import { createOutputFolder } from '../action/output-folder.ts';
import type { PrepareDatasetInputs } from '../action/prepare-dataset-inputs.ts';
import type { RowEngine } from '../engine/engine.ts';
import { createRowEngine } from '../engine/row-engine.ts';
import type { CorrectionsDatabase } from '../model/corrections.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { PipelinePorts } from '../pipeline/settings.ts';
import { createCorrectionsDatabase } from '../postgres/corrections-database.ts';
import { describeWait } from '../postgres/describe-wait.ts';
import { createSqliteDatabase } from '../sqlite/corrections-database.ts';
import { openDatasetRepo } from './repos.ts';

/** Where rows are prepared: here, or by Spark. */
function createEngine(inputs: PrepareDatasetInputs, signal: AbortSignal): RowEngine {
  const temp = process.env.RUNNER_TEMP || tmpdir();
  const { sparkCommand, memoryLimit, postgresUrl, postgresCa } = inputs;
  if (sparkCommand === null || postgresUrl === null) return createRowEngine({ memoryLimit, temp, signal });
  return {
    async read(...reading) {
      const { createSparkEngine } = await import('../spark/spark-engine.ts');
      const engine = createSparkEngine({
        command: sparkCommand,
        postgresUrl,
        postgresCa: postgresCa ?? undefined,
        memoryLimit,
        temp,
        environment: process.env,
        signal,
      });
      return engine.read(...reading);
    },
  };
}

/** The database that has the rows. */
function openDatabase(
  { info, warning }: Surroundings,
  { postgresUrl, postgresCa, sqliteFile }: PrepareDatasetInputs,
  signal: AbortSignal,
): CorrectionsDatabase {
  if (postgresUrl === null) return createSqliteDatabase({ file: sqliteFile!, signal });
  return createCorrectionsDatabase({
    url: postgresUrl,
    ca: postgresCa ?? undefined,
    signal,
    onWarning: (message) => warning(message, { title: 'PostgreSQL' }),
    onWait: (event) => info(describeWait(event)),
    onRetry: ({ attempt, attempts, delayMs, error }) =>
      info(`${error.message} Attempt ${attempt} of ${attempts}; trying again in ${delayMs / 1000} s.`),
  });
}

/** The database, the Hub and the folder of a run. */
export function createPipelineClients(
  surroundings: Surroundings,
  inputs: PrepareDatasetInputs,
  { progress, report, signal }: Pick<PipelinePorts, 'progress' | 'report'> & { signal: AbortSignal },
): PipelinePorts {
  return {
    database: openDatabase(surroundings, inputs, signal),
    openRepo: (name) =>
      openDatasetRepo(surroundings, name, inputs, { signal, onUploaded: progress.uploaded }),
    engine: createEngine(inputs, signal),
    outputFolder: inputs.outputDir === null ? null : createOutputFolder(inputs.outputDir),
    progress,
    report,
    now: () => new Date(),
    signal,
  };
}
