/** The different words of one text. */
export class WordSet {
  /** Hashes of its words, in the order in which they first came; valid up to {@link size}. */
  words = new Int32Array(1 << 7);
  /** Different words in it. */
  size = 0;
  /** Open-addressed, by the lower bits of the hashes; at most half full. */
  #table = new Int32Array(1 << 8);
  /** When a slot was filled. */
  #filledAt = new Uint32Array(1 << 8);
  #fills = 0;

  /** Holds words from now on. @param start of their hashes, and their end */
  fill(hashes: Int32Array, start: number, end: number): void {
    while (this.words.length < end - start) this.#grow();
    this.#fills++;
    this.size = 0;
    for (let word = start; word < end; word++) {
      const hash = hashes[word];
      const slot = this.#slotOf(hash);
      if (this.#filledAt[slot] === this.#fills) continue;
      this.#filledAt[slot] = this.#fills;
      this.#table[slot] = hash;
      this.words[this.size++] = hash;
    }
  }

  /** How many of some different words it holds. @param start of their hashes, and their end */
  countShared(hashes: Int32Array, start: number, end: number): number {
    let shared = 0;
    for (let word = start; word < end; word++) {
      if (this.#filledAt[this.#slotOf(hashes[word])] === this.#fills) shared++;
    }
    return shared;
  }

  /** Slot of a word, or the free slot where it belongs. */
  #slotOf(hash: number): number {
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    while (this.#filledAt[slot] === this.#fills && this.#table[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    this.words = new Int32Array(2 * this.words.length);
    this.#table = new Int32Array(2 * this.words.length);
    this.#filledAt = new Uint32Array(2 * this.words.length);
  }
}
