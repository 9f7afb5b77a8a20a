import path from 'node:path';
import type { DataFile } from '../model/file.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { Preparation } from './engine.ts';
import type { StoredCopies } from './near-duplicates/stored-copies.ts';
import { type PreparedDataset, type PrepareOptions, prepareDataset, writeDataFiles } from './prepare.ts';
import type { CollectedRows } from './rows/dataset-collector.ts';
import type { StoredRows } from './rows/stored-rows.ts';
import { PreparingThread } from './thread.ts';
import type { PrepareJob } from './workers/prepare-worker.ts';

/**
 * Rows from which on a thread saves more time than it takes to start: two datasets of 50 000 rows each took a fifth less
 * CPU and 35 MB less without, and no more time.
 */
const THREAD_ROWS = 100_000;
/**
 * Bytes of text from which on a thread prepares, whatever the rows: here nothing else runs meanwhile, a cancellation
 * neither, for about 25 ms a megabyte.
 */
const THREAD_BYTES = 16 << 20;
/** A prepared dataset, with the rows that are near copies by their numbers. */
interface PreparedRows extends Omit<Preparation, 'nearDuplicates'> {
  readonly copies: StoredCopies;
}

/** Splits a dataset's rows; rejects when they are too few. */
export type Prepare = (
  shape: DatasetShape,
  rows: Pick<CollectedRows, 'rows' | 'counts'>,
  options: PrepareOptions,
) => Promise<PreparedRows>;

/**
 * Prepares datasets: large ones in a thread of their own each, so that datasets are prepared side by side and a
 * cancellation is heard.
 *
 * @param options.workerFile the thread's bundle
 * @param options.threadRows rows from which on a thread is started
 * @param options.threadBytes bytes of text from which on a thread is started, whatever the rows
 * @param options.signal ends the threads; what is under way rejects with its reason
 */
export function createPreparer(
  options: { workerFile?: string; threadRows?: number; threadBytes?: number; signal?: AbortSignal } = {},
): Prepare {
  const { threadRows = THREAD_ROWS, threadBytes = THREAD_BYTES, signal } = options;
  const { workerFile = path.join(import.meta.dirname, 'prepare-worker', 'index.js') } = options;
  return async (shape, rows, how) => {
    const isSmall = rows.rows.length < threadRows && !holdsBytes(rows.rows, threadBytes);
    if (isSmall) return prepareHere(shape, rows, how);
    return prepareInThread(
      workerFile,
      { shape, columns: rows.rows.columns, counts: rows.counts, options: how },
      signal,
    );
  };
}

/** True when the texts have at least so many bytes. */
function holdsBytes(rows: StoredRows, least: number): boolean {
  let bytes = 0;
  for (let row = 0; row < rows.length; row++) bytes += rows.byteLengthAt(row);
  return bytes >= least;
}

function prepareHere(
  shape: DatasetShape,
  rows: Pick<CollectedRows, 'rows' | 'counts'>,
  how: PrepareOptions,
): PreparedRows {
  const { splits, ...prepared } = prepareDataset(shape, rows, how);
  let files: DataFile[] | undefined;
  return {
    ...prepared,
    async dataFiles() {
      files ??= writeDataFiles(shape, rows.rows, splits);
      return files;
    },
    close: async () => undefined,
  };
}

async function prepareInThread(
  file: string,
  job: PrepareJob,
  signal: AbortSignal | undefined,
): Promise<PreparedRows> {
  const { numbers, classIds, valueNumbers, rankHigh, rankLow } = job.columns;
  const columns = [numbers, classIds, valueNumbers, rankHigh, rankLow].filter((column) => column !== null);
  const transfer = columns.map(({ buffer }) => buffer);
  const thread = new PreparingThread(file, job, { name: job.shape.name, transfer, signal });
  try {
    const prepared = await thread.answer<{ dataset: PreparedDataset; copies: StoredCopies }>();
    return {
      ...prepared,
      dataFiles: () => thread.dataFiles().finally(() => thread.close()),
      close: () => thread.close(),
    };
  } catch (error) {
    await thread.close();
    throw error;
  }
}
