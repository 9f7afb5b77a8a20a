import { RowCollector } from '../dataset/rows/collect-rows.ts';
import type { CollectedRows } from '../dataset/rows/dataset-collector.ts';
import { TextRanker } from '../dataset/rows/rank.ts';
import { TextIndex } from '../dataset/rows/text-index.ts';
import type { RowSource } from '../dataset/rows.ts';
import type { Selection } from '../dataset/selection.ts';
import type { DatasetShape } from '../dataset/shape.ts';
import type { DatasetReading } from '../report/dataset-report.ts';
import { describeTargets } from './describe-targets.ts';
import { planReading, type ReadingPlan } from './plan-reading.ts';
import type { Corrections, CorrectionsDatabase, Progress, RowHandler } from './ports.ts';
import type { DatasetTarget } from './settings.ts';

/** Rows between two looks at the clock. */
const ROWS_A_LINE = 10_000;

/** What was read of a dataset. */
export interface ReadDataset {
  readonly shape: DatasetShape;
  readonly reading: DatasetReading;
  readonly rows: CollectedRows;
  /** Corrections that wait for review, null when the source does not say. */
  readonly pending: number | null;
}

/**
 * Reads every dataset's corrections and its sample of confirmed rows from one snapshot, cleaned, labelled and
 * deduplicated as they arrive. Datasets of the same source are read together.
 *
 * @returns what was read of each dataset
 * @throws ConfigError for a SELECT that is not what its datasets need, and what the database throws
 */
export function readCorrections(
  database: CorrectionsDatabase,
  targets: readonly DatasetTarget[],
  progress: Progress,
): Promise<ReadonlyMap<DatasetTarget, ReadDataset>> {
  return database.withSnapshot(async (corrections) => {
    const { read: described, readings, pending } = await describeTargets(corrections, targets);
    const indexes = new Map<number, TextIndex>();
    const read = new Map<DatasetTarget, ReadDataset>();
    for (const plan of planReading(described)) {
      const index = indexes.get(plan.seed) ?? new TextIndex(new TextRanker(plan.seed));
      indexes.set(plan.seed, index);
      const collected = await readPlan(corrections, plan, { index, progress });
      for (const [number, target] of plan.targets.entries()) {
        const { shape } = plan.datasets[number];
        read.set(target, {
          shape,
          reading: readings.get(target)!,
          rows: collected[number],
          pending: pending.get(target.definition.source) ?? null,
        });
      }
    }
    for (const index of indexes.values()) index.close();
    return read;
  });
}

async function readPlan(
  corrections: Corrections,
  plan: ReadingPlan,
  { index, progress }: { index: TextIndex; progress: Progress },
): Promise<CollectedRows[]> {
  const { targets, datasets, seed, ordered, confirmed } = plan;
  const collector = new RowCollector(datasets, index, seed, await loadPii(datasets));
  const names = targets.map(({ definition }) => definition.name);
  const collect = (source: RowSource): RowHandler => {
    let rows = 0;
    return (row) => {
      collector.add(source, row);
      if (++rows % ROWS_A_LINE === 0) progress.readingRows(names.join(' and '), source, rows);
    };
  };
  const tell = (source: RowSource) => {
    for (const [dataset, name] of names.entries()) {
      progress.readRows(name, source, collector.fetched(dataset)[source]);
    }
  };

  await corrections.all(plan.corrections, { ordered }, collect('reviewed'));
  tell('reviewed');
  const sizes = targets.map(({ parameters }, dataset) =>
    Math.floor(parameters.correct_ratio * collector.fetched(dataset).reviewed),
  );
  const limit = Math.max(...sizes);
  if (confirmed !== null && limit > 0) {
    for (const [dataset, size] of sizes.entries()) collector.limitPool(dataset, size);
    const sampled = await corrections.sample(confirmed, { seed, ordered, limit }, collect('pool'));
    if (sampled === limit) await readRest(corrections, plan, { collector, sizes });
    tell('pool');
  }
  return collector.finish();
}

/** Loads what finds personal data: few datasets have it looked for, and the numbering plans of the world are large. */
async function loadPii(datasets: ReadingPlan['datasets']) {
  if (datasets.every(({ pii }) => pii === null)) return null;
  const { openPiiReader } = await import('../dataset/pii/pii-reader.ts');
  return openPiiReader;
}

/** Reads what a dataset's sample still lacks because some of the rows that were read for all are not its own. */
async function readRest(
  corrections: Corrections,
  { datasets, confirmed, seed, ordered }: ReadingPlan,
  { collector, sizes }: { collector: RowCollector; sizes: readonly number[] },
): Promise<void> {
  for (const [dataset, { layout }] of datasets.entries()) {
    const offset = collector.fetched(dataset).pool;
    const limit = sizes[dataset] - offset;
    if (limit === 0 || layout.member === null) continue;
    const own: Selection = { ...confirmed!, members: [layout.member] };
    await corrections.sample(own, { seed, ordered, limit, offset }, (row) =>
      collector.addTo(dataset, 'pool', row),
    );
  }
}
