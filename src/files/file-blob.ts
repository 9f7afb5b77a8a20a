import { open } from 'node:fs/promises';

/** Few enough calls for a fast disk, and little memory beside the request. */
const PIECE_BYTES = 1 << 20;

/** A stretch of a file as a Blob, of which only the piece that is sent is in memory. */
export class FileBlob extends Blob {
  override readonly size: number;
  readonly #file: string;
  readonly #start: number;

  /**
   * @param file which must not change any more
   * @param end position of the first byte that is not part of it
   */
  constructor(file: string, start: number, end: number) {
    super([]);
    this.#file = file;
    this.#start = start;
    this.size = end - start;
  }

  override slice(start = 0, end = this.size): FileBlob {
    const [from, to] = [start, end].map((position) =>
      Math.min(this.size, Math.max(0, position < 0 ? this.size + position : position)),
    );
    return new FileBlob(this.#file, this.#start + from, this.#start + Math.max(from, to));
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return ReadableStream.from(this.#pieces()) as ReadableStream<Uint8Array<ArrayBuffer>>;
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(this.size);
    let offset = 0;
    for await (const piece of this.#pieces()) {
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

  /** @throws Error when the file has become shorter */
  async *#pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const handle = await open(this.#file);
    try {
      for (let offset = 0; offset < this.size; ) {
        const piece = new Uint8Array(Math.min(PIECE_BYTES, this.size - offset));
        const { bytesRead } = await handle.read(piece, 0, piece.length, this.#start + offset);
        if (bytesRead === 0) throw new Error(`${this.#file} is shorter than it was`);
        yield piece.subarray(0, bytesRead);
        offset += bytesRead;
      }
    } finally {
      await handle.close();
    }
  }
}
