import { type OwnFileError, readPieces } from './own-file.ts';
import { PiecesBlob } from './pieces-blob.ts';

/** A range of a file as a Blob, of which only the piece that is sent is in memory. Reading it throws OwnFileError. */
export class FileBlob extends PiecesBlob {
  /** Why the file could not be read; a request with this body reports only its own error. */
  failure: OwnFileError | null = null;
  readonly #file: string;
  readonly #start: number;

  /**
   * @param file which must not change any more
   * @param end position of the first byte that is not part of it
   */
  constructor(file: string, start: number, end: number) {
    super(end - start);
    this.#file = file;
    this.#start = start;
  }

  override slice(start = 0, end = this.size): FileBlob {
    const [from, to] = [start, end].map((position) =>
      Math.min(this.size, Math.max(0, position < 0 ? this.size + position : position)),
    );
    return new FileBlob(this.#file, this.#start + from, this.#start + Math.max(from, to));
  }

  protected override async *pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    try {
      yield* readPieces(this.#file, this.#start, this.#start + this.size);
    } catch (error) {
      this.failure = error as OwnFileError;
      throw error;
    }
  }
}
