import type { RowSource } from './rows.ts';
/** The progress of a run, for a log that people read. */
export interface Progress {
  /** Does the work of a stage, and measures its time. */
  stage<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Called repeatedly while rows arrive. */
  readingRows(dataset: string, source: RowSource, rows: number): void;
  readRows(dataset: string, source: RowSource, rows: number): void;
  /**
   * From now on, rows are kept on disk.
   *
   * @param rows number of rows that were in memory
   * @param freeBytes free bytes of the disk; null if unknown
   */
  spilling(datasets: string, rows: number, freeBytes: number | null): void;
  preparedRows(dataset: string, rows: number): void;
  builtVersion(dataset: string, tag: string, bytes: number): void;
  retryingCommit(dataset: string, reason: string): void;
  /** The outputs announced a version, but the mark of that could not be set on the Hub. */
  notMarked(dataset: string, reason: string): void;
  /** A file has been sent to a repo. */
  uploaded(repo: string, bytes: number): void;
}
