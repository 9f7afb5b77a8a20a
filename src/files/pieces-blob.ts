/** Bytes that come in pieces as a Blob. */
export abstract class PiecesBlob extends Blob {
  override readonly size: number;

  /** @param size bytes of all pieces */
  constructor(size: number) {
    super([]);
    this.size = size;
  }

  /** Returns the pieces in their order, the same each time. */
  protected abstract pieces(): Iterable<Uint8Array<ArrayBuffer>> | AsyncIterable<Uint8Array<ArrayBuffer>>;

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return ReadableStream.from(this.pieces()) as ReadableStream<Uint8Array<ArrayBuffer>>;
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(this.size);
    let offset = 0;
    for await (const piece of this.pieces()) {
      bytes.set(piece, offset);
      offset += piece.length;
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
