import { setTimeout as sleep } from 'node:timers/promises';
import { blobOf } from '../files/blob-of.ts';
import { type ExpectedFile, gitBlobId, isSameCommit } from '../model/file.ts';
import type { CommitRequest, DatasetRepository, RepoState } from '../model/repository.ts';
import type { DatasetVersion } from '../version/build-version.ts';
import { isLeftover } from '../version/leftovers.ts';
import { CARD_PATH, METADATA_PATH } from '../version/metadata.ts';
import { checkVisibility, type Found } from './found.ts';
import { differingFiles } from './kept-version.ts';

/** How often and when a commit is repeated. */
export interface Retrying {
  readonly onRetry: (reason: string) => void;
  /** Waits before the commit is repeated, in milliseconds; their number limits the attempts. */
  readonly retryDelaysMs?: readonly number[];
  /** Ends the waits; the repo itself ends the requests. */
  readonly signal?: AbortSignal;
}

const RETRY_DELAYS_MS = [1000, 4000, 10_000];

/**
 * Waits before a commit is repeated. After the last attempt it does not wait: the next step only reads whether it was
 * made.
 */
export async function waitToTryAgain(
  { onRetry, retryDelaysMs = RETRY_DELAYS_MS, signal }: Retrying,
  attempt: number,
  failure: Error,
): Promise<void> {
  if (attempt >= retryDelaysMs.length) return;
  onRetry(failure.message);
  await sleep(retryDelaysMs[attempt], undefined, { signal }).catch(() => signal?.throwIfAborted());
}

/** True if a commit was tried as often as allowed. */
export function isLastTry({ retryDelaysMs = RETRY_DELAYS_MS }: Retrying, attempt: number): boolean {
  return attempt > retryDelaysMs.length;
}

/**
 * Reads a repo once more right before a commit: it was read while the database was read, which may be long ago.
 *
 * @param revision where the commit goes, by default the head of `main`
 * @returns the error about a commit of somebody else that came first, null if there was none
 * @throws Error if private data would be published to a public repo
 */
export async function findConflict(
  repo: DatasetRepository,
  found: Found,
  { visibility, revision }: { visibility: 'private' | 'public'; revision?: string },
): Promise<{ outcome: 'conflict'; error: Error } | null> {
  const state = await repo.state(revision);
  if (state !== null) checkVisibility(repo, state, visibility);
  if (state !== null && isSameCommit(state.commit, found.state.commit)) return null;
  const error = new Error(`datasets/${repo.name} was changed by someone else in the meantime.`);
  return { outcome: 'conflict', error };
}

/**
 * Returns the commit that makes a state a version: it adds the files of the version and deletes all others.
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

/** Size from which the Hub may store a text as a large file. */
const SURELY_SMALL_BYTES = 1 << 20;

/**
 * Returns whether the Hub stores a file as a large one, by how it stores those of the previous version; undefined if
 * the Hub has to decide. In a repo that nobody has written to, the Hub's own rules apply: parquet files are large.
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
 * @throws Error if that is not the version, or if private data is public
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
      `Commit ${commit} of datasets/${repo.name} does not hold what was sent (${[...wrong, ...stale].join(', ')}), so it was not tagged. Check the commit on the Hub, then run the workflow again.`,
    );
  }
  if (visibility === 'private' && state?.isPrivate === false) {
    throw new Error(
      `datasets/${repo.name} was made public while ${tag} was committed, so everyone can read commit ${commit}, which was not tagged. Make the repo private in its settings, then run the workflow again.`,
    );
  }
}

/** Returns the card with text by others that a new version has to keep; null for none. */
export async function cardToKeep(
  repo: DatasetRepository,
  found: Found,
  repaired: readonly string[] = [],
): Promise<string | null> {
  const card = repaired.includes(CARD_PATH) ? await cardBeforeDamage(repo, found) : null;
  return card ?? (await readForeignCard(repo, found));
}

/**
 * Returns the card from before the commit that made a version whose card is damaged, because that damage removed what a
 * person wrote. Null if others have committed since, because they may have intended it.
 */
async function cardBeforeDamage(repo: DatasetRepository, { state }: Found): Promise<string | null> {
  const made = await repo.lastCommitOf(METADATA_PATH, state.commit);
  if (made === null || !isSameCommit(made, state.commit)) return null;
  const commit = await repo.commitBefore(state.commit);
  const before = commit === null ? null : await repo.state(commit);
  return before?.files.has(CARD_PATH) ? repo.readText(CARD_PATH, before) : null;
}

/** Returns the card that a person may have written in; null if the repo has none or it is exactly as generated. */
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

/** True if a repo holds exactly the metadata of a version. */
export function isMetadataOf(version: DatasetVersion, metadata: string | null): boolean {
  return metadataOf(version) === metadata;
}

/** Returns the metadata of a version as text. */
export function metadataOf({ files }: DatasetVersion): string {
  const { chunks = [] } = files.find(({ path }) => path === METADATA_PATH)!;
  return Buffer.concat(chunks).toString();
}
