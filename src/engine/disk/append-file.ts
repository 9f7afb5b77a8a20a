import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { spillError } from './spill-error.ts';

/** Writes records one after the other to a new file that only its owner may read. */
export class AppendFile {
  /** Where records are put together, from the position that {@link reserve} returns. */
  buffer: Buffer;
  /** Bytes written so far. */
  size = 0;
  readonly file: string;
  readonly #descriptor: number;
  #filled = 0;
  #isClosed = false;

  /**
   * @param bufferBytes that are written at once
   * @throws SpillError
   */
  constructor(file: string, bufferBytes: number) {
    this.file = file;
    this.buffer = Buffer.allocUnsafeSlow(bufferBytes);
    try {
      this.#descriptor = openSync(file, 'wx', 0o600);
    } catch (error) {
      throw spillError(error, 'written to', path.dirname(file));
    }
  }

  /** Makes room for a record in {@link buffer}. @returns where it begins */
  reserve(bytes: number): number {
    if (this.#filled + bytes > this.buffer.length) {
      this.flush();
      if (bytes > this.buffer.length) this.buffer = Buffer.allocUnsafeSlow(bytes);
    }
    const start = this.#filled;
    this.#filled += bytes;
    this.size += bytes;
    return start;
  }

  append(bytes: Uint8Array): void {
    const start = this.reserve(bytes.length);
    this.buffer.set(bytes, start);
  }

  /** Writes what is in the buffer. @throws SpillError */
  flush(): void {
    try {
      for (let written = 0; written < this.#filled; ) {
        written += writeSync(this.#descriptor, this.buffer, written, this.#filled - written);
      }
    } catch (error) {
      throw spillError(error, 'written to', path.dirname(this.file));
    }
    this.#filled = 0;
  }

  /** Writes the rest. @throws SpillError */
  close(): void {
    try {
      this.flush();
    } finally {
      this.abandon();
    }
  }

  /**
   * Closes the file without the rest: as long as it is open, what was removed still takes room on the disk.
   *
   * @throws SpillError
   */
  abandon(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      closeSync(this.#descriptor);
    } catch (error) {
      throw spillError(error, 'written to', path.dirname(this.file));
    }
  }
}
