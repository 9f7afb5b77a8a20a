import type { SplitRows } from '../../../src/engine/dataset-rows.ts';
import { RowCollector } from '../../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../../src/engine/rows/rank.ts';
import { TextIndex } from '../../../src/engine/rows/text-index.ts';
import { splitRows } from '../../../src/engine/split/split.ts';
import { SPLIT_NAMES, type SplitName } from '../../../src/model/rows.ts';
import { parseSplit } from '../../../src/model/split-shares.ts';
import { prepareInMemory } from '../../support/prepare.ts';
import { textDatasets, textShape } from '../../support/shapes.ts';
import { labelledTexts } from '../../support/texts.ts';

export type Row = readonly [text: string, classId: number];

export const CLASS_NAMES = ['a', 'b', 'c', 'd'];
const SHAPE = textShape(CLASS_NAMES);
export const SHARES = parseSplit('80/10/10');

/** Rows with texts of their own, so many of each class. */
export function rowsOf(counts: readonly number[]): Row[] {
  return counts.flatMap((count, classId) =>
    Array.from({ length: count }, (_, row): Row => [`text ${classId} ${row}`, classId]),
  );
}

export function split(
  rows: readonly Row[],
  options: Partial<Parameters<typeof splitRows>[0]> = {},
): SplitRows {
  const { seed = 42 } = options;
  return splitRows({
    rows: labelledTexts(rows, seed),
    classNames: CLASS_NAMES,
    fractions: SHARES,
    method: 'stable',
    seed,
    ...options,
  });
}

/** Has rows split that may be too few. */
export function prepare(
  rows: readonly Row[],
  { rows: given = labelledTexts(rows), ...how }: Partial<Parameters<typeof splitRows>[0]>,
): void {
  const [{ counts }] = new RowCollector(textDatasets(SHAPE), new TextIndex(new TextRanker(42)), 42).finish();
  const usual = { fractions: SHARES, method: 'stable', seed: 42, dropNearDuplicates: 'none' } as const;
  prepareInMemory(SHAPE, { rows: given, counts }, { ...usual, ...how });
}

export function sizesOf(splits: SplitRows): Record<string, number> {
  return Object.fromEntries(SPLIT_NAMES.map((name) => [name, splits[name].length]));
}

export function textsOf(rows: readonly Row[], splits: SplitRows): Record<SplitName, string[]> {
  const of = (name: SplitName) => Array.from(splits[name], (row) => rows[row][0]);
  return { train: of('train'), eval: of('eval'), test: of('test') };
}
