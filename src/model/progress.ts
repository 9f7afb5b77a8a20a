import type { RowSource } from './rows.ts';
/** What a run is doing, for a log a person follows. */
export interface Progress {
  /** Does the work of a stage, and takes its time. */
  stage<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Called again and again while rows arrive. */
  readingRows(dataset: string, source: RowSource, rows: number): void;
  readRows(dataset: string, source: RowSource, rows: number): void;
  /**
   * Rows go to disk from now on.
   *
   * @param rows that were in memory
   * @param freeBytes of the disk; null when that is not known
   */
  spilling(datasets: string, rows: number, freeBytes: number | null): void;
  /** Rows take more memory than they should, and cannot go to disk. */
  exceedingMemory(datasets: string): void;
  preparedRows(dataset: string, rows: number): void;
  builtVersion(dataset: string, tag: string, bytes: number): void;
  retryingCommit(dataset: string, reason: string): void;
  /** A version was announced by the outputs, but could not be marked as announced on the Hub. */
  notMarked(dataset: string, reason: string): void;
  /** A file has been sent to a repo. */
  uploaded(repo: string, bytes: number): void;
}
