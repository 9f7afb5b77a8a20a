import { setTimeout as sleep } from 'node:timers/promises';
import { blobOf } from '../files/blob-of.ts';
import { type ExpectedFile, gitBlobId, isSameCommit } from '../model/file.ts';
import type { CommitRequest, DatasetRepository, RepoState } from '../model/repository.ts';
import type { DatasetVersion } from '../version/build-version.ts';
import { isLeftover } from '../version/leftovers.ts';
import { CARD_PATH, METADATA_PATH } from '../version/metadata.ts';
import { checkVisibility, type Found } from './found.ts';
import { differingFiles } from './kept-version.ts';

/** How often and when a commit is tried again. */
export interface Retrying {
  readonly onRetry: (reason: string) => void;
  /** Waits before the commit is tried again, in milliseconds; their number bounds the tries. */
  readonly retryDelaysMs?: readonly number[];
  /** Ends the waits; the requests are ended by the repo itself. */
  readonly signal?: AbortSignal;
}

const RETRY_DELAYS_MS = [1000, 4000, 10_000];

/** Waits before a commit is tried again; the last time not at all: what is left is to look whether it was made. */
export async function waitToTryAgain(
  { onRetry, retryDelaysMs = RETRY_DELAYS_MS, signal }: Retrying,
  attempt: number,
  failure: Error,
): Promise<void> {
  if (attempt >= retryDelaysMs.length) return;
  onRetry(failure.message);
  await sleep(retryDelaysMs[attempt], undefined, { signal }).catch(() => signal?.throwIfAborted());
}

/** True when a commit was tried as often as it may be. */
export function isLastTry({ retryDelaysMs = RETRY_DELAYS_MS }: Retrying, attempt: number): boolean {
  return attempt > retryDelaysMs.length;
}

/**
 * Looks at a repo once more, right before a commit: it was found while the database was read, which may be long ago.
 *
 * @param revision where the commit is to go, by default the head of `main`
 * @returns the error of a commit that somebody else came before, null when there was none
 * @throws Error when a repo that anyone may read would get what is private
 */
export async function findConflict(
  repo: DatasetRepository,
  found: Found,
  { visibility, revision }: { visibility: 'private' | 'public'; revision?: string },
): Promise<{ outcome: 'conflict'; error: Error } | null> {
  const state = await repo.state(revision);
  if (state !== null) checkVisibility(repo, state, visibility);
  if (state !== null && isSameCommit(state.commit, found.state.commit)) return null;
  const error = new Error(`datasets/${repo.name} was changed by someone else meanwhile.`);
  return { outcome: 'conflict', error };
}

/**
 * The commit that makes a state a version: its files, and the deletion of what is no part of it.
 *
 * @param how.isNewRepo true for a repo that this run created
 */
export function commitOf(
  repo: DatasetRepository,
  version: DatasetVersion,
  state: RepoState,
  { isNewRepo = false } = {},
): CommitRequest {
  return {
    title: version.title,
    parent: state.commit,
    files: version.files.map((file) => ({
      path: file.path,
      content: blobOf(file),
      isLarge: isKeptLarge(file, state, isNewRepo),
    })),
    deletions: leftoversOf(repo, state, version),
  };
}

/** A text may be large to the Hub by its size alone. */
const SURELY_SMALL_BYTES = 1 << 20;

/**
 * Whether the Hub keeps a file as a large one, by how it keeps those of the version before; undefined where it has to be
 * asked. In a repo that nobody has written to, the Hub's own rules hold: parquet files are large.
 */
function isKeptLarge(
  { path, size }: ExpectedFile,
  { files }: RepoState,
  isNewRepo: boolean,
): boolean | undefined {
  const isData = path.endsWith('.parquet');
  const alike = [...files].filter(([other]) => (isData ? other.endsWith('.parquet') : other === path));
  const isUntouched = isNewRepo && [...files.keys()].every((other) => other === '.gitattributes');
  if (isData) {
    const isLarge = alike.length > 0 ? alike.every(([, { sha256 }]) => sha256 !== null) : isUntouched;
    return isLarge || undefined;
  }
  const isSmall =
    alike.length > 0 ? alike.every(([, id]) => id.sha256 === null && id.blobId !== null) : isUntouched;
  return isSmall && size < SURELY_SMALL_BYTES ? false : undefined;
}

/**
 * Reads back what a commit holds.
 *
 * @throws Error when that is not the version, or anyone may read what is private
 */
export async function requireWhole(
  repo: DatasetRepository,
  version: DatasetVersion,
  { commit, visibility }: { commit: string; visibility: 'private' | 'public' },
): Promise<void> {
  const { tag, files } = version;
  const state = await repo.state(commit);
  const wrong = state === null ? files.map(({ path }) => path) : await differingFiles(repo, state, files);
  const stale = state === null ? [] : leftoversOf(repo, state, version);
  if (wrong.length > 0 || stale.length > 0) {
    throw new Error(
      `Commit ${commit} of datasets/${repo.name} does not hold what was sent (${[...wrong, ...stale].join(', ')}), so it was not tagged. Look at the commit on the Hub and run the workflow again.`,
    );
  }
  if (visibility === 'private' && state?.isPrivate === false) {
    throw new Error(
      `datasets/${repo.name} was made public while ${tag} was committed: anyone may read commit ${commit} now, which was not tagged. Make the repo private in its settings, then run the workflow again.`,
    );
  }
}

/** The card whose text by others a new version has to keep; null for none. */
export async function cardToKeep(
  repo: DatasetRepository,
  found: Found,
  repaired: readonly string[] = [],
): Promise<string | null> {
  const card = repaired.includes(CARD_PATH) ? await cardBeforeDamage(repo, found) : null;
  return card ?? (await readForeignCard(repo, found));
}

/**
 * The card from before the commit that made a version whose card is damaged: what a person wrote in it went with it.
 * Null when others have committed since, who may have meant it so.
 */
async function cardBeforeDamage(repo: DatasetRepository, { state }: Found): Promise<string | null> {
  const made = await repo.lastCommitOf(METADATA_PATH, state.commit);
  if (made === null || !isSameCommit(made, state.commit)) return null;
  const commit = await repo.commitBefore(state.commit);
  const before = commit === null ? null : await repo.state(commit);
  return before?.files.has(CARD_PATH) ? repo.readText(CARD_PATH, before) : null;
}

/** The card a person may have written in; null when the repo has none or it is just as we generated it. */
async function readForeignCard(repo: DatasetRepository, { state, previous }: Found): Promise<string | null> {
  const card = state.files.get(CARD_PATH);
  const generated = previous?.generatedCardBlobId;
  if (card === undefined || (card.blobId !== null && card.blobId === generated)) return null;
  const markdown = await repo.readText(CARD_PATH, state);
  return gitBlobId(Buffer.from(markdown)) === generated ? null : markdown;
}

function leftoversOf(repo: DatasetRepository, state: RepoState, version: DatasetVersion): string[] {
  const current = new Set(version.files.map(({ path }) => path));
  return [...state.files.keys()].filter((path) => isLeftover(path, repo.name) && !current.has(path));
}

/** Whether it is a version's own metadata that a repo holds. */
export function isMetadataOf({ files }: DatasetVersion, metadata: string | null): boolean {
  const own = files.find(({ path }) => path === METADATA_PATH);
  return own?.chunks !== undefined && Buffer.concat(own.chunks).toString() === metadata;
}
