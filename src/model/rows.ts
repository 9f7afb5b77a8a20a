/** Origin of a row: a correction by a person, or the sample of rows that nobody corrected. */
export type RowSource = 'corrections' | 'confirmed';

/** The splits of a dataset, in the order in which they are reported and configured. */
export const SPLIT_NAMES = ['train', 'eval', 'test'] as const;
export type SplitName = (typeof SPLIT_NAMES)[number];

/** Share of the rows that each split gets; the three add up to 1. */
export type SplitFractions = Readonly<Record<SplitName, number>>;

/** A bound on ranks, a whole number from 0 to 2^64, as the part above its lower 32 bits, and these 32 bits. */
export interface RankBound {
  readonly high: number;
  readonly low: number;
}

/** The shares, and the ranks at which they end: ranks below the first bound are test, below the second eval. */
export interface SplitShares extends SplitFractions {
  readonly testBelow: RankBound;
  readonly evalBelow: RankBound;
}

export type SplitMethod = 'stable' | 'sklearn';

/** Rows of each class in each split, by class name. */
export type ClassBalance = Readonly<Record<string, Readonly<Record<SplitName, number>>>>;

/** Rows of each class of a dataset that was split. */
export function sumClassRows(
  { classNames }: { readonly classNames: readonly string[] },
  balance: ClassBalance,
): number[] {
  return classNames.map((name) => rowsOfClass(balance, name));
}

/** Rows of one class in all splits; 0 for a class that the balance does not have. */
export function rowsOfClass(balance: ClassBalance, name: string): number {
  return Object.hasOwn(balance, name) ? SPLIT_NAMES.reduce((sum, split) => sum + balance[name][split], 0) : 0;
}
