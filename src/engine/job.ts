import { parentPort } from 'node:worker_threads';
import type { DataFile } from '../model/file.ts';
import type { NamedPair, PreparedDataset, PrepareOptions } from './prepare.ts';

/**
 * What is done with the rows of a dataset, in this order and each once, here or in a thread of its own.
 *
 * @typeParam Settled what became of the rows
 * @typeParam Prepared a dataset that is ready to be written
 */
export interface RowsJob<Settled = unknown, Prepared = unknown> {
  /** Finds the rows that are of use. */
  settle(): Settled | Promise<Settled>;
  /** Splits them. @throws Error when they are too few */
  prepare(how: PrepareOptions): Prepared;
  /** Writes the data files. */
  write(): readonly DataFile[] | Promise<readonly DataFile[]>;
}

/** A dataset that is ready to be written, and its rows that were dropped for that. */
export interface PreparedJob<Name, Dropped> {
  readonly dataset: PreparedDataset;
  readonly examples: readonly NamedPair<Name>[];
  readonly dropped: Dropped;
}

/** What the main thread asks of a thread. */
export type JobRequest = 'settle' | { readonly prepare: PrepareOptions } | 'write';

/**
 * Does in this thread what the main thread asks for, and answers it: data files in memory are handed over. An error ends
 * the thread, and reaches the main thread as an event.
 */
export function answerRequests(job: RowsJob): void {
  parentPort?.on('message', async (request: JobRequest) => {
    if (request === 'settle') parentPort?.postMessage(await job.settle());
    else if (request === 'write') {
      const files = await job.write();
      const memory = files.flatMap(({ chunks = [] }) => chunks.map(({ buffer }) => buffer));
      parentPort?.postMessage(files, memory);
    } else parentPort?.postMessage(job.prepare(request.prepare));
  });
}
