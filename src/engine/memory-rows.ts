import type { SplitName } from '../model/rows.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { DatasetRows, SplitRows } from './dataset-rows.ts';
import type { Bits } from './near-duplicates/bits.ts';
import type { OrderedRow, OrderedRows, RowGroup } from './ordered-rows.ts';
import { ValueUnpacker } from './rows/values.ts';

/** Rows in memory that were split; they are named by their numbers. */
export class MemoryRows implements OrderedRows<number> {
  readonly shape: DatasetShape;
  readonly sizes: Readonly<Record<SplitName, number>>;
  readonly #rows: DatasetRows;
  readonly #splits: SplitRows;
  readonly #values: ValueUnpacker | null;

  constructor(shape: DatasetShape, rows: DatasetRows, splits: SplitRows) {
    const { train, eval: evaluation, test } = splits;
    this.shape = shape;
    this.sizes = { train: train.length, eval: evaluation.length, test: test.length };
    this.#rows = rows;
    this.#splits = splits;
    this.#values = rows.valueMemory === null ? null : new ValueUnpacker(shape, rows.valueMemory);
  }

  get ranks(): number {
    const { rankHigh, rankLow } = this.#rows;
    return new Set(Array.from(rankHigh, (high, row) => `${high}:${rankLow[row]}`)).size;
  }

  forEach(split: SplitName, visit: (row: OrderedRow<number>, place: number) => void): void {
    const numbers = this.#splits[split];
    const row = new MemoryRow(this.#rows, this.#values);
    for (let place = 0; place < numbers.length; place++) {
      row.name = numbers[place];
      visit(row, place);
    }
  }

  *groups(split: SplitName, sizes: readonly number[], leftOut: Bits | null): Generator<RowGroup> {
    const all = this.#splits[split];
    const numbers = leftOut === null ? all : all.filter((_, place) => !leftOut.has(place));
    let start = 0;
    for (const size of sizes) {
      const group = numbers.subarray(start, start + size);
      start += size;
      yield { rows: this.#rows, group, values: this.#values };
    }
  }
}

/** The current row. Its values are read from the columns, so that no object is made for each row. */
class MemoryRow implements OrderedRow<number> {
  /** Its number. */
  name = 0;
  readonly #rows: DatasetRows;
  readonly #values: ValueUnpacker | null;

  constructor(rows: DatasetRows, values: ValueUnpacker | null) {
    this.#rows = rows;
    this.#values = values;
  }

  get text(): Uint8Array {
    return this.#rows.textAt(this.name);
  }

  get byteLength(): number {
    return this.#rows.byteLengthAt(this.name);
  }

  copyText(target: Uint8Array, position: number): void {
    this.#rows.copyText(this.name, target, position);
  }

  copySketch(target: Int32Array): boolean {
    return this.#rows.copySketch(this.name, target);
  }

  copyConfidence(target: Float32Array): boolean {
    return this.#rows.copyConfidence(this.name, target);
  }

  get rankHigh(): number {
    return this.#rows.textRanks.rankHigh[this.name];
  }

  get rankLow(): number {
    return this.#rows.textRanks.rankLow[this.name];
  }

  get origin(): number {
    return this.#rows.origins[this.name];
  }

  get classId(): number {
    return this.#rows.classIds[this.name];
  }

  get values(): Uint8Array | null {
    return this.#values === null ? null : this.#values.bytesAt(this.#rows.valueNumbers![this.name]);
  }
}
