import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Preparation, ReadRows } from '../engine/engine.ts';
import type { PrepareOptions } from '../engine/prepare.ts';
import type { PreparingThread } from '../engine/thread.ts';
import { type ThreadOptions, ThreadRows } from '../engine/thread-rows.ts';
import { partsIn } from './read-report.ts';
import type { SparkAnswers, SparkJob } from './spark-worker.ts';

/** Rows of a dataset that Spark prepared, to be checked and taken over. */
export function sparkRows(job: SparkJob, options: ThreadOptions): ReadRows {
  const { source, counts } = job;
  return new ThreadRows(source.shape.name, job, options, async (thread) => {
    const { classRows } = await thread.answer<SparkAnswers['take']>();
    const dropped = await partsIn(path.join(source.shards, 'dropped'));
    return {
      length: counts.stages.deduplicated,
      counts,
      classRows: () => classRows,
      conflictIds: (most) => conflictIds(dropped, most),
      prepare: (how) => options.turns((searchBlocks) => prepare(thread, { ...how, searchBlocks })),
      droppedLines: () => linesOf(dropped),
    };
  });
}

async function prepare(thread: PreparingThread, how: PrepareOptions): Promise<Preparation> {
  const { dataset } = await thread.prepare<SparkAnswers['prepare']>(how);
  return {
    dataset,
    // Shards have no ids.
    nearDuplicates: dataset.nearDuplicates === null ? null : { ...dataset.nearDuplicates, examples: [] },
    dataFiles: () => thread.dataFiles(),
    close: async () => undefined,
  };
}

function* linesOf(files: readonly string[]): Generator<Uint8Array> {
  for (const file of files) yield readFileSync(file);
}

/** Ids of the first conflicting rows, which are in the order in which they are told. */
function conflictIds(files: readonly string[], most: number): string[] {
  const ids: string[] = [];
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (ids.length === most) return ids;
      if (line === '') continue;
      const { id, reason } = JSON.parse(line) as { id: string; reason: string };
      if (reason === 'conflict') ids.push(id);
    }
  }
  return ids;
}
