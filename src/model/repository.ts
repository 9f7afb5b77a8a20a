import type { FileId } from './file.ts';

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

/** What became of a commit: `unconfirmed` when only reading the repo again shows whether it was made. */
export type CommitResult =
  | { readonly outcome: 'made'; readonly commit: string }
  | { readonly outcome: 'conflict' | 'unconfirmed'; readonly error: Error };

/** A pull request of a repo. */
export interface ListedPullRequest {
  readonly number: number;
  readonly title: string;
  readonly status: 'open' | 'closed' | 'merged';
  /** Name of the user who opened it; null when the Hub does not say. */
  readonly author: string | null;
}

/** A commit that was made. */
export interface MadeCommit {
  readonly id: string;
  readonly title: string;
  /** Name of the user who made it; null when the Hub does not say. */
  readonly author: string | null;
}

/** A commit to be made on top of another. */
export interface CommitRequest {
  readonly title: string;
  /** Markdown, of a pull request its first comment. */
  readonly description?: string;
  readonly parent: string;
  readonly files: readonly {
    readonly path: string;
    readonly content: Blob;
    /** Whether the Hub keeps it as a large (LFS) file; undefined where only the Hub knows. */
    readonly isLarge?: boolean;
  }[];
  readonly deletions: readonly string[];
}

/** The pull requests of a repo; what one holds is its state at `refs/pr/<number>`. */
export interface PullRequests {
  pageUrl(number: number): string;
  /** Name of the user that opens them; null when the Hub does not say. */
  ownName(): Promise<string | null>;
  /** The newest first. */
  list(which: 'open' | 'closed'): AsyncIterable<ListedPullRequest>;
  open(
    request: CommitRequest,
  ): Promise<CommitResult & ({ readonly outcome: 'conflict' | 'unconfirmed' } | { readonly number: number })>;
  update(number: number, request: CommitRequest): Promise<CommitResult>;
  /** The commits that were made in one, the oldest first. */
  commits(number: number): Promise<readonly MadeCommit[]>;
  isMergeable(number: number): Promise<boolean>;
  rename(number: number, title: string): Promise<void>;
  comment(number: number, markdown: string): Promise<void>;
  close(number: number, comment: string): Promise<void>;
}

/** A dataset repo that versions are published to. */
export interface DatasetRepository {
  readonly name: string;
  readonly pullRequests: PullRequests;
  /** State at a commit or a reference, or at the head of `main`; null when there is no such repo or reference. */
  state(revision?: string): Promise<RepoState | null>;
  create(visibility: 'private' | 'public'): Promise<void>;
  /** Whether the token may create the repo, as far as the Hub says what it may do. */
  creation(): Promise<{
    readonly verdict: 'possible' | 'reads-only' | 'refused' | 'unknown';
    /** Why it is refused. */
    readonly reason: string;
  }>;
  /** Names of the datasets of its owner, `owner/name`, as far as the token may see them; null when the Hub does not say. */
  siblings(): Promise<readonly string[] | null>;
  /**
   * Text of a small file at the head of `main`, by one request: `none` when the repo has no such file, `no-repo` when
   * there is no such repo; null where the answer leaves it open what was read.
   */
  readHead(path: string): Promise<HeadFile | 'none' | 'no-repo' | null>;
  /** Text of a small file in a state. */
  readText(path: string, state: RepoState): Promise<string>;
  /** Bytes of a file at a reference, unchecked; null when it is not there. */
  readAt(path: string, revision: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Bytes of a file in a state. */
  readBytes(path: string, state: RepoState): Promise<Uint8Array>;
  commit(request: CommitRequest): Promise<CommitResult>;
  tags(): Promise<ReadonlyMap<string, string>>;
  tag(name: string, commit: string, message: string): Promise<void>;
  /** Title and author of a commit; null when the Hub does not say. */
  describeCommit(commit: string): Promise<MadeCommit | null>;
  /** Id of the commit before one; null when there is none, or the Hub does not tell. */
  commitBefore(commit: string): Promise<string | null>;
  /** Id of the last commit up to this one that changed a file; null when the Hub does not say. */
  lastCommitOf(path: string, commit: string): Promise<string | null>;
}
