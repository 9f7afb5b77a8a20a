import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eraseOthers } from '../../src/prune/erase.ts';
import { REPO } from '../publish/publish-scene.ts';
import { largeFile, regularFile } from '../support/local-hub/repo-store.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import {
  FIRST,
  INDEX,
  NEWEST,
  optionsWithConversion,
  PruneScene,
  pruneOptions,
  publishRows,
  pushFile,
  rowsOf,
  SECOND,
  textsOf,
} from './prune-scene.ts';

let scene: PruneScene;

beforeAll(async () => {
  scene = await PruneScene.prepare();
});

afterAll(() => scene?.close());

/** What a person who reads the newest version by its tag finds. @throws Error when it cannot be read */
async function readNewest(hub: LocalHub): Promise<void> {
  const texts = await textsOf(hub, NEWEST);
  expect(texts).toHaveLength(100);
  expect(texts.every((text) => text.startsWith(`rows of ${NEWEST}`))).toBe(true);
}

/** Everything of a repo and of the storage that is left, as text. */
function everythingIn(hub: LocalHub): string {
  const repo = hub.repo(REPO);
  const heads = [
    repo.head,
    ...[...repo.tags.keys(), ...repo.branches.keys()].map((name) => repo.resolve(name)!),
  ];
  const commits = heads.flatMap((head) => [...repo.history(head)]);
  const files = commits.flatMap(({ files: all }) =>
    [...all].map(([path, { sha256 }]) => `${path} ${sha256}`),
  );
  return JSON.stringify([
    commits.map(({ title }) => title),
    files,
    [...repo.tags.keys()],
    [...repo.largeFiles],
  ]);
}

async function expectErased(hub: LocalHub, { oldFiles }: { oldFiles: readonly string[] }): Promise<void> {
  await readNewest(hub);
  const repo = hub.repo(REPO);
  expect([...repo.tags.keys()].sort()).toEqual(
    [`announced-${NEWEST}`, `retrained-${NEWEST}-abc`, NEWEST].sort(),
  );
  expect(new Set(Array.from(repo.tags.values(), ({ commit }) => commit))).toEqual(new Set([repo.head.id]));
  expect([repo.commits.length, repo.branches.size]).toEqual([1, 0]);
  expect(repo.discussions.map(({ commits }) => commits)).toEqual([[], [], []]);
  expect(repo.discussions.map(({ status }) => status)).toEqual(['merged', 'closed', 'closed']);
  const index = await rowsOf(hub, NEWEST, INDEX);
  expect(index.map(({ origin }) => origin)).not.toContain('earlier');
  expect(index).toHaveLength(100);
  const left = everythingIn(hub);
  for (const sha of oldFiles) expect(left).not.toContain(sha);
  expect([...repo.largeFiles.keys()].sort()).toEqual(
    Array.from(repo.head.files.values(), ({ sha256 }) => sha256)
      .filter((sha256) => sha256 !== null)
      .sort(),
  );
}

/** SHA-256 of all large files that the newest version does not hold. */
function oldFilesIn(hub: LocalHub): string[] {
  const kept = new Set(Array.from(hub.repo(REPO).head.files.values(), ({ sha256 }) => sha256));
  return [...hub.repo(REPO).largeFiles.keys()].filter((sha256) => !kept.has(sha256));
}

/** A client that is killed after one of its requests was carried out: it gets no answer, and sends nothing any more. */
function killedAt(at: number, onAnswer: () => Promise<void> = async () => undefined) {
  const changes: number[] = [];
  let count = 0;
  const send: typeof fetch = async (input, init) => {
    const number = count++;
    if (number > at) throw new Error('killed');
    if ((init?.method ?? 'GET') !== 'GET') changes.push(number);
    const answer = await fetch(input, init);
    await onAnswer();
    if (number === at) throw new Error('killed');
    return answer;
  };
  return { fetch: send, changes: () => changes };
}

test('a dry run changes nothing and says what would be removed', async () => {
  const hub = await scene.open();
  const before = everythingIn(hub);
  const { receipt, problems } = await eraseOthers(NEWEST, pruneOptions(hub, { dryRun: true }));
  expect(everythingIn(hub)).toBe(before);
  expect(problems).toEqual([]);
  expect(receipt).toMatchObject({
    dry_run: true,
    complete: false,
    kept_versions: [NEWEST],
    removed_versions: [SECOND, FIRST],
    removed_tags: 7,
    removed_pull_requests: [1, 2, 3],
    removed_index_lines: 200,
    squashed: true,
    removed_files: { count: oldFilesIn(hub).length },
  });
});

describe('an erasure', () => {
  test('leaves the newest version alone, which is found by its tag at every instant', async () => {
    const hub = await scene.open();
    const oldFiles = oldFilesIn(hub);
    expect(oldFiles.length).toBeGreaterThanOrEqual(11);
    const watched = killedAt(Number.POSITIVE_INFINITY, () => readNewest(hub));
    const { receipt, problems } = await eraseOthers(NEWEST, pruneOptions(hub, {}, watched));
    expect(problems).toEqual([]);
    expect(receipt).toMatchObject({
      complete: true,
      removed_index_lines: 200,
      removed_files: { count: oldFiles.length + 1 },
      remaining_files: { count: 0 },
      commit: hub.repo(REPO).head.id,
    });
    await expectErased(hub, { oldFiles });
    const again = await eraseOthers(NEWEST, pruneOptions(hub));
    expect(again.receipt).toMatchObject({
      complete: true,
      removed_tags: 0,
      squashed: false,
      removed_files: { count: 0 },
    });
    await expectErased(hub, { oldFiles });
  });

  test('that was killed at any request is finished by the next run, and damages nothing', async () => {
    const counted = killedAt(Number.POSITIVE_INFINITY);
    await eraseOthers(NEWEST, pruneOptions(await scene.open(), {}, counted));
    const changes = counted.changes();
    expect(changes.length).toBeGreaterThan(25);
    for (const at of changes) {
      const hub = await scene.open();
      const oldFiles = oldFilesIn(hub);
      await expect(eraseOthers(NEWEST, pruneOptions(hub, {}, killedAt(at)))).rejects.toThrow();
      await readNewest(hub);
      const { problems } = await eraseOthers(NEWEST, pruneOptions(hub));
      expect([at, problems]).toEqual([at, []]);
      await expectErased(hub, { oldFiles });
    }
  }, 120_000);

  test('is followed by runs that publish as before', async () => {
    const hub = await scene.open();
    await eraseOthers(NEWEST, pruneOptions(hub));
    const same = await publishRows(hub, `rows of ${NEWEST}`, 'v20260302_020000');
    expect(same).toMatchObject({ status: 'unchanged', tag: NEWEST });
    const next = await publishRows(hub, 'rows of another day', 'v20260303_020000');
    expect(next).toMatchObject({ status: 'published', tag: 'v20260303_020000' });
    expect(next.changes).toMatchObject({ added: 100, removed: 100 });
    const metadata = JSON.parse(String(hub.readFile(REPO, 'main', 'dataset_metadata.json')));
    expect(metadata).toMatchObject({
      splits_since: FIRST,
      earlier_versions: [NEWEST, SECOND, FIRST].map((version_tag) => ({ version_tag, num_samples: 100 })),
    });
  });

  test('that was killed does not have the next publish announce or repair the version', async () => {
    const counted = killedAt(Number.POSITIVE_INFINITY);
    await eraseOthers(NEWEST, pruneOptions(await scene.open(), {}, counted));
    for (const at of counted.changes()) {
      const hub = await scene.open();
      await expect(eraseOthers(NEWEST, pruneOptions(hub, {}, killedAt(at)))).rejects.toThrow();
      expect(await publishRows(hub, `rows of ${NEWEST}`, 'v20260302_020000')).toMatchObject({
        status: 'unchanged',
        tag: NEWEST,
      });
    }
  }, 60_000);

  test.each([
    [
      'another version than the newest',
      SECOND,
      {},
      'holds the version v20260301_020000, not v20260201_020000',
    ],
    [
      'a version in production',
      NEWEST,
      { production: new Map([['owner/model', SECOND]]) },
      'The model owner/model in production was trained on v20260201_020000',
    ],
  ])('refuses %s', async (_, version, changes, message) => {
    const hub = await scene.open();
    const before = everythingIn(hub);
    await expect(eraseOthers(version, pruneOptions(hub, changes))).rejects.toThrow(message);
    expect(everythingIn(hub)).toBe(before);
    if (version === NEWEST) {
      const { receipt } = await eraseOthers(version, pruneOptions(hub, { ...changes, force: true }));
      expect(receipt.complete).toBe(true);
    }
  });

  test('refuses a branch of a person, a newer tag and a version that lacks a file', async () => {
    const hub = await scene.open();
    const repo = hub.repo(REPO);
    repo.branches.set('experiment', repo.head);
    await expect(eraseOthers(NEWEST, pruneOptions(hub))).rejects.toThrow(
      'The branch experiment may hold erased rows',
    );
    repo.branches.clear();
    repo.tags.set('v20270101_000000', { commit: repo.head.id, message: '' });
    await expect(eraseOthers(NEWEST, pruneOptions(hub))).rejects.toThrow('is older than v20270101_000000');
    repo.tags.delete('v20270101_000000');
    const metadata = JSON.parse(String(hub.readFile(REPO, 'main', 'dataset_metadata.json')));
    const withoutFiles = JSON.stringify({ ...metadata, files: undefined });
    for (const [path, content] of [
      ['data/test-00000-of-00001.parquet', 'damaged'],
      [INDEX, 'damaged'],
      ['dataset_metadata.json', withoutFiles],
    ]) {
      const other = await scene.open();
      other.commitAs('somebody', REPO, { [path]: content });
      await expect(eraseOthers(NEWEST, pruneOptions(other))).rejects.toThrow(
        `does not hold all files of ${NEWEST} (${path})`,
      );
    }
  });

  test('ends with nothing erased if its first commit is not made', async () => {
    const hub = await scene.open();
    const before = everythingIn(hub);
    const options = pruneOptions(hub);
    options.repo.commit = async () => ({ outcome: 'unconfirmed', error: new Error('no answer') });
    await expect(eraseOthers(NEWEST, options)).rejects.toThrow('no answer');
    expect(everythingIn(hub)).toBe(before);
  });

  test('is incomplete if a tag was set meanwhile, and fails if main was changed', async () => {
    const meanwhile = (hub: LocalHub, change: () => void) =>
      pruneOptions(hub, { onStep: (step) => (/^Deleted \d+ tags/.test(step) ? change() : undefined) });
    const [tagged, changed] = [await scene.open(), await scene.open()];
    const { receipt, problems } = await eraseOthers(
      NEWEST,
      meanwhile(tagged, () => {
        tagged.repo(REPO).tags.set('mine', { commit: tagged.repo(REPO).head.id, message: '' });
      }),
    );
    expect(receipt.complete).toBe(false);
    expect(problems).toEqual([expect.stringContaining('Tags were set during the erasure: mine.')]);
    const commit = () => void changed.commitAs('somebody', REPO, { 'notes.md': 'Notes' });
    await expect(eraseOthers(NEWEST, meanwhile(changed, commit))).rejects.toThrow(
      'does not name the head of main after the erasure',
    );
  });

  test('says that it is incomplete while a file may be on its way', async () => {
    const hub = await scene.open();
    pushFile(hub, 'data/train-00000-of-00001.parquet', new Date().toISOString());
    const { receipt, problems } = await eraseOthers(NEWEST, pruneOptions(hub));
    expect(receipt).toMatchObject({ complete: false, remaining_files: { count: 1 } });
    expect(problems).toEqual([expect.stringContaining('1 file of the last hour')]);
    const later = () => new Date(Date.now() + 3_700_000);
    expect((await eraseOthers(NEWEST, pruneOptions(hub, { now: later }))).receipt.complete).toBe(true);
  });

  test('says that it is incomplete while the Hub keeps a pull request, which loses its rows', async () => {
    const hub = await scene.open();
    const oldFiles = oldFilesIn(hub);
    const options = pruneOptions(hub);
    options.history.deletePullRequest = async () => false;
    const { receipt, problems } = await eraseOthers(NEWEST, options);
    expect(receipt).toMatchObject({ complete: false, removed_pull_requests: [] });
    expect(problems).toEqual([expect.stringContaining('#1, #2, #3')]);
    const commits = hub.repo(REPO).discussions.flatMap((discussion) => discussion.commits);
    expect(commits).toHaveLength(6);
    const left = commits.flatMap(({ files }) => Array.from(files.values(), ({ sha256 }) => sha256));
    expect(left.filter((sha256) => sha256 !== null && oldFiles.includes(sha256))).toEqual([]);
  });

  test('keeps what the copy for the viewer names, and names the copy', async () => {
    const hub = await scene.open();
    const repo = hub.repo(REPO);
    const converted = pushFile(hub, 'default/train/0000.parquet');
    const changes = new Map([['default/train/0000.parquet', largeFile(converted, 9)]]);
    const copy = repo.makeCommit(repo.head, { title: 'Convert', message: '', author: 'bot', changes });
    const { receipt } = await eraseOthers(NEWEST, optionsWithConversion(hub, copy));
    expect(receipt).toMatchObject({ complete: true, conversions: ['refs/convert/parquet'] });
    expect(repo.largeFiles.has(converted)).toBe(true);
  });

  test('refuses a row index that does not have the rows of the version', async () => {
    const hub = await scene.open();
    const metadata = JSON.parse(String(hub.readFile(REPO, 'main', 'dataset_metadata.json')));
    metadata.splits.train--;
    hub.commitAs('somebody', REPO, { 'dataset_metadata.json': JSON.stringify(metadata) });
    const before = everythingIn(hub);
    await expect(eraseOthers(NEWEST, pruneOptions(hub))).rejects.toThrow(
      'has 100 rows, and its metadata 99 rows, so nothing was erased',
    );
    expect(everythingIn(hub)).toBe(before);
  });

  test('keeps what others wrote on main beside the version', async () => {
    const hub = await scene.open();
    const sha = pushFile(hub, 'picture.bin');
    const changes = new Map([
      ['picture.bin', largeFile(sha, 9)],
      ['notes.md', regularFile(Buffer.from('Notes'))],
    ]);
    hub.repo(REPO).commit({ title: 'Notes', message: '', author: 'asmita', changes });
    expect((await eraseOthers(NEWEST, pruneOptions(hub))).receipt.complete).toBe(true);
    expect(String(hub.readFile(REPO, NEWEST, 'picture.bin'))).toBe('content of picture.bin');
    expect(String(hub.readFile(REPO, 'main', 'notes.md'))).toBe('Notes');
  });
});
