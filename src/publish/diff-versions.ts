import { DifferingRows, diffIndexes } from '../engine/row-index/diff-indexes.ts';
import { ROW_INDEX_PATH } from '../engine/row-index/schema.ts';
import type { RowIdFolder } from '../model/output-folder.ts';
import type { DatasetRepository } from '../model/repository.ts';
import { hasOneClass, TASK_NAMES } from '../model/tasks.ts';
import { type DescribedDifference, describeDifference } from '../version/describe-difference.ts';
import { isVersionTag } from '../version/metadata.ts';
import { haveComparableRows } from '../version/split-changes.ts';
import { lookUp } from './found.ts';
import { listDiffering } from './list-differing.ts';

/**
 * Compares the rows of two versions by their row indexes, which are read piece by piece. No text of a row is read.
 *
 * @param tags of the versions, the earlier one first
 * @param folder that may have the ids of their rows; null for none
 * @throws Error that names a version that is not there, or why the two cannot be compared; HubError
 */
export async function diffVersions(
  repo: DatasetRepository,
  tags: { readonly before: string; readonly now: string },
  folder: RowIdFolder | null,
): Promise<DescribedDifference> {
  const [before, now] = await Promise.all([openVersion(repo, tags.before), openVersion(repo, tags.now)]);
  if (!haveComparableRows(before.version.splitRules, now.version.splitRules))
    throw new Error(
      `The rows of ${tags.before} and ${tags.now} cannot be compared: random-state, clean, pii or the split method changed between them, so a text has another rank, or split-method is sklearn. Compare versions with the same settings.`,
    );
  const task = TASK_NAMES.find((name) => name === now.version.task);
  const hasClasses = task !== undefined && hasOneClass(task) && before.version.task === task;
  const rows = folder === null ? undefined : new DifferingRows(before, now);
  const difference = await diffIndexes(before, now, { hasClasses, rows });
  const ids = folder === null ? null : await listDiffering(folder, before, now, rows!);
  const names = { before: before.version.classNames ?? [], now: now.version.classNames ?? [] };
  return describeDifference(difference, tags, { names, ids });
}

/** Opens the row index of a version. */
async function openVersion(repo: DatasetRepository, tag: string) {
  if (!isVersionTag(tag))
    throw new Error(`${JSON.stringify(tag)} is not the tag of a version. Write it as v20260101_020000.`);
  const tags = await repo.tags();
  if (!tags.has(tag))
    throw new Error(
      `datasets/${repo.name} has no version ${tag}. Choose two of the tags of the repo on the Hub.`,
    );
  const found = await lookUp(repo, tag);
  const version = found?.previous ?? null;
  if (found === null || version === null || version.rowIndex === null || version.splits === null)
    throw new Error(
      `The version ${tag} of datasets/${repo.name} has no row index, so its rows cannot be compared. Row indexes exist since 1.7.0.`,
    );
  return { version, splits: version.splits, content: repo.rangesOf(ROW_INDEX_PATH, found.state) };
}
