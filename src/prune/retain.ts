import { ROW_INDEX_PATH } from '../engine/row-index/schema.ts';
import { lookUp } from '../publish/found.ts';
import { counted } from '../text/markdown.ts';
import { isLeftover } from '../version/leftovers.ts';
import { isOfferedMark } from '../version/marks.ts';
import { chooseVersions, markedVersion, type RetentionRules } from './choose-versions.ts';
import { largeFilesIn, statesOf, unneededFiles } from './large-files.ts';
import { type Pruned, PruneError, type PruneOptions } from './prune.ts';
import { countFiles } from './receipt.ts';

/**
 * Removes old versions of a dataset: their tags and marks, the references of closed pull requests that offered them, and
 * the data files that nothing else names. Commits keep their ids, so the tags of the versions that are kept stay where they
 * are. Tags go first: no tag ever names a version without its files, and a run that was killed is finished by the next one.
 *
 * @throws PruneError when the repo holds no version; HubError
 */
export async function retainVersions(rules: RetentionRules, options: PruneOptions): Promise<Pruned> {
  const { repo, history, dryRun, now, onStep, production, force } = options;
  const startedAt = now();
  const found = await lookUp(repo);
  const newest = found?.previous?.versionTag;
  if (found === null || newest === undefined)
    throw new PruneError(
      `main of datasets/${repo.name} holds no version, so nothing was removed. Run prepare-dataset first.`,
    );
  const before = await history.references();
  const inUse = new Set(force ? [] : production.values());
  const { kept, removed } = chooseVersions(before.tags.keys(), rules, {
    now: startedAt,
    protectedTags: new Set([newest, ...inUse]),
  });
  const isRemoved = (version: string | null) =>
    version !== null && version !== newest && !kept.includes(version);
  const isMarkOfRemoved = (tag: string) => {
    const version = markedVersion(tag);
    // A version that waits in a pull request has only this mark.
    return isRemoved(version) && !(isOfferedMark(tag) && version! > newest);
  };
  const tags = [...before.tags.keys()].filter((tag) => removed.includes(tag) || isMarkOfRemoved(tag));
  const closed = new Set<number>();
  for await (const { number } of before.pullRequests.size === 0 ? [] : repo.pullRequests.list('closed'))
    closed.add(number);
  const offers: { number: number; revision: string }[] = [];
  for (const number of before.pullRequests.keys()) {
    const revision = `refs/pr/${number}`;
    if (!closed.has(number)) continue;
    const offered = await lookUp(repo, revision);
    if (isRemoved(offered?.previous?.versionTag ?? null)) offers.push({ number, revision });
  }
  const gone = [...tags, ...offers.map(({ revision }) => revision)];
  // What people uploaded beside the versions is not this action's to remove.
  const isOurs = (path: string) => path === ROW_INDEX_PATH || isLeftover(path, repo.name);
  const doomed = largeFilesIn(await statesOf(repo, gone), isOurs);

  if (!dryRun) {
    for (const tag of tags) await history.deleteTag(tag);
    for (const { number } of offers) await history.deletePullRequest(number);
    if (gone.length > 0)
      onStep(`Deleted ${counted(gone.length, 'tag or reference', 'tags and references')}.`);
  }

  const left = dryRun ? before : await history.references();
  const isGone = (revision: string) => gone.includes(revision);
  const revisions = [
    ...left.branches.keys(),
    ...[...left.tags.keys()].filter((tag) => !isGone(tag)),
    ...[...left.pullRequests.keys()].map((number) => `refs/pr/${number}`).filter((ref) => !isGone(ref)),
    ...left.conversions.keys(),
  ];
  const needed = largeFilesIn(await statesOf(repo, revisions));
  const unneeded = await unneededFiles(history, { needed, doomed, now: startedAt });
  const files = unneeded.removable.filter(({ sha256, path }) => doomed.has(sha256) || isOurs(path));
  const remaining = unneeded.recent.filter(({ path }) => isOurs(path));
  if (!dryRun && files.length > 0) {
    await history.deleteLargeFiles(
      files.map(({ sha256 }) => sha256),
      { rewritesHistory: false },
    );
    onStep(`Deleted ${counted(files.length, 'file')}.`);
  }
  return {
    problems: [],
    receipt: {
      repo: repo.name,
      mode: 'retention',
      dry_run: dryRun,
      started_at: startedAt.toISOString(),
      finished_at: now().toISOString(),
      kept_versions: kept,
      removed_versions: removed,
      removed_tags: tags.length,
      removed_pull_requests: offers.map(({ number }) => number),
      removed_index_lines: 0,
      squashed: false,
      removed_files: countFiles(files),
      remaining_files: countFiles(remaining),
      conversions: [...left.conversions.keys()],
      production: Object.fromEntries(production),
      commit: found.state.commit,
      complete: !dryRun && remaining.length === 0,
    },
  };
}
