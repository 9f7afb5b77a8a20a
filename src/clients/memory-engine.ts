import type { PrepareOptions } from '../dataset/prepare.ts';
import { RowCollector } from '../dataset/rows/collect-rows.ts';
import type { CollectedRows } from '../dataset/rows/dataset-collector.ts';
import { TextRanker } from '../dataset/rows/rank.ts';
import { TextIndex } from '../dataset/rows/text-index.ts';
import type { DatasetShape } from '../dataset/shape.ts';
import { countClassRows } from '../dataset/version/class-rows.ts';
import type { ReadingPlan } from '../pipeline/plan-reading.ts';
import type { Corrections, Preparation, Progress, ReadRows, UsableRows } from '../pipeline/ports.ts';
import { readPlan } from '../pipeline/read-plan.ts';
import type { DatasetTarget, RowEngine } from '../pipeline/settings.ts';
import { tellNearDuplicates } from '../report/near-duplicates.ts';
import type { Prepare } from './preparer.ts';

/** Keeps rows in memory. */
export function createMemoryEngine(prepare: Prepare): RowEngine {
  return {
    async read(corrections, plans, progress) {
      const collected = await collectRows(corrections, plans, progress);
      return new Map(
        Array.from(collected, ([target, { shape, rows }]) => [target, readRows(shape, rows, prepare)]),
      );
    },
  };
}

/** Cleans, labels and deduplicates rows as they arrive; datasets share the texts. */
export async function collectRows(
  corrections: Corrections,
  plans: readonly ReadingPlan[],
  progress: Progress,
): Promise<ReadonlyMap<DatasetTarget, { shape: DatasetShape; rows: CollectedRows }>> {
  const indexes = new Map<number, TextIndex>();
  const read = new Map<DatasetTarget, { shape: DatasetShape; rows: CollectedRows }>();
  for (const plan of plans) {
    const { targets, datasets, seed } = plan;
    const index = indexes.get(seed) ?? new TextIndex(new TextRanker(seed));
    indexes.set(seed, index);
    const collector = new RowCollector(datasets, index, seed, await loadPii(plan));
    await readPlan(corrections, plan, { collector, progress });
    for (const [number, rows] of collector.finish().entries()) {
      read.set(targets[number], { shape: datasets[number].shape, rows });
    }
  }
  for (const index of indexes.values()) index.close();
  return read;
}

/** Loads what finds personal data: few datasets have it looked for, and the numbering plans of the world are large. */
async function loadPii({ datasets }: ReadingPlan) {
  if (datasets.every(({ pii }) => pii === null)) return null;
  const { openPiiReader } = await import('../dataset/pii/pii-reader.ts');
  return openPiiReader;
}

function readRows(shape: DatasetShape, collected: CollectedRows, prepare: Prepare): ReadRows {
  const { rows, counts, dropped } = collected;
  const usable: UsableRows = {
    length: rows.length,
    counts,
    classRows: () => countClassRows(shape, rows),
    conflictIds: (most) => dropped.idsOf('conflict', most),
    prepare: (options) => prepareRows(shape, collected, { options, prepare }),
    droppedLines: () => dropped.lines(),
  };
  return { settle: async () => usable, close: async () => undefined };
}

async function prepareRows(
  shape: DatasetShape,
  collected: CollectedRows,
  { options, prepare }: { options: PrepareOptions; prepare: Prepare },
): Promise<Preparation> {
  const { dataset, copies, dataFiles, close } = await prepare(shape, collected, options);
  const { dropped, ids } = collected;
  for (const row of copies.droppedRows) dropped.add('near-duplicate', ids.serialOf(row));
  const nearDuplicates = tellNearDuplicates(dataset.nearDuplicates, copies, (row) => ids.of(row));
  return { dataset, nearDuplicates, dataFiles, close };
}
