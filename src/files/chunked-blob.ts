/**
 * Bytes that lie in pieces as a Blob, which reads them where they are: a Blob of Node holds a copy of them, and makes
 * two more of what is read from it.
 */
export class ChunkedBlob extends Blob {
  override readonly size: number;
  readonly #chunks: readonly Uint8Array<ArrayBuffer>[];

  /** @param chunks the pieces in their order, which must not change any more */
  constructor(chunks: readonly Uint8Array<ArrayBuffer>[]) {
    super([]);
    this.#chunks = chunks;
    this.size = chunks.reduce((sum, { length }) => sum + length, 0);
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

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return ReadableStream.from(this.#chunks) as ReadableStream<Uint8Array<ArrayBuffer>>;
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(this.size);
    let offset = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    return bytes;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes());
  }
}
