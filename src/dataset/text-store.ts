const CHUNK_BYTES = 8 << 20;

/** Keeps many byte strings in few large pieces of memory, each string once and next to the one before. */
export class TextStore {
  readonly #chunks: Uint8Array[] = [];
  #freeInLast = 0;
  #chunkOf = new Uint32Array(1024);
  #offsetOf = new Uint32Array(1024);
  #lengthOf = new Uint32Array(1024);
  #length = 0;

  /** Number of texts. */
  get length(): number {
    return this.#length;
  }

  /** Copies a text in. @returns its number, counted from 0 */
  add(text: Uint8Array): number {
    if (text.length > this.#freeInLast || this.#chunks.length === 0) {
      this.#chunks.push(new Uint8Array(Math.max(CHUNK_BYTES, text.length)));
      this.#freeInLast = this.#chunks[this.#chunks.length - 1].length;
    }
    const number = this.#length++;
    if (number === this.#lengthOf.length) this.#grow();
    const chunk = this.#chunks[this.#chunks.length - 1];
    const offset = chunk.length - this.#freeInLast;
    chunk.set(text, offset);
    this.#freeInLast -= text.length;
    this.#chunkOf[number] = this.#chunks.length - 1;
    this.#offsetOf[number] = offset;
    this.#lengthOf[number] = text.length;
    return number;
  }

  /** A text's bytes: a view, not a copy. */
  at(number: number): Uint8Array {
    const offset = this.#offsetOf[number];
    return this.#chunks[this.#chunkOf[number]].subarray(offset, offset + this.#lengthOf[number]);
  }

  byteLengthAt(number: number): number {
    return this.#lengthOf[number];
  }

  #grow(): void {
    this.#chunkOf = doubled(this.#chunkOf);
    this.#offsetOf = doubled(this.#offsetOf);
    this.#lengthOf = doubled(this.#lengthOf);
  }
}

/** An array of twice the length that begins with the values of this one. */
export function doubled<T extends Uint8Array | Uint16Array | Uint32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(2 * array.length);
  larger.set(array);
  return larger;
}
