import { dropEarlier } from '../engine/row-index/drop-earlier.ts';
import { ROW_INDEX_PATH } from '../engine/row-index/schema.ts';
import { blobOf } from '../files/blob-of.ts';
import { isSameCommit } from '../model/file.ts';
import type { References, RepoState } from '../model/repository.ts';
import { type Found, lookUp, requireState } from '../publish/found.ts';
import { differingFiles } from '../publish/kept-version.ts';
import { counted, listSome } from '../text/markdown.ts';
import { withRowIndex } from '../version/erased-metadata.ts';
import { METADATA_PATH, type PreviousVersion } from '../version/metadata.ts';
import { markedVersion, versionsIn } from './choose-versions.ts';
import { largeFilesIn, statesOf, unneededFiles } from './large-files.ts';
import { type Pruned, PruneError, type PruneOptions } from './prune.ts';
import { countFiles } from './receipt.ts';

/** Most names that a message lists. */
const MOST_NAMES = 10;

/** A version that `main` holds, with all of its files. */
interface KeptFound extends Found {
  readonly metadata: string;
  readonly previous: PreviousVersion;
}

/**
 * Removes every version of a dataset but the newest, with the history of `main`, all other tags, the references of pull
 * requests and each large file that the newest version does not need. The steps, of which each leaves a state that can be
 * read and from which the next run goes on:
 *
 * 1. A commit takes out of the row index the lines of rows that only earlier versions held.
 * 2. `main` becomes one commit. The tag still names the commit before, with the same data.
 * 3. The tag and the marks of the version are made again on the new commit. A branch of the tag's name is there meanwhile,
 *    so that the version is found under its name at every instant.
 * 4. Large files that the version does not need are deleted, with the pointers to them.
 * 5. All other tags and references are deleted. They come last: a run that was killed finds by them which files to delete.
 *
 * Then the repo is read again, and what is left makes the erasure incomplete.
 *
 * @param version tag of the version that is kept
 * @throws PruneError when the repo is not as it must be, with nothing changed; HubError
 */
export async function eraseOthers(version: string, options: PruneOptions): Promise<Pruned> {
  const { repo, history, dryRun, now, onStep, production } = options;
  const startedAt = now();
  const found = await requireKept(version, options);
  const before = await history.references();
  checkReferences(version, before, options);
  const isKept = (tag: string) => tag === version || markedVersion(tag) === version;
  const removedTags = [...before.tags.keys()].filter((tag) => !isKept(tag));
  const tagged = before.tags.get(version);
  const pullRequests = [...before.pullRequests.keys()];

  const indexLines = await cleanIndex(found, options);
  const commitBefore = await repo.commitBefore((await requireState(repo)).commit);
  if (!dryRun && commitBefore !== null) {
    await history.squash(`Erase all versions before ${version}`);
    onStep('Made one commit of main.');
  }
  if (!dryRun && tagged !== undefined && !isSameCommit(tagged, (await requireState(repo)).commit)) {
    // Keeps the row index from before findable until it is deleted.
    const mark = `erasing-${tagged.slice(0, 12)}`;
    await repo.tag(mark, tagged, `${version} before earlier versions were erased`);
    if (!removedTags.includes(mark)) removedTags.push(mark);
  }
  if (!dryRun) await settleTags(version, options);

  const others = [...removedTags, ...pullRequests.map((number) => `refs/pr/${number}`)];
  const doomed = largeFilesIn(await statesOf(repo, others));
  const needed = largeFilesIn(await statesOf(repo, ['main', ...before.conversions.keys()]));
  const { removable, recent } = await unneededFiles(history, { needed, doomed, now: startedAt });
  const stuck: number[] = [];
  if (!dryRun) {
    await history.deleteLargeFiles(
      removable.map(({ sha256 }) => sha256),
      { rewritesHistory: true },
    );
    if (removable.length > 0) onStep(`Deleted ${counted(removable.length, 'file')}.`);
    await settleTags(version, options);
    for (const tag of removedTags) await history.deleteTag(tag);
    if (removedTags.length > 0) onStep(`Deleted ${counted(removedTags.length, 'tag')}.`);
    for await (const { number } of pullRequests.length === 0 ? [] : repo.pullRequests.list('open')) {
      await repo.pullRequests.close(number, `Closed, as all versions before ${version} are erased.`);
    }
    for (const number of pullRequests) {
      if (!(await history.deletePullRequest(number))) stuck.push(number);
    }
  }

  const state = await requireState(repo);
  const problems = dryRun ? [] : await findLeft(version, { found, stuck, recent: recent.length }, options);
  return {
    problems,
    receipt: {
      repo: repo.name,
      mode: 'erasure',
      dry_run: dryRun,
      started_at: startedAt.toISOString(),
      finished_at: now().toISOString(),
      kept_versions: [version],
      removed_versions: versionsIn(removedTags),
      removed_tags: removedTags.length,
      removed_pull_requests: pullRequests.filter((number) => !stuck.includes(number)),
      removed_index_lines: indexLines,
      squashed: commitBefore !== null,
      removed_files: countFiles(removable),
      remaining_files: countFiles(recent),
      conversions: [...before.conversions.keys()],
      production: Object.fromEntries(production),
      commit: state.commit,
      complete: !dryRun && problems.length === 0,
    },
  };
}

/** The version that `main` holds. @throws PruneError unless it is the one that is kept, whole */
async function requireKept(version: string, { repo }: PruneOptions): Promise<KeptFound> {
  const found = await lookUp(repo);
  const newest = found?.previous?.versionTag ?? null;
  if (found === null || found.previous === null || found.metadata === null || newest !== version)
    throw new PruneError(
      `main of datasets/${repo.name} holds ${newest === null ? 'no version' : `the version ${newest}`}, not ${version}, so nothing was erased. Run prepare-dataset, and give keep-version the tag of the version it publishes.`,
    );
  const { state, metadata, previous } = found;
  const { dataFiles, rowIndex } = previous;
  const files = rowIndex === null ? (dataFiles ?? []) : [...(dataFiles ?? []), rowIndex];
  const broken = files.length === 0 ? [METADATA_PATH] : await differingFiles(repo, state, files);
  if (broken.length > 0)
    throw new PruneError(
      `main of datasets/${repo.name} does not hold all files of ${version} (${listSome(broken, MOST_NAMES)}), so nothing was erased. Run prepare-dataset, which repairs it, and give keep-version the tag of the version it publishes.`,
    );
  return { state, metadata, previous };
}

/** @throws PruneError when there is a reference that this action may not delete, or may not do without */
function checkReferences(version: string, { branches, tags }: References, options: PruneOptions): void {
  const { repo, production, force } = options;
  const refuse = (what: string, fix: string) => {
    throw new PruneError(`${what}, so nothing was erased from datasets/${repo.name}. ${fix}`);
  };
  const newer = versionsIn(tags.keys()).filter((tag) => tag > version);
  if (newer.length > 0)
    refuse(`${version} is older than ${newer[0]}`, 'Give keep-version the tag of the newest version.');
  // A branch of the version's own name is from a run that was killed.
  const foreign = [...branches.keys()].filter((branch) => branch !== 'main' && branch !== version);
  if (foreign.length > 0)
    refuse(
      `The ${foreign.length === 1 ? 'branch' : 'branches'} ${listSome(foreign, MOST_NAMES)} may hold erased rows`,
      'Delete each branch that is not needed, and move what is needed to main.',
    );
  const inUse = [...production].filter(([, trained]) => trained !== version);
  if (inUse.length > 0 && !force)
    refuse(
      `${inUse.map(([model, trained]) => `The model ${model} in production was trained on ${trained}`).join(', ')}`,
      'Train and promote a model of the version that is kept, or set force: true.',
    );
}

/**
 * Takes out of the row index the lines of rows that only earlier versions held. Where groups decide the splits, these lines
 * kept a text in its split; without them only later versions are comparable with this one.
 *
 * @returns how many lines those are
 */
async function cleanIndex(
  { state, metadata, previous }: KeptFound,
  { repo, dryRun, onStep }: PruneOptions,
): Promise<number> {
  const { versionTag, splits, rowIndex } = previous;
  if (rowIndex === null || splits === null) return 0;
  const rows = splits.train + splits.eval + splits.test;
  const { file, kept, dropped } = await dropEarlier(repo.rangesOf(ROW_INDEX_PATH, state), rows);
  if (kept !== rows)
    throw new PruneError(
      `The row index of ${versionTag} has ${counted(kept, 'row')}, and its metadata ${counted(rows, 'row')}, so nothing was erased. Run prepare-dataset, which repairs it.`,
    );
  if (file === null || dryRun) return dropped;
  const index = { path: ROW_INDEX_PATH, ...file };
  const text = withRowIndex(metadata, index);
  const made = await repo.commit({
    title: `Erase rows of earlier versions from the index of ${versionTag}`,
    parent: state.commit,
    files: [
      {
        path: ROW_INDEX_PATH,
        content: blobOf(index),
        isLarge: state.files.get(ROW_INDEX_PATH)?.sha256 !== null,
      },
      { path: METADATA_PATH, content: new Blob([text]), isLarge: false },
    ],
    deletions: [],
  });
  if (made.outcome !== 'made') throw made.error;
  onStep(`Took ${counted(dropped, 'line')} out of the row index.`);
  return dropped;
}

/**
 * Makes the tag and the marks of a version again on the head of `main`. Before a mark is deleted, another tag keeps its
 * name: a run that is killed in between loses none, and the version counts as announced all the while.
 *
 * @throws PruneError when `main` holds another version by now
 */
async function settleTags(version: string, options: PruneOptions): Promise<void> {
  const { repo, history } = options;
  const { state, previous } = await requireKept(version, options);
  const { commit } = state;
  const { tags, branches } = await history.references();
  const isMoved = (tag: string) => !isSameCommit(tags.get(tag) ?? '-', commit);
  const message = `Version ${previous.versionTag}, after earlier versions were erased`;
  const prefix = `retrained-${version}-moving-`;
  const moving = [...tags.keys()].filter((tag) => tag.startsWith(prefix));
  const marks = [...tags.keys()].filter((tag) => markedVersion(tag) === version && !tag.startsWith(prefix));
  const lost = moving.map((tag) => tag.slice(prefix.length)).filter((mark) => !tags.has(mark));
  for (const mark of [...marks.filter(isMoved), ...lost]) {
    if (!moving.includes(prefix + mark)) await repo.tag(prefix + mark, commit, message);
    if (tags.has(mark)) await history.deleteTag(mark);
    await repo.tag(mark, commit, message);
  }
  for (const tag of [...moving, ...marks.filter(isMoved).map((mark) => prefix + mark)])
    await history.deleteTag(tag);
  let hasBranch = branches.has(version);
  if (isMoved(version)) {
    if (tags.has(version)) {
      hasBranch = (await history.createBranch(version, commit)) || hasBranch;
      await history.deleteTag(version);
    }
    await repo.tag(version, commit, message);
  }
  if (hasBranch) await history.deleteBranch(version);
}

/** What an erasure has left, in sentences with the fix. @throws PruneError when the version that is kept was damaged */
async function findLeft(
  version: string,
  left: { readonly found: KeptFound; readonly stuck: readonly number[]; readonly recent: number },
  options: PruneOptions,
): Promise<string[]> {
  const { repo, history } = options;
  const { state } = await requireKept(version, options);
  const tagged: RepoState = await requireState(repo, version);
  const { dataFiles } = left.found.previous;
  const damaged = await differingFiles(repo, tagged, dataFiles ?? []);
  if (damaged.length > 0 || !isSameCommit(tagged.commit, state.commit))
    throw new PruneError(
      `The tag ${version} of datasets/${repo.name} does not name the head of main after the erasure. Check the repo on the Hub, and run prune-versions again.`,
    );
  const problems: string[] = [];
  const { tags, pullRequests } = await history.references();
  const others = [...tags.keys()].filter((tag) => tag !== version && markedVersion(tag) !== version);
  if (others.length > 0)
    problems.push(
      `Tags were set during the erasure: ${listSome(others, MOST_NAMES)}. Run prune-versions again while no other run publishes.`,
    );
  if (pullRequests.size > 0) {
    const numbers = [...pullRequests.keys()].map((number) => `#${number}`);
    problems.push(
      left.stuck.length > 0
        ? `The Hub did not delete the references of the pull requests ${listSome(numbers, MOST_NAMES)}. Choose "Delete ref" on the page of each, then run prune-versions again.`
        : `Pull requests were opened during the erasure: ${listSome(numbers, MOST_NAMES)}. Run prune-versions again.`,
    );
  }
  if ((await repo.commitBefore(state.commit)) !== null)
    problems.push(
      'main was changed during the erasure. Run prune-versions again while no other run publishes.',
    );
  if (left.recent > 0)
    problems.push(
      `${counted(left.recent, 'file')} of the last hour belong to no version; a run may be publishing them. Run prune-versions again in an hour.`,
    );
  return problems;
}
