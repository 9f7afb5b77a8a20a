import { type SimilarRepo, similarRepoOf } from '../gates/similar-repo.ts';
import type { DatasetRepository } from '../model/repository.ts';
import type { TrustSettings } from '../model/trust.ts';
import { holdsSame, isVersionTag, type PreviousVersion } from '../version/metadata.ts';
import type { Candidate } from './candidate.ts';
import type { Found } from './found.ts';
import { findKept, findTagged, type KeptOrBroken, type KeptVersion } from './kept-version.ts';
import { type ForeignVersion, originOf } from './origin.ts';

/** What a repo holds, as far as gates need it. */
export interface ObservedRepo {
  /** Null if the repo does not exist. */
  readonly found: Found | null;
  /** True if the metadata of `main` name the content that would be published. */
  readonly isSame: boolean;
  /** Tags of versions in a repo whose `main` names no version; empty unless a gate needs them. */
  readonly strayTags: readonly string[];
  /** How a repo that would be created compares with the others of its owner; null unless a gate needs it. */
  readonly similarRepo: SimilarRepo | null;
}

/** A version that `main` holds completely. */
export interface MergedVersion {
  readonly kept: KeptVersion;
  /** The pull request that was merged for it, until a run has announced the version; null for none. */
  readonly merged: number | null;
}

/** The facts about a repo that gates need. */
export interface JudgedRepo extends Omit<ObservedRepo, 'found'> {
  readonly found: Pick<Found, 'previous'> | null;
}

/** The version that `main` holds, the files that prevent it from being loaded, or one that is left alone. */
export type ObservedMain =
  | MergedVersion
  | { readonly broken: readonly string[] }
  | { readonly foreign: ForeignVersion };

/** Names of the datasets of a repo's owner, null if the Hub does not list them. */
export type ListOwned = (repo: DatasetRepository) => Promise<readonly string[] | null>;

/**
 * Reads the facts about a repo that gates need to judge a version.
 *
 * @param how.usedRepos repos of all datasets of the run
 */
export async function observeRepo(
  candidate: Candidate,
  found: Found | null,
  how: {
    readonly trust: TrustSettings;
    readonly usedRepos: readonly string[];
    readonly listOwned: ListOwned;
  },
): Promise<ObservedRepo> {
  const { repo } = candidate;
  const previous = found?.previous ?? null;
  return {
    found,
    isSame: previous !== null && holdsSame(previous, candidate),
    strayTags: await findStrayTags(repo, found, how.trust),
    similarRepo: found === null ? await compareRepo(repo, how) : null,
  };
}

/** Returns the tags of versions in a repo whose `main` names no version; none unless a gate needs them. */
export async function findStrayTags(
  repo: DatasetRepository,
  found: Pick<Found, 'previous'> | null,
  { breakingChanges }: Pick<TrustSettings, 'breakingChanges'>,
): Promise<readonly string[]> {
  if (found === null || found.previous !== null || breakingChanges === 'allow') return [];
  return [...(await repo.tags()).keys()].filter(isVersionTag);
}

/** Compares a repo that would be created with the others of its owner; null if no gate needs it. */
async function compareRepo(
  repo: DatasetRepository,
  {
    trust,
    usedRepos,
    listOwned,
  }: { readonly trust: TrustSettings; readonly usedRepos: readonly string[]; readonly listOwned: ListOwned },
): Promise<SimilarRepo | null> {
  return trust.similarRepo === 'allow' ? null : similarRepoOf(repo.name, await listOwned(repo), usedRepos);
}

/** Checks whether `main` holds all of the version that would be published. */
export async function observeSame(
  { repo, dataFiles }: Candidate,
  found: Found & { readonly previous: PreviousVersion },
): Promise<ObservedMain> {
  const outcome = await findKept(repo, found, dataFiles);
  return 'broken' in outcome ? outcome : { kept: outcome.kept, merged: null };
}

/**
 * Verifies the version that `main` holds, which a person may have merged; null if it holds none. Until it is announced,
 * this action must have made it for the dataset. A version with other data than would be published is verified only
 * until it is tagged.
 */
export async function observeMerged(
  candidate: Candidate,
  { found, isSame }: ObservedRepo,
): Promise<ObservedMain | null> {
  const previous = found?.previous ?? null;
  if (found === null || previous === null) return null;
  const outcome = await verify({ ...found, previous }, isSame, candidate);
  if ('broken' in outcome) return outcome;
  const { kept } = outcome;
  if (kept.isAnnounced) return { kept, merged: null };
  const origin = await originOf(candidate, { ...found, previous }, kept);
  return 'foreign' in origin ? origin : { kept, merged: origin.merged };
}

async function verify(
  found: Found & { readonly previous: PreviousVersion },
  isSame: boolean,
  { repo, dataFiles }: Candidate,
): Promise<KeptOrBroken> {
  if (isSame) return findKept(repo, found, dataFiles, { wasMerged: true });
  const tagged = findTagged(found.previous, await repo.tags());
  if (tagged !== null) return { kept: tagged };
  const { dataFiles: own } = found.previous;
  return own === null ? { broken: [] } : findKept(repo, found, async () => own, { wasMerged: true });
}
