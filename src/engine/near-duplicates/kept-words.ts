import { enlarged, release } from '../rows/text-store.ts';
import type { WordSet } from './word-set.ts';

/** The different words of many texts, as hashes, one text after the other. */
export class KeptWords {
  #hashes = new Int32Array(1 << 10);
  #length = 0;
  readonly #starts: Uint32Array<ArrayBuffer>;
  readonly #sizes: Uint32Array<ArrayBuffer>;

  /** @param texts how many there may be */
  constructor(texts: number) {
    this.#starts = new Uint32Array(texts);
    this.#sizes = new Uint32Array(texts);
  }

  /** Frees its memory. */
  close(): void {
    release(this.#hashes, this.#starts, this.#sizes);
  }

  /** Words of all texts. */
  get length(): number {
    return this.#length;
  }

  add(text: number, { words, size }: WordSet): void {
    while (this.#length + size > this.#hashes.length) this.#hashes = enlarged(this.#hashes);
    this.#starts[text] = this.#length;
    this.#sizes[text] = size;
    for (let word = 0; word < size; word++) this.#hashes[this.#length++] = words[word];
  }

  /** Different words of a text, 0 for one that was not added. */
  sizeOf(text: number): number {
    return this.#sizes[text];
  }

  /** Has a set hold the words of a text. */
  fill(set: WordSet, text: number): void {
    set.fill(this.#hashes, this.#starts[text], this.#starts[text] + this.#sizes[text]);
  }

  /** Jaccard similarity of a set and a text: the words in both of the words in either. */
  similarityTo(set: WordSet, text: number): number {
    const start = this.#starts[text];
    const size = this.#sizes[text];
    const shared = set.countShared(this.#hashes, start, start + size);
    return shared / (set.size + size - shared);
  }
}
