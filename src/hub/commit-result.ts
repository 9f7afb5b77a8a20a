import { HubError } from './hub-error.ts';

/** A commit to be made on `main`. */
export interface CommitRequest {
  readonly title: string;
  readonly parent: string;
  readonly files: readonly { readonly path: string; readonly content: Blob }[];
  readonly deletions: readonly string[];
}

/** What became of a commit. */
export type CommitResult =
  | { readonly outcome: 'made'; readonly commit: string }
  | { readonly outcome: 'conflict' | 'unconfirmed'; readonly error: HubError };

/**
 * What became of a commit whose request failed, or whose answer cannot be read.
 *
 * @throws HubError when the commit was not made, and no other came first
 */
export function failedCommit(repo: string, cause: unknown): CommitResult {
  const error =
    cause instanceof HubError
      ? cause
      : new HubError(`The Hub's answer to a commit to datasets/${repo} could not be read.`, {
          mayHaveHappened: true,
          cause,
        });
  if (error.status === 412 || error.status === 409) return { outcome: 'conflict', error };
  if (error.mayHaveHappened) return { outcome: 'unconfirmed', error };
  throw error;
}
