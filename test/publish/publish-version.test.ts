import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { errorOf, requestLines, startHub, TOKENS } from '../hub/hub-scene.ts';
import { regularFile } from '../support/local-hub/repo-store.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { publish, REPO } from './publish-scene.ts';

const TAG = 'v20261123_010203';
const NEXT_TAG = 'v20261123_010204';
const FILES = [
  '.gitattributes',
  'README.md',
  'data/eval-00000-of-00001.parquet',
  'data/test-00000-of-00001.parquet',
  'data/train-00000-of-00001.parquet',
  'dataset_metadata.json',
  'row_index.parquet',
];
let hub: LocalHub;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub.close());

beforeEach(() => {
  hub.createRepo(REPO);
  hub.faults.clear();
  hub.clearRequests();
});

function filesOf(revision: string): string[] {
  return [...filesAt(revision).keys()].sort();
}

/** Files of a commit, to be changed as no writer could. */
function filesAt(revision: string): Map<string, unknown> {
  return (hub.repo(REPO).resolve(revision)?.files ?? new Map()) as Map<string, unknown>;
}

describe('a version', () => {
  test('of a repo that does not exist creates it private', async () => {
    const account = { Authorization: `Bearer ${TOKENS.writer}` };
    const body = JSON.stringify({ type: 'dataset', name: 'urgency', organization: 'owner' });
    await fetch(`${hub.url}/api/repos/delete`, { method: 'DELETE', headers: account, body });
    expect(hub.hasRepo(REPO)).toBe(false);
    const published = await publish(hub);
    const { head, tags, isPrivate } = hub.repo(REPO);
    expect(isPrivate).toBe(true);
    expect(published).toMatchObject({ status: 'published', tag: TAG, commit: head.id, previous: null });
    expect(tags.get(TAG)).toEqual({ commit: head.id, message: 'Dataset update (urgency) - 20261123_010203' });
    expect(filesOf(TAG)).toEqual(FILES);
  });

  test('records the settings that decide which rows it holds, with underscores', async () => {
    await publish(hub);
    const { parameters } = JSON.parse(hub.readFile(REPO, 'main', 'dataset_metadata.json').toString());
    expect(JSON.stringify(parameters)).toBe(
      '{"correct_ratio":0.5,"random_state":42,"split":"80/10/10","split_method":"stable","min_dataset_len":10}',
    );
  });

  test('of a repo that exists takes ten requests and one commit', async () => {
    await publish(hub);
    const before = hub.repo(REPO).commits.length;
    hub.clearRequests();
    const second = await publish(hub, { prefix: 'second' });
    expect(hub.repo(REPO).commits).toHaveLength(before + 1);
    expect(second).toMatchObject({ status: 'published', tag: NEXT_TAG, previous: { versionTag: TAG } });
    expect(requestLines(hub).map((line) => line.split(/[0-9a-f]{40}/)[0])).toEqual([
      'GET /datasets/owner/urgency/resolve/main/dataset_metadata.json',
      'GET /api/datasets/owner/urgency',
      'POST /datasets/owner/urgency.git/info/lfs/objects/batch',
      ...Array<string>(4).fill('PUT /_lfs/upload/'),
      'POST /api/datasets/owner/urgency/commit/main',
      'GET /api/datasets/owner/urgency/revision/',
      'POST /api/datasets/owner/urgency/tag/',
    ]);
  });

  test('asks the Hub how to send files where neither this run created the repo nor a version is in it', async () => {
    const asked = () => requestLines(hub).filter((line) => line.includes('/preupload/')).length;
    await publish(hub);
    expect(asked()).toBe(1);
    await publish(hub, { prefix: 'second' });
    expect(asked()).toBe(1);
    hub.commitAs('somebody', REPO, { 'README.md': null });
    await publish(hub, { prefix: 'third' });
    expect(asked()).toBe(2);
  });

  test('takes one request more to keep what a person wrote in the card', async () => {
    await publish(hub);
    const card = hub.readFile(REPO, 'main', 'README.md').toString();
    hub.commitAs('somebody', REPO, { 'README.md': `${card}\nAsk Asmita before use.\n` });
    hub.clearRequests();
    await publish(hub, { prefix: 'card' });
    expect(hub.requests).toHaveLength(11);
    const written = hub.readFile(REPO, NEXT_TAG, 'README.md').toString();
    expect(written).toContain('Ask Asmita before use.');
    expect(written).toContain(`\`${NEXT_TAG}\``);
    await publish(hub, { prefix: 'third' });
    expect(hub.readFile(REPO, 'main', 'README.md').toString()).toContain('Ask Asmita before use.');
  });

  test('deletes the data files of the version before in the same commit, and no others', async () => {
    await publish(hub, { maxShardBytes: 50 });
    expect(filesOf('main').length).toBeGreaterThan(FILES.length);
    hub.commitAs('somebody', REPO, { 'data/notes.txt': 'kept', 'old.parquet': 'kept' });
    const { commits } = hub.repo(REPO);
    const before = commits.length;
    await publish(hub, { prefix: 'second' });
    expect(commits).toHaveLength(before + 1);
    expect(filesOf('main')).toEqual([...FILES, 'data/notes.txt', 'old.parquet'].sort());
    expect(filesOf(TAG).length).toBeGreaterThan(FILES.length);
  });
});

describe('an unchanged version', () => {
  test('is not committed, and takes three requests', async () => {
    const first = await publish(hub);
    hub.clearRequests();
    const second = await publish(hub, { now: new Date('2027-01-01T00:00:00Z') });
    expect(second).toMatchObject({ status: 'unchanged', tag: TAG, commit: first.commit });
    expect(second.builtOn).toEqual([]);
    expect(requestLines(hub)).toEqual([
      'GET /datasets/owner/urgency/resolve/main/dataset_metadata.json',
      'GET /api/datasets/owner/urgency',
      'GET /api/datasets/owner/urgency/refs',
    ]);
  });

  test('gets its missing tag on the commit that wrote it, though others committed since', async () => {
    const first = await publish(hub);
    hub.repo(REPO).tags.clear();
    const card = hub.readFile(REPO, 'main', 'README.md').toString();
    hub.commitAs('somebody', REPO, { 'README.md': `${card}\nMore.\n`, 'notes.txt': 'notes' });
    const second = await publish(hub);
    expect(second).toMatchObject({
      status: 'unchanged',
      tag: TAG,
      commit: first.commit,
      reason: expect.stringContaining('was missing'),
    });
    expect(hub.repo(REPO).tags.get(TAG)?.commit).toBe(first.commit);
  });
});

describe('a version that is not whole is published anew', () => {
  const DATA_FILE = 'data/eval-00000-of-00001.parquet';

  /** Puts a file of main in the place of another, as nobody should. */
  function garble(path: string, by: string): void {
    const { files } = hub.repo(REPO).head;
    (files as Map<string, unknown>).set(path, files.get(by));
  }

  test.each<[string, () => void]>([
    ['a data file was deleted', () => void hub.commitAs('somebody', REPO, { [DATA_FILE]: null })],
    ['a data file was exchanged', () => garble(DATA_FILE, 'data/test-00000-of-00001.parquet')],
    ['a data file is another, of the same size', () => void hub.commitAs('somebody', REPO, sameSize())],
    ['the card was deleted', () => void hub.commitAs('somebody', REPO, { 'README.md': null })],
    ['the card is another file', () => garble('README.md', 'dataset_metadata.json')],
    ['the metadata are none', () => void hub.commitAs('somebody', REPO, { 'dataset_metadata.json': '{' })],
    ['a loading script came', () => void hub.commitAs('somebody', REPO, { 'urgency.py': 'import datasets' })],
    [
      'a description of other data came',
      () => void hub.commitAs('somebody', REPO, { 'dataset_infos.json': '[]' }),
    ],
    [
      'another configuration came',
      () => void hub.commitAs('somebody', REPO, { '.huggingface.yaml': 'configs: []' }),
    ],
  ])('%s', async (_, damage) => {
    await publish(hub);
    damage();
    const second = await publish(hub, { now: new Date('2026-11-23T01:02:04Z') });
    expect(second).toMatchObject({ status: 'published', tag: NEXT_TAG, isNewVersion: true });
    expect(filesOf('main')).toEqual(FILES);
    expect(await publish(hub, { now: new Date('2027-01-01') })).toMatchObject({
      status: 'unchanged',
      tag: NEXT_TAG,
    });
  });

  test('the commit its missing tag belongs to was not whole, though main is by now', async () => {
    const { commit } = await publish(hub);
    hub.repo(REPO).tags.clear();
    const files = filesAt(commit);
    const lost = files.get(DATA_FILE);
    hub.commitAs('somebody', REPO, { 'notes.txt': 'notes' });
    files.delete(DATA_FILE);
    expect(hub.repo(REPO).head.files.get(DATA_FILE)).toBe(lost);
    expect(await publish(hub)).toMatchObject({ status: 'published', tag: NEXT_TAG });
    expect(hub.repo(REPO).tags.has(TAG)).toBe(false);
  });

  test('its tag names a commit that is not whole', async () => {
    const { commit } = await publish(hub);
    hub.commitAs('somebody', REPO, { 'notes.txt': 'notes' });
    filesAt(commit).delete(DATA_FILE);
    expect(await publish(hub)).toMatchObject({ status: 'published', tag: NEXT_TAG });
  });

  test.each([
    ['with what a person had written into the card that was damaged on its way', false],
    ['with the card as it is when others have committed since', true],
  ])('%s', async (_, isChanged) => {
    await publish(hub);
    const card = hub.readFile(REPO, 'main', 'README.md').toString();
    hub.commitAs('asmita', REPO, { 'README.md': `${card}\nAsk Asmita before use.\n` });
    const run = () => garble('README.md', 'dataset_metadata.json');
    hub.faults.add({ path: /\/revision\//, when: 'before', kind: { run } });
    expect((await errorOf(publish(hub, { prefix: 'second' }))).message).toContain('(README.md)');
    if (isChanged) hub.commitAs('bibek', REPO, { 'README.md': 'Ask Bibek.', 'notes.txt': 'notes' });
    const now = new Date('2026-11-23T01:02:09Z');
    expect(await publish(hub, { prefix: 'second', now })).toMatchObject({ status: 'published' });
    const written = hub.readFile(REPO, 'main', 'README.md').toString();
    expect([written.includes('Ask Asmita'), written.includes('Ask Bibek')]).toEqual([!isChanged, isChanged]);
  });

  test('the card of a commit without its tag lost its end', async () => {
    const { commit } = await publish(hub);
    hub.repo(REPO).tags.clear();
    const card = hub.readFile(REPO, 'main', 'README.md').toString();
    filesAt(commit).set('README.md', regularFile(Buffer.from(card.trimEnd())));
    expect(await publish(hub)).toMatchObject({
      status: 'published',
      tag: NEXT_TAG,
      reason: expect.stringContaining(': README.md.'),
    });
  });

  test('not because of a file nobody loads, or of what a person wrote into the card', async () => {
    await publish(hub);
    const card = hub.readFile(REPO, 'main', 'README.md').toString();
    hub.commitAs('somebody', REPO, { 'README.md': `${card}\nMore.\n`, 'data/notes.txt': 'notes' });
    expect(await publish(hub)).toMatchObject({ status: 'unchanged', tag: TAG });
  });

  function sameSize(): Record<string, string> {
    return { [DATA_FILE]: 'x'.repeat(hub.repo(REPO).head.files.get(DATA_FILE)?.size ?? 0) };
  }
});

describe('a version of 1.0.0, whose metadata do not tell its files', () => {
  /** Takes out of the metadata what 1.0.0 did not write. */
  function makeOld(): void {
    const { files: _, ...metadata } = JSON.parse(
      hub.readFile(REPO, 'main', 'dataset_metadata.json').toString(),
    );
    hub.commitAs('owner', REPO, { 'dataset_metadata.json': JSON.stringify(metadata) });
    const { head, tags } = hub.repo(REPO);
    for (const tag of tags.values()) tag.commit = head.id;
  }

  test('is unchanged while its files are those that would be published, and was announced', async () => {
    await publish(hub);
    makeOld();
    expect(await publish(hub)).toMatchObject({ status: 'unchanged', tag: TAG, isNewVersion: false });
  });

  test('is published anew when they are not', async () => {
    await publish(hub);
    hub.commitAs('somebody', REPO, { 'data/test-00000-of-00001.parquet': null });
    makeOld();
    expect(await publish(hub)).toMatchObject({ status: 'published', tag: NEXT_TAG });
  });

  test('without its tag is announced when that is set', async () => {
    await publish(hub);
    makeOld();
    hub.repo(REPO).tags.clear();
    expect(await publish(hub)).toMatchObject({
      status: 'unchanged',
      reason: expect.stringContaining('was missing'),
      isNewVersion: true,
    });
  });
});

describe('a version is new', () => {
  test.each([
    ['until it is marked as announced', `announced-${TAG}`, false],
    ['until something was triggered for it', `retrained-${TAG}-train-0123456789abcdef`, false],
    [
      'while somebody only claims to act',
      `retrained-${TAG}-train-0123456789abcdef-by-0123456789abcdef`,
      true,
    ],
    ['when only another one was announced', 'announced-v20250101_000000', true],
  ])('%s', async (_, mark, isNew) => {
    const { commit } = await publish(hub);
    expect(await publish(hub)).toMatchObject({ status: 'unchanged', isNewVersion: true });
    hub.repo(REPO).tags.set(mark, { commit, message: '' });
    expect(await publish(hub)).toMatchObject({ status: 'unchanged', isNewVersion: isNew });
  });
});

describe('nothing is published', () => {
  test('to a public repo unless asked for', async () => {
    hub.createRepo(REPO, { private: false });
    const { message } = await errorOf(publish(hub));
    expect(message).toContain('datasets/owner/urgency is public');
    expect(message).toContain('set private: false');
    expect(hub.repo(REPO).commits).toHaveLength(1);
    await publish(hub, { visibility: 'public' });
    expect(hub.repo(REPO).tags.has(TAG)).toBe(true);
  });

  test('to a repo that becomes public after it was looked up', async () => {
    const run = () => {
      hub.repo(REPO).isPrivate = false;
    };
    hub.faults.add({ method: 'GET', path: /urgency$/, when: 'before', kind: { run } });
    expect((await errorOf(publish(hub))).message).toContain('is public');
    expect(hub.repo(REPO).commits).toHaveLength(1);
  });

  test('unsaid, to a repo that becomes public while it is committed', async () => {
    const run = () => {
      hub.repo(REPO).isPrivate = false;
    };
    hub.faults.add({ path: /\/commit\/main$/, when: 'before', kind: { run } });
    expect((await errorOf(publish(hub))).message).toContain(`was made public while ${TAG} was committed`);
    expect(hub.repo(REPO).tags.size).toBe(0);
  });

  test('to a repo that becomes public between two attempts', async () => {
    const run = () => {
      hub.repo(REPO).isPrivate = false;
      hub.commitAs('somebody', REPO, { 'a.txt': 'a' });
    };
    hub.faults.add({ path: /\/commit\/main$/, when: 'before', kind: { run } });
    expect((await errorOf(publish(hub))).message).toContain('is public');
    expect(hub.repo(REPO).commits).toHaveLength(2);
  });

  test('to a repo that exists and that the token may not see', async () => {
    hub.faults.add({ path: /resolve/, when: 'before', kind: { status: 404 } });
    hub.faults.add({ path: /urgency$/, when: 'before', times: 2, kind: { status: 404 } });
    const { message } = await errorOf(publish(hub));
    expect(message).toBe(
      'datasets/owner/urgency exists, but the token may not see it. Give the token read and write access to this repo.',
    );
    expect(requestLines(hub)).toEqual([
      'GET /datasets/owner/urgency/resolve/main/dataset_metadata.json',
      'GET /api/datasets/owner/urgency',
      'POST /api/repos/create',
      'GET /api/datasets/owner/urgency',
    ]);
    expect(hub.requests[2].status).toBe(409);
  });

  test("in a stranger's name", async () => {
    const client = { token: async () => TOKENS.stranger };
    expect(await errorOf(publish(hub, { hub: client }))).toMatchObject({ status: 403 });
  });

  test('with a token that may only read', async () => {
    const client = { token: async () => TOKENS.reader };
    expect((await errorOf(publish(hub, { hub: client }))).message).toContain('has no permission for this');
    expect(hub.repo(REPO).commits).toHaveLength(1);
  });
});
