import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chooseVersions, markedVersion } from '../../src/prune/choose-versions.ts';
import { productionVersion } from '../../src/prune/production-version.ts';
import { retainVersions } from '../../src/prune/retain.ts';
import { REPO } from '../publish/publish-scene.ts';
import { largeFile } from '../support/local-hub/repo-store.ts';
import {
  FIRST,
  INDEX,
  NEWEST,
  optionsWithConversion,
  PruneScene,
  pruneOptions,
  publishRows,
  pushFile,
  SECOND,
  textsOf,
} from './prune-scene.ts';

let scene: PruneScene;

beforeAll(async () => {
  scene = await PruneScene.prepare();
});

afterAll(() => scene?.close());

test('keeps the newest versions where they are, and what else names their files', async () => {
  const hub = await scene.open();
  const repo = hub.repo(REPO);
  const commits = new Map(Array.from(repo.tags, ([tag, { commit }]) => [tag, commit]));
  const { receipt, problems } = await retainVersions({ keepLast: 2, keepDays: null }, pruneOptions(hub));
  expect(problems).toEqual([]);
  expect(receipt).toMatchObject({
    mode: 'retention',
    complete: true,
    kept_versions: [NEWEST, SECOND],
    removed_versions: [FIRST],
    removed_tags: 3,
    removed_pull_requests: [1, 2],
    removed_files: { count: 3 },
  });
  for (const tag of [SECOND, NEWEST, `announced-${NEWEST}`, 'baseline'])
    expect(repo.tags.get(tag)?.commit).toBe(commits.get(tag));
  expect([...repo.tags.keys()].filter((tag) => tag.includes(FIRST))).toEqual([]);
  for (const tag of [SECOND, NEWEST]) expect(await textsOf(hub, tag)).toHaveLength(100);
  expect(() => hub.readFile(REPO, repo.commits[1].id, 'data/train-00000-of-00001.parquet')).toThrow();
  expect(hub.readFile(REPO, 'refs/pr/3', 'data/train-00000-of-00001.parquet').length).toBeGreaterThan(0);
  expect(await publishRows(hub, `rows of ${NEWEST}`, 'v20260302_020000')).toMatchObject({
    status: 'unchanged',
  });
});

test('marks of offers go with versions before the newest, and stay for one that waits', async () => {
  const hub = await scene.open();
  const { tags, head } = hub.repo(REPO);
  const waiting = 'offered-v29990101_000000-0123456789abcdef-in-9';
  const lost = 'announced-v29990101_000000';
  for (const tag of [
    `offered-${FIRST}-0123456789abcdef`,
    `offered-${NEWEST}-0123456789abcdef`,
    waiting,
    lost,
  ])
    tags.set(tag, { commit: head.id, message: '' });
  await retainVersions({ keepLast: 2, keepDays: null }, pruneOptions(hub));
  expect(tags.has(lost)).toBe(false);
  const left = [...tags.keys()].filter((tag) => tag.startsWith('offered-'));
  expect(left).toEqual([`offered-${NEWEST}-0123456789abcdef`, waiting]);
});

test('the version on main stays with its marks, also if a later tag is there or its own is not yet', async () => {
  const rules = { keepLast: 1, keepDays: null };
  const [later, untagged] = [await scene.open(), await scene.open()];
  later.repo(REPO).tags.set('v20270101_000000', { commit: later.repo(REPO).head.id, message: '' });
  const { receipt } = await retainVersions(rules, pruneOptions(later));
  expect(receipt.kept_versions).toEqual(['v20270101_000000', NEWEST]);
  untagged.repo(REPO).tags.delete(NEWEST);
  await retainVersions(rules, pruneOptions(untagged));
  expect([...untagged.repo(REPO).tags.keys()]).toContain(`announced-${NEWEST}`);
});

test.each([
  ['a branch', 'experiment'],
  ['the copy for the viewer', 'refs/convert/parquet'],
])('%s keeps the files that it names', async (_, revision) => {
  const hub = await scene.open();
  const repo = hub.repo(REPO);
  const first = repo.resolve(FIRST)!;
  repo.branches.set(revision, first);
  const options = revision === 'experiment' ? pruneOptions(hub) : optionsWithConversion(hub, first);
  const { receipt } = await retainVersions({ keepLast: 1, keepDays: null }, options);
  expect(receipt.kept_versions).toEqual([NEWEST]);
  expect(hub.readFile(REPO, revision, 'data/train-00000-of-00001.parquet').length).toBeGreaterThan(0);
});

test('files of people stay, and one of a version goes whatever name it was pushed under', async () => {
  const hub = await scene.open();
  const repo = hub.repo(REPO);
  const picture = pushFile(hub, 'picture.bin');
  const recent = pushFile(hub, 'video.bin', new Date().toISOString());
  const changes = (file: ReturnType<typeof largeFile> | null) => new Map([['picture.bin', file]]);
  const commit = { title: 'Picture', message: '', author: 'asmita' };
  repo.commit({ ...commit, changes: changes(largeFile(picture, 9)) });
  repo.tags.set(`announced-${FIRST}`, { commit: repo.head.id, message: '' });
  repo.commit({ ...commit, changes: changes(null) });
  const old = repo.resolve(FIRST)!.files.get('data/train-00000-of-00001.parquet')!.sha256!;
  repo.discussions[2].status = 'closed';
  const index = repo.resolve(FIRST)!.files.get(INDEX)!.sha256!;
  repo.largeFiles.set(old, { ...repo.largeFiles.get(old)!, filename: 'upload.parquet' });
  const { receipt } = await retainVersions({ keepLast: 1, keepDays: null }, pruneOptions(hub));
  expect(receipt).toMatchObject({ complete: true, remaining_files: { count: 0 } });
  const shas = [picture, recent, old, index];
  expect(shas.map((sha256) => repo.largeFiles.has(sha256))).toEqual([true, true, false, false]);
});

test('a run that ended before it deleted the files is finished once they are an hour old', async () => {
  const hub = await scene.open();
  const rules = { keepLast: 2, keepDays: null };
  const options = pruneOptions(hub);
  options.history.deleteLargeFiles = () => Promise.reject(new Error('killed'));
  await expect(retainVersions(rules, options)).rejects.toThrow('killed');
  const early = await retainVersions(rules, pruneOptions(hub));
  expect(early.receipt).toMatchObject({ complete: false, removed_tags: 0, remaining_files: { count: 1 } });
  const inTwoHours = new Date(Date.now() + 7_200_000);
  const late = await retainVersions(rules, pruneOptions(hub, { now: () => inTwoHours }));
  expect(late.receipt).toMatchObject({ complete: true, removed_files: { count: 1 } });
  for (const tag of [SECOND, NEWEST]) expect(await textsOf(hub, tag)).toHaveLength(100);
});

test('a dry run changes nothing', async () => {
  const hub = await scene.open();
  const { receipt } = await retainVersions(
    { keepLast: 1, keepDays: null },
    pruneOptions(hub, { dryRun: true }),
  );
  expect(receipt).toMatchObject({
    dry_run: true,
    complete: false,
    removed_versions: [SECOND, FIRST],
    removed_tags: 6,
  });
  expect(hub.repo(REPO).tags.size).toBe(10);
  expect(hub.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a version in production is kept unless it is forced', async () => {
  const production = new Map([['owner/model', FIRST]]);
  const rules = { keepLast: 1, keepDays: null };
  const kept = await retainVersions(rules, pruneOptions(await scene.open(), { production }));
  expect(kept.receipt).toMatchObject({ kept_versions: [NEWEST, FIRST], removed_versions: [SECOND] });
  const forced = await retainVersions(rules, pruneOptions(await scene.open(), { production, force: true }));
  expect(forced.receipt.kept_versions).toEqual([NEWEST]);
});

test.each([
  [{ keepLast: 1, keepDays: null }, 1],
  [{ keepLast: null, keepDays: 40 }, 2],
  [{ keepLast: 3, keepDays: 1 }, 3],
  [{ keepLast: null, keepDays: 0 }, 1],
])('%j keeps %d versions', (rules, count) => {
  const now = new Date('2026-03-10T00:00:00Z');
  const protectedTags = new Set<string>();
  const { kept, removed } = chooseVersions([FIRST, 'main', NEWEST, SECOND], rules, { now, protectedTags });
  expect(kept).toEqual([NEWEST, SECOND, FIRST].slice(0, count));
  expect(kept.length + removed.length).toBe(3);
});

test('a version is kept up to its last day, and a tag that is no date has no age', () => {
  const rules = { keepLast: null, keepDays: 30 };
  const removedAt = (now: string) =>
    chooseVersions([NEWEST, SECOND, 'v20251399_999999'], rules, {
      now: new Date(now),
      protectedTags: new Set(),
    }).removed;
  expect(removedAt('2026-03-03T02:00:00Z')).toEqual([]);
  expect(removedAt('2026-03-03T02:00:01Z')).toEqual([SECOND]);
});

test.each([
  [`announced-${FIRST}`, FIRST],
  [`offered-${FIRST}-0123456789abcdef-in-9`, FIRST],
  [`retrained-${FIRST}-abc`, FIRST],
  [`announced-${FIRST}beta`, null],
  [FIRST, null],
])('%s is a mark of %s', (tag, version) => {
  expect(markedVersion(tag)).toBe(version);
});

test('the version of a model in production is that of the tag on the same commit', () => {
  const [old, current] = ['a'.repeat(40), 'b'.repeat(40)];
  const tags = new Map([
    [`promoted-${FIRST}`, old],
    [`promoted-${SECOND}`, current],
  ]);
  expect(productionVersion('owner/model', tags)).toBeNull();
  expect(productionVersion('owner/model', new Map([...tags, ['production', old]]))).toBe(FIRST);
  expect(() => productionVersion('owner/model', new Map([['production', old]]))).toThrow(
    'the version it was trained on is unknown',
  );
});
