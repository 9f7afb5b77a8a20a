import type { SplitName } from '../model/rows.ts';
import type { DatasetShape } from '../model/shape.ts';
import { Bits } from './near-duplicates/bits.ts';
import type { OrderedRow, OrderedRows, RowGroup } from './ordered-rows.ts';

/** Rows without some of them: places are counted anew. */
export class RemainingRows<Name> implements OrderedRows<Name> {
  readonly shape: DatasetShape;
  readonly sizes: Readonly<Record<SplitName, number>>;
  readonly #all: OrderedRows<Name>;
  readonly #without: Readonly<Record<SplitName, Bits>>;

  /** @param without places of the rows that do not remain */
  constructor(all: OrderedRows<Name>, without: Readonly<Record<SplitName, Bits>>) {
    const left = (split: SplitName) => all.sizes[split] - without[split].count;
    this.shape = all.shape;
    this.sizes = { train: left('train'), eval: left('eval'), test: left('test') };
    this.#all = all;
    this.#without = without;
  }

  /** Counted when it is asked for, because rows in memory take long to count. */
  get ranks(): number {
    return this.#all.ranks;
  }

  forEach(split: SplitName, visit: (row: OrderedRow<Name>, place: number) => void): void {
    const without = this.#without[split];
    let place = 0;
    this.#all.forEach(split, (row, before) => {
      if (!without.has(before)) visit(row, place++);
    });
  }

  groups(split: SplitName, sizes: readonly number[], leftOut: Bits | null): Generator<RowGroup> {
    return this.#all.groups(split, sizes, this.placesWithout(split, leftOut));
  }

  /** Returns the places, among all rows, of those that do not remain, or are left out. */
  placesWithout(split: SplitName, leftOut: Bits | null): Bits {
    const without = this.#without[split];
    if (leftOut === null) return without;
    const places = new Bits(this.#all.sizes[split]);
    let place = 0;
    for (let before = 0; before < this.#all.sizes[split]; before++) {
      if (without.has(before) || leftOut.has(place++)) places.add(before);
    }
    return places;
  }
}
