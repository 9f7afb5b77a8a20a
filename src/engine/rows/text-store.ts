/** Bytes of the first pieces of memory, which all texts share. */
const SHARED_BYTES = 8 << 20;
/** Bytes of text from which on lanes are worth their pieces: fewer stay in the processor's cache anyway. */
const LANES_FROM = 16 << 20;
/**
 * Bytes of each later piece, which belongs to one lane. The length doubles after so many pieces, because the operating system
 * limits the pieces of memory of a process.
 */
const LANE_BYTES = 128 << 10;
const PIECES_OF_A_LENGTH = 2048;
/** Lanes of texts: with 1 M texts, one lane fits into the processor's cache. */
const LANES = 64;
/** What shifts the upper half of a rank to its lane. */
const LANE_SHIFT = 32 - Math.log2(LANES);
/** Stands for a lane that has no piece yet. */
const NONE = -1;
/** Words of a text's place: its chunk, its offset there, its length. */
const PLACE_WORDS = 3;

/** Where texts are, in memory that threads can share. */
export interface TextMemory {
  readonly chunks: readonly SharedArrayBuffer[];
  /** Three words a text, side by side, because texts are asked for in any order, and each visit to memory costs. */
  readonly places: Uint32Array<SharedArrayBuffer>;
  /** Sketches of the first texts that were made while they were read, see `Sketches`; all 0 for a text without one. */
  readonly sketches: Int32Array<SharedArrayBuffer> | null;
}

/** Reads texts by their numbers. */
export class TextReader {
  /** See {@link TextMemory}. */
  sketches: Int32Array<SharedArrayBuffer> | null;
  protected readonly chunks: { readonly bytes: Uint8Array; readonly buffer: Buffer }[] = [];
  protected places: Uint32Array<SharedArrayBuffer>;

  constructor({ chunks, places, sketches }: TextMemory) {
    this.places = places;
    this.sketches = sketches;
    for (const [index, chunk] of chunks.entries()) this.setChunk(index, chunk);
  }

  /** Its memory, for a reader in another thread. */
  get memory(): TextMemory {
    const { places, sketches } = this;
    return { chunks: this.chunks.map(({ bytes }) => bytes.buffer as SharedArrayBuffer), places, sketches };
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

/**
 * Keeps many byte strings in pieces of memory, each string once. Texts of one lane are next to each other, so that a reader
 * that goes lane by lane seldom waits for memory.
 */
export class TextStore extends TextReader {
  /** The piece that each lane fills, and what is free in it. */
  readonly #filled = new Int32Array(LANES).fill(NONE);
  readonly #free = new Uint32Array(LANES);
  /** Pieces in use; more may be there from before. */
  #taken = 0;
  #length = 0;
  #textBytes = 0;

  constructor() {
    super({ chunks: [], places: sharedWords(1024 * PLACE_WORDS), sketches: null });
  }

  /** Number of texts. */
  get length(): number {
    return this.#length;
  }

  /** Bytes of memory it takes; memory that holds no text yet takes none. */
  get bytes(): number {
    return this.#textBytes + 12 * this.#length + (this.sketches?.byteLength ?? 0);
  }

  /** Copies a text in. @param high upper half of its rank, whose upper bits are its lane @returns its number, counted from 0 */
  add(text: Uint8Array, high = 0): number {
    const lane = this.#textBytes < LANES_FROM ? 0 : high >>> LANE_SHIFT;
    if (text.length > this.#free[lane] || this.#filled[lane] === NONE) this.#takeChunk(lane, text.length);
    const place = this.#length * PLACE_WORDS;
    if (place === this.places.length) this.#growPlaces();
    const chunk = this.#filled[lane];
    const { bytes } = this.chunks[chunk];
    const offset = bytes.length - this.#free[lane];
    bytes.set(text, offset);
    this.#free[lane] -= text.length;
    this.#textBytes += text.length;
    this.places[place] = chunk;
    this.places[place + 1] = offset;
    this.places[place + 2] = text.length;
    return this.#length++;
  }

  /** Forgets all texts, and uses their memory again. */
  clear(): void {
    this.#length = 0;
    this.#textBytes = 0;
    this.#taken = 0;
    this.sketches = null;
    this.#filled.fill(NONE);
    this.#free.fill(0);
  }

  /** Forgets all texts, and gives their memory back. */
  close(): void {
    this.clear();
    this.chunks.length = 0;
    this.places = sharedWords(1024 * PLACE_WORDS);
  }

  /** Has a lane go on to a piece of memory with so much room. */
  #takeChunk(lane: number, bytes: number): void {
    const chunk = this.#taken++;
    const ofLane = LANE_BYTES * 2 ** Math.floor(chunk / PIECES_OF_A_LENGTH);
    const usual = this.#textBytes < LANES_FROM ? SHARED_BYTES : ofLane;
    if (chunk >= this.chunks.length || this.chunks[chunk].bytes.length < bytes) {
      this.setChunk(chunk, new SharedArrayBuffer(Math.max(usual, bytes)));
    }
    this.#filled[lane] = chunk;
    this.#free[lane] = this.chunks[chunk].bytes.length;
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

/** Frees the memory of arrays at once, without a garbage collection. */
export function release(...arrays: readonly Column[]): void {
  for (const { buffer } of arrays) buffer.transfer(0);
}
