import type { Rank } from './group-ranks.ts';
import { IdHasher } from './id-hasher.ts';
import { enlarged, release } from './text-store.ts';

/** Number of the item of a row whose id is NULL: such a row is an item of its own. */
export const NO_ITEM = 0;

/**
 * Numbers the ids of rows, the same id with the same number, by an open-addressed table over their hashes. The ids
 * themselves are not kept.
 */
export class RowItems {
  readonly #hasher = new IdHasher();
  /** Number of an item, {@link NO_ITEM} where there is none. */
  #table = new Uint32Array(1 << 12);
  /** Hashes by number. */
  #high = new Uint32Array(1024);
  #low = new Uint32Array(1024);
  /** Numbers are below. */
  #end = NO_ITEM + 1;
  /** Number of the item by serial number of the row. */
  #items = new Uint32Array(1024);
  #rows = 0;

  /** Takes the id of the next row: the whole of it, as bytes, null for NULL. */
  add(id: Uint8Array | null): void {
    if (this.#rows === this.#items.length) this.#items = enlarged(this.#items);
    this.#items[this.#rows++] = id === null ? NO_ITEM : this.#numberOf(id);
  }

  /** Number of a row's item. @param serial the row's serial number, see `RowIds` */
  itemOf(serial: number): number {
    return this.#items[serial];
  }

  /** Hash of a row's id as two 32-bit halves; null for NULL. */
  hashOf(serial: number): Rank | null {
    const item = this.#items[serial];
    return item === NO_ITEM ? null : { high: this.#high[item], low: this.#low[item] };
  }

  /** Number of rows. */
  get length(): number {
    return this.#rows;
  }

  /** Numbers of items are below. */
  get end(): number {
    return this.#end;
  }

  /** Bytes of memory it takes. */
  get bytes(): number {
    return 4 * this.#table.length + 8 * this.#end + 4 * this.#rows;
  }

  /** Forgets all rows, and gives their memory back. */
  clear(): void {
    release(this.#table, this.#high, this.#low, this.#items);
    this.#table = new Uint32Array(1 << 12);
    this.#high = new Uint32Array(1024);
    this.#low = new Uint32Array(1024);
    this.#items = new Uint32Array(1024);
    this.#end = NO_ITEM + 1;
    this.#rows = 0;
  }

  #numberOf(id: Uint8Array): number {
    this.#hasher.hash(id);
    const { high, low } = this.#hasher;
    const mask = this.#table.length - 1;
    let slot = low & mask;
    for (let item = this.#table[slot]; item !== NO_ITEM; item = this.#table[slot]) {
      if (this.#low[item] === low && this.#high[item] === high) return item;
      slot = (slot + 1) & mask;
    }
    if (this.#end === this.#high.length) {
      this.#high = enlarged(this.#high);
      this.#low = enlarged(this.#low);
    }
    this.#table[slot] = this.#end;
    this.#high[this.#end] = high;
    this.#low[this.#end] = low;
    if (this.#end * 2 > this.#table.length) this.#growTable();
    return this.#end++;
  }

  #growTable(): void {
    const mask = 2 * this.#table.length - 1;
    const table = new Uint32Array(mask + 1);
    for (let item = NO_ITEM + 1; item <= this.#end; item++) {
      let slot = this.#low[item] & mask;
      while (table[slot] !== NO_ITEM) slot = (slot + 1) & mask;
      table[slot] = item;
    }
    release(this.#table);
    this.#table = table;
  }
}
