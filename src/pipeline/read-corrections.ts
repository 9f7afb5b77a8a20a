import type { ReadRows, RowEngine } from '../engine/engine.ts';
import type { CorrectionsDatabase } from '../model/corrections.ts';
import type { UnjudgedRows } from '../model/definition.ts';
import type { Progress } from '../model/progress.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { DatasetTarget } from '../model/target.ts';
import type { DatasetReading } from '../report/dataset-report.ts';
import { describeTargets } from './describe-targets.ts';
import { planReading } from './plan-reading.ts';

/** What was read of a dataset. */
export interface ReadDataset {
  readonly shape: DatasetShape;
  readonly reading: DatasetReading;
  readonly rows: ReadRows;
  /** Corrections that wait for review, null when the source does not say. */
  readonly pending: number | null;
  /** Rows the source left out, by cause. */
  readonly unjudged: readonly UnjudgedRows[];
}

/**
 * Reads every dataset's corrections and its sample of confirmed rows from one snapshot. Datasets of the same source are
 * read together.
 *
 * @returns what was read of each dataset
 * @throws ConfigError for a SELECT that is not what its datasets need, and what the database throws
 */
export function readCorrections(
  {
    database,
    engine,
    progress,
    now,
  }: {
    database: CorrectionsDatabase;
    engine: RowEngine;
    progress: Progress;
    now: () => Date;
  },
  targets: readonly DatasetTarget[],
): Promise<ReadonlyMap<DatasetTarget, ReadDataset>> {
  return database.withSnapshot(async (corrections) => {
    const { read: described, readings, pending, unjudged } = await describeTargets(corrections, targets);
    const plans = planReading(described, now());
    const rows = await engine.read(corrections, plans, progress);
    const shapes = new Map(
      plans.flatMap((plan) => plan.targets.map((target, index) => [target, plan.datasets[index].shape])),
    );
    return new Map(
      targets.map((target) => [
        target,
        {
          shape: shapes.get(target)!,
          reading: readings.get(target)!,
          rows: rows.get(target)!,
          pending: pending.get(target.definition.source) ?? null,
          unjudged: unjudged.get(target.definition.source) ?? [],
        },
      ]),
    );
  });
}
