import { hash } from 'node:crypto';

/**
 * Ranks texts by the first 8 bytes, big-endian, of sha256(`<seed>:<text>`): an order that looks random, never
 * changes for a text, and that SQL can compute as well.
 */
export class TextRanker {
  readonly #prefix: Buffer;
  #input = Buffer.alloc(1 << 16);
  /** The last text's rank, as two unsigned 32-bit halves. */
  high = 0;
  low = 0;

  constructor(seed: number) {
    this.#prefix = Buffer.from(`${seed}:`);
    this.#input.set(this.#prefix);
  }

  /** Sets {@link high} and {@link low} to a text's rank. */
  rank(text: Uint8Array): void {
    const length = this.#prefix.length + text.length;
    if (length > this.#input.length) {
      this.#input = Buffer.alloc(2 * length);
      this.#input.set(this.#prefix);
    }
    this.#input.set(text, this.#prefix.length);
    // A one-byte string is the digest's cheapest form: a Buffer for each row costs twice the time.
    const digest = hash('sha256', this.#input.subarray(0, length), 'binary');
    this.high = uint32At(digest, 0);
    this.low = uint32At(digest, 4);
  }
}

function uint32At(digest: string, index: number): number {
  const high = (digest.charCodeAt(index) << 8) | digest.charCodeAt(index + 1);
  const low = (digest.charCodeAt(index + 2) << 8) | digest.charCodeAt(index + 3);
  return ((high << 16) | low) >>> 0;
}
