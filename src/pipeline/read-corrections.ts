import type { ReadRows, RowEngine } from '../engine/engine.ts';
import type { CorrectionsDatabase } from '../model/corrections.ts';
import type { Progress } from '../model/progress.ts';
import type { DatasetTarget } from '../model/target.ts';
import { type DescribedTarget, describeTargets } from './describe-targets.ts';
import { planReading } from './plan-reading.ts';

/** A dataset, and its rows. */
export interface ReadDataset extends DescribedTarget {
  readonly rows: ReadRows;
}

/**
 * Reads every dataset's corrections and its sample of confirmed rows from one snapshot. Datasets of the same source are
 * read together.
 *
 * @returns the rows of each dataset
 * @throws ConfigError for a SELECT that does not fit its datasets; errors of the database
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
    const described = await describeTargets(corrections, targets);
    const rows = await engine.read(corrections, planReading(described, now()), progress);
    return new Map(described.map((one) => [one.target, { ...one, rows: rows.get(one.target)! }]));
  });
}
