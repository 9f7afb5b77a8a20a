import { parentPort, workerData } from 'node:worker_threads';
import type { RowCounts } from '../dataset/collect-rows.ts';
import type { LabelSchema } from '../dataset/label-schema.ts';
import { type PrepareOptions, prepareDataset, writeDataFiles } from '../dataset/prepare.ts';
import { StoredTexts, type TextColumns } from '../dataset/stored-texts.ts';

/** What the thread is started with. */
export interface PrepareJob {
  readonly schema: LabelSchema;
  readonly columns: TextColumns;
  readonly counts: RowCounts;
  readonly options: PrepareOptions;
}

// Sends the prepared dataset at once and its data files when it is asked for them by any message. An error ends the
// thread, which the main thread is told as an event.
const { schema, columns, counts, options }: PrepareJob = workerData;
const texts = new StoredTexts(columns);
const { dataset, splits } = prepareDataset(schema, { texts, counts }, options);
parentPort?.once('message', () => {
  const files = writeDataFiles(schema, texts, splits);
  const memory = files.flatMap(({ chunks }) => chunks.map(({ buffer }) => buffer));
  parentPort?.postMessage(files, memory);
});
parentPort?.postMessage(dataset);
