import { parentPort, workerData } from 'node:worker_threads';
import type { PrepareOptions } from '../dataset/prepare.ts';
import { type ReadCounts, rowCounts } from '../dataset/rows/row-counts.ts';
import { type PreparedSpilled, prepareSpilled } from '../spill/prepare-spilled.ts';
import { type SettledRows, type SpilledSource, settleSpilled } from '../spill/settle.ts';
import { writeSpilled } from '../spill/write-spilled.ts';

/** What the thread is started with. */
export interface SpillJob {
  readonly source: SpilledSource;
  readonly read: ReadCounts;
}

/** What the thread answers to a request. */
export interface SpillAnswers {
  readonly settle: { readonly settled: SettledRows; readonly counts: ReturnType<typeof rowCounts> };
  readonly prepare: Omit<PreparedSpilled, 'shards' | 'copies'>;
  readonly write: ReturnType<typeof writeSpilled>;
}

/** What the thread is asked for, in this order; each once. */
export type SpillRequest = { readonly prepare: PrepareOptions } | 'write';

// Settles the rows at once, and prepares and writes them when it is asked to. An error ends the thread, which the main
// thread is told as an event.
const { source, read }: SpillJob = workerData;
const settled = settleSpilled(source);
const counts = rowCounts(read, settled.left, settled.agreement);
const ordered = { ...source, counts, settled };
let prepared: PreparedSpilled | undefined;
parentPort?.on('message', (request: SpillRequest) => {
  if (request === 'write') {
    parentPort?.postMessage(writeSpilled(ordered, prepared!) satisfies SpillAnswers['write']);
    return;
  }
  prepared = prepareSpilled(ordered, request.prepare);
  const { shards, copies, ...told } = prepared;
  parentPort?.postMessage(told satisfies SpillAnswers['prepare']);
});
parentPort?.postMessage({ settled, counts } satisfies SpillAnswers['settle']);
