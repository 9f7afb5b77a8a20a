import { isSameCommit } from '../model/file.ts';
import type { DatasetRepository, RepoState } from '../model/repository.ts';
import { METADATA_PATH, type PreviousVersion, parsePreviousVersion } from '../version/metadata.ts';

/** What a repo holds at a commit. */
export interface Found {
  readonly state: RepoState;
  /** Its `dataset_metadata.json` as it is, null when there is none. */
  readonly metadata: string | null;
  /** The version its metadata tells, null when it tells none. */
  readonly previous: PreviousVersion | null;
}

/** What is known of a repo before its state is read. */
export interface EarlyFound extends Pick<Found, 'metadata' | 'previous'> {
  /** Null where it is not known. */
  readonly commit: string | null;
}

/** Reads the metadata at the head of `main`, by one request where the Hub allows; null when there is no such repo. */
export async function lookAhead(repo: DatasetRepository): Promise<EarlyFound | null> {
  const head = await repo.readHead(METADATA_PATH);
  if (head === 'no-repo') return null;
  if (head === 'none') return { commit: null, metadata: null, previous: null };
  if (head !== null)
    return { commit: head.commit, metadata: head.text, previous: parsePreviousVersion(head.text) };
  const found = await lookUp(repo);
  return found && { commit: found.state.commit, metadata: found.metadata, previous: found.previous };
}

/**
 * Looks up what a repo holds by now; metadata that were read ahead of the same commit are not read again.
 *
 * @throws Error when the repo is gone
 */
export async function lookUpAfter(repo: DatasetRepository, early: EarlyFound | null): Promise<Found | null> {
  if (early === null) return null;
  const state = await requireState(repo);
  const isSame = early.commit !== null && isSameCommit(early.commit, state.commit);
  return isSame ? { state, metadata: early.metadata, previous: early.previous } : readFound(repo, state);
}

/** The state of a repo that was there before. @throws Error when the repo is gone */
export async function requireState(repo: DatasetRepository, commit?: string): Promise<RepoState> {
  const state = await repo.state(commit);
  if (state !== null) return state;
  throw new Error(`datasets/${repo.name} was deleted meanwhile. Run the workflow again.`);
}

/** Looks up what a repo holds at a commit, or at the head of `main`; null when there is no such repo. */
export async function lookUp(repo: DatasetRepository, commit?: string): Promise<Found | null> {
  const state = await repo.state(commit);
  return state === null ? null : readFound(repo, state);
}

async function readFound(repo: DatasetRepository, state: RepoState): Promise<Found> {
  if (!state.files.has(METADATA_PATH)) return { state, metadata: null, previous: null };
  const metadata = await repo.readText(METADATA_PATH, state);
  return { state, metadata, previous: parsePreviousVersion(metadata) };
}

/** What a repo that exists holds at the head of `main`. @throws Error when the token may not see it */
export async function requireFound(repo: DatasetRepository): Promise<Found> {
  const found = await lookUp(repo);
  if (found !== null) return found;
  throw new Error(
    `datasets/${repo.name} exists, but the token may not see it. Give the token read and write access to this repo.`,
  );
}

/** @throws Error when a repo that anyone may read would get what is private */
export function checkVisibility(
  repo: DatasetRepository,
  { isPrivate }: RepoState,
  visibility: 'private' | 'public',
): void {
  if (visibility === 'public' || isPrivate) return;
  throw new Error(
    `datasets/${repo.name} is public, and corrections are private unless you say otherwise. Make the repo private in its settings, or set private: false to publish to a public repo.`,
  );
}
