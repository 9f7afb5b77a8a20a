import type { PrepareOptions } from '../dataset/prepare.ts';
import type { Preparation, ReadRows, UsableRows } from '../pipeline/ports.ts';
import { droppedLines } from '../spill/dropped-runs.ts';
import type { SpillAnswers, SpillJob, SpillRequest } from '../workers/spill-worker.ts';
import { PreparingThread } from './thread.ts';

/** Rows of a dataset on disk, which a thread deduplicates, splits and writes. */
export class SpilledRows implements ReadRows {
  readonly #job: SpillJob;
  /** Files of the rows that were dropped when they were read. */
  readonly #droppedFiles: readonly string[];
  readonly #workerFile: string;
  readonly #signal: AbortSignal | undefined;
  readonly #onClose: () => void;
  #thread: PreparingThread | undefined;
  #isClosed = false;

  /** @param options.onClose called when the rows are not needed any more */
  constructor(
    job: SpillJob,
    options: {
      droppedFiles: readonly string[];
      workerFile: string;
      signal: AbortSignal | undefined;
      onClose: () => void;
    },
  ) {
    this.#job = job;
    this.#droppedFiles = options.droppedFiles;
    this.#workerFile = options.workerFile;
    this.#signal = options.signal;
    this.#onClose = options.onClose;
  }

  async settle(): Promise<UsableRows> {
    const { name } = this.#job.source.shape;
    const thread = new PreparingThread(this.#workerFile, this.#job, { name, signal: this.#signal });
    this.#thread = thread;
    const { settled, counts } = await thread.answer<SpillAnswers['settle']>();
    const dropped = [...this.#droppedFiles, ...settled.droppedFiles];
    return {
      length: settled.left.rows,
      counts,
      classRows: () => settled.classRows,
      conflictIds: (most) => settled.conflictIds.slice(0, most),
      prepare: (options) => prepare(thread, options, dropped),
      droppedLines: () => droppedLines(dropped),
    };
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#thread?.close();
    this.#onClose();
  }
}

/** @param dropped is told the files of rows that are near duplicates */
async function prepare(
  thread: PreparingThread,
  options: PrepareOptions,
  dropped: string[],
): Promise<Preparation> {
  const request: SpillRequest = { prepare: options };
  const { dataset, examples, droppedFiles } = await thread.ask<SpillAnswers['prepare']>(request);
  dropped.push(...droppedFiles);
  let files: Promise<SpillAnswers['write']> | undefined;
  return {
    dataset,
    nearDuplicates: { ...dataset.nearDuplicates, examples },
    dataFiles() {
      files ??= thread.ask<SpillAnswers['write']>('write' satisfies SpillRequest);
      return files;
    },
    close: async () => undefined,
  };
}
