import type { FileId, RangedFile } from './file.ts';

/** What a dataset repo holds at a commit. */
export interface RepoState {
  readonly commit: string;
  readonly isPrivate: boolean;
  readonly files: ReadonlyMap<string, FileId>;
}

/** A file at the head of `main`. */
export interface HeadFile {
  readonly commit: string;
  readonly text: string;
}

/** Result of a commit: `unconfirmed` if only reading the repo again shows whether it was made. */
export type CommitResult =
  | { readonly outcome: 'made'; readonly commit: string }
  | { readonly outcome: 'conflict' | 'unconfirmed'; readonly error: Error };

/** A pull request of a repo. */
export interface ListedPullRequest {
  readonly number: number;
  readonly title: string;
  readonly status: 'open' | 'closed' | 'merged';
  /** Name of the user who opened it; null if the Hub does not name them. */
  readonly author: string | null;
}

/** A commit that was made. */
export interface MadeCommit {
  readonly id: string;
  readonly title: string;
  /** Name of the user who made it; null if the Hub does not name them. */
  readonly author: string | null;
}

/** A commit to make on top of another. */
export interface CommitRequest {
  readonly title: string;
  /** Markdown; for a pull request, its first comment. */
  readonly description?: string;
  readonly parent: string;
  readonly files: readonly {
    readonly path: string;
    readonly content: Blob;
    /** True if the Hub stores it as a large (LFS) file; undefined if only the Hub knows. */
    readonly isLarge?: boolean;
  }[];
  readonly deletions: readonly string[];
}

/** The pull requests of a repo; the content of one is the state at `refs/pr/<number>`. */
export interface PullRequests {
  pageUrl(number: number): string;
  /** Returns the name of the user that opens them; null if the token is of no user. */
  ownName(): Promise<string | null>;
  /** Lists them, the newest first. */
  list(which: 'open' | 'closed'): AsyncIterable<ListedPullRequest>;
  open(
    request: CommitRequest,
  ): Promise<CommitResult & ({ readonly outcome: 'conflict' | 'unconfirmed' } | { readonly number: number })>;
  update(number: number, request: CommitRequest): Promise<CommitResult>;
  /** Lists the commits of one, the oldest first. */
  commits(number: number): Promise<readonly MadeCommit[]>;
  isMergeable(number: number): Promise<boolean>;
  rename(number: number, title: string): Promise<void>;
  comment(number: number, markdown: string): Promise<void>;
  close(number: number, comment: string): Promise<void>;
}

/** What names a commit of a repo, and the commits they name. */
export interface References {
  readonly branches: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  /** By the number of the pull request. */
  readonly pullRequests: ReadonlyMap<number, string>;
  /** Full names, such as `refs/convert/parquet`, of what the Hub makes of `main` for its viewer. */
  readonly conversions: ReadonlyMap<string, string>;
}

/** A large (LFS) file that a repo keeps, whether or not a reference still leads to it. */
export interface LargeFile {
  readonly sha256: string;
  /** Bytes of the content. */
  readonly size: number;
  /** A path it was pushed under; empty when the Hub does not say. */
  readonly path: string;
  readonly pushedAt: Date;
}

/** The references and the history of a dataset repo, which erasure changes. */
export interface RepositoryHistory {
  references(): Promise<References>;
  /** Deletes a tag; one that is gone is left so. */
  deleteTag(name: string): Promise<void>;
  /** @returns false when the Hub refuses a branch of that name; one that exists is left as it is */
  createBranch(name: string, commit: string): Promise<boolean>;
  /** Deletes a branch; one that is gone is left so. */
  deleteBranch(name: string): Promise<void>;
  /** Deletes the reference of a closed pull request. @returns false when the Hub knows none */
  deletePullRequest(number: number): Promise<boolean>;
  /** Makes one commit of `main`. */
  squash(message: string): Promise<void>;
  largeFiles(): AsyncIterable<LargeFile>;
  /**
   * Deletes large files for good.
   *
   * @param rewritesHistory whether commits lose their pointers to them, and get other ids
   */
  deleteLargeFiles(shas: readonly string[], how: { readonly rewritesHistory: boolean }): Promise<void>;
}

/** A dataset repo that versions are published to. */
export interface DatasetRepository {
  readonly name: string;
  readonly pullRequests: PullRequests;
  /**
   * Returns the state at a commit or a reference, or at the head of `main`; null if the repo or the reference does not
   * exist.
   */
  state(revision?: string): Promise<RepoState | null>;
  create(visibility: 'private' | 'public'): Promise<void>;
  /** Returns whether the token may create the repo, as far as the Hub shows its permissions. */
  creation(): Promise<{
    readonly verdict: 'possible' | 'reads-only' | 'refused' | 'unknown';
    /** Why it is refused. */
    readonly reason: string;
  }>;
  /**
   * Returns the names of the datasets of its owner, `owner/name`, that the token may see; null if the Hub does not list
   * them.
   */
  siblings(): Promise<readonly string[] | null>;
  /**
   * Reads a small text file at the head of `main` by one request: `none` if the repo has no such file, `no-repo` if the
   * repo does not exist; null if the answer does not show what was read.
   */
  readHead(path: string): Promise<HeadFile | 'none' | 'no-repo' | null>;
  /** Reads a small text file in a state. */
  readText(path: string, state: RepoState): Promise<string>;
  /** Reads the bytes of a file at a reference, unchecked; null if it does not exist. */
  readAt(path: string, revision: string, size?: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Reads the bytes of a file in a state. */
  readBytes(path: string, state: RepoState): Promise<Uint8Array>;
  /** A file in a state, of any size, that is read piece by piece. */
  rangesOf(path: string, state: RepoState): RangedFile;
  commit(request: CommitRequest): Promise<CommitResult>;
  tags(): Promise<ReadonlyMap<string, string>>;
  tag(name: string, commit: string, message: string): Promise<void>;
  /** Returns title and author of a commit; null if the Hub does not name them. */
  describeCommit(commit: string): Promise<MadeCommit | null>;
  /** Returns the id of the commit before one; null if there is none, or if the Hub does not name it. */
  commitBefore(commit: string): Promise<string | null>;
  /** Returns the id of the last commit up to this one that changed a file; null if the Hub does not name it. */
  lastCommitOf(path: string, commit: string): Promise<string | null>;
}
