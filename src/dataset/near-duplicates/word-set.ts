/** The different words of one text, to be compared with those of others. */
export class WordSet {
  /** Different words in it. */
  size = 0;
  /** Open-addressed, by the lower bits of the hashes. */
  #words = new Int32Array(1 << 8);
  /** When a slot was filled, and when its word was last found in another text. */
  #filledAt = new Uint32Array(1 << 8);
  #foundAt = new Uint32Array(1 << 8);
  #fills = 0;
  #texts = 0;

  /** Holds these words from now on. @param count of the hashes that are read */
  fill(hashes: Int32Array, count: number): void {
    while (this.#words.length < 2 * count) this.#grow();
    this.#fills++;
    this.size = 0;
    for (let word = 0; word < count; word++) {
      const slot = this.#slotOf(hashes[word]);
      if (this.#filledAt[slot] === this.#fills) continue;
      this.#filledAt[slot] = this.#fills;
      this.#words[slot] = hashes[word];
      this.size++;
    }
  }

  /** How many different ones of these words it holds. */
  countShared(hashes: Int32Array, count: number): number {
    this.#texts++;
    let shared = 0;
    for (let word = 0; word < count; word++) {
      const slot = this.#slotOf(hashes[word]);
      if (this.#filledAt[slot] !== this.#fills || this.#foundAt[slot] === this.#texts) continue;
      this.#foundAt[slot] = this.#texts;
      shared++;
    }
    return shared;
  }

  /** Slot of a word, or the free slot where it belongs. */
  #slotOf(hash: number): number {
    const mask = this.#words.length - 1;
    let slot = hash & mask;
    while (this.#filledAt[slot] === this.#fills && this.#words[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const length = 2 * this.#words.length;
    this.#words = new Int32Array(length);
    this.#filledAt = new Uint32Array(length);
    this.#foundAt = new Uint32Array(length);
  }
}
