import type { DatasetRepository } from '../model/repository.ts';
import type { DryRunEnding } from '../report/dataset-report.ts';
import { holdsSame, type VersionContent } from '../version/metadata.ts';
import type { Found } from './found.ts';
import { findKept } from './kept-version.ts';
import { brokenSince } from './publication-text.ts';
import type { PublishOptions } from './publish-version.ts';

interface PreviewOptions extends VersionContent, Pick<PublishOptions, 'dataFiles' | 'visibility'> {
  /** Says what would be done with a pull request; null for a version that is published directly. */
  readonly offer: ((found: Found) => Promise<string>) | null;
}

/** What a run that may write would do. */
interface Preview extends Pick<DryRunEnding, 'tag' | 'reason' | 'would'> {
  /** True when the run would finish a version that an earlier one began. */
  readonly isToFinish: boolean;
}

/**
 * Finds out what a run that may write would do.
 *
 * @param found what the repo holds, null when there is none
 * @throws Error when it could not create the repo
 */
export async function previewDataset(
  repo: DatasetRepository,
  found: Found | null,
  options: PreviewOptions,
): Promise<Preview> {
  const would = options.offer === null ? 'published' : 'unchanged';
  return { tag: null, would, isToFinish: false, ...(await preview(repo, found, options)) };
}

async function preview(
  repo: DatasetRepository,
  found: Found | null,
  { dataFiles, visibility, offer, ...content }: PreviewOptions,
): Promise<Pick<Preview, 'reason'> & Partial<Preview>> {
  if (found === null) {
    const note = await noteOnCreation(repo);
    const how = offer === null ? 'published' : 'offered in a pull request';
    return { reason: `A ${visibility} repo would be created, and the first version ${how} in it.${note}` };
  }
  const { previous } = found;
  const isSame = previous !== null && holdsSame(previous, content);
  if (!isSame && offer !== null) return { reason: await offer(found) };
  if (previous === null) return { reason: 'The first version would be published.' };
  const tag = previous.versionTag;
  if (!isSame) return { reason: `A new version would be published, after ${tag}.` };
  const wasMerged = offer !== null;
  const kept = await findKept(repo, { ...found, previous }, dataFiles, { wasMerged });
  if ('broken' in kept) {
    const why = brokenSince(tag, kept.broken);
    const reason =
      offer === null
        ? `It would be published anew: ${why}.`
        : `It would be offered anew: ${why}. ${await offer(found)}`;
    return { reason };
  }
  const { isTagged, isAnnounced } = kept.kept;
  return isTagged
    ? {
        tag,
        reason: `Nothing would change, ${tag} holds this very data.`,
        would: 'unchanged',
        isToFinish: !isAnnounced,
      }
    : {
        reason: `The data has not changed, and its missing tag ${tag} would be set.`,
        would: 'unchanged',
        isToFinish: true,
      };
}

/**
 * What is to be said of a repo that would be created.
 *
 * @throws Error when the token may not create it
 */
async function noteOnCreation(repo: DatasetRepository): Promise<string> {
  const { verdict, reason } = await repo.creation();
  switch (verdict) {
    case 'refused':
      throw new Error(
        `datasets/${repo.name} does not exist, and creating it would fail: ${reason}. Correct the repo's name, or pass as hf-token one that may write to its owner's repos.`,
      );
    case 'reads-only':
      return ' The token of this dry run may only read; publishing needs one that may write.';
    case 'unknown':
      return ' Whether the token may create it could not be found out.';
    default:
      return '';
  }
}
