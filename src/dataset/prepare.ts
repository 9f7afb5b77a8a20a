import type { CollectedRows, RowCounts } from './collect-rows.ts';
import { contentSha256 } from './content-hash.ts';
import type { LabelSchema } from './label-schema.ts';
import type { ClassBalance } from './metadata.ts';
import {
  type LabelledTexts,
  SPLIT_NAMES,
  type SplitFractions,
  type SplitName,
  type SplitRows,
} from './rows.ts';
import { type SplitMethod, splitRows } from './split.ts';

/** A dataset that is ready to be written: its rows, their splits, and what the reports say about them. */
export interface PreparedDataset {
  readonly schema: LabelSchema;
  readonly texts: LabelledTexts;
  readonly splits: SplitRows;
  readonly splitSizes: Readonly<Record<SplitName, number>>;
  readonly classBalance: ClassBalance;
  /** Classes with too few rows to be split, which stand whole in train. */
  readonly tinyClasses: readonly { className: string; rows: number }[];
  readonly counts: RowCounts;
  readonly contentSha256: string;
}

/** Splits the collected rows and sums up what came out. @throws Error when there are too few rows to split */
export function prepareDataset(
  schema: LabelSchema,
  { texts, counts }: CollectedRows,
  options: { fractions: SplitFractions; method: SplitMethod; seed: number },
): PreparedDataset {
  const { rows: splits, tinyClasses } = splitRows({
    texts,
    classNames: schema.classNames,
    ...options,
  });
  return {
    schema,
    texts,
    splits,
    splitSizes: { train: splits.train.length, eval: splits.eval.length, test: splits.test.length },
    classBalance: countClasses(schema, texts, splits),
    tinyClasses: tinyClasses.map(({ classId, rows }) => ({ className: schema.classNames[classId], rows })),
    counts,
    contentSha256: contentSha256(texts, splits),
  };
}

function countClasses(schema: LabelSchema, texts: LabelledTexts, splits: SplitRows): ClassBalance {
  const balance = schema.classNames.map(() => ({ train: 0, eval: 0, test: 0 }));
  for (const split of SPLIT_NAMES) {
    for (const row of splits[split]) balance[texts.classIds[row]][split]++;
  }
  return Object.fromEntries(schema.classNames.map((name, classId) => [name, balance[classId]]));
}
