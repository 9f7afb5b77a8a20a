import { parentPort, workerData } from 'node:worker_threads';
import type { DatasetShape } from '../../model/shape.ts';
import { type PrepareOptions, prepareDataset, writeDataFiles } from '../prepare.ts';
import type { RowCounts } from '../rows/row-counts.ts';
import { type RowColumns, StoredRows } from '../rows/stored-rows.ts';

/** What the thread is started with. */
export interface PrepareJob {
  readonly shape: DatasetShape;
  readonly columns: RowColumns;
  readonly counts: RowCounts;
  readonly options: PrepareOptions;
}

// Sends the prepared dataset at once and its data files when it is asked for them by any message. An error ends the
// thread, which the main thread is told as an event.
const { shape, columns, counts, options }: PrepareJob = workerData;
const rows = new StoredRows(columns);
const { splits, ...prepared } = prepareDataset(shape, { rows, counts }, options);
parentPort?.once('message', () => {
  const files = writeDataFiles(shape, rows, splits);
  const memory = files.flatMap(({ chunks = [] }) => chunks.map(({ buffer }) => buffer));
  parentPort?.postMessage(files, memory);
});
parentPort?.postMessage(prepared);
