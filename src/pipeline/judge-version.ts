import type { PreparedDataset } from '../engine/prepare.ts';
import type { GateResult } from '../gates/gate.ts';
import { judgeDataset, judgePublished } from '../gates/judge.ts';
import { type SimilarRepo, similarRepoOf } from '../gates/similar-repo.ts';
import type { DatasetRepository } from '../model/repository.ts';
import type { TrustSettings } from '../model/trust.ts';
import { isVersionTag } from '../version/metadata.ts';
import type { CurrentRules } from '../version/split-changes.ts';
import type { Found } from './found.ts';

/**
 * What the gates say of a dataset as it would be published. Of content that `main` holds already a person or an earlier
 * run has decided, but for its age.
 *
 * @param where.found what the repo holds, null when there is none
 * @param where.isOnMain true when `main` holds this very content
 * @param how.usedRepos repos of all datasets of the run
 */
export async function judgeVersion(
  { shape, counts, numSamples, nearDuplicates, splitSizes, movedRows }: PreparedDataset,
  {
    repo,
    found,
    isOnMain,
  }: { readonly repo: DatasetRepository; readonly found: Found | null; readonly isOnMain: boolean },
  how: {
    readonly classRows: readonly number[];
    readonly trust: TrustSettings;
    readonly splits: CurrentRules;
    readonly usedRepos: readonly string[];
    readonly now: Date;
  },
): Promise<GateResult[]> {
  const { classRows, trust, splits, now } = how;
  const previous = found?.previous ?? null;
  const strayTags = await findStrayTags(repo, found, trust);
  const facts = { shape, counts, numSamples, classRows, previous, splits, movedRows, strayTags, now };
  if (isOnMain) return judgePublished({ ...facts, similarRepo: null }, trust);
  const similarRepo = found === null ? await compareRepo(repo, how) : null;
  const near = nearDuplicates === null ? null : { ...nearDuplicates, testRows: splitSizes.test };
  return judgeDataset({ ...facts, similarRepo, nearDuplicates: near }, trust);
}

/** Returns the tags of versions in a repo whose `main` tells no version, unless nobody wants to know. */
export async function findStrayTags(
  repo: DatasetRepository,
  found: Found | null,
  { breakingChanges }: Pick<TrustSettings, 'breakingChanges'>,
): Promise<readonly string[]> {
  if (found === null || found.previous !== null || breakingChanges === 'allow') return [];
  return [...(await repo.tags()).keys()].filter(isVersionTag);
}

/** Compares a repo that would be created with the others of its owner; null when nobody wants to know. */
async function compareRepo(
  repo: DatasetRepository,
  { trust, usedRepos }: { readonly trust: TrustSettings; readonly usedRepos: readonly string[] },
): Promise<SimilarRepo | null> {
  return trust.similarRepo === 'allow' ? null : similarRepoOf(repo.name, await repo.siblings(), usedRepos);
}
