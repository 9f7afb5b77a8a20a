import type { DatasetShape } from '../model/shape.ts';
import { countClassRows } from './class-rows.ts';
import type { Preparation, ReadRows, UsableRows } from './engine.ts';
import { tellNearDuplicates } from './near-duplicates/report.ts';
import type { PrepareOptions } from './prepare.ts';
import type { Prepare } from './preparer.ts';
import type { CollectedRows } from './rows/dataset-collector.ts';

/** Rows of a dataset that are in memory, deduplicated. */
export function memoryRows(shape: DatasetShape, collected: CollectedRows, prepare: Prepare): ReadRows {
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
  const { nearDuplicates: found } = dataset;
  const nearDuplicates = found === null ? null : tellNearDuplicates(found, copies, (row) => ids.of(row));
  return { dataset, nearDuplicates, dataFiles, close };
}
