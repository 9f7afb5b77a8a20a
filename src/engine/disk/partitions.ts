import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppendFile } from './append-file.ts';

/** Rows are sorted into files by the first byte of their rank. */
const PARTITIONS = 256;
/** Few writes for many files, and little memory. */
const BUFFER_BYTES = 1 << 15;

/** Files of rows by the first byte of a rank: one after the other they hold the rows in the order of their ranks. */
export class Partitions {
  readonly #folder: string;
  readonly #name: string;
  readonly #files: (AppendFile | undefined)[] = [];

  /** @param name which its files begin with */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#files.reduce((sum, file) => sum + (file?.size ?? 0), 0);
  }

  /** The file of a rank. @param high its upper half */
  of(high: number): AppendFile {
    const partition = high >>> 24;
    this.#files[partition] ??= new AppendFile(
      partitionFile(this.#folder, this.#name, partition),
      BUFFER_BYTES,
    );
    return this.#files[partition];
  }

  /** Writes what is in memory. @throws SpillError */
  close(): void {
    for (const file of this.#files) file?.close();
  }

  /** Closes the files, which are not needed any more. */
  abandon(): void {
    for (const file of this.#files) file?.abandon();
  }
}

/** The files that hold rows, in the order of their ranks. */
export function partitionFiles(folder: string, name: string): string[] {
  return Array.from({ length: PARTITIONS }, (_, partition) => partitionFile(folder, name, partition)).filter(
    (file) => existsSync(file),
  );
}

export function removeFile(file: string): void {
  rmSync(file, { force: true });
}

function partitionFile(folder: string, name: string, partition: number): string {
  return path.join(folder, `${name}-${partition.toString(16).padStart(2, '0')}`);
}
