import type { RowSource } from '../../model/rows.ts';
import { enlarged } from './text-store.ts';

/** Characters of an id that are shown; a longer one is cut. */
const MOST_CHARACTERS = 80;
/** Bytes that hold one character more than is shown, by which a longer id is recognised. */
const MOST_BYTES = 4 * (MOST_CHARACTERS + 1);
const CHUNK_BYTES = 1 << 17;

/**
 * The order of byte strings in which shorter ones come first, so that numbers are in their order.
 *
 * @returns a number below, at or above 0
 */
export function compareByLength(a: Uint8Array, b: Uint8Array): number {
  return a.length - b.length || Buffer.compare(a, b);
}

/** What is kept of an id. */
export function keptId(id: Uint8Array): Uint8Array {
  return id.length > MOST_BYTES ? id.subarray(0, MOST_BYTES) : id;
}

/** Returns an id as it is shown; of a longer one, its first 80 characters and an ellipsis. @param id its first bytes */
export function shownId(id: Uint8Array): string {
  const text = Buffer.from(id.buffer, id.byteOffset, id.length).toString();
  const characters = Array.from(text);
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}

/** The ids of all rows that are read at once, by the order in which the rows were read: their serial numbers. */
export class RowIds {
  /** Pieces of memory whose last byte stays free, so that an end identifies its piece. */
  #chunks: Uint8Array<ArrayBuffer>[] = [new Uint8Array(CHUNK_BYTES)];
  /** Position of the end of each row's id, in bytes of all pieces; an id is in one piece. */
  #ends = new Uint32Array(1024);
  #end = 0;
  #length = 0;
  #corrections = 0;

  /**
   * Copies the id of the next row; all corrections come before the first confirmed row.
   *
   * @param id UTF-8 bytes, as good as empty for NULL
   * @returns the row's serial number, counted from 0
   */
  add(source: RowSource, id: Uint8Array | null): number {
    if (source === 'corrections') this.#corrections++;
    if (this.#length === this.#ends.length) this.#ends = enlarged(this.#ends);
    if (id) this.#append(keptId(id));
    this.#ends[this.#length] = this.#end;
    return this.#length++;
  }

  /** Number of rows. */
  get length(): number {
    return this.#length;
  }

  /** Forgets all rows. */
  clear(): void {
    this.#chunks = this.#chunks.slice(0, 1);
    this.#end = 0;
    this.#length = 0;
    this.#corrections = 0;
  }

  /** Bytes of memory they take. */
  get bytes(): number {
    return this.#end + 4 * this.#length;
  }

  /** The id of a row; of a longer one its first 80 characters and an ellipsis. */
  of(serial: number): string {
    return shownId(this.bytesOf(serial));
  }

  sourceOf(serial: number): RowSource {
    return serial < this.#corrections ? 'corrections' : 'confirmed';
  }

  #append(id: Uint8Array): void {
    let offset = this.#end % CHUNK_BYTES;
    if (offset + id.length >= CHUNK_BYTES) {
      this.#end = CHUNK_BYTES * this.#chunks.length;
      this.#chunks.push(new Uint8Array(CHUNK_BYTES));
      offset = 0;
    }
    this.#chunks[this.#chunks.length - 1].set(id, offset);
    this.#end += id.length;
  }

  /** The bytes of an id, or the first bytes of a very long one: a view, not a copy. */
  bytesOf(serial: number): Uint8Array {
    const end = this.#ends[serial];
    const chunk = Math.floor(end / CHUNK_BYTES);
    const start = Math.max(CHUNK_BYTES * chunk, serial === 0 ? 0 : this.#ends[serial - 1]);
    return this.#chunks[chunk].subarray(start % CHUNK_BYTES, end % CHUNK_BYTES);
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

  /** Id and source of a row that is kept, by its number among these. */
  rowAt(row: number): { readonly id: string; readonly source: RowSource } {
    const serial = this.#serials[row];
    return { id: this.#ids.of(serial), source: this.#ids.sourceOf(serial) };
  }

  /** Its serial number, by which it can be dropped. */
  serialOf(row: number): number {
    return this.#serials[row];
  }
}
