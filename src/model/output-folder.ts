import type { FileContent } from './file.ts';

/** A folder the files of a version are also written to. */
export interface OutputFolder {
  /** Replaces the version in the dataset's folder by these files. */
  write(
    dataset: string,
    files: readonly ({ readonly path: string; readonly size: number } & FileContent)[],
  ): Promise<void>;
  /** Replaces the dataset's list of dropped rows, one line each, whatever happens to the version. */
  writeDropped(dataset: string, lines: Iterable<Uint8Array>): Promise<void>;
  /**
   * Replaces the dataset's list of rows that are worth another look, one line each, or removes it.
   *
   * @param lines null where such rows were not searched
   */
  writeReview(dataset: string, lines: Iterable<Uint8Array> | null): Promise<void>;
}
