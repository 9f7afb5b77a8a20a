import { holdsSame, type VersionContent } from '../dataset/version/metadata.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { Found } from './found.ts';
import { findKept } from './kept-version.ts';
import { brokenSince } from './publication-text.ts';
import type { PublishOptions } from './publish-version.ts';
import type { DatasetRepository } from './repository.ts';

interface PreviewOptions extends VersionContent, Pick<PublishOptions, 'dataFiles' | 'visibility'> {
  /** Says what would be done with a pull request; null for a version that is published directly. */
  readonly offer: ((found: Found) => Promise<string>) | null;
}

/**
 * Finds out what a run that may write would do.
 *
 * @param found what the repo holds, null when there is none
 */
export async function previewDataset(
  repo: DatasetRepository,
  found: Found | null,
  options: PreviewOptions,
): Promise<Pick<DatasetReport, 'status' | 'reason' | 'tag' | 'commit' | 'isNewVersion' | 'previous'>> {
  const { tag, reason } = await preview(repo, found, options);
  const previous = found?.previous ?? null;
  return { status: 'dry-run', reason, tag, commit: null, isNewVersion: false, previous };
}

async function preview(
  repo: DatasetRepository,
  found: Found | null,
  { dataFiles, visibility, offer, ...content }: PreviewOptions,
): Promise<Pick<DatasetReport, 'tag' | 'reason'>> {
  if (found === null) {
    const how = offer === null ? 'published' : 'offered in a pull request';
    return {
      tag: null,
      reason: `A ${visibility} repo would be created, and the first version ${how} in it.`,
    };
  }
  const { previous } = found;
  const isSame = previous !== null && holdsSame(previous, content);
  if (!isSame && offer !== null) return { tag: null, reason: await offer(found) };
  if (previous === null) return { tag: null, reason: 'The first version would be published.' };
  const tag = previous.versionTag;
  if (!isSame) return { tag: null, reason: `A new version would be published, after ${tag}.` };
  const wasMerged = offer !== null;
  const kept = await findKept(repo, { ...found, previous }, dataFiles, { wasMerged });
  if ('broken' in kept) {
    const why = brokenSince(tag, kept.broken);
    const reason =
      offer === null
        ? `It would be published anew: ${why}.`
        : `It would be offered anew: ${why}. ${await offer(found)}`;
    return { tag: null, reason };
  }
  return kept.kept.isTagged
    ? { tag, reason: `Nothing would change, ${tag} holds this very data.` }
    : { tag: null, reason: `The data has not changed, and its missing tag ${tag} would be set.` };
}
