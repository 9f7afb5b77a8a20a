import type { SplitName } from '../model/rows.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { DatasetRows } from './dataset-rows.ts';
import type { Bits } from './near-duplicates/bits.ts';
import type { ValueUnpacker } from './rows/values.ts';

/**
 * The rows of a dataset that are left once they were cleaned, labelled and deduplicated, in the order in which each split
 * is written; rows in memory and rows on disk implement it, and everything that is done with them is written once.
 *
 * @typeParam Name what a row is named by: its number where the main thread has the ids, else its id
 */
export interface OrderedRows<Name = unknown> {
  readonly shape: DatasetShape;
  readonly sizes: Readonly<Record<SplitName, number>>;
  /** Number of different ranks: rows with the same one stay in one split. */
  readonly ranks: number;
  /** Hands over the rows of a split in their order, and each one's place in it, counted from 0. */
  forEach(split: SplitName, visit: (row: OrderedRow<Name>, place: number) => void): void;
  /**
   * Puts the rows of a split together to be written; a group is valid until the next.
   *
   * @param sizes rows of each group
   * @param leftOut places of rows that are not written; null for none
   */
  groups(split: SplitName, sizes: readonly number[], leftOut: Bits | null): Generator<RowGroup>;
}

/** A row in its place; the object and its bytes are valid until the next one. */
export interface OrderedRow<Name = unknown> {
  readonly name: Name;
  /** UTF-8 bytes of its identity, see `IdentityReader`: in memory a view that is made anew for each call. */
  readonly text: Uint8Array;
  /** Length of its identity in bytes. */
  readonly byteLength: number;
  /** Copies its identity to a position of `target`, where there is room. */
  copyText(target: Uint8Array, position: number): void;
  /**
   * Copies the sketch of its identity that was made while the rows were read.
   *
   * @param target as long as one sketch
   * @returns false when none was made
   */
  copySketch(target: Int32Array): boolean;
  /** Copies the model's probability of each class. @returns false when it has none */
  copyConfidence(target: Float32Array): boolean;
  /** Rank of its identity, as two unsigned 32-bit halves. */
  readonly rankHigh: number;
  readonly rankLow: number;
  /** Code of its origin, see `ROW_ORIGINS`. */
  readonly origin: number;
  /** Class id where that is its only value. */
  readonly classId: number;
  /** Its packed values; null where a class is all. */
  readonly values: Uint8Array | null;
}

/** Rows that are written together. */
export interface RowGroup {
  readonly rows: DatasetRows;
  /** Row numbers in file order. */
  readonly group: Uint32Array;
  /** Reads the rows' values; null where a class is all. */
  readonly values: ValueUnpacker | null;
}
