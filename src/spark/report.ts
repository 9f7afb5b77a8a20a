import { futureOf, type RowCounts } from '../engine/rows/row-counts.ts';
import type { Predictions } from '../model/predictions.ts';
import type { SplitName } from '../model/rows.ts';

/** What spark/prepare.py reports of a dataset. */
export interface ReportedDataset {
  readonly name: string;
  readonly counts: ReportedCounts;
  readonly splits: Readonly<Record<SplitName, ReportedSplit>>;
}

/** The counts, with the newest correction in seconds since 1970. */
export interface ReportedCounts
  extends Omit<
    RowCounts,
    'fetched' | 'agreement' | 'newestCorrection' | 'futureCorrections' | 'pii' | 'predictions'
  > {
  readonly fetched: { readonly reviewed: number; readonly pool: number };
  readonly newestCorrection: number | null;
  readonly futureCorrections: number;
  readonly predictions: Predictions | null;
}

export interface ReportedSplit {
  readonly rows: number;
  /** Rows of each class, by class id. */
  readonly classRows: readonly number[];
}

/**
 * The line of JSON that spark/prepare.py writes last, to the only file below `report.json` whose name begins with
 * `part-`.
 */
export interface SparkReport {
  readonly version: 2;
  /** Version of Spark. */
  readonly spark: string;
  /** In the order of the plan. */
  readonly datasets: readonly ReportedDataset[];
}

/** The last instant of a Date; PostgreSQL has later ones. */
const LAST_INSTANT_MS = 8.64e15;

/** Returns the counts like those of rows that were collected here. */
export function rowCountsOf({
  fetched,
  newestCorrection,
  futureCorrections,
  predictions,
  ...counts
}: ReportedCounts): RowCounts {
  const newest = newestCorrection === null ? null : 1000 * newestCorrection;
  return {
    fetched: { corrections: fetched.reviewed, confirmed: fetched.pool },
    ...counts,
    agreement: null,
    newestCorrection:
      newest === null
        ? null
        : new Date(Math.min(LAST_INSTANT_MS, Math.max(-LAST_INSTANT_MS, newest))).toISOString(),
    ...futureOf(futureCorrections),
    ...(predictions === null ? {} : { predictions }),
  };
}
