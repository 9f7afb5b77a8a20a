const PRIME_LOW = 0x1b3;
const TWO_TO_32 = 2 ** 32;

/**
 * Hashes whole ids by FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/). Ids of the same hash count as the same id:
 * of a hundred million different ids two have the same one with a probability of 0.03 %.
 */
export class IdHasher {
  /** The last id's hash, as two unsigned 32-bit halves. */
  high = 0;
  low = 0;

  hash(id: Uint8Array): void {
    let high = 0xcbf29ce4;
    let low = 0x84222325;
    for (let index = 0; index < id.length; index++) {
      low = (low ^ id[index]) >>> 0;
      // The prime is 2^40 + 0x1b3, so that only the lower half reaches beyond 32 bits.
      const product = low * PRIME_LOW;
      high = (Math.imul(high, PRIME_LOW) + Math.floor(product / TWO_TO_32) + (low << 8)) >>> 0;
      low = product >>> 0;
    }
    this.high = high;
    this.low = low;
  }
}
