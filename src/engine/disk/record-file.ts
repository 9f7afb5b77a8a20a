import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { spillError } from './spill-error.ts';

const CHUNK_BYTES = 1 << 20;
/** Every record begins with its own length in bytes, as uint32. */
export const LENGTH_BYTES = 4;

/** Reads the records of a file in order; one is valid until the next is read. */
export class RecordFile {
  /** Holds the record that was read last, from {@link start} on. */
  buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  /** The same memory: views of a Buffer cost several times those of a plain array. */
  bytes = plain(this.buffer);
  start = 0;
  readonly #file: string;
  readonly #descriptor: number;
  #next = 0;
  #filled = 0;

  /** @throws SpillError */
  constructor(file: string) {
    this.#file = file;
    try {
      this.#descriptor = openSync(file, 'r');
    } catch (error) {
      throw spillError(error, 'read from', path.dirname(file));
    }
  }

  /** Reads the next record. @returns false when there is none. @throws SpillError */
  next(): boolean {
    this.start = this.#next;
    if (!this.#has(LENGTH_BYTES)) {
      if (this.#filled > this.start) throw this.#cutShort();
      return false;
    }
    const length = this.buffer.readUInt32LE(this.start);
    if (!this.#has(length)) throw this.#cutShort();
    this.#next = this.start + length;
    return true;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** Reads on until there are so many bytes from the start of the record. @returns false at the end of the file */
  #has(bytes: number): boolean {
    if (this.start + bytes <= this.#filled) return true;
    this.#moveToFront(bytes);
    while (this.#filled < bytes) {
      const read = this.#read();
      if (read === 0) return false;
      this.#filled += read;
    }
    return true;
  }

  #moveToFront(bytes: number): void {
    const target = bytes > this.buffer.length ? Buffer.allocUnsafeSlow(2 * bytes) : this.buffer;
    this.buffer.copy(target, 0, this.start, this.#filled);
    this.buffer = target;
    this.bytes = plain(target);
    this.#filled -= this.start;
    this.start = 0;
  }

  #read(): number {
    try {
      return readSync(this.#descriptor, this.buffer, this.#filled, this.buffer.length - this.#filled, null);
    } catch (error) {
      throw spillError(error, 'read from', path.dirname(this.#file));
    }
  }

  #cutShort(): Error {
    return spillError(new Error('the file is shorter than it was'), 'read from', path.dirname(this.#file));
  }
}

/** Reads all records of a file. */
export function forEachRecord(file: string, visit: (records: RecordFile) => void): void {
  const records = new RecordFile(file);
  try {
    while (records.next()) visit(records);
  } finally {
    records.close();
  }
}

function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
