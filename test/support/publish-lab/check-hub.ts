import { createHash } from 'node:crypto';
import { DEPARTMENTS, readVersion } from '../bundle-scene.ts';
import type { StoredCommit } from '../local-hub/repo-store.ts';
import type { LocalHub } from '../local-hub/server.ts';
import { type Data, NOTES, OTHER_REPO, REPO, REVIEWS } from './publish-lab.ts';

/** Name of a label of the lab. */
export type Label = 'urgency' | 'department';

const SPLITS = ['train', 'eval', 'test'] as const;

/** What the repo's readers see: commits by tag, and what is wrong with what they would load. */
export interface HubView {
  readonly tags: ReadonlyMap<string, string>;
  /** Tags of versions that hold the reviews. */
  readonly currentTags: readonly string[];
  /** Most commits in a row that made a version of the reviews: another run may have published other reviews between two. */
  readonly currentCommits: number;
  /** Pull requests that are open. */
  readonly openOffers: number;
  readonly problems: readonly string[];
}

/** What a label's classes are called, in the order of their ids. */
const CLASSES_OF: Readonly<Record<string, { readonly label: Label; readonly classes: readonly string[] }>> = {
  [REPO]: { label: 'urgency', classes: ['NORMAL', 'URGENT', 'HIGHLY URGENT'] },
  [OTHER_REPO]: { label: 'department', classes: DEPARTMENTS },
};

/** Tags that say something of a version; each stands where the version's does. */
const MARK = /^(?:announced-|retrained-)(v\d{8}_\d{6})(?:-|$)/;

/**
 * Reads `main` and every tag as a reader would, and compares files, card and metadata with each other.
 *
 * @param data reviews whose versions are looked for
 * @param repo one of the lab's repos
 */
export async function viewHub(hub: LocalHub, data: Data = 'current', repo = REPO): Promise<HubView> {
  if (!hub.hasRepo(repo))
    return { tags: new Map(), currentTags: [], currentCommits: 0, openOffers: 0, problems: [] };
  const { tags: stored, commits, head, discussions } = hub.repo(repo);
  const tags = new Map([...stored].map(([tag, { commit }]) => [tag, commit]));
  const problems: string[] = [];
  const currentTags: string[] = [];
  for (const revision of ['main', ...tags.keys()]) {
    // It is set before the version is committed.
    if (revision.startsWith('offered-')) continue;
    const marked = MARK.exec(revision)?.[1];
    if (marked !== undefined) {
      if (tags.get(marked) !== tags.get(revision)) problems.push(`${revision} marks another commit`);
      continue;
    }
    const version = await readWhole(hub, revision, data, repo);
    if (version.wrong.length > 0) problems.push(`${revision}: ${version.wrong.join('; ')}`);
    if (revision === 'main') continue;
    if (version.tag !== revision) problems.push(`the tag ${revision} names ${version.tag ?? 'no version'}`);
    if (version.isCurrent) currentTags.push(revision);
  }
  for (const note of Object.values(NOTES)) {
    const isIn = ({ id, files }: StoredCommit) =>
      files.has('README.md') && hub.readFile(repo, id, 'README.md').toString().includes(note);
    if (commits.some(isIn) && !isIn(head))
      problems.push(`what a person wrote into the card is lost: ${note}`);
  }
  let [currentCommits, inARow] = [0, 0];
  for (const commit of commits) {
    const made = metadataOf(hub, commit, repo);
    const before = commits.find(({ id }) => id === commit.parent);
    const tagBefore = before === undefined ? null : metadataOf(hub, before, repo)?.version_tag;
    if (made === null || tagBefore === made.version_tag) continue;
    const { isCurrent, wrong } = await readWhole(hub, commit.id, data, repo);
    if (wrong.length > 0) continue;
    inARow = isCurrent ? inARow + 1 : 0;
    currentCommits = Math.max(currentCommits, inARow);
  }
  const openOffers = discussions.filter(({ status }) => status === 'open').length;
  return { tags, currentTags, currentCommits, openOffers, problems };
}

/** What a commit holds as a version; a repo that holds none is whole. */
export async function readWhole(hub: LocalHub, revision: string, data: Data, repo: string) {
  const commit = hub.repo(repo).resolve(revision);
  if (commit === undefined) return { tag: null, isCurrent: false, wrong: ['names no commit'] };
  const metadata = metadataOf(hub, commit, repo);
  const dataFiles = [...commit.files.keys()].filter((path) => path.startsWith('data/'));
  if (metadata === null) {
    return { tag: null, isCurrent: false, wrong: dataFiles.length > 0 ? ['data without metadata'] : [] };
  }
  const wrong: string[] = [];
  const expect = (isTrue: boolean, problem: string) => isTrue || wrong.push(problem);
  try {
    const expected = SPLITS.map((split) => `data/${split}-00000-of-00001.parquet`).sort();
    expect(String(dataFiles.sort()) === String(expected), `data files ${dataFiles}`);
    for (const path of dataFiles) {
      const { size, sha256 } = commit.files.get(path)!;
      const content = hub.readFile(repo, commit.id, path);
      expect(content.length === size && hash(content) === sha256, `${path} is not what its pointer says`);
    }
    const index = metadata.files.find(({ path }) => path === 'row_index.parquet');
    if (index !== undefined) {
      const content = commit.files.has(index.path) ? hub.readFile(repo, commit.id, index.path) : null;
      expect(content !== null && hash(content) === index.sha256, 'the row index is not that of the version');
    }
    const rows = await readVersion(hub, repo, commit.id);
    const card = hub.readFile(repo, commit.id, 'README.md').toString();
    expect(card.includes('<!-- prepare-dataset:end -->'), 'the card is cut off');
    expect(card.includes(`| Version | \`${metadata.version_tag}\` |`), 'the card tells another version');
    for (const split of SPLITS) {
      const { length } = rows[split];
      expect(metadata.splits[split] === length, `${split} has ${length} rows`);
      expect(new RegExp(`- name: "?${split}"?\n`).test(card), `the card has no ${split}`);
      expect(numExamples(card, split) === length, `the card tells another number of ${split}`);
    }
    const all = SPLITS.flatMap((split) => rows[split]);
    expect(all.length === metadata.num_samples, `num_samples is ${metadata.num_samples}`);
    return {
      tag: metadata.version_tag,
      isCurrent: fingerprint(all) === fingerprint(rowsOf(data, repo)),
      wrong,
    };
  } catch (error) {
    return { tag: metadata.version_tag, isCurrent: false, wrong: [...wrong, String(error)] };
  }
}

interface Metadata {
  readonly version_tag: string;
  readonly num_samples: number;
  readonly splits: Readonly<Record<string, number>>;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** Null when there is none, or what is there is none. */
function metadataOf(hub: LocalHub, { id, files }: StoredCommit, repo: string): Metadata | null {
  if (!files.has('dataset_metadata.json')) return null;
  try {
    return JSON.parse(hub.readFile(repo, id, 'dataset_metadata.json').toString());
  } catch {
    return null;
  }
}

function numExamples(card: string, split: string): number {
  return Number(
    new RegExp(`- name: "?${split}"?\\n\\s+num_bytes: \\d+\\n\\s+num_examples: (\\d+)`).exec(card)?.[1],
  );
}

function rowsOf(data: Data, repo: string): (readonly [unknown, number])[] {
  const { label, classes } = CLASSES_OF[repo];
  return REVIEWS[data].map((review) => [review.message, classes.indexOf(String(review[label]))]);
}

function fingerprint(rows: readonly (readonly [unknown, number])[]): string {
  return JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());
}

function hash(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
