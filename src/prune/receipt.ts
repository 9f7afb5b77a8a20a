/**
 * The receipt of a run, as it is written to a file: counts, dates, tags, commits and names of models only. A dry run
 * writes what a real run would do.
 */
export interface Receipt {
  readonly repo: string;
  readonly mode: 'retention' | 'erasure';
  readonly dry_run: boolean;
  readonly started_at: string;
  readonly finished_at: string;
  /** Tags of the versions that are kept, the newest first. */
  readonly kept_versions: readonly string[];
  readonly removed_versions: readonly string[];
  /** Tags that were deleted, with marks and tags of others. */
  readonly removed_tags: number;
  /** Numbers of the pull requests whose references were deleted. */
  readonly removed_pull_requests: readonly number[];
  /** Lines of the row index for rows that only earlier versions held. */
  readonly removed_index_lines: number;
  /** Commits of `main` before, if they were made one. */
  readonly squashed: boolean;
  readonly removed_files: FileCount;
  /** Files that no kept version needs and that were left. */
  readonly remaining_files: FileCount;
  /** Copies that the Hub keeps of `main`, which only the Hub replaces. */
  readonly conversions: readonly string[];
  /** Version that each production model was trained on, by the name of the model. */
  readonly production: Readonly<Record<string, string>>;
  /** Commit that the newest version is at. */
  readonly commit: string;
  readonly complete: boolean;
}

/** How many files there are, and their size in bytes. */
interface FileCount {
  readonly count: number;
  readonly bytes: number;
}

/** Counts files. */
export function countFiles(files: readonly { readonly size: number }[]): FileCount {
  return { count: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}
