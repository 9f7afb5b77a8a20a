import type { SplitName } from '../model/rows.ts';
import type { ValueMemory } from './rows/values.ts';

/** The rows that survived cleaning, labelling and deduplication, column by column. */
export interface DatasetRows {
  readonly length: number;
  /** UTF-8 bytes of a row's identity, see `IdentityReader`: a view, not a copy. */
  textAt(row: number): Uint8Array;
  /** Copies a row's identity to a position of `target`, where there is room. */
  copyText(row: number, target: Uint8Array, position: number): void;
  /**
   * Copies the sketch of a row's identity that was made while the rows were read.
   *
   * @param target as long as one sketch
   * @returns false when none was made
   */
  copySketch(row: number, target: Int32Array): boolean;
  /** Copies the model's probability of each class. @returns false when a row has none */
  copyConfidence(row: number, target: Float32Array): boolean;
  /** Length of a row's identity in UTF-8 bytes. */
  byteLengthAt(row: number): number;
  /** Class id of each row; empty where rows have not one class each. */
  readonly classIds: Uint16Array;
  /** Number of each row's values, null where its class is all. */
  readonly valueNumbers: Uint32Array | null;
  /** What the numbers stand for. */
  readonly valueMemory: ValueMemory;
  /** First 8 bytes, big-endian, of sha256(`<seed>:<key>`) of each row, as two 32-bit halves; see `SplitKeys`. */
  readonly rankHigh: Uint32Array;
  readonly rankLow: Uint32Array;
  /** The same of each row's identity, where the ranks are those of groups. */
  readonly textRanks: { readonly rankHigh: Uint32Array; readonly rankLow: Uint32Array };
  /** Code of each row's origin, see `ROW_ORIGINS`. */
  readonly origins: Uint8Array;
}

/** Row numbers of each split, in the order they are written. */
export type SplitRows = Readonly<Record<SplitName, Uint32Array>>;
