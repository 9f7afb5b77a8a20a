import type { ClassBalance } from '../model/rows.ts';
import { SPLIT_NAMES, type SplitMethod, type SplitName, type SplitShares } from '../model/rows.ts';
import { classColumn, type DatasetShape } from '../model/shape.ts';
import type { TrustSettings } from '../model/trust.ts';
import { contentSha256 } from './content-hash.ts';
import type { DatasetRows, SplitRows } from './dataset-rows.ts';
import type { NearDuplicates } from './near-duplicates/near-duplicates.ts';
import { findStoredCopies, notSearched, type StoredCopies } from './near-duplicates/stored-copies.ts';
import { countDatasetBytes, writeParquet } from './parquet.ts';
import type { RowCounts } from './rows/row-counts.ts';
import { ValueUnpacker } from './rows/value-unpacker.ts';
import { countMoved, type EarlierSplit } from './split/count-moved.ts';
import { splitRows } from './split/split.ts';

export interface PrepareOptions {
  readonly fractions: SplitShares;
  readonly method: SplitMethod;
  readonly seed: number;
  readonly dropNearDuplicates: TrustSettings['dropNearDuplicates'];
  /** `none` to search no near copies; default `count`. */
  readonly nearDuplicates?: TrustSettings['nearDuplicates'];
  /** Blocks of rows that are searched for near copies at once, which makes no difference to what is found; default 1. */
  readonly searchBlocks?: number;
  /** How the rows were split before, to count those that move; left out where that has not changed, or cannot be counted. */
  readonly earlierSplit?: EarlierSplit;
}

/** A class that has rows, but none in these splits. */
export interface MissingClass {
  readonly className: string;
  readonly splits: readonly SplitName[];
}

/** What is to be said of a dataset that is ready to be written. */
export interface PreparedDataset {
  readonly shape: DatasetShape;
  /** Rows of all splits: those collected without the near duplicates that were dropped. */
  readonly numSamples: number;
  readonly splitSizes: Readonly<Record<SplitName, number>>;
  /** Bytes of each split as `datasets` counts them. */
  readonly splitBytes: Readonly<Record<SplitName, number>>;
  readonly classBalance: ClassBalance;
  readonly missingClasses: readonly MissingClass[];
  readonly counts: RowCounts;
  /** Null when they were not searched. */
  readonly nearDuplicates: NearDuplicates | null;
  readonly contentSha256: string;
  /** Rows that {@link PrepareOptions.earlierSplit} puts into another split; null without one. */
  readonly movedRows: number | null;
}

/**
 * Splits the collected rows and sums up what came out.
 *
 * @throws Error when there are too few rows to split, or none is left in train
 */
export function prepareDataset(
  shape: DatasetShape,
  { rows, counts }: { readonly rows: DatasetRows; readonly counts: RowCounts },
  options: PrepareOptions,
): { dataset: PreparedDataset; copies: StoredCopies; splits: SplitRows } {
  const allSplits = splitRows({ rows, classNames: shape.classNames, ...options });
  const { found, copies, splits } =
    options.nearDuplicates === 'none' ? notSearched(allSplits) : findStoredCopies(rows, allSplits, options);
  const values = rows.valueMemory === null ? null : new ValueUnpacker(shape, rows.valueMemory);
  const classBalance = countClasses(shape, rows, { splits, values });
  const dataset = {
    shape,
    numSamples: rows.length - (found?.dropped ?? 0),
    splitSizes: ofSplits((split) => splits[split].length),
    splitBytes: ofSplits((split) => countDatasetBytes(shape, rows, splits[split])),
    classBalance,
    missingClasses: findMissingClasses(classBalance),
    counts,
    nearDuplicates: found,
    contentSha256: contentSha256(rows, splits, values),
    movedRows: movedRows(rows, splits, options.earlierSplit),
  };
  return { dataset, copies, splits };
}

function movedRows(rows: DatasetRows, splits: SplitRows, before: EarlierSplit | undefined): number | null {
  if (before === undefined) return null;
  return countMoved(before, (split, visit) => {
    for (const row of splits[split]) visit(rows.textAt(row));
  });
}

/** Writes the data files of a dataset. */
export function writeDataFiles(
  shape: DatasetShape,
  rows: DatasetRows,
  splits: SplitRows,
  options: { maxShardBytes?: number } = {},
): ReturnType<typeof writeParquet> {
  return SPLIT_NAMES.flatMap((split) =>
    writeParquet({ split, shape, rows, selected: splits[split], ...options }),
  );
}

function ofSplits(count: (split: SplitName) => number): Record<SplitName, number> {
  return { train: count('train'), eval: count('eval'), test: count('test') };
}

/** Rows of each class, and of several classes a row, in each split; none without classes. */
function countClasses(
  shape: DatasetShape,
  rows: DatasetRows,
  { splits, values }: { splits: SplitRows; values: ValueUnpacker | null },
): ClassBalance {
  const balance = shape.classNames.map(() => ({ train: 0, eval: 0, test: 0 }));
  const type = shape.values[classColumn(shape)]?.type;
  for (const split of SPLIT_NAMES) {
    if (type === 'class') for (const row of splits[split]) balance[rows.classIds[row]][split]++;
    if (type !== 'classes') continue;
    for (const row of splits[split]) {
      for (const id of values!.classIdsAt(rows.valueNumbers![row])) balance[id][split]++;
    }
  }
  return Object.fromEntries(shape.classNames.map((name, classId) => [name, balance[classId]]));
}

/** Classes that have rows, but none in some splits. */
export function findMissingClasses(classBalance: ClassBalance): MissingClass[] {
  return Object.entries(classBalance).flatMap(([className, rows]) => {
    const splits = SPLIT_NAMES.filter((split) => rows[split] === 0);
    return splits.length === 0 || splits.length === SPLIT_NAMES.length ? [] : [{ className, splits }];
  });
}
