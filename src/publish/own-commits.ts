import type { DatasetRepository, ListedPullRequest, MadeCommit, RepoState } from '../model/repository.ts';
import { offeredMark } from '../version/marks.ts';
import { type Found, lookUp } from './found.ts';

/** Returns whether somebody else than the action made a pull request, or a commit of it or of `main`. */
export type IsByOthers = (
  made: ListedPullRequest | (MadeCommit & { readonly number?: number }),
) => Promise<boolean>;

/** Commits of a pull request that are searched for one with a mark, the newest first. */
const MOST_COMMITS = 20;

/**
 * Creates a check for changes by strangers, which only a public repo can have. The author shows them. With a token of no
 * user nobody knows the name under which the action writes: then the marks of {@link markOffered} show what it made.
 */
export function createAuthorCheck(
  { isPrivate }: Pick<RepoState, 'isPrivate'>,
  repo: DatasetRepository,
): IsByOthers {
  const { pullRequests } = repo;
  let own: Promise<string | null> | undefined;
  let tags: Promise<ReadonlyMap<string, string>> | undefined;
  return async (made) => {
    if (isPrivate) return false;
    own ??= pullRequests.ownName();
    const name = await own;
    if (name !== null) return made.author !== name;
    tags ??= repo.tags();
    const marks = [...(await tags).keys()];
    const commits = 'id' in made ? [made] : (await pullRequests.commits(made.number)).toReversed();
    for (const { id } of commits.slice(0, MOST_COMMITS)) {
      const found = await lookUp(repo, id);
      if (found !== null && isMarked(found, made.number, marks)) return false;
    }
    return true;
  };
}

/** True if the marks show that this action made what a commit holds, for the pull request of this number or for `main`. */
function isMarked(
  { metadata, previous }: Found,
  number: number | undefined,
  marks: readonly string[],
): boolean {
  if (metadata === null || previous === null) return false;
  const mark = offeredMark(previous.versionTag, metadata);
  if (number !== undefined && marks.includes(offeredIn(mark, number))) return true;
  return marks.includes(mark) && !marks.some((other) => other.startsWith(offeredIn(mark, '')));
}

/**
 * Marks a version that this action makes, if only a mark can show that later: in a public repo, with a token of no user. No
 * stranger can set a tag. A version is marked before it is committed, so that no commit is without a mark, and once more
 * with the number of its new pull request, so that a copy of it does not count as ours.
 *
 * @param main what `main` holds, whose commit gets the mark
 * @param made.number of the pull request; null for none, or for one that is not open yet
 */
export async function markOffered(
  repo: DatasetRepository,
  { state }: Pick<Found, 'state'>,
  made: { readonly tag: string; readonly metadata: string; readonly number: number | null },
): Promise<void> {
  if (state.isPrivate || (await repo.pullRequests.ownName()) !== null) return;
  const { tag, metadata, number } = made;
  const bare = offeredMark(tag, metadata);
  const mark = number === null ? bare : offeredIn(bare, number);
  if (!(await repo.tags()).has(mark)) await repo.tag(mark, state.commit, `${tag} was made by this action`);
}

/** The mark of a version in one pull request. */
function offeredIn(mark: string, number: number | ''): string {
  return `${mark}-in-${number}`;
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
    if (commit.title.startsWith(titleStart) && !(await isByOthers({ ...commit, number }))) return commit.id;
  }
  return null;
}
