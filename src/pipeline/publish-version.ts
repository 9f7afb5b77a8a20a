import { setTimeout as sleep } from 'node:timers/promises';
import type { DatasetVersion } from '../dataset/version/build-version.ts';
import { type ExpectedFile, gitBlobId, isSameCommit } from '../dataset/version/file-id.ts';
import { isLeftover } from '../dataset/version/leftovers.ts';
import {
  CARD_PATH,
  holdsSame,
  METADATA_PATH,
  type PreviousVersion,
  type VersionContent,
} from '../dataset/version/metadata.ts';
import { ChunkedBlob } from './chunked-blob.ts';
import { checkVisibility, type Found, requireFound } from './found.ts';
import { differingFiles, findKept, type KeptVersion } from './kept-version.ts';
import type { CommitResult, DatasetRepository, RepoState } from './ports.ts';

/** What a publish came to. */
export interface Publication {
  readonly status: 'published' | 'unchanged';
  readonly tag: string;
  readonly commit: string;
  /** The version before this one, or the unchanged version itself. */
  readonly previous: PreviousVersion | null;
  /** True when the data was there already but its tag was not, and this run set it. */
  readonly tagRestored: boolean;
  /** True when no earlier run has told of this version. */
  readonly isNew: boolean;
  /** Files for which the version before, of the same data, could not be loaded any more. */
  readonly repaired: readonly string[];
}

export interface PublishOptions extends VersionContent {
  readonly repo: DatasetRepository;
  /** What the repo held when it was looked up, null when there was none. */
  readonly found: Promise<Found | null>;
  readonly visibility: 'private' | 'public';
  /** The data files as they would be published. */
  readonly dataFiles: () => Promise<readonly ExpectedFile[]>;
  /** Puts the version together on top of what the repo holds. */
  readonly build: (previous: PreviousVersion | null, existingCard: string | null) => Promise<DatasetVersion>;
  readonly onRetry: (reason: string) => void;
  /** Waits before the commit is tried again, in milliseconds; their number bounds the tries. */
  readonly retryDelaysMs?: readonly number[];
  /** Ends the waits; the requests are ended by the repo itself. */
  readonly signal?: AbortSignal;
}

const RETRY_DELAYS_MS = [1000, 4000, 10_000];

/**
 * Publishes a version in one commit and tags it, unless the repo holds the same content already and all of it. A
 * commit that may or may not have been made is settled by asking; after another writer's commit the version is built
 * anew on top of it. Stopped anywhere, it leaves the old version readable and the next run able to finish.
 */
export async function publishVersion(options: PublishOptions): Promise<Publication> {
  const { repo, signal, retryDelaysMs = RETRY_DELAYS_MS } = options;
  let found = (await options.found) ?? (await createRepo(options));
  let beforeUs: PreviousVersion | null = null;
  let repaired: readonly string[] = [];
  const sent: DatasetVersion[] = [];
  let failure: Error | null = null;
  for (let attempt = 0; ; attempt++) {
    const { previous, metadata, state } = found;
    const version = sent.find((candidate) => textOf(candidate, METADATA_PATH) === metadata);
    if (version !== undefined) {
      const commit = (await repo.lastCommitOf(METADATA_PATH, state.commit)) ?? state.commit;
      return finish(options, version, { commit, previous: beforeUs, repaired });
    }
    if (previous !== null && holdsSame(previous, options)) {
      const outcome = await findKept(repo, { ...found, previous }, options.dataFiles);
      if ('kept' in outcome) return keep(repo, outcome.kept, previous);
      repaired = outcome.broken;
    }
    if (failure !== null && attempt > retryDelaysMs.length) throw failure;
    beforeUs = previous;
    const result = await tryToCommit(options, found, { sent, repaired });
    if (result.outcome === 'made') {
      return finish(options, sent[sent.length - 1], { commit: result.commit, previous, repaired });
    }
    failure = result.error;
    if (attempt < retryDelaysMs.length) {
      options.onRetry(failure.message);
      await sleep(retryDelaysMs[attempt], undefined, { signal }).catch(() => signal?.throwIfAborted());
    }
    found = await requireFound(repo);
  }
}

async function createRepo({ repo, visibility }: PublishOptions): Promise<Found> {
  await repo.create(visibility);
  return requireFound(repo);
}

/**
 * Commits the version as built on what was found. Who may read the repo is looked at once more right before: it was
 * found while the database was read, which may be long ago.
 */
async function tryToCommit(
  options: PublishOptions,
  found: Found,
  { sent, repaired }: { sent: DatasetVersion[]; repaired: readonly string[] },
): Promise<CommitResult> {
  const { repo, visibility } = options;
  checkVisibility(repo, found.state, visibility);
  const card = repaired.includes(CARD_PATH) ? await cardBeforeDamage(repo, found) : null;
  const version = await options.build(found.previous, card ?? (await readForeignCard(repo, found)));
  const state = await repo.state();
  if (state !== null) checkVisibility(repo, state, visibility);
  if (state === null || !isSameCommit(state.commit, found.state.commit)) {
    const error = new Error(`datasets/${repo.name} was changed by someone else meanwhile.`);
    return { outcome: 'conflict', error };
  }
  sent.push(version);
  return repo.commit({
    title: version.title,
    parent: state.commit,
    files: version.files.map(({ path, chunks }) => ({ path, content: new ChunkedBlob(chunks) })),
    deletions: leftoversOf(repo, state, version),
  });
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

function textOf(version: DatasetVersion, path: string): string | undefined {
  const file = version.files.find((candidate) => candidate.path === path);
  return file === undefined ? undefined : Buffer.concat(file.chunks).toString();
}

async function keep(
  repo: DatasetRepository,
  { tag, commit, isTagged, isAnnounced }: KeptVersion,
  previous: PreviousVersion,
): Promise<Publication> {
  if (!isTagged) await repo.tag(tag, commit, `Dataset version ${tag}`);
  const tagRestored = !isTagged;
  return { status: 'unchanged', tag, commit, previous, tagRestored, isNew: !isAnnounced, repaired: [] };
}

async function finish(
  { repo, visibility }: PublishOptions,
  { tag, title, files }: DatasetVersion,
  made: Pick<Publication, 'commit' | 'previous' | 'repaired'>,
): Promise<Publication> {
  const state = await repo.state(made.commit);
  const wrong = state === null ? files.map(({ path }) => path) : await differingFiles(repo, state, files);
  const stale = state === null ? [] : leftoversOf(repo, state, { tag, title, files });
  if (wrong.length > 0 || stale.length > 0) {
    throw new Error(
      `Commit ${made.commit} of datasets/${repo.name} does not hold what was sent (${[...wrong, ...stale].join(', ')}), so it was not tagged. Look at the commit on the Hub and run the workflow again.`,
    );
  }
  if (visibility === 'private' && state?.isPrivate === false) {
    throw new Error(
      `datasets/${repo.name} was made public while ${tag} was committed: anyone may read commit ${made.commit} now, which was not tagged. Make the repo private in its settings, then run the workflow again.`,
    );
  }
  await repo.tag(tag, made.commit, title);
  return { status: 'published', tag, tagRestored: false, isNew: true, ...made };
}
