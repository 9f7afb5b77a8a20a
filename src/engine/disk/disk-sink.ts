import { createHash } from 'node:crypto';
import { ByteWriter } from 'hyparquet-writer';
import type { FileSink, WrittenFile } from '../parquet.ts';
import { AppendFile } from './append-file.ts';

const BUFFER_BYTES = 1 << 20;

/** Writes a file to disk as it is made, and hashes it meanwhile. @throws SpillError */
export function diskSink(file: string): FileSink {
  const target = new AppendFile(file, BUFFER_BYTES);
  const hash = createHash('sha256');
  const writer = new PassingWriter((bytes) => {
    hash.update(bytes);
    target.append(bytes);
  });
  return {
    writer,
    close(): WrittenFile {
      target.close();
      return { file, size: target.size, sha256: hash.digest('hex') };
    },
  };
}

/** Passes bytes on when its buffer is full. */
class PassingWriter extends ByteWriter {
  readonly #pass: (bytes: Uint8Array) => void;

  constructor(pass: (bytes: Uint8Array) => void) {
    super(BUFFER_BYTES);
    this.#pass = pass;
  }

  override ensure(size: number): void {
    if (this.index + size <= this.buffer.byteLength) return;
    this.finish();
    if (size <= this.buffer.byteLength) return;
    this.buffer = new ArrayBuffer(size);
    this.view = new DataView(this.buffer);
  }

  override finish(): void {
    if (this.index > 0) this.#pass(new Uint8Array(this.buffer, 0, this.index));
    this.index = 0;
  }
}
