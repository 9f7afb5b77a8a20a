import { type CommitOutput, commit } from '@huggingface/hub';
import { OwnFileError } from '../files/own-file.ts';
import type { CommitRequest, CommitResult } from '../model/repository.ts';
import { HubError } from './hub-error.ts';
import type { RepoRequests } from './repo-requests.ts';
import { COMMIT_ID } from './repo-state.ts';
import { createUploadFetch, type UploadMode } from './upload-fetch.ts';

/**
 * A commit that was not made because another came first, or that only reading can confirm, or whose upload must start
 * anew.
 */
export interface FailedCommit {
  readonly outcome: 'conflict' | 'unconfirmed';
  readonly error: HubError;
}

/**
 * Makes one commit on top of its parent.
 *
 * @param target where to commit: a reference such as `refs/pr/3`, by default `main`, or a new pull request
 * @param read reads further parts of the answer; throws if they are missing
 * @throws HubError if the commit was not made, and no other came first; OwnFileError for a missing file
 */
export async function makeCommit<T extends object>(
  requests: RepoRequests,
  { title, description, parent, files, deletions }: CommitRequest,
  target: { readonly branch?: string; readonly isPullRequest?: boolean },
  read: (answer: CommitOutput) => T,
): Promise<(Extract<CommitResult, { outcome: 'made' }> & T) | FailedCommit> {
  const { clientOptions } = requests;
  const uploads = createUploadFetch(requests, clientOptions.fetch, uploadModesOf(files));
  try {
    const making = commit({
      ...clientOptions,
      ...target,
      fetch: uploads.fetch,
      title,
      description,
      parentCommit: parent,
      useXet: false,
      operations: [
        ...files.map(({ path, content }) => ({ operation: 'addOrUpdate' as const, path, content })),
        ...deletions.map((path) => ({ operation: 'delete' as const, path })),
      ],
    });
    const made = await Promise.race([making, uploads.failed]);
    const oid = made?.commit.oid;
    if (typeof oid !== 'string' || !COMMIT_ID.test(oid)) throw new Error('the answer names no commit');
    return { outcome: 'made', commit: oid, ...read(made!) };
  } catch (error) {
    return failedCommit(requests.repo, error);
  } finally {
    uploads.stop();
  }
}

/** Returns how each file is to be sent; null if the Hub has to decide. */
function uploadModesOf(files: CommitRequest['files']): readonly UploadMode[] | null {
  if (files.some(({ isLarge }) => isLarge === undefined)) return null;
  return files.map(({ path, isLarge }) => ({ path, uploadMode: isLarge ? 'lfs' : 'regular' }));
}

/**
 * Returns the result of a commit whose request failed, or whose answer cannot be read.
 *
 * @throws HubError if the commit was not made, and no other came first; OwnFileError
 */
function failedCommit(repo: string, cause: unknown): FailedCommit {
  if (cause instanceof OwnFileError) throw cause;
  const error =
    cause instanceof HubError
      ? cause
      : new HubError(`The Hub's answer to a commit to datasets/${repo} could not be read.`, {
          mayHaveHappened: true,
          cause,
        });
  if (error.status === 412 || error.status === 409) return { outcome: 'conflict', error };
  if (error.mayHaveHappened || error.isWorthRepeating) return { outcome: 'unconfirmed', error };
  throw error;
}
