import { droppedLines } from './disk/dropped-runs.ts';
import type { Preparation, ReadRows } from './engine.ts';
import type { PrepareOptions } from './prepare.ts';
import type { PreparingThread } from './thread.ts';
import { type ThreadOptions, ThreadRows } from './thread-rows.ts';
import type { SpillAnswers, SpillJob } from './workers/spill-worker.ts';

/**
 * Rows of a dataset on disk.
 *
 * @param droppedFiles files of the rows that were dropped when they were read
 */
export function spilledRows(
  job: SpillJob,
  droppedFiles: readonly string[],
  options: ThreadOptions,
): ReadRows {
  return new ThreadRows(job.source.shape.name, job, options, async (thread) => {
    const { settled, counts } = await thread.answer<SpillAnswers['settle']>();
    const dropped = [...droppedFiles, ...settled.droppedFiles];
    return {
      length: settled.left.rows,
      counts,
      classRows: () => settled.classRows,
      conflictIds: (most) => settled.conflictIds.slice(0, most),
      prepare: (how) => options.turns((searchBlocks) => prepare(thread, { ...how, searchBlocks }, dropped)),
      droppedLines: () => droppedLines(dropped),
    };
  });
}

/** @param dropped is told the files of rows that are near duplicates */
async function prepare(
  thread: PreparingThread,
  how: PrepareOptions,
  dropped: string[],
): Promise<Preparation> {
  const { dataset, examples, droppedFiles } = await thread.prepare<SpillAnswers['prepare']>(how);
  dropped.push(...droppedFiles);
  return {
    dataset,
    nearDuplicates: dataset.nearDuplicates === null ? null : { ...dataset.nearDuplicates, examples },
    dataFiles: () => thread.dataFiles(),
    close: async () => undefined,
  };
}
