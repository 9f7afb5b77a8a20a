import { setTimeout as sleep } from 'node:timers/promises';
import { CARD_PATH } from '../dataset/card.ts';
import { isContentOf } from '../dataset/file-id.ts';
import { METADATA_PATH, type PreviousVersion, parsePreviousVersion } from '../dataset/metadata.ts';
import type { DatasetVersion } from '../dataset/version.ts';
import type { DatasetRepository, RepoState } from './ports.ts';

/** What a publish came to. */
export interface Publication {
  readonly status: 'published' | 'unchanged';
  readonly tag: string;
  readonly commit: string;
  /** The version before this one, or the unchanged version itself. */
  readonly previous: PreviousVersion | null;
  /** True when the data was there already but its tag was not, and this run set it. */
  readonly tagRestored: boolean;
}

/** What a repo holds at the head of `main`. */
export interface Found {
  /** Null when there is no such repo. */
  readonly state: RepoState | null;
  /** Null when it holds no version. */
  readonly previous: PreviousVersion | null;
}

export interface PublishOptions {
  readonly repo: DatasetRepository;
  /** What the repo held when it was looked up; what was committed since then is a conflict that is settled. */
  readonly found: Promise<Found>;
  readonly contentSha256: string;
  readonly visibility: 'private' | 'public';
  /** Puts the version together on top of what the repo holds. */
  readonly build: (previous: PreviousVersion | null, existingCard: string | null) => Promise<DatasetVersion>;
  readonly onRetry: (reason: string) => void;
  /** Waits before the commit is tried again, in milliseconds; their number bounds the tries. */
  readonly retryDelaysMs?: readonly number[];
  /** Ends the waits; the requests are ended by the repo itself. */
  readonly signal?: AbortSignal;
}

const RETRY_DELAYS_MS = [1000, 4000, 10_000];
const DATA_FILE = /^data\/(train|eval|test)-.*\.parquet$/;

/**
 * Publishes a version in one commit and tags it, unless the repo holds the same content already. A commit that
 * may or may not have been made is settled by asking; after another writer's commit the version is built anew on
 * top of it. Stopped anywhere, it leaves the old version readable and the next run able to finish.
 */
export async function publishVersion(options: PublishOptions): Promise<Publication> {
  const { repo, signal, retryDelaysMs = RETRY_DELAYS_MS } = options;
  const found = await options.found;
  let state = found.state ?? (await createRepo(options));
  let previous = found.state === null ? await readPreviousVersion(repo, state) : found.previous;
  let beforeUs: PreviousVersion | null = null;
  const sent: DatasetVersion[] = [];
  let failure: Error | null = null;
  for (let attempt = 0; ; attempt++) {
    if (previous?.contentSha256 === options.contentSha256) {
      const version = sent.find((candidate) => isFrom(candidate, state));
      if (version === undefined) return keepVersion(repo, previous, state);
      const commit = await repo.lastCommitOf(METADATA_PATH, state.commit);
      return finish(repo, version, commit, beforeUs);
    }
    if (failure !== null && attempt > retryDelaysMs.length) throw failure;
    checkVisibility(options, state);
    beforeUs = previous;
    const version = await options.build(previous, await readForeignCard(repo, state, previous));
    sent.push(version);
    const result = await repo.commit({
      title: version.title,
      parent: state.commit,
      files: version.files.map(({ path, chunks }) => ({ path, content: new Blob([...chunks]) })),
      deletions: staleDataFiles(state, version),
    });
    if (result.outcome === 'made') return finish(repo, version, result.commit, previous);
    failure = result.error;
    if (attempt < retryDelaysMs.length) {
      options.onRetry(failure.message);
      await sleep(retryDelaysMs[attempt], undefined, { signal }).catch(() => signal?.throwIfAborted());
    }
    state = await requireState(repo);
    previous = await readPreviousVersion(repo, state);
  }
}

/** Looks up what a repo holds. */
export async function lookUp(repo: DatasetRepository): Promise<Found> {
  const state = await repo.state();
  return { state, previous: state === null ? null : await readPreviousVersion(repo, state) };
}

/** Version the head of `main` holds, null when it holds none. */
async function readPreviousVersion(
  repo: DatasetRepository,
  state: RepoState,
): Promise<PreviousVersion | null> {
  if (!state.files.has(METADATA_PATH)) return null;
  return parsePreviousVersion(await repo.readText(METADATA_PATH, state));
}

async function createRepo({ repo, visibility }: PublishOptions): Promise<RepoState> {
  await repo.create(visibility);
  return requireState(repo);
}

async function requireState(repo: DatasetRepository): Promise<RepoState> {
  const state = await repo.state();
  if (state !== null) return state;
  throw new Error(
    `datasets/${repo.name} exists, but the token may not see it. Give the token read and write access to this repo.`,
  );
}

function checkVisibility({ repo, visibility }: PublishOptions, state: RepoState): void {
  if (visibility === 'public' || state.isPrivate) return;
  throw new Error(
    `datasets/${repo.name} is public, and grievances are private unless you say otherwise. Make the repo private in its settings, or set private: false to publish to a public repo.`,
  );
}

/** The card a person may have written in; null when the repo has none or it is just as we generated it. */
async function readForeignCard(
  repo: DatasetRepository,
  state: RepoState,
  previous: PreviousVersion | null,
): Promise<string | null> {
  const card = state.files.get(CARD_PATH);
  if (card === undefined || card.blobId === previous?.generatedCardBlobId) return null;
  return repo.readText(CARD_PATH, state);
}

function staleDataFiles(state: RepoState, version: DatasetVersion): string[] {
  const current = new Set(version.files.map(({ path }) => path));
  return [...state.files.keys()].filter((path) => DATA_FILE.test(path) && !current.has(path));
}

/**
 * True when a state holds this very version. Another run may have committed the same data in the same second, under
 * the same tag; but not the same metadata.
 */
function isFrom({ files }: DatasetVersion, state: RepoState): boolean {
  const held = state.files.get(METADATA_PATH);
  const metadata = files.find(({ path }) => path === METADATA_PATH);
  return held !== undefined && metadata !== undefined && isContentOf(held, metadata.chunks);
}

async function keepVersion(
  repo: DatasetRepository,
  previous: PreviousVersion,
  state: RepoState,
): Promise<Publication> {
  const { versionTag: tag } = previous;
  const tagged = (await repo.tags()).get(tag);
  if (tagged !== undefined) return { status: 'unchanged', tag, commit: tagged, previous, tagRestored: false };
  const commit = await repo.lastCommitOf(METADATA_PATH, state.commit);
  await repo.tag(tag, commit, `Dataset version ${tag}`);
  return { status: 'unchanged', tag, commit, previous, tagRestored: true };
}

async function finish(
  repo: DatasetRepository,
  version: DatasetVersion,
  commit: string,
  previous: PreviousVersion | null,
): Promise<Publication> {
  await verifyCommit(repo, version, commit);
  await repo.tag(version.tag, commit, version.title);
  return { status: 'published', tag: version.tag, commit, previous, tagRestored: false };
}

/** Reads back what the commit holds. @throws Error when a file differs from what was sent */
async function verifyCommit(repo: DatasetRepository, version: DatasetVersion, commit: string): Promise<void> {
  const held = await repo.state(commit);
  const wrong = version.files.filter(({ path, chunks }) => {
    const file = held?.files.get(path);
    return file === undefined || !isContentOf(file, chunks);
  });
  const stale = held === null ? [] : staleDataFiles(held, version);
  if (wrong.length === 0 && stale.length === 0) return;
  const paths = [...wrong.map(({ path }) => path), ...stale].join(', ');
  throw new Error(
    `Commit ${commit} of datasets/${repo.name} does not hold what was sent (${paths}), so it was not tagged. Look at the commit on the Hub and run the workflow again.`,
  );
}
