import { collectRows } from '../../src/clients/memory-engine.ts';
import type { CollectedRows } from '../../src/dataset/rows/dataset-collector.ts';
import type { CorrectionsDatabase, Progress } from '../../src/pipeline/ports.ts';
import { type ReadDataset, readCorrections } from '../../src/pipeline/read-corrections.ts';
import type { DatasetTarget, RowEngine } from '../../src/pipeline/settings.ts';

/** Reads the rows of datasets from a database as the action does, up to their split; to be looked at. */
export async function readAndCollect(
  database: CorrectionsDatabase,
  targets: readonly DatasetTarget[],
  progress: Progress,
): Promise<(Omit<ReadDataset, 'rows'> & { rows: CollectedRows })[]> {
  let collected: Awaited<ReturnType<typeof collectRows>> | undefined;
  const engine: RowEngine = {
    async read(...request) {
      collected = await collectRows(...request);
      return new Map();
    },
  };
  const read = await readCorrections({ database, engine, progress }, targets);
  return targets.map((target) => ({ ...read.get(target)!, rows: collected!.get(target)!.rows }));
}
