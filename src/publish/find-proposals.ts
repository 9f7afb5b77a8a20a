import { ROW_INDEX_PATH } from '../engine/row-index/schema.ts';
import { isSameCommit } from '../model/file.ts';
import type { DatasetRepository, ListedPullRequest } from '../model/repository.ts';
import { versionTitle } from '../version/build-version.ts';
import { isLeftover } from '../version/leftovers.ts';
import { CARD_PATH, holdsSame, METADATA_PATH, type PreviousVersion } from '../version/metadata.ts';
import type { Candidate } from './candidate.ts';
import { type Found, lookUp } from './found.ts';
import { brokenFiles } from './kept-version.ts';
import { createAuthorCheck, findOffered, type IsByOthers } from './own-commits.ts';

/** Start of the title of a pull request that was replaced by another. */
export const REPLACED = 'Replaced: ';

/** A pull request that holds a version of the dataset, as a run committed it or with changes by others. */
export interface Proposal extends ListedPullRequest {
  readonly found: Found & { readonly previous: PreviousVersion };
  /** Files that differ from the version in its metadata. */
  readonly broken: readonly string[];
  /** True if its metadata name the content that would be published. */
  readonly namesSame: boolean;
  /** True if it holds that content, in exactly the files that would be published. */
  readonly holdsSame: boolean;
}

/** The pull requests of a repo that matter for a new version. */
interface Proposals {
  readonly open: Proposal | null;
  /** Further open ones that should not be open: of parallel runs, or one that was about to be replaced. */
  readonly surplus: readonly ListedPullRequest[];
  /** The one that was closed last, unless one is open or it was merged. */
  readonly closed: Proposal | null;
  /** Numbers of open ones that have the title of a version but hold none. */
  readonly foreign: readonly number[];
}

/** The pull requests of a repo, and the state of the open one. */
export interface ObservedProposals extends Proposals {
  /** `changed` by others than the action; `conflicting` with `main`; null if none is open. */
  readonly openIs: 'changed' | 'conflicting' | 'mergeable' | null;
}

/** Finds the pull requests that offer a version, and checks whether the open one can be used. */
export async function observeProposals(main: Found, candidate: Candidate): Promise<ObservedProposals> {
  const proposals = await findProposals(main, candidate);
  const { open } = proposals;
  return { ...proposals, openIs: open === null ? null : await stateOfOpen(open, candidate.repo) };
}

async function stateOfOpen(
  open: Proposal,
  repo: DatasetRepository,
): Promise<'changed' | 'conflicting' | 'mergeable'> {
  const mayBeChanged = open.namesSame && open.broken.length > 0;
  if (mayBeChanged && (open.broken.includes(METADATA_PATH) || (await isChangedByOthers(open, repo))))
    return 'changed';
  return (await repo.pullRequests.isMergeable(open.number)) ? 'mergeable' : 'conflicting';
}

/** False if the files were lost in the very commit that made the version. */
async function isChangedByOthers({ found }: Proposal, repo: DatasetRepository): Promise<boolean> {
  const made = await repo.lastCommitOf(METADATA_PATH, found.state.commit);
  return made !== null && !isSameCommit(made, found.state.commit);
}

/** Open pull requests of other titles that are read: a person may have renamed the one that offers a version. */
const MOST_RENAMED = 20;

/**
 * Finds the pull requests that offer a version. Their content is compared with what would be published, and nothing is
 * trusted. In a public repo, where everyone may open one, those of others are ignored.
 */
export async function findProposals(main: Found, candidate: Candidate): Promise<Proposals> {
  const { repo, name } = candidate;
  const titleStart = versionTitle(name);
  const isByOthers = createAuthorCheck(main.state, repo);
  let open: Proposal | null = null;
  let looked = 0;
  const surplus: ListedPullRequest[] = [];
  const foreign: number[] = [];
  for await (const listed of repo.pullRequests.list('open')) {
    const { number, title } = listed;
    const isReplaced = title.startsWith(`${REPLACED}${titleStart}`);
    const isTitled = isReplaced || title.startsWith(titleStart);
    const isOthers = await isByOthers(listed);
    if (!isTitled) {
      if (isOthers || looked++ === MOST_RENAMED) continue;
      if ((await findOffered(repo, { number, titleStart, isByOthers })) === null) continue;
    }
    const proposal = isOthers ? null : await readProposal(listed, main, { ...candidate, isByOthers });
    if (proposal === null) foreign.push(number);
    else if (isReplaced || open !== null) surplus.push(listed);
    else open = proposal;
  }
  if (open !== null) return { open, surplus, foreign, closed: null };
  for await (const listed of repo.pullRequests.list('closed')) {
    if (!listed.title.startsWith(titleStart) || (await isByOthers(listed))) continue;
    const closed =
      listed.status === 'merged' ? null : await readProposal(listed, main, { ...candidate, isByOthers });
    if (listed.status === 'merged' || closed !== null) return { open, surplus, foreign, closed };
  }
  return { open, surplus, foreign, closed: null };
}

/**
 * Returns what a pull request offers; null if it holds no version of this dataset, or has files that neither it nor
 * `main` has.
 */
async function readProposal(
  listed: ListedPullRequest,
  main: Found,
  candidate: Candidate & { readonly isByOthers: IsByOthers },
): Promise<Proposal | null> {
  const { repo, name } = candidate;
  const found = await lookUp(repo, `refs/pr/${listed.number}`);
  if (found === null) return null;
  const { state, metadata, previous } = found;
  if (previous === null || previous.dataFiles === null || !isOf(repo.name, metadata)) return null;
  if (previous.name !== name) return null;
  const own = new Set([
    CARD_PATH,
    METADATA_PATH,
    ROW_INDEX_PATH,
    ...previous.dataFiles.map(({ path }) => path),
  ]);
  const others = [...state.files.keys()].filter((path) => !own.has(path));
  const isStrange = (path: string) => !main.state.files.has(path) && !isLeftover(path, repo.name);
  if (others.some(isStrange)) return null;
  const broken = [
    ...(await brokenFiles(repo, state, previous, previous.dataFiles)),
    ...others.filter((path) => isLeftover(path, repo.name)),
  ];
  const namesSame = holdsSame(previous, candidate);
  const isSame = namesSame && broken.length === 0 && (await hasFiles(previous, candidate));
  const isWhole = isSame || broken.length > 0 || listed.status !== 'open';
  if (!isWhole && (await isEdited(listed, { ...found, previous }, candidate))) broken.push(METADATA_PATH);
  return {
    ...listed,
    found: { ...found, previous },
    broken: [...new Set(broken)],
    namesSame,
    holdsSame: isSame,
  };
}

/** True if the metadata of a pull request differ from those with which the action offered their version. */
async function isEdited(
  { number }: ListedPullRequest,
  { state, metadata, previous }: Found & { readonly previous: PreviousVersion },
  { repo, name, isByOthers }: Candidate & { readonly isByOthers: IsByOthers },
): Promise<boolean> {
  const titleStart = versionTitle(name, previous.versionTag);
  const offered = await findOffered(repo, { number, titleStart, isByOthers });
  if (offered === null || isSameCommit(offered, state.commit)) return false;
  return (await lookUp(repo, offered))?.metadata !== metadata;
}

/** True if metadata belong to a repo, and were not copied from another. */
function isOf(repo: string, metadata: string | null): boolean {
  return metadata !== null && JSON.parse(metadata).dataset_name === repo;
}

/** True if a version consists of the data files that would be published. */
async function hasFiles(version: PreviousVersion, candidate: Candidate): Promise<boolean> {
  const recorded = new Map(version.dataFiles?.map(({ path, sha256 }) => [path, sha256]));
  const files = await candidate.dataFiles();
  return recorded.size === files.length && files.every(({ path, sha256 }) => recorded.get(path) === sha256);
}
