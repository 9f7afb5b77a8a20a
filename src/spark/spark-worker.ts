import { parentPort, workerData } from 'node:worker_threads';
import { type PreparedSpilled, prepareSpilled } from '../engine/disk/prepare-spilled.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import { answerRequests } from '../engine/workers/answer-requests.ts';
import { publishShards } from './publish-shards.ts';
import { type ShardSource, takeShards } from './take-shards.ts';

/** What the thread is started with. */
export interface SparkJob {
  readonly source: ShardSource;
  readonly counts: RowCounts;
}

/** What the thread tells of the dataset; at last its data files. */
export interface SparkAnswers {
  readonly take: { readonly classRows: readonly number[] };
  readonly prepare: Pick<PreparedSpilled, 'dataset'>;
}

const { source, counts }: SparkJob = workerData;
const taken = await takeShards(source);
answerRequests({
  prepare(how): SparkAnswers['prepare'] {
    const { dataset } = prepareSpilled({ ...source, counts, settled: taken }, how);
    return { dataset };
  },
  write: () => publishShards(source, taken.files),
});
parentPort?.postMessage({ classRows: taken.classRows } satisfies SparkAnswers['take']);
