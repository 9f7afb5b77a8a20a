import type { RowSource } from '../../model/rows.ts';
import type { DropReason } from './dropped-rows.ts';
import type { Rank } from './group-ranks.ts';

/** A row that a dataset can use; the object and its bytes are only valid during the call. */
export interface SpilledRow {
  /** Its identity, and the rank of that as two 32-bit halves. */
  text: Uint8Array;
  rankHigh: number;
  rankLow: number;
  /** Class id where that is the row's only value. */
  classId: number;
  /** Its packed values; null where a class is all. */
  values: Uint8Array | null;
  /** Rank of its group as two 32-bit halves, where rows are grouped. */
  groupHigh: number;
  groupLow: number;
  /** Code of its origin, see `ROW_ORIGINS`. */
  origin: number;
  /** Number of its annotator, and its time, where corrections have notes. */
  annotator: number;
  time: number;
  /** The model's probability of each class; null for none. */
  confidence: Float32Array | null;
}

/** A row as all datasets have it. */
export interface BegunRow {
  /** UTF-8 bytes, null for NULL; of a very long one the first. */
  readonly id: Uint8Array | null;
  readonly serial: number;
  /** Hash of the whole id; null for NULL, and where ids decide nothing. */
  readonly hash: Rank | null;
}

/** A row to be filled. */
export function emptyRow(): SpilledRow {
  return {
    text: new Uint8Array(),
    rankHigh: 0,
    rankLow: 0,
    classId: 0,
    values: null,
    groupHigh: 0,
    groupLow: 0,
    origin: 0,
    annotator: 0,
    time: 0,
    confidence: null,
  };
}

/** Takes rows that do not fit into memory. Datasets are numbered as they are read; each row is begun and ended. */
export interface RowSpill {
  begin(source: RowSource, row: BegunRow): void;
  /** The dataset can use the row. */
  keep(dataset: number, row: SpilledRow): void;
  /** The dataset cannot use the row. */
  drop(dataset: number, reason: DropReason): void;
  end(): void;
}
