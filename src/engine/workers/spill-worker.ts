import { parentPort, workerData } from 'node:worker_threads';
import type { SpilledSource } from '../disk/partition-reader.ts';
import { type PreparedSpilled, prepareSpilled } from '../disk/prepare-spilled.ts';
import { type SettledRows, settleSpilled } from '../disk/settle.ts';
import { writeSpilled } from '../disk/write-spilled.ts';
import { type ReadCounts, rowCounts } from '../rows/row-counts.ts';
import { answerRequests } from './answer-requests.ts';

/** What the thread is started with. */
export interface SpillJob {
  readonly source: SpilledSource;
  readonly read: ReadCounts;
}

/** What the thread tells of the dataset; at last its data files. */
export interface SpillAnswers {
  readonly settle: { readonly settled: SettledRows; readonly counts: ReturnType<typeof rowCounts> };
  readonly prepare: Omit<PreparedSpilled, 'shards' | 'copies'>;
}

const { source, read }: SpillJob = workerData;
const settled = settleSpilled(source);
const counts = rowCounts(read, settled.left, settled.agreement);
const ordered = { ...source, counts, settled };
let prepared: PreparedSpilled | undefined;
answerRequests({
  prepare(how): SpillAnswers['prepare'] {
    prepared = prepareSpilled(ordered, how);
    const { shards, copies, ...told } = prepared;
    return told;
  },
  write: () => writeSpilled(ordered, prepared!),
});
parentPort?.postMessage({ settled, counts } satisfies SpillAnswers['settle']);
