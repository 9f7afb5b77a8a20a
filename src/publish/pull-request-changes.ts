import type { DatasetRepository, ListedPullRequest } from '../model/repository.ts';
import { versionTitle } from '../version/build-version.ts';
import { REPLACED } from './find-proposals.ts';

/**
 * Writes into a pull request what it holds since it was updated. The title is changed last, so that what a run could not
 * write is written by the next.
 */
export async function describeUpdate(
  { pullRequests }: DatasetRepository,
  { number, title }: ListedPullRequest,
  update: { name: string; tag: string; description: string },
): Promise<void> {
  const upToDate = versionTitle(update.name, update.tag);
  if (title.startsWith(upToDate)) return;
  await pullRequests.comment(number, update.description);
  await pullRequests.rename(number, upToDate);
}

/** Closes a pull request that another takes the place of. Its title is changed first: by that one it is known not to have been closed by a person. */
export async function replace(
  { pullRequests }: DatasetRepository,
  { number, title }: ListedPullRequest,
  why: string,
): Promise<void> {
  if (!title.startsWith(REPLACED)) await pullRequests.rename(number, `${REPLACED}${title}`.slice(0, 200));
  await pullRequests.close(number, why);
}
