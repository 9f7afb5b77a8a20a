import { PiecesBlob } from './pieces-blob.ts';

/**
 * Bytes in pieces as a Blob, which reads them in place: a Blob of Node copies them, and makes two more copies of what
 * is read.
 */
export class ChunkedBlob extends PiecesBlob {
  readonly #chunks: readonly Uint8Array<ArrayBuffer>[];

  /** @param chunks the pieces in their order, which must not change any more */
  constructor(chunks: readonly Uint8Array<ArrayBuffer>[]) {
    super(chunks.reduce((sum, { length }) => sum + length, 0));
    this.#chunks = chunks;
  }

  override slice(start = 0, end = this.size): ChunkedBlob {
    const [from, to] = [start, end].map((position) => (position < 0 ? this.size + position : position));
    let offset = 0;
    const parts = this.#chunks.map((chunk) => {
      const part = chunk.subarray(Math.max(0, from - offset), Math.max(0, to - offset));
      offset += chunk.length;
      return part;
    });
    return new ChunkedBlob(parts.filter(({ length }) => length > 0));
  }

  protected override pieces(): Iterable<Uint8Array<ArrayBuffer>> {
    return this.#chunks;
  }
}
