import type { RowCounts } from './collect-rows.ts';
import { contentSha256 } from './content-hash.ts';
import type { LabelSchema } from './label-schema.ts';
import type { ClassBalance } from './metadata.ts';
import { countDatasetBytes, type DataFile, writeParquet } from './parquet.ts';
import { type LabelledTexts, SPLIT_NAMES, type SplitName, type SplitRows, type SplitShares } from './rows.ts';
import { type SplitMethod, splitRows } from './split.ts';

export interface PrepareOptions {
  readonly fractions: SplitShares;
  readonly method: SplitMethod;
  readonly seed: number;
}

/** A class that has rows, but none in these splits. */
export interface MissingClass {
  readonly className: string;
  readonly splits: readonly SplitName[];
}

/** What is to be said of a dataset that is ready to be written. */
export interface PreparedDataset {
  readonly schema: LabelSchema;
  readonly numSamples: number;
  readonly splitSizes: Readonly<Record<SplitName, number>>;
  /** Bytes of each split as `datasets` counts them. */
  readonly splitBytes: Readonly<Record<SplitName, number>>;
  readonly classBalance: ClassBalance;
  readonly missingClasses: readonly MissingClass[];
  readonly counts: RowCounts;
  readonly contentSha256: string;
}

/** Splits the collected rows and sums up what came out. @throws Error when there are too few rows to split */
export function prepareDataset(
  schema: LabelSchema,
  { texts, counts }: { readonly texts: LabelledTexts; readonly counts: RowCounts },
  options: PrepareOptions,
): { dataset: PreparedDataset; splits: SplitRows } {
  const splits = splitRows({ texts, classNames: schema.classNames, ...options });
  const classBalance = countClasses(schema, texts, splits);
  const dataset = {
    schema,
    numSamples: texts.length,
    splitSizes: ofSplits((split) => splits[split].length),
    splitBytes: ofSplits((split) => countDatasetBytes(texts, splits[split])),
    classBalance,
    missingClasses: findMissingClasses(classBalance),
    counts,
    contentSha256: contentSha256(texts, splits),
  };
  return { dataset, splits };
}

/** Writes the data files of a dataset. */
export function writeDataFiles(
  { classNames }: LabelSchema,
  texts: LabelledTexts,
  splits: SplitRows,
  options: { maxShardBytes?: number } = {},
): DataFile[] {
  return SPLIT_NAMES.flatMap((split) =>
    writeParquet({ split, texts, rows: splits[split], classNames, ...options }),
  );
}

function ofSplits(count: (split: SplitName) => number): Record<SplitName, number> {
  return { train: count('train'), eval: count('eval'), test: count('test') };
}

function countClasses(schema: LabelSchema, texts: LabelledTexts, splits: SplitRows): ClassBalance {
  const balance = schema.classNames.map(() => ({ train: 0, eval: 0, test: 0 }));
  for (const split of SPLIT_NAMES) {
    for (const row of splits[split]) balance[texts.classIds[row]][split]++;
  }
  return Object.fromEntries(schema.classNames.map((name, classId) => [name, balance[classId]]));
}

function findMissingClasses(classBalance: ClassBalance): MissingClass[] {
  return Object.entries(classBalance).flatMap(([className, rows]) => {
    const splits = SPLIT_NAMES.filter((split) => rows[split] === 0);
    return splits.length === 0 || splits.length === SPLIT_NAMES.length ? [] : [{ className, splits }];
  });
}
