import { isSameCommit } from '../model/file.ts';
import type { DatasetRepository, RepoState } from '../model/repository.ts';
import { METADATA_PATH, type PreviousVersion, parsePreviousVersion } from '../version/metadata.ts';

/** What a repo holds at a commit. */
export interface Found {
  readonly state: RepoState;
  /** Its `dataset_metadata.json` as text, null if there is none. */
  readonly metadata: string | null;
  /** The version that its metadata name, null if they name none. */
  readonly previous: PreviousVersion | null;
}

/** What is known of a repo before its state is read. */
export interface EarlyFound extends Pick<Found, 'metadata' | 'previous'> {
  /** Null if unknown. */
  readonly commit: string | null;
}

/** Reads the metadata at the head of `main`, by one request if the Hub allows it; null if the repo does not exist. */
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
 * Reads what a repo holds now; metadata that were read before at the same commit are not read again.
 *
 * @throws Error if the repo is gone
 */
export async function lookUpAfter(repo: DatasetRepository, early: EarlyFound | null): Promise<Found | null> {
  if (early === null) return null;
  const state = await requireState(repo);
  const isSame = early.commit !== null && isSameCommit(early.commit, state.commit);
  return isSame ? { state, metadata: early.metadata, previous: early.previous } : readFound(repo, state);
}

/** Returns the state of a repo that existed before. @throws Error if the repo is gone */
export async function requireState(repo: DatasetRepository, commit?: string): Promise<RepoState> {
  const state = await repo.state(commit);
  if (state !== null) return state;
  throw new Error(`datasets/${repo.name} was deleted in the meantime. Run the workflow again.`);
}

/** Reads what a repo holds at a commit, or at the head of `main`; null if the repo does not exist. */
export async function lookUp(repo: DatasetRepository, commit?: string): Promise<Found | null> {
  const state = await repo.state(commit);
  return state === null ? null : readFound(repo, state);
}

async function readFound(repo: DatasetRepository, state: RepoState): Promise<Found> {
  if (!state.files.has(METADATA_PATH)) return { state, metadata: null, previous: null };
  const metadata = await repo.readText(METADATA_PATH, state);
  return { state, metadata, previous: parsePreviousVersion(metadata) };
}

/** Reads what a repo that exists holds at the head of `main`. @throws Error if the token may not see it */
export async function requireFound(repo: DatasetRepository): Promise<Found> {
  const found = await lookUp(repo);
  if (found !== null) return found;
  throw new Error(
    `datasets/${repo.name} exists, but the token may not see it. Give the token read and write access to this repo.`,
  );
}

/** @throws Error if private data would be published to a public repo */
export function checkVisibility(
  repo: DatasetRepository,
  { isPrivate }: RepoState,
  visibility: 'private' | 'public',
): void {
  if (visibility === 'public' || isPrivate) return;
  throw new Error(
    `datasets/${repo.name} is public, but the dataset is private. Make the repo private in its settings. To publish to a public repo, set private: false.`,
  );
}
