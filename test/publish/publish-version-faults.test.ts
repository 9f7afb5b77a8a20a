import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { errorOf, startHub } from '../hub/hub-scene.ts';
import type { Fault, FaultKind } from '../support/http/faults.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { publish, REPO } from './publish-scene.ts';

const TAG = 'v20261123_010203';
const NEXT_TAG = 'v20261123_010204';
const commitPath = /\/commit\/main$/;
let hub: LocalHub;
let commitsBefore: number;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub.close());

beforeEach(() => {
  hub.createRepo(REPO);
  hub.faults.clear();
  hub.clearRequests();
  commitsBefore = hub.repo(REPO).commits.length;
});

/** Makes a fault at the commit. */
function strikeCommit(when: 'before' | 'after', kind: FaultKind, changes: Partial<Fault> = {}): void {
  hub.faults.add({ method: 'POST', path: commitPath, when, kind, ...changes });
}

function commitByOther(files: Record<string, string> = { 'notes.txt': 'notes' }): FaultKind {
  return { run: () => void hub.commitAs('somebody', REPO, files) };
}

/** Titles of the commits since the test began, oldest first. */
function newCommits(): string[] {
  const { commits } = hub.repo(REPO);
  return commits.slice(commitsBefore).map(({ title }) => title);
}

const OURS = 'Dataset update (urgency) - 20261123_010203';
const OTHERS = 'Change by somebody';

describe("another writer's commit", () => {
  test('between read and commit: the version is built anew on top of it', async () => {
    strikeCommit('before', commitByOther({ 'README.md': 'Ask Asmita before use.\n' }));
    const published = await publish(hub);
    expect(newCommits()).toEqual([OTHERS, OURS]);
    expect(published.builtOn).toEqual([null, null]);
    expect(published.retries).toEqual([
      expect.stringContaining('changed by someone else in the meantime (412)'),
    ]);
    expect(hub.repo(REPO).tags.get(TAG)?.commit).toBe(hub.repo(REPO).head.id);
    expect(hub.readFile(REPO, TAG, 'README.md').toString()).toContain('Ask Asmita before use.');
  });

  test('before the last look: the version is built on top of it, and nothing is uploaded in vain', async () => {
    await publish(hub, { prefix: 'older', now: new Date('2026-11-01') });
    const run = async () => void (await publish(hub, { prefix: 'other', now: new Date('2026-11-02') }));
    hub.faults.add({ method: 'GET', path: /urgency$/, when: 'before', kind: { run } });
    const published = await publish(hub);
    expect(published).toMatchObject({ retries: [], builtOn: ['v20261102_000000'] });
    expect(published.previous?.versionTag).toBe('v20261102_000000');
  });

  test('of a version: ours follows it', async () => {
    strikeCommit('before', { run: async () => void (await publish(hub, { prefix: 'other' })) });
    const published = await publish(hub);
    expect(published).toMatchObject({ tag: NEXT_TAG, previous: { versionTag: TAG }, builtOn: [null, TAG] });
    expect([...hub.repo(REPO).tags.keys()]).toEqual([TAG, NEXT_TAG]);
  });

  test('of the very same version: it is kept', async () => {
    strikeCommit('before', { run: async () => void (await publish(hub, { now: new Date('2026-11-20') })) });
    const published = await publish(hub);
    expect(published).toMatchObject({ status: 'unchanged', tag: 'v20261120_000000' });
    expect(newCommits()).toHaveLength(1);
  });

  test('of the very same version in the very same second: it is not taken for ours', async () => {
    const now = new Date('2026-11-23T01:02:03.500Z');
    strikeCommit('before', { run: async () => void (await publish(hub, { now })) });
    expect(await publish(hub)).toMatchObject({ status: 'unchanged', tag: TAG });
    expect(newCommits()).toEqual([OURS]);
  });

  test('of a version while a missing tag is put right: the tag goes where it belongs', async () => {
    const { commit } = await publish(hub);
    hub.repo(REPO).tags.clear();
    hub.faults.add({
      path: /paths-info/,
      when: 'before',
      kind: { run: async () => void (await publish(hub, { prefix: 'other' })) },
    });
    expect(await publish(hub)).toMatchObject({
      status: 'unchanged',
      tag: TAG,
      commit,
      reason: expect.stringContaining('was missing'),
    });
    expect(hub.repo(REPO).tags.get(TAG)?.commit).toBe(commit);
  });

  test('three times: ours comes at the fourth', async () => {
    strikeCommit('before', commitByOther(), { times: 3 });
    expect(await publish(hub)).toMatchObject({ status: 'published', retries: { length: 3 } });
  });

  test('four times: it is given up, and nothing is tagged', async () => {
    strikeCommit('before', commitByOther(), { times: 4 });
    expect(await errorOf(publish(hub))).toMatchObject({ name: 'HubError', status: 412 });
    expect(newCommits()).toEqual(Array(4).fill(OTHERS));
    expect(hub.repo(REPO).tags.size).toBe(0);
  });

  test('under way (409): tried again', async () => {
    strikeCommit('before', { status: 409, body: '{"error":"A commit is in progress"}' }, { times: 2 });
    const { retries } = await publish(hub);
    expect(retries).toEqual(
      Array(2).fill(expect.stringContaining('The Hub answered: A commit is in progress.')),
    );
    expect(newCommits()).toEqual([OURS]);
  });
});

describe('a commit that was made without a confirmation is tagged, and not made again', () => {
  const cases: [string, FaultKind][] = [
    ['500', { status: 500 }],
    ['502', { status: 502, body: '<html>Bad gateway</html>' }],
    ['504', { status: 504 }],
    ['a reset', 'reset'],
    ['half an answer', 'truncate'],
    ['an answer that is not JSON', 'invalid-json'],
    ['an answer that names no commit', { status: 200, body: '{}' }],
  ];

  test.each(cases)('%s', async (_name, kind) => {
    await publish(hub, { prefix: 'older', now: new Date('2026-11-01') });
    commitsBefore++;
    strikeCommit('after', kind);
    const published = await publish(hub);
    const { head, tags } = hub.repo(REPO);
    expect(newCommits()).toEqual([OURS]);
    expect(published).toMatchObject({ status: 'published', tag: TAG, commit: head.id });
    expect(published.previous?.versionTag).toBe('v20261101_000000');
    expect(tags.get(TAG)?.commit).toBe(head.id);
  });

  test('no answer in time', async () => {
    strikeCommit('after', 'hang');
    const timeOut: typeof fetch = (url, init) => {
      const signal = commitPath.test(String(url)) ? AbortSignal.timeout(300) : init?.signal;
      return fetch(url, { ...init, signal });
    };
    expect(await publish(hub, { hub: { fetch: timeOut } })).toMatchObject({ status: 'published', tag: TAG });
    expect(newCommits()).toEqual([OURS]);
  });

  test('though somebody commits on top of it', async () => {
    strikeCommit('after', { status: 500 });
    hub.faults.add({ method: 'GET', path: /urgency$/, skip: 1, when: 'before', kind: commitByOther() });
    const made = await publish(hub);
    expect(made.retries).toHaveLength(1);
    expect(newCommits()).toEqual([OURS, OTHERS]);
    expect(hub.repo(REPO).tags.get(TAG)?.commit).toBe(made.commit);
    expect(hub.repo(REPO).resolve(made.commit)?.title).toBe(OURS);
  });

  test('though it was the last try', async () => {
    strikeCommit('before', { status: 500 }, { times: 3 });
    strikeCommit('after', { status: 500 });
    expect(await publish(hub)).toMatchObject({ status: 'published', retries: { length: 3 } });
    expect(newCommits()).toEqual([OURS]);
  });

  test('though the Hub still fails when it is asked', async () => {
    strikeCommit('after', { status: 500 });
    hub.faults.add({ path: /urgency$/, skip: 1, times: 2, when: 'before', kind: { status: 503 } });
    await publish(hub);
    expect(newCommits()).toEqual([OURS]);
  });
});

describe('a commit that was not made', () => {
  test.each<[string, FaultKind]>([
    ['500', { status: 500 }],
    ['a reset', 'reset'],
  ])('is tried again after %s', async (_name, kind) => {
    strikeCommit('before', kind);
    const published = await publish(hub);
    expect(published).toMatchObject({ status: 'published', retries: { length: 1 } });
    expect(newCommits()).toEqual([OURS]);
  });

  test('is given up when the Hub keeps failing, and the next run finishes', async () => {
    strikeCommit('before', { status: 500 }, { times: 4 });
    expect(await errorOf(publish(hub))).toMatchObject({ status: 500 });
    expect(newCommits()).toEqual([]);
    expect(await publish(hub)).toMatchObject({ status: 'published' });
  });
});

describe('a tag', () => {
  test('is not set on a commit that holds something else', async () => {
    hub.faults.add({
      path: /\/revision\//,
      when: 'before',
      kind: { run: () => void damage(hub.repo(REPO).head.files as Map<string, unknown>) },
    });
    const { message } = await errorOf(publish(hub));
    const { head, tags } = hub.repo(REPO);
    expect(message).toContain(`Commit ${head.id} of datasets/owner/urgency does not hold what was sent`);
    expect(message).toContain('(data/test-00000-of-00001.parquet, data/train-old.parquet)');
    expect(tags.size).toBe(0);
  });

  test('that names another commit is not moved', async () => {
    const other = hub.commitAs('somebody', REPO, { 'a.txt': 'a' });
    hub.repo(REPO).tags.set(TAG, { commit: other, message: 'Mine' });
    expect((await errorOf(publish(hub))).message).toContain('a tag is never moved');
    expect(hub.repo(REPO).tags.get(TAG)).toEqual({ commit: other, message: 'Mine' });
  });

  test('that could not be set is set by the next run', async () => {
    hub.faults.add({ path: /\/tag\//, when: 'before', times: 4, kind: { status: 500 } });
    expect(await errorOf(publish(hub))).toMatchObject({ status: 500 });
    expect(await publish(hub)).toMatchObject({
      status: 'unchanged',
      tag: TAG,
      reason: expect.stringContaining('was missing'),
    });
    expect(newCommits()).toEqual([OURS]);
  });
});

describe('an answer that is JSON of another shape is told in words', () => {
  test.each([
    ['about uploads', /\/preupload\//],
    ['about where files go', /\/objects\/batch$/],
    ['about the commit', commitPath],
  ])('%s', async (_, path) => {
    for (const body of ['null', '[]', '"text"', '{"files":[null],"objects":[null]}', '{"commitOid":7}']) {
      hub.faults.clear();
      hub.faults.add({ path, when: 'before', times: 99, kind: { status: 200, body } });
      const { name, message } = await errorOf(publish(hub));
      expect([name, message]).toEqual(['HubError', expect.stringContaining('could not be read')]);
    }
  });
});

/** Takes one file out of a commit and puts another in. */
function damage(files: Map<string, unknown>): void {
  files.set('data/train-old.parquet', files.get('data/test-00000-of-00001.parquet'));
  files.delete('data/test-00000-of-00001.parquet');
}
