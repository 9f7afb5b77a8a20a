const N = 624;
const M = 397;

/**
 * The generator behind `numpy.random.RandomState(seed)`: MT19937 seeded by `init_genrand`
 * (Matsumoto and Nishimura, 1998), with NumPy's legacy bounded draws and shuffle.
 */
export class MersenneTwister {
  readonly #state = new Uint32Array(N);
  #position = N;

  /** @param seed a whole number from 0 to 2^32 − 1 */
  constructor(seed: number) {
    this.#state[0] = seed;
    for (let index = 1; index < N; index++) {
      const previous = this.#state[index - 1];
      this.#state[index] = Math.imul(1812433253, previous ^ (previous >>> 30)) + index;
    }
  }

  /** The next 32-bit word. */
  uint32(): number {
    if (this.#position === N) this.#twist();
    let word = this.#state[this.#position++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    return word >>> 0;
  }

  /** `RandomState.permutation(length)`: 0 … length − 1 in random order. */
  permutation(length: number): Uint32Array {
    const numbers = new Uint32Array(length);
    for (let index = 0; index < length; index++) numbers[index] = index;
    return this.shuffle(numbers);
  }

  /** `RandomState.shuffle`, in place. */
  shuffle(values: Uint32Array): Uint32Array {
    for (let index = values.length - 1; index > 0; index--) {
      const other = this.#interval(index);
      const value = values[index];
      values[index] = values[other];
      values[other] = value;
    }
    return values;
  }

  /** `random_interval` of NumPy: a number from 0 to `most`, by rejection below the next power of two. */
  #interval(most: number): number {
    const mask = 0xffffffff >>> Math.clz32(most);
    let value = (this.uint32() & mask) >>> 0;
    while (value > most) value = (this.uint32() & mask) >>> 0;
    return value;
  }

  #twist(): void {
    const state = this.#state;
    for (let index = 0; index < N; index++) {
      const mixed = (state[index] & 0x80000000) | (state[(index + 1) % N] & 0x7fffffff);
      state[index] = state[(index + M) % N] ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
    }
    this.#position = 0;
  }
}
