/** A set of numbers from 0 on, with a bit for each. */
export class Bits {
  /** How many there are. */
  count = 0;
  readonly #words: Uint32Array;

  /** @param end numbers are below */
  constructor(end: number) {
    this.#words = new Uint32Array(Math.ceil(end / 32));
  }

  add(number: number): void {
    const bit = 1 << (number & 31);
    if ((this.#words[number >>> 5] & bit) !== 0) return;
    this.#words[number >>> 5] |= bit;
    this.count++;
  }

  has(number: number): boolean {
    return (this.#words[number >>> 5] & (1 << (number & 31))) !== 0;
  }
}
