import type { RowIdFolder } from '../model/output-folder.ts';
import type { DatasetRepository } from '../model/repository.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { diffVersions } from '../publish/diff-versions.ts';
import { writeDifference } from '../version/describe-difference.ts';

/**
 * Shows which splits and classes gained and lost rows between two versions.
 *
 * @param tags of the versions, the earlier one first
 * @param folder that may have the ids of their rows; null for none
 * @throws Error that names a version that is not there, or why the two cannot be compared; HubError
 */
export async function runDiffVersions(
  repo: DatasetRepository,
  tags: { readonly before: string; readonly now: string },
  folder: RowIdFolder | null,
  { info, output, summary }: Surroundings,
): Promise<boolean> {
  const difference = await diffVersions(repo, tags, folder);
  const text = writeDifference(difference);
  for (const line of text.trimEnd().split('\n')) info(line);
  output('difference', JSON.stringify(difference));
  await summary(text);
  return true;
}
