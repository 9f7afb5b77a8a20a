import type { RowSource } from '../rows.ts';
import { enlarged } from './text-store.ts';

/** Characters of an id that are told; a longer one is cut. */
const MOST_CHARACTERS = 80;
/** Bytes that hold one character more than is told, by which a longer id is known. */
const MOST_BYTES = 4 * (MOST_CHARACTERS + 1);

/** The ids of all rows that are read at once, by the order in which the rows were read: their serial numbers. */
export class RowIds {
  #bytes = new Uint8Array(1 << 12);
  /** Where the id of each row ends. */
  #ends = new Uint32Array(1024);
  #end = 0;
  #length = 0;
  #reviewed = 0;

  /**
   * Copies the id of the next row; all reviewed rows come before the first one of the pool.
   *
   * @param id UTF-8 bytes, as good as empty for NULL
   * @returns the row's serial number, counted from 0
   */
  add(source: RowSource, id: Uint8Array | null): number {
    if (source === 'reviewed') this.#reviewed++;
    if (this.#length === this.#ends.length) this.#ends = enlarged(this.#ends);
    if (id) this.#append(id.length > MOST_BYTES ? id.subarray(0, MOST_BYTES) : id);
    this.#ends[this.#length] = this.#end;
    return this.#length++;
  }

  /** The id of a row; of a longer one its first 80 characters and an ellipsis. */
  of(serial: number): string {
    const { buffer } = this.#bytes;
    const id = Buffer.from(buffer, this.#startOf(serial), this.#lengthOf(serial)).toString();
    const characters = Array.from(id);
    return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : id;
  }

  sourceOf(serial: number): RowSource {
    return serial < this.#reviewed ? 'reviewed' : 'pool';
  }

  /**
   * Orders rows for people: reviewed ones first, then by their ids, shorter ones first, so that numbers are in their
   * order. @returns a number below, at or above 0
   */
  compare(a: number, b: number): number {
    const sources = Number(a >= this.#reviewed) - Number(b >= this.#reviewed);
    const lengths = this.#lengthOf(a) - this.#lengthOf(b);
    if (sources !== 0 || lengths !== 0) return sources || lengths;
    const [startOfA, startOfB] = [this.#startOf(a), this.#startOf(b)];
    for (let index = 0; index < this.#lengthOf(a); index++) {
      const difference = this.#bytes[startOfA + index] - this.#bytes[startOfB + index];
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #append(id: Uint8Array): void {
    while (this.#end + id.length > this.#bytes.length) this.#bytes = enlarged(this.#bytes);
    this.#bytes.set(id, this.#end);
    this.#end += id.length;
  }

  #startOf(serial: number): number {
    return serial === 0 ? 0 : this.#ends[serial - 1];
  }

  #lengthOf(serial: number): number {
    return this.#ends[serial] - this.#startOf(serial);
  }
}

/** The ids of the rows a dataset keeps. */
export class KeptIds {
  readonly #ids: RowIds;
  readonly #serials: Uint32Array;

  /** @param serials serial number of each row that is kept: the first that has its texts and its values */
  constructor(ids: RowIds, serials: Uint32Array) {
    this.#ids = ids;
    this.#serials = serials;
  }

  /** Id of a row that is kept, by its number among these. */
  of(row: number): string {
    return this.#ids.of(this.#serials[row]);
  }

  /** Its serial number, by which it can be dropped. */
  serialOf(row: number): number {
    return this.#serials[row];
  }
}
