import type { DatasetRepository, RepoState } from '../model/repository.ts';

/** Returns whether somebody else than the action made a pull request or a commit. */
export type IsByOthers = (made: { readonly author: string | null }) => Promise<boolean>;

/** Creates a check for changes by strangers, which only a public repo can have. */
export function createAuthorCheck(
  { isPrivate }: Pick<RepoState, 'isPrivate'>,
  { pullRequests }: DatasetRepository,
): IsByOthers {
  let own: Promise<string | null> | undefined;
  return async ({ author }) => {
    if (isPrivate) return false;
    own ??= pullRequests.ownName();
    const name = await own;
    return name !== null && author !== name;
  };
}

/**
 * Finds the newest commit of a pull request by which the action offered a version. The title identifies it: commits
 * that people make on the page of a pull request have other titles.
 *
 * @param titleStart start of the title of the commit
 * @returns its id, null for none
 */
export async function findOffered(
  { pullRequests }: DatasetRepository,
  { number, titleStart, isByOthers }: { number: number; titleStart: string; isByOthers: IsByOthers },
): Promise<string | null> {
  for (const commit of (await pullRequests.commits(number)).toReversed()) {
    if (commit.title.startsWith(titleStart) && !(await isByOthers(commit))) return commit.id;
  }
  return null;
}
