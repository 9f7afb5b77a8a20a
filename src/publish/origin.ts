import { versionTitle } from '../version/build-version.ts';
import { METADATA_PATH, type PreviousVersion } from '../version/metadata.ts';
import type { Candidate } from './candidate.ts';
import { type Found, lookUp } from './found.ts';
import { createAuthorCheck, findOffered } from './own-commits.ts';

/** A version on `main` that was not made by this action for the dataset, or was changed. It is left alone. */
export interface ForeignVersion {
  readonly tag: string;
  /** Whether it is a version of `another` dataset, was `changed` since it was offered, or is `unknown`. */
  readonly why: 'another' | 'changed' | 'unknown';
  /** The merged pull request in which it was offered with other content; null for none. */
  readonly number: number | null;
}

/** How a version came to `main`: by the merge of a pull request, or (null) by a commit of an earlier run. */
type Origin = { readonly merged: number | null } | { readonly foreign: ForeignVersion };

/** Merged pull requests that are read: that of a version no run has announced is among the newest. */
const MOST_MERGED = 20;

/**
 * Finds out whether this action made a version on `main` for the dataset. Its metadata, which list its files by their
 * hashes, must equal those of the commit that offered it: a person may have renamed the pull request or changed its
 * content.
 *
 * @param how.isTagged true for a version that has its tag, which no stranger can set
 */
export async function originOf(
  { repo, name }: Pick<Candidate, 'repo' | 'name'>,
  { state, metadata, previous }: Found & { readonly previous: PreviousVersion },
  { isTagged }: { readonly isTagged: boolean },
): Promise<Origin> {
  const { versionTag: tag } = previous;
  if (previous.name !== name) return { foreign: { tag, why: 'another', number: null } };
  const title = versionTitle(name, tag);
  const isByOthers = createAuthorCheck({ isPrivate: isTagged || state.isPrivate }, repo);
  let looked = 0;
  for await (const { number, status } of repo.pullRequests.list('closed')) {
    if (status !== 'merged') continue;
    const offered = await findOffered(repo, { number, titleStart: title, isByOthers });
    if (offered !== null) {
      const isAsOffered = (await lookUp(repo, offered))?.metadata === metadata;
      return isAsOffered ? { merged: number } : { foreign: { tag, why: 'changed', number } };
    }
    if (++looked === MOST_MERGED) break;
  }
  const made = await repo.lastCommitOf(METADATA_PATH, state.commit);
  const commit = made === null ? null : await repo.describeCommit(made);
  const isOwn = commit?.title === title && !(await isByOthers(commit));
  return isOwn ? { merged: null } : { foreign: { tag, why: 'unknown', number: null } };
}
