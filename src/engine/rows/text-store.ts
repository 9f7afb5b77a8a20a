const CHUNK_BYTES = 8 << 20;
/** Words of a text's place: its chunk, its offset there, its length. */
const PLACE_WORDS = 3;

/** Where texts are, in memory that threads can share. */
export interface TextMemory {
  readonly chunks: readonly SharedArrayBuffer[];
  /** Three words a text, side by side, because texts are asked for in any order, and each visit to memory costs. */
  readonly places: Uint32Array<SharedArrayBuffer>;
}

/** Reads texts by their numbers. */
export class TextReader {
  protected readonly chunks: { readonly bytes: Uint8Array; readonly buffer: Buffer }[] = [];
  protected places: Uint32Array<SharedArrayBuffer>;

  constructor({ chunks, places }: TextMemory) {
    this.places = places;
    for (const [index, chunk] of chunks.entries()) this.setChunk(index, chunk);
  }

  /** Its memory, for a reader in another thread. */
  get memory(): TextMemory {
    return { chunks: this.chunks.map(({ bytes }) => bytes.buffer as SharedArrayBuffer), places: this.places };
  }

  /** A text's bytes: a view, not a copy. */
  at(number: number): Uint8Array {
    const place = number * PLACE_WORDS;
    const offset = this.places[place + 1];
    return this.chunks[this.places[place]].bytes.subarray(offset, offset + this.places[place + 2]);
  }

  /** Copies a text's bytes to a position of `target`, where there is room. */
  copyTo(number: number, target: Uint8Array, position: number): void {
    const place = number * PLACE_WORDS;
    const offset = this.places[place + 1];
    this.chunks[this.places[place]].buffer.copy(target, position, offset, offset + this.places[place + 2]);
  }

  byteLengthAt(number: number): number {
    return this.places[number * PLACE_WORDS + 2];
  }

  protected setChunk(index: number, chunk: SharedArrayBuffer): void {
    this.chunks[index] = { bytes: new Uint8Array(chunk), buffer: Buffer.from(chunk) };
  }
}

/** Keeps many byte strings in few large pieces of memory, each string once and next to the one before. */
export class TextStore extends TextReader {
  /** The piece of memory that is filled, and what is free in it. */
  #chunk = -1;
  #free = 0;
  #length = 0;
  #chunkBytes = 0;

  constructor() {
    super({ chunks: [], places: sharedWords(1024 * PLACE_WORDS) });
  }

  /** Number of texts. */
  get length(): number {
    return this.#length;
  }

  /** Bytes of memory it takes. */
  get bytes(): number {
    return this.#chunkBytes + 12 * this.#length;
  }

  /** Copies a text in. @returns its number, counted from 0 */
  add(text: Uint8Array): number {
    if (text.length > this.#free || this.#chunk < 0) this.#takeChunk(text.length);
    const place = this.#length * PLACE_WORDS;
    if (place === this.places.length) this.#growPlaces();
    const { bytes } = this.chunks[this.#chunk];
    const offset = bytes.length - this.#free;
    bytes.set(text, offset);
    this.#free -= text.length;
    this.places[place] = this.#chunk;
    this.places[place + 1] = offset;
    this.places[place + 2] = text.length;
    return this.#length++;
  }

  /** Forgets all texts, and uses their memory again. */
  clear(): void {
    this.#length = 0;
    this.#chunk = -1;
    this.#free = 0;
  }

  /** Forgets all texts, and gives their memory back. */
  close(): void {
    this.clear();
    this.chunks.length = 0;
    this.#chunkBytes = 0;
    this.places = sharedWords(1024 * PLACE_WORDS);
  }

  /** Goes on to a piece of memory with so much room. */
  #takeChunk(bytes: number): void {
    const next = this.chunks[++this.#chunk];
    if (next === undefined || next.bytes.length < bytes) {
      const length = Math.max(CHUNK_BYTES, bytes);
      this.#chunkBytes += length - (next?.bytes.length ?? 0);
      this.setChunk(this.#chunk, new SharedArrayBuffer(length));
    }
    this.#free = this.chunks[this.#chunk].bytes.length;
  }

  #growPlaces(): void {
    const larger = sharedWords(PLACE_WORDS * nextLength(this.#length));
    larger.set(this.places);
    this.places = larger;
  }
}

function sharedWords(length: number): Uint32Array<SharedArrayBuffer> {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

type Column =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** Lengths that are skipped when an array grows. */
const SKIPPED = { from: 1 << 16, to: 1 << 23 };

/**
 * The length an array grows to: twice its own, but from tens of thousands at once millions. So long an array is memory
 * of its own, of which what is not used yet takes no room; what shorter ones leave behind when they move stays with the
 * process, 28 MB at the peak of 1 M rows.
 */
function nextLength(length: number): number {
  return length === SKIPPED.from ? SKIPPED.to : 2 * length;
}

/** A longer array that begins with the values of this one, which must not be used any more. */
export function enlarged<T extends Column>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(nextLength(array.length));
  larger.set(array);
  release(array);
  return larger;
}

/** Gives the memory of arrays back at once, without waiting for a garbage collection. */
export function release(...arrays: readonly Column[]): void {
  for (const { buffer } of arrays) buffer.transfer(0);
}
