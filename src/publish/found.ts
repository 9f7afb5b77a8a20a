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

/** Looks up what a repo holds at a commit, or at the head of `main`; null when there is no such repo. */
export async function lookUp(repo: DatasetRepository, commit?: string): Promise<Found | null> {
  const state = await repo.state(commit);
  if (state === null) return null;
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
