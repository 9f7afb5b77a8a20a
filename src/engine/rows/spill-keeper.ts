import type { RowSource } from '../../model/rows.ts';
import type { DropReason } from './dropped-rows.ts';
import type { KeeperParts } from './memory-keeper.ts';
import type { RowKeeper } from './row-keeper.ts';
import { originCode } from './row-origin.ts';
import { emptyRow, type RowSpill, type SpilledRow } from './row-spill.ts';
import type { Fields } from './shared-identity.ts';

const CONFIRMED = originCode('confirmed');

/** Passes on a dataset's rows, so that none is kept in memory. */
export class SpillKeeper implements RowKeeper {
  readonly #parts: KeeperParts;
  readonly #dataset: number;
  readonly #spill: RowSpill;
  readonly #row: SpilledRow = emptyRow();

  /** @param dataset its number where the rows go */
  constructor(parts: KeeperParts, dataset: number, spill: RowSpill) {
    this.#parts = parts;
    this.#dataset = dataset;
    this.#spill = spill;
  }

  setOrigin(_serial: number, origin: number): void {
    this.#row.origin = origin;
  }

  setConfidence(_serial: number, confidence: Float32Array | null): void {
    this.#row.confidence = confidence;
  }

  note(row: Fields): void {
    this.#parts.notes!.read(row);
  }

  valueOf(row: Fields): number {
    const { values, identity } = this.#parts;
    return values.pack(row, identity);
  }

  keep(source: RowSource, fields: Fields, value: number): void {
    const { identity, values, notes, keys } = this.#parts;
    const row = this.#row;
    row.text = identity.ranked();
    row.rankHigh = identity.rankHigh;
    row.rankLow = identity.rankLow;
    row.classId = value;
    row.values = values.packed;
    const rank = keys?.rankOf(fields, identity.folded);
    row.groupHigh = rank?.high ?? row.rankHigh;
    row.groupLow = rank?.low ?? row.rankLow;
    if (source === 'confirmed') row.origin = CONFIRMED;
    if (notes !== null && source === 'corrections') {
      row.annotator = notes.annotator;
      row.time = notes.time;
    }
    this.#spill.keep(this.#dataset, row);
  }

  drop(reason: DropReason): void {
    this.#spill.drop(this.#dataset, reason);
  }
}
