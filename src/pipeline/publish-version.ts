import type { ExpectedFile } from '../model/file.ts';
import type { CommitResult, DatasetRepository } from '../model/repository.ts';
import type { DatasetVersion } from '../version/build-version.ts';
import { holdsSame, METADATA_PATH, type PreviousVersion, type VersionContent } from '../version/metadata.ts';
import { checkVisibility, type Found, requireFound } from './found.ts';
import { findKept, type KeptVersion } from './kept-version.ts';
import {
  cardToKeep,
  commitOf,
  findConflict,
  isLastTry,
  isMetadataOf,
  type Retrying,
  requireWhole,
  waitToTryAgain,
} from './version-commit.ts';

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

export interface PublishOptions extends VersionContent, Retrying {
  readonly repo: DatasetRepository;
  /** What the repo held when it was looked up, null when there was none. */
  readonly found: Promise<Found | null>;
  readonly visibility: 'private' | 'public';
  /** The data files as they would be published. */
  readonly dataFiles: () => Promise<readonly ExpectedFile[]>;
  /** Puts the version together on top of what the repo holds. */
  readonly build: (previous: PreviousVersion | null, existingCard: string | null) => Promise<DatasetVersion>;
}

/**
 * Publishes a version in one commit and tags it, unless the repo holds the same content already and all of it. A
 * commit that may or may not have been made is settled by asking; after another writer's commit the version is built
 * anew on top of it. Stopped anywhere, it leaves the old version readable and the next run able to finish.
 */
export async function publishVersion(options: PublishOptions): Promise<Publication> {
  const { repo } = options;
  const { first, ...opened } = await openRepo(options);
  let { found } = opened;
  let beforeUs: PreviousVersion | null = null;
  let repaired: readonly string[] = [];
  const sent: DatasetVersion[] = [];
  let failure: Error | null = null;
  for (let attempt = 0; ; attempt++) {
    const { previous, metadata, state } = found;
    const version = sent.find((candidate) => isMetadataOf(candidate, metadata));
    if (version !== undefined) {
      const commit = (await repo.lastCommitOf(METADATA_PATH, state.commit)) ?? state.commit;
      return finish(options, version, { commit, previous: beforeUs, repaired });
    }
    if (previous !== null && holdsSame(previous, options)) {
      const outcome = await findKept(repo, { ...found, previous }, options.dataFiles);
      if ('kept' in outcome) return keep(repo, outcome.kept, previous);
      repaired = outcome.broken;
    }
    if (failure !== null && isLastTry(options, attempt)) throw failure;
    beforeUs = previous;
    const result = await tryToCommit(options, found, { first, sent, repaired });
    if (result.outcome === 'made') {
      return finish(options, sent[sent.length - 1], { commit: result.commit, previous, repaired });
    }
    failure = result.error;
    await waitToTryAgain(options, attempt, failure);
    found = await requireFound(repo);
  }
}

/**
 * What the repo holds. One that does not exist is created, but only once the version is built and written out: nothing is
 * created on the Hub for a version that then cannot be published.
 *
 * @returns with `first`, the version that was built for it, null for a repo that was there
 */
export async function openRepo(
  options: PublishOptions,
): Promise<{ readonly found: Found; readonly first: DatasetVersion | null }> {
  const { repo, visibility } = options;
  const found = await options.found;
  if (found !== null) return { found, first: null };
  const first = await options.build(null, null);
  await repo.create(visibility);
  return { found: await requireFound(repo), first };
}

/** Builds a version on top of what a repo holds, unless the first one was built already. */
export async function buildOn(
  options: PublishOptions,
  {
    previous,
    card,
    first,
  }: { previous: PreviousVersion | null; card: string | null; first: DatasetVersion | null },
): Promise<DatasetVersion> {
  return previous === null && card === null && first !== null ? first : options.build(previous, card);
}

/** Commits the version as built on what was found. */
async function tryToCommit(
  options: PublishOptions,
  found: Found,
  {
    first,
    sent,
    repaired,
  }: { first: DatasetVersion | null; sent: DatasetVersion[]; repaired: readonly string[] },
): Promise<CommitResult> {
  const { repo, visibility } = options;
  checkVisibility(repo, found.state, visibility);
  const card = await cardToKeep(repo, found, repaired);
  const version = await buildOn(options, { previous: found.previous, card, first });
  const conflict = await findConflict(repo, found, { visibility });
  if (conflict !== null) return conflict;
  sent.push(version);
  return repo.commit(commitOf(repo, version, found.state));
}

/** Tags a version that is on `main` already, unless it is tagged. */
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
  version: DatasetVersion,
  made: Pick<Publication, 'commit' | 'previous' | 'repaired'>,
): Promise<Publication> {
  const { tag, title } = version;
  await requireWhole(repo, version, { commit: made.commit, visibility });
  await repo.tag(tag, made.commit, title);
  return { status: 'published', tag, tagRestored: false, isNew: true, ...made };
}
