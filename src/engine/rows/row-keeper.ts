import type { RowSource } from '../../model/rows.ts';
import type { DropReason } from './dropped-rows.ts';
import type { Fields } from './shared-identity.ts';

/** Keeps a dataset's rows, in memory or elsewhere. */
export interface RowKeeper {
  /** Keeps who made a correction and when. */
  note(row: Fields, serial: number): void;
  /** Sets the code of a correction's origin, see `ROW_ORIGINS`, before the row is kept. */
  setOrigin(serial: number, origin: number): void;
  /** Sets the probabilities of a row, see `ConfidenceReader`, before the row is kept; null for none. */
  setConfidence(serial: number, confidence: Float32Array | null): void;
  /** @returns a number of the row's values, or one below 0 as `ValueReader` has it */
  valueOf(row: Fields): number;
  /** Keeps a usable row. @param value what {@link valueOf} returned for it */
  keep(source: RowSource, row: Fields, value: number, serial: number): void;
  drop(reason: DropReason, serial: number): void;
}
