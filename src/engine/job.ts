import { parentPort } from 'node:worker_threads';
import type { DataFile, FileContent } from '../model/file.ts';
import type { ReviewRows } from './near-duplicates/review-rows.ts';
import type { NamedPair, PreparedDataset, PrepareOptions } from './prepare.ts';
import type { ComparedRows, RowIndex } from './row-index/row-index.ts';

/**
 * The steps for the rows of a dataset, in this order and, except for the index, each once, here or in a thread of its
 * own.
 *
 * @typeParam Settled what happened to the rows
 * @typeParam Prepared a dataset that is ready to be written
 */
export interface RowsJob<Settled = unknown, Prepared = unknown> {
  /** Finds the usable rows. */
  settle(): Settled | Promise<Settled>;
  /** Splits them. @throws Error when they are too few */
  prepare(how: PrepareOptions): Prepared | Promise<Prepared>;
  /** Writes the data files. */
  write(): readonly DataFile[] | Promise<readonly DataFile[]>;
  /** Writes the row index, compared with that of the version before; once for each version that they may come after. */
  index(earlier: ComparedRows | null): Promise<RowIndex>;
}

/**
 * A dataset that is ready to be written, and its rows that were dropped for that.
 *
 * @typeParam Name what a row is named by
 * @typeParam Dropped the rows that were dropped
 * @typeParam Ids the ids of the others
 */
export interface PreparedJob<Name, Dropped, Ids = unknown> {
  readonly dataset: PreparedDataset;
  readonly examples: readonly NamedPair<Name>[];
  /** Rows that are worth another look; null when they were not searched. */
  readonly review: ReviewRows<Name> | null;
  readonly dropped: Dropped;
  /** Ids of the rows in the order of the data files, or where they are; null when they are not listed. */
  readonly ids: Ids | null;
}

/** What the main thread asks of a thread. */
export type JobRequest =
  | 'settle'
  | { readonly prepare: PrepareOptions }
  | 'write'
  | { readonly index: ComparedRows | null };

/**
 * Runs the main thread's requests in this thread and answers them. Data files in memory
 * are transferred. An error ends the thread and is an event in the main thread.
 */
export function answerRequests(job: RowsJob): void {
  parentPort?.on('message', async (request: JobRequest) => {
    if (request === 'settle') parentPort?.postMessage(await job.settle());
    else if (request === 'write') {
      const files = await job.write();
      parentPort?.postMessage(files, files.flatMap(memoryOf));
    } else if ('index' in request) {
      const index = await job.index(request.index);
      parentPort?.postMessage(index, memoryOf(index.file));
    } else parentPort?.postMessage(await job.prepare(request.prepare));
  });
}

function memoryOf({ chunks = [] }: FileContent): ArrayBuffer[] {
  return chunks.map(({ buffer }) => buffer);
}
