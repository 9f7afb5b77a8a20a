import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PrepareOptions } from '../dataset/prepare.ts';
import type { Preparation, ReadRows, UsableRows } from '../pipeline/ports.ts';
import { partsIn } from '../spark/read-report.ts';
import type { SparkAnswers, SparkJob, SparkRequest } from '../workers/spark-worker.ts';
import { PreparingThread } from './thread.ts';

/** Rows of a dataset that Spark prepared, which a thread checks and takes over. */
export class SparkRows implements ReadRows {
  readonly #job: SparkJob;
  readonly #options: { workerFile: string; signal: AbortSignal; onClose: () => void };
  #thread: PreparingThread | undefined;
  #isClosed = false;

  /** @param options.onClose called when the rows are not needed any more */
  constructor(job: SparkJob, options: { workerFile: string; signal: AbortSignal; onClose: () => void }) {
    this.#job = job;
    this.#options = options;
  }

  async settle(): Promise<UsableRows> {
    const { source, counts } = this.#job;
    const { workerFile, signal } = this.#options;
    const thread = new PreparingThread(workerFile, this.#job, { name: source.shape.name, signal });
    this.#thread = thread;
    const { classRows } = await thread.answer<SparkAnswers['take']>();
    const dropped = await partsIn(path.join(source.shards, 'dropped'));
    return {
      length: counts.stages.deduplicated,
      counts,
      classRows: () => classRows,
      conflictIds: (most) => conflictIds(dropped, most),
      prepare: (options) => prepare(thread, options),
      droppedLines: () => linesOf(dropped),
    };
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#thread?.close();
    this.#options.onClose();
  }
}

async function prepare(thread: PreparingThread, options: PrepareOptions): Promise<Preparation> {
  const { dataset } = await thread.ask<SparkAnswers['prepare']>({ prepare: options } satisfies SparkRequest);
  let files: Promise<SparkAnswers['write']> | undefined;
  return {
    dataset,
    // Shards have no ids.
    nearDuplicates: { ...dataset.nearDuplicates, examples: [] },
    dataFiles() {
      files ??= thread.ask<SparkAnswers['write']>('write' satisfies SparkRequest);
      return files;
    },
    close: async () => undefined,
  };
}

function* linesOf(files: readonly string[]): Generator<Uint8Array> {
  for (const file of files) yield readFileSync(file);
}

/** Ids of the first conflicting rows, which are in the order in which they are told. */
function conflictIds(files: readonly string[], most: number): string[] {
  const ids: string[] = [];
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (ids.length === most) return ids;
      if (line === '') continue;
      const { id, reason } = JSON.parse(line) as { id: string; reason: string };
      if (reason === 'conflict') ids.push(id);
    }
  }
  return ids;
}
