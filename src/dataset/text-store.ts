const CHUNK_BYTES = 8 << 20;
/** Words of a text's place: its chunk, its offset there, its length. */
const PLACE_WORDS = 3;

/** Keeps many byte strings in few large pieces of memory, each string once and next to the one before. */
export class TextStore {
  readonly #chunks: { readonly bytes: Uint8Array; readonly buffer: Buffer }[] = [];
  #freeInLast = 0;
  /** Side by side, because texts are asked for in any order, and each visit to memory costs. */
  #places = new Uint32Array(1024 * PLACE_WORDS);
  #length = 0;

  /** Number of texts. */
  get length(): number {
    return this.#length;
  }

  /** Copies a text in. @returns its number, counted from 0 */
  add(text: Uint8Array): number {
    if (text.length > this.#freeInLast || this.#chunks.length === 0) this.#addChunk(text.length);
    const number = this.#length++;
    const place = number * PLACE_WORDS;
    if (place === this.#places.length) this.#places = doubled(this.#places);
    const { bytes } = this.#chunks[this.#chunks.length - 1];
    const offset = bytes.length - this.#freeInLast;
    bytes.set(text, offset);
    this.#freeInLast -= text.length;
    this.#places[place] = this.#chunks.length - 1;
    this.#places[place + 1] = offset;
    this.#places[place + 2] = text.length;
    return number;
  }

  /** A text's bytes: a view, not a copy. */
  at(number: number): Uint8Array {
    const place = number * PLACE_WORDS;
    const offset = this.#places[place + 1];
    return this.#chunks[this.#places[place]].bytes.subarray(offset, offset + this.#places[place + 2]);
  }

  /** Copies a text's bytes to a position of `target`, where there is room. */
  copyTo(number: number, target: Uint8Array, position: number): void {
    const place = number * PLACE_WORDS;
    const offset = this.#places[place + 1];
    this.#chunks[this.#places[place]].buffer.copy(target, position, offset, offset + this.#places[place + 2]);
  }

  byteLengthAt(number: number): number {
    return this.#places[number * PLACE_WORDS + 2];
  }

  #addChunk(leastBytes: number): void {
    const bytes = new Uint8Array(Math.max(CHUNK_BYTES, leastBytes));
    this.#chunks.push({ bytes, buffer: Buffer.from(bytes.buffer) });
    this.#freeInLast = bytes.length;
  }
}

/** An array of twice the length that begins with the values of this one. */
export function doubled<T extends Uint8Array | Uint16Array | Uint32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(2 * array.length);
  larger.set(array);
  return larger;
}
