import { versionTitle } from '../version/build-version.ts';
import { holdsSame, type PreviousVersion } from '../version/metadata.ts';
import { findMerged } from './find-proposals.ts';
import type { Found } from './found.ts';
import { findKept, findTagged, type KeptVersion } from './kept-version.ts';
import type { PublishOptions } from './publish-version.ts';

/** A version that `main` holds, tagged. */
export interface MainVersion extends Omit<KeptVersion, 'isTagged'> {
  /** The pull request that was merged for it, as long as no run has told of the version; null for none. */
  readonly merged: number | null;
}

/** What `main` holds. */
export interface SettledMain {
  /** True when its metadata tell the content that is to be published. */
  readonly isSame: boolean;
  /** Null when it holds no version, or one that is not whole. */
  readonly main: MainVersion | null;
  /** Files for which it does not hold the version its metadata tell. */
  readonly broken: readonly string[];
}

type SettleOptions = Pick<PublishOptions, 'repo' | 'contentSha256' | 'features' | 'dataFiles'> & {
  readonly titleStart: string;
  readonly name: string;
};

/** Verifies the version that `main` holds, which a person may have merged, and tags it unless it is tagged. */
export async function settleMain(found: Found, options: SettleOptions): Promise<SettledMain> {
  const { repo } = options;
  const { previous } = found;
  if (previous === null) return { isSame: false, main: null, broken: [] };
  const isSame = holdsSame(previous, options);
  const outcome = await verify({ ...found, previous }, isSame, options);
  if ('broken' in outcome) return { isSame, main: null, broken: outcome.broken };
  const { tag, commit, isTagged, isAnnounced } = outcome.kept;
  const merged = isAnnounced ? null : await findMerged(options, versionTitle(options.name, tag));
  if (!isTagged) await repo.tag(tag, commit, `Dataset version ${tag}`);
  return { isSame, main: { tag, commit, isAnnounced, merged }, broken: [] };
}

/** A version with other data than the database's is looked at only until it is tagged. */
async function verify(
  found: Found & { readonly previous: PreviousVersion },
  isSame: boolean,
  { repo, dataFiles }: SettleOptions,
): Promise<{ kept: KeptVersion } | { broken: readonly string[] }> {
  if (isSame) return findKept(repo, found, dataFiles, { wasMerged: true });
  const tagged = findTagged(found.previous, await repo.tags());
  if (tagged !== null) return { kept: tagged };
  const { dataFiles: told } = found.previous;
  return told === null ? { broken: [] } : findKept(repo, found, async () => told, { wasMerged: true });
}
