import type { ValueMemory } from './rows/values.ts';

/** Where a row comes from: a person's correction, or the sample of predictions nobody had to correct. */
export type RowSource = 'reviewed' | 'pool';

/** The rows that survived cleaning, labelling and deduplication, column by column. */
export interface DatasetRows {
  readonly length: number;
  /** UTF-8 bytes of a row's identity, see `IdentityReader`: a view, not a copy. */
  textAt(row: number): Uint8Array;
  /** Copies a row's identity to a position of `target`, where there is room. */
  copyText(row: number, target: Uint8Array, position: number): void;
  /** Length of a row's identity in UTF-8 bytes. */
  byteLengthAt(row: number): number;
  /** Class id of each row; empty where rows have not one class each. */
  readonly classIds: Uint16Array;
  /** Number of each row's values, null where its class is all. */
  readonly valueNumbers: Uint32Array | null;
  /** What the numbers stand for. */
  readonly valueMemory: ValueMemory;
  /** First 8 bytes, big-endian, of sha256(`<seed>:<identity or group>`) of each row, as two 32-bit halves. */
  readonly rankHigh: Uint32Array;
  readonly rankLow: Uint32Array;
}

/** The files of a dataset, in the order they are reported and configured. */
export const SPLIT_NAMES = ['train', 'eval', 'test'] as const;
export type SplitName = (typeof SPLIT_NAMES)[number];

/** Share of the rows each split gets; the three add up to 1. */
export type SplitFractions = Readonly<Record<SplitName, number>>;

/** A bound on ranks, a whole number from 0 to 2^64, as its part above the lower 32 bits, and these. */
export interface RankBound {
  readonly high: number;
  readonly low: number;
}

/** The shares, and the ranks at which they end: ranks below the first bound are test, below the second eval. */
export interface SplitShares extends SplitFractions {
  readonly testBelow: RankBound;
  readonly evalBelow: RankBound;
}

/** Row numbers of each split, in the order they are written. */
export type SplitRows = Readonly<Record<SplitName, Uint32Array>>;
