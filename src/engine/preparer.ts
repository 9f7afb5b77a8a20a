import path from 'node:path';
import type { DataFile } from '../model/file.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { Preparation } from './engine.ts';
import type { PreparedJob } from './job.ts';
import { MemoryJob, type MemorySource, type PreparedInMemory } from './memory-job.ts';
import type { PrepareOptions } from './prepare.ts';
import type { CollectedRows } from './rows/dataset-collector.ts';
import type { StoredRows } from './rows/stored-rows.ts';
import { type Preparing, PreparingHere, PreparingThread } from './thread.ts';

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
/** The bundle of the threads that prepare rows, in memory or on disk: as far from each bundle that starts one. */
export const WORKER_FILE = path.resolve(import.meta.dirname, '../prepare-dataset/engine-worker/index.js');

/** A prepared dataset, with its rows by their names. */
export type Prepared<Name, Dropped, Ids> = PreparedJob<Name, Dropped, Ids> &
  Pick<Preparation, 'dataFiles' | 'rowIndex' | 'close'>;

/** Splits a dataset's rows that are in memory; rejects when they are too few. */
export type Prepare = (
  shape: DatasetShape,
  rows: Pick<CollectedRows, 'rows' | 'counts'>,
  options: PrepareOptions,
) => Promise<Prepared<number, PreparedInMemory['dropped'], Uint32Array>>;

/**
 * Prepares datasets that are in memory: large ones in a thread of their own each, so that datasets are prepared side by
 * side and a cancellation is heard.
 *
 * @param options.workerFile the thread's bundle
 * @param options.threadRows rows from which on a thread is started
 * @param options.threadBytes bytes of text from which on a thread is started, whatever the rows
 * @param options.signal ends the threads; what is under way rejects with its reason
 */
export function createPreparer(
  options: { workerFile?: string; threadRows?: number; threadBytes?: number; signal?: AbortSignal } = {},
): Prepare {
  const { threadRows = THREAD_ROWS, threadBytes = THREAD_BYTES, workerFile = WORKER_FILE, signal } = options;
  return async (shape, { rows, counts }, how) => {
    const source: MemorySource = { kind: 'memory', shape, columns: rows.columns, counts };
    const isSmall = rows.length < threadRows && !holdsBytes(rows, threadBytes);
    const preparing: Preparing<unknown, PreparedInMemory> = isSmall
      ? new PreparingHere(new MemoryJob(source))
      : new PreparingThread(workerFile, source, { name: shape.name, transfer: memoryOf(source), signal });
    return prepareBy(preparing, how);
  };
}

/**
 * Prepares rows once, and then writes their files one after the other. If the rows cannot be prepared, the job is
 * closed.
 */
export async function prepareBy<Name, Dropped, Ids>(
  preparing: Preparing<unknown, PreparedJob<Name, Dropped, Ids>>,
  how: PrepareOptions,
): Promise<Prepared<Name, Dropped, Ids>> {
  try {
    const prepared = await preparing.prepare(how);
    let files: Promise<readonly DataFile[]> | undefined;
    let last: Promise<unknown> = Promise.resolve();
    const afterLast = <T>(write: () => Promise<T>): Promise<T> => {
      const next = last.then(write);
      last = next;
      return next;
    };
    return {
      ...prepared,
      dataFiles() {
        files ??= afterLast(() => preparing.write());
        return files;
      },
      rowIndex(earlier) {
        const isLedger = earlier !== null && earlier.content === how.ledger;
        const compared = isLedger ? { ...earlier, content: null } : earlier;
        return afterLast(() => preparing.index(compared));
      },
      close: () => preparing.close(),
    };
  } catch (error) {
    await preparing.close();
    throw error;
  }
}

/** True when the texts have at least so many bytes. */
function holdsBytes(rows: StoredRows, least: number): boolean {
  let bytes = 0;
  for (let row = 0; row < rows.length; row++) bytes += rows.byteLengthAt(row);
  return bytes >= least;
}

/** The memory of the columns, which is handed over to the thread. */
function memoryOf({ columns }: MemorySource): ArrayBuffer[] {
  const { numbers, classIds, valueNumbers, rankHigh, rankLow, textRanks, origins, confidences } = columns;
  return [
    numbers,
    classIds,
    valueNumbers,
    rankHigh,
    rankLow,
    textRanks?.rankHigh ?? null,
    textRanks?.rankLow ?? null,
    origins,
    confidences,
  ]
    .filter((column) => column !== null)
    .map(({ buffer }) => buffer);
}
