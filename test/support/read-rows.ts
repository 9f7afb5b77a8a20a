import type { RowEngine } from '../../src/engine/engine.ts';
import { readPlan } from '../../src/engine/read-plan.ts';
import { textOfHtml } from '../../src/engine/rows/clean-html.ts';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import type { CollectedDataset, CollectedRows } from '../../src/engine/rows/dataset-collector.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import type { CorrectionsDatabase } from '../../src/model/corrections.ts';
import type { Progress } from '../../src/model/progress.ts';
import type { DatasetTarget } from '../../src/model/target.ts';
import { type ReadDataset, readCorrections } from '../../src/pipeline/read-corrections.ts';

/**
 * Reads the rows of datasets from a database as the action does, up to their split; to be looked at.
 *
 * @param change makes another dataset of each before its rows are collected
 */
export async function readAndCollect(
  database: CorrectionsDatabase,
  targets: readonly DatasetTarget[],
  progress: Progress,
  change: (dataset: CollectedDataset) => CollectedDataset = (dataset) => dataset,
): Promise<(Omit<ReadDataset, 'rows'> & { rows: CollectedRows })[]> {
  const collected = new Map<DatasetTarget, CollectedRows>();
  const engine: RowEngine = {
    async read(corrections, plans) {
      for (const plan of plans) {
        const { datasets, seed } = plan;
        const collector = new RowCollector(datasets.map(change), new TextIndex(new TextRanker(seed)), seed, {
          textOfHtml,
        });
        await readPlan(corrections, plan, { collector, progress });
        for (const [number, rows] of collector.finish().entries())
          collected.set(datasets[number].target, rows);
      }
      return new Map();
    },
  };
  const read = await readCorrections({ database, engine, progress, now: () => new Date() }, targets);
  return targets.map((target) => ({ ...read.get(target)!, rows: collected.get(target)! }));
}
