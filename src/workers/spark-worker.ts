import { parentPort, workerData } from 'node:worker_threads';
import type { PrepareOptions } from '../dataset/prepare.ts';
import type { RowCounts } from '../dataset/rows/row-counts.ts';
import type { DataFile } from '../dataset/version/parquet.ts';
import { publishShards } from '../spark/publish-shards.ts';
import { type ShardSource, takeShards } from '../spark/take-shards.ts';
import { type PreparedSpilled, prepareSpilled } from '../spill/prepare-spilled.ts';

/** What the thread is started with. */
export interface SparkJob {
  readonly source: ShardSource;
  readonly counts: RowCounts;
}

/** What the thread answers to a request. */
export interface SparkAnswers {
  readonly take: { readonly classRows: readonly number[] };
  readonly prepare: Pick<PreparedSpilled, 'dataset'>;
  readonly write: readonly DataFile[];
}

/** What the thread is asked for, in this order; each once. */
export type SparkRequest = { readonly prepare: PrepareOptions } | 'write';

// Takes the shards over at once, and prepares and publishes them when it is asked to. An error ends the thread, which the
// main thread is told as an event.
const { source, counts }: SparkJob = workerData;
const taken = await takeShards(source);
parentPort?.on('message', async (request: SparkRequest) => {
  if (request === 'write') {
    parentPort?.postMessage((await publishShards(source, taken.files)) satisfies SparkAnswers['write']);
    return;
  }
  const { dataset } = prepareSpilled({ ...source, counts, settled: taken }, request.prepare);
  parentPort?.postMessage({ dataset } satisfies SparkAnswers['prepare']);
});
parentPort?.postMessage({ classRows: taken.classRows } satisfies SparkAnswers['take']);
