import { agrees, type ExpectedFile, isSameCommit, sha256Of } from '../model/file.ts';
import type { DatasetRepository, RepoState } from '../model/repository.ts';
import { describesVersion } from '../version/check-card.ts';
import { isErasedFrom } from '../version/erased-metadata.ts';
import { mayBeMisread } from '../version/front-matter.ts';
import { blocksLoading } from '../version/leftovers.ts';
import { isAnnounced } from '../version/marks.ts';
import { CARD_PATH, METADATA_PATH, type PreviousVersion } from '../version/metadata.ts';
import { type Found, lookUp } from './found.ts';

/** A version on the Hub, and what has been done for it. */
export interface KeptVersion {
  readonly tag: string;
  readonly commit: string;
  readonly isTagged: boolean;
  /** False if no finished run has announced it. */
  readonly isAnnounced: boolean;
}

/** A version that readers can load, or the files that prevent it. */
export type KeptOrBroken = { readonly kept: KeptVersion } | { readonly broken: readonly string[] };

/**
 * Checks whether all of a version is still in place: at the head of `main`, and at the commit of its tag. A card may
 * have been edited, as long as it loads the version's files.
 *
 * @param dataFiles the version's data files, for metadata that do not list them (of 1.0.0)
 * @param how.wasMerged true if a person may have edited its card before it came to `main`
 */
export async function findKept(
  repo: DatasetRepository,
  found: Found & { readonly previous: PreviousVersion },
  dataFiles: () => Promise<readonly ExpectedFile[]>,
  { wasMerged = false } = {},
): Promise<KeptOrBroken> {
  const { state, metadata, previous } = found;
  const expected = previous.dataFiles ?? (await dataFiles());
  const [broken, tags] = await Promise.all([brokenFiles(repo, state, previous, expected), repo.tags()]);
  if (broken.length > 0) return { broken };
  const { versionTag: tag } = previous;
  const tagged = findTagged(previous, tags);
  const commit = tagged?.commit ?? (await repo.lastCommitOf(METADATA_PATH, state.commit)) ?? state.commit;
  let committed = state;
  if (!isSameCommit(commit, state.commit)) {
    const there = await lookUp(repo, commit);
    const { rowIndex } = previous;
    const isErased = isErasedFrom(
      { text: there?.metadata ?? null, before: there?.previous ?? null },
      { text: metadata, rowIndex },
    );
    if (there === null || (there.metadata !== metadata && !isErased)) return { broken: [METADATA_PATH] };
    const ownThere = isErased && there.previous !== null ? there.previous : previous;
    const brokenThere = await brokenFiles(repo, there.state, ownThere, expected);
    if (brokenThere.length > 0) return { broken: brokenThere };
    committed = there.state;
  }
  if (tagged !== null) return { kept: tagged };
  // In the commit that made the version, nobody has edited its card yet.
  if (previous.card !== null && !wasMerged) {
    const differing = await differingFiles(repo, committed, [previous.card]);
    if (differing.length > 0) return { broken: differing };
  }
  // Its tag is missing for a moment while earlier versions are erased; then its marks show that it was announced.
  return { kept: { tag, commit, isTagged: false, isAnnounced: isAnnounced(tag, tags.keys()) } };
}

/** Returns the paths of expected files that a state lacks or holds with other content. */
export async function differingFiles(
  repo: DatasetRepository,
  state: RepoState,
  expected: readonly ExpectedFile[],
): Promise<string[]> {
  const differs = await Promise.all(
    expected.map(async (file) => {
      const id = state.files.get(file.path);
      if (id === undefined) return true;
      const verdict = agrees(id, file);
      if (verdict !== null) return !verdict;
      return sha256Of([await repo.readBytes(file.path, state)]) !== file.sha256;
    }),
  );
  return expected.filter((_, index) => differs[index]).map(({ path }) => path);
}

/**
 * Returns what has been done for a version that `main` holds, even incompletely; null unless it is tagged.
 *
 * @param tags commit of each tag
 */
export function findTagged(
  { versionTag: tag, dataFiles }: PreviousVersion,
  tags: ReadonlyMap<string, string>,
): KeptVersion | null {
  const commit = tags.get(tag);
  if (commit === undefined) return null;
  // Version 1.0.0 set no marks: its tagged versions count as announced.
  return { tag, commit, isTagged: true, isAnnounced: dataFiles === null || isAnnounced(tag, tags.keys()) };
}

/** Returns the paths of a version's files, and of others, that prevent a state from being loaded as that version. */
export async function brokenFiles(
  repo: DatasetRepository,
  state: RepoState,
  previous: PreviousVersion,
  expected: readonly ExpectedFile[],
): Promise<string[]> {
  const paths = [...state.files.keys()];
  const { rowIndex } = previous;
  const broken = await differingFiles(repo, state, rowIndex === null ? expected : [...expected, rowIndex]);
  if (!(await isCardWhole(repo, state, previous, expected))) broken.push(CARD_PATH);
  return [...broken, ...paths.filter((path) => blocksLoading(path, repo.name))];
}

async function isCardWhole(
  repo: DatasetRepository,
  state: RepoState,
  previous: PreviousVersion,
  expected: readonly ExpectedFile[],
): Promise<boolean> {
  const card = state.files.get(CARD_PATH);
  if (card === undefined) return false;
  const isGenerated = card.blobId !== null && card.blobId === previous.generatedCardBlobId;
  // A card of 1.0.0 names its files by patterns, which other files may match by now.
  if (isGenerated && previous.dataFiles !== null && !namesOf(previous).some(mayBeMisread)) return true;
  const dataFiles = expected.map(({ path }) => path);
  const markdown = await repo.readText(CARD_PATH, state);
  return describesVersion(markdown, { ...previous, dataFiles }, [...state.files.keys()]);
}

/** Returns the names of a version's columns and classes, as far as its metadata have them. */
function namesOf({ classNames, features }: PreviousVersion): string[] {
  return [...(classNames ?? []), ...Object.keys(JSON.parse(features ?? '{}'))];
}
