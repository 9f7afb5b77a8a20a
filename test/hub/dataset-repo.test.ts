import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FileBlob } from '../../src/files/file-blob.ts';
import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import type { HubFetchOptions } from '../../src/hub/hub-fetch.ts';
import type { RepoState } from '../../src/model/repository.ts';
import type { Fault, FaultKind } from '../support/http/faults.ts';
import { startHttpServer } from '../support/http/http-server.ts';
import { largeFile } from '../support/local-hub/repo-store.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { errorOf, hubOptions, requestLines, startHub, TOKENS } from './hub-scene.ts';

const name = 'owner/repo';
const commitPath = /\/commit\/main$/;
let hub: LocalHub;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub.close());

beforeEach(() => {
  hub.createRepo(name);
  hub.faults.clear();
  hub.clearRequests();
});

function openRepo(changes: Partial<HubFetchOptions> & { name?: string } = {}): DatasetRepo {
  return new DatasetRepo(changes.name ?? name, hubOptions(hub, changes));
}

function commitTo(repo: DatasetRepo, parent = hub.repo(name).head.id) {
  const files = [{ path: 'a.txt', content: new Blob(['a']) }];
  return repo.commit({ title: 'Add a.txt', parent, files, deletions: [] });
}

test.each(['repo', 'owner/re po', '-owner/repo', 'owner/repo.git', 'owner/re--po', `o/${'r'.repeat(95)}`])(
  'the name %j is refused before anything is sent',
  (refused) => {
    expect(() => openRepo({ name: refused })).toThrow(
      `${JSON.stringify(refused)} is not the name of a dataset repo`,
    );
  },
);

test('pageUrl is an address for people', () => {
  expect(openRepo().pageUrl('v1')).toBe(`${hub.url}/datasets/owner/repo/tree/v1`);
});

describe('create', () => {
  test.each(['private', 'public'] as const)('makes a %s repo', async (visibility) => {
    await openRepo({ name: `owner/${visibility}` }).create(visibility);
    expect(hub.repo(`owner/${visibility}`).isPrivate).toBe(visibility === 'private');
  });

  test('leaves a repo that exists as it is, also when its creation was not confirmed', async () => {
    await openRepo().create('public');
    expect(hub.repo(name).isPrivate).toBe(true);
    hub.faults.add({ path: /create$/, when: 'after', kind: 'reset' });
    await openRepo({ name: 'owner/cut' }).create('private');
    expect(hub.repo('owner/cut').isPrivate).toBe(true);
  });

  test('needs the right to write', async () => {
    const reader = openRepo({ name: 'owner/new', token: async () => TOKENS.reader });
    expect(await errorOf(reader.create('private'))).toMatchObject({ name: 'HubError', status: 403 });
    expect(hub.hasRepo('owner/new')).toBe(false);
  });
});

describe('siblings', () => {
  test('are all datasets of the owner that the token may see', async () => {
    hub.createRepo('owner/open', { private: false });
    hub.createRepo('other/open', { private: false });
    const names = await openRepo({ name: 'owner/new' }).siblings();
    expect(names).toEqual(expect.arrayContaining([name, 'owner/open']));
    expect(names).not.toContain('other/open');
    expect(requestLines(hub)).toEqual(['GET /api/datasets']);
    const stranger = openRepo({ name: 'owner/new', token: async () => TOKENS.stranger });
    expect(await stranger.siblings()).toEqual(expect.not.arrayContaining([name]));
  });

  test('are read page by page', async () => {
    const names = Array.from({ length: 501 }, (_, index) => `many/d${index}`);
    for (const each of names) hub.createRepo(each, { private: false });
    expect(await openRepo({ name: 'many/new' }).siblings()).toEqual(names);
    expect(hub.requests.at(-1)?.path).toMatch(/author=many.*cursor=500/);
  });

  test.each<[string, Response]>([
    ['refuses', Response.json({ error: 'no' }, { status: 403 })],
    ['does not know the call', new Response('Not found', { status: 404 })],
    ['answers with a page', new Response('<html>')],
    ['answers with something else', Response.json({ datasets: [] })],
    ['answers with nothing in the list', Response.json([null])],
    [
      'never ends',
      Response.json([], { headers: { Link: '<https://hub.example/api/datasets>; rel="next"' } }),
    ],
  ])('are null when the Hub %s', async (_, answer) => {
    let asked = 0;
    const fetch = async () => {
      asked++;
      return answer.clone();
    };
    expect(await openRepo({ fetch }).siblings()).toBeNull();
    expect(asked).toBeLessThanOrEqual(20);
  });

  test('are asked for without the token wherever else a page is said to be', async () => {
    const sent: [string, string | null][] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      sent.push([String(input), new Headers(init?.headers).get('Authorization')]);
      const Link = '<https://elsewhere.example/api>; rel="next"';
      return Response.json([{ id: 'owner/a' }], { headers: sent.length === 1 ? { Link } : {} });
    };
    await openRepo({ fetch }).siblings();
    expect(sent[0][1]).toBe(`Bearer ${TOKENS.writer}`);
    expect(sent[1]).toEqual(['https://elsewhere.example/api', null]);
  });
});

describe('state', () => {
  test('tells the head, its files and their ids', async () => {
    hub.commitAs('somebody', name, { 'a.txt': 'a', 'data/b.txt': '' });
    const state = await openRepo().state();
    expect(state).toMatchObject({ commit: hub.repo(name).head.id, isPrivate: true });
    expect(state?.files.get('a.txt')).toEqual({
      size: 1,
      blobId: '2e65efe2a145dda7ee51d1741299f848e5bf752e',
      sha256: null,
    });
    expect(state?.files.get('data/b.txt')?.blobId).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  });

  test('tells what a commit held', async () => {
    const commit = hub.commitAs('somebody', name, { 'a.txt': 'a' });
    hub.commitAs('somebody', name, { 'a.txt': null });
    expect((await openRepo().state(commit))?.files.has('a.txt')).toBe(true);
  });

  test('is null for a repo that does not exist or is hidden', async () => {
    expect(await openRepo({ name: 'owner/none' }).state()).toBeNull();
    expect(await openRepo({ token: async () => TOKENS.stranger }).state()).toBeNull();
  });

  test('of an unknown commit or with a bad token is an error', async () => {
    const unknown = await errorOf(openRepo().state('0'.repeat(40)));
    expect(unknown).toMatchObject({ status: 404, code: 'RevisionNotFound' });
    expect(await errorOf(openRepo({ token: async () => 'hf_bad' }).state())).toMatchObject({ status: 401 });
  });

  test('is an error when the answer is not JSON', async () => {
    hub.faults.add({ path: /repo$/, when: 'after', kind: 'invalid-json' });
    expect((await errorOf(openRepo().state())).message).toContain('Check hub-endpoint');
  });
});

describe('readHead', () => {
  test('reads a file at the head of main, and of which commit it is', async () => {
    const commit = hub.commitAs('owner', name, { 'a b.txt': 'नेपाली' });
    expect(await openRepo().readHead('a b.txt')).toEqual({ commit, text: 'नेपाली' });
    expect(hub.requests).toHaveLength(1);
  });

  test('tells a repo without the file from none', async () => {
    expect(await openRepo().readHead('none')).toBe('none');
    expect(await openRepo({ name: 'owner/none' }).readHead('none')).toBe('no-repo');
  });

  test.each<[string, FaultKind]>([
    ['a proxy has a page in its place', { status: 200, body: '<html>' }],
    ['nobody says what was not found', { status: 404 }],
    ['the branch is not found', { status: 404, headers: { 'X-Error-Code': 'RevisionNotFound' } }],
  ])('leaves it open when %s', async (_, kind) => {
    hub.commitAs('owner', name, { 'a.txt': 'a' });
    hub.faults.add({ path: /a\.txt$/, when: 'before', kind });
    expect(await openRepo().readHead('a.txt')).toBeNull();
  });

  test('needs a token that counts', async () => {
    const token = async () => 'hf_unknown';
    expect(await errorOf(openRepo({ token }).readHead('a.txt'))).toMatchObject({ status: 401 });
  });
});

describe('readText', () => {
  test('reads a file of a state', async () => {
    const state = await stateWith({ 'a b.txt': 'नेपाली' });
    hub.commitAs('somebody', name, { 'a b.txt': 'later' });
    expect(await openRepo().readText('a b.txt', state)).toBe('नेपाली');
    expect(await errorOf(openRepo().readText('none', state))).toMatchObject({ code: 'EntryNotFound' });
  });

  test("takes no proxy's page for the file", async () => {
    const state = await stateWith({ 'a.txt': 'a' });
    hub.faults.add({ path: /a\.txt$/, when: 'after', kind: 'invalid-json' });
    const { message } = await errorOf(openRepo().readText('a.txt', state));
    expect(message).toContain("The Hub's answer for a.txt of datasets/owner/repo is not that file");
  });

  async function stateWith(files: Record<string, string>): Promise<RepoState> {
    const state = await openRepo().state(hub.commitAs('somebody', name, files));
    if (state === null) throw new Error('no state');
    return state;
  }
});

test('lastCommitOf names the commit that last changed a file, as of a commit', async () => {
  const commit = hub.commitAs('somebody', name, { 'a.txt': 'a' });
  const head = hub.commitAs('somebody', name, { 'b.txt': 'b' });
  hub.commitAs('somebody', name, { 'a.txt': 'later' });
  expect(await openRepo().lastCommitOf('a.txt', head)).toBe(commit);
  expect(await openRepo().lastCommitOf('none', head)).toBeNull();
});

describe('commit', () => {
  test('adds and deletes in one commit', async () => {
    const parent = hub.commitAs('somebody', name, { 'old.txt': 'old' });
    const large = new Uint8Array(2_000_000).fill(3);
    const result = await openRepo().commit({
      title: 'Change files',
      parent,
      files: [
        { path: 'data/a.parquet', content: new Blob([large]) },
        { path: 'b.txt', content: new Blob(['b']) },
      ],
      deletions: ['old.txt'],
    });
    const { head } = hub.repo(name);
    expect(result).toEqual({ outcome: 'made', commit: head.id });
    expect(head).toMatchObject({ parent, title: 'Change files', author: 'owner' });
    expect([...head.files.keys()].sort()).toEqual(['.gitattributes', 'b.txt', 'data/a.parquet']);
    expect(hub.readFile(name, head.id, 'data/a.parquet').equals(large)).toBe(true);
    expect(requestLines(hub).map((line) => line.split(/[0-9a-f]{64}/)[0])).toEqual([
      'POST /api/datasets/owner/repo/preupload/main',
      'POST /datasets/owner/repo.git/info/lfs/objects/batch',
      'PUT /_lfs/upload/',
      'POST /api/datasets/owner/repo/commit/main',
    ]);
  });

  test('does not ask how files are sent when all of that is known', async () => {
    const files = [
      { path: 'a.txt', content: new Blob(['a']), isLarge: false },
      { path: 'b.parquet', content: new Blob(['b']), isLarge: true },
    ];
    const request = { title: 'Add', parent: hub.repo(name).head.id, deletions: [] };
    await openRepo().commit({ ...request, files });
    const asked = () => requestLines(hub).filter((line) => line.includes('/preupload/')).length;
    expect(asked()).toBe(0);
    const { head } = hub.repo(name);
    expect(['a.txt', 'b.parquet'].map((file) => head.files.get(file)?.sha256 != null)).toEqual([false, true]);
    const unknown = [...files, { path: 'c.txt', content: new Blob(['c']) }];
    await openRepo().commit({ ...request, parent: head.id, files: unknown });
    expect(asked()).toBe(1);
  });

  test('on another parent than the head is a conflict', async () => {
    const parent = hub.repo(name).head.id;
    hub.commitAs('somebody', name, { 'b.txt': 'b' });
    expect(await commitTo(openRepo(), parent)).toMatchObject({ outcome: 'conflict', error: { status: 412 } });
  });

  test.each<[FaultKind, 'before' | 'after', object]>([
    [{ status: 409 }, 'before', { outcome: 'conflict', error: { status: 409 } }],
    [{ status: 500 }, 'before', { outcome: 'unconfirmed', error: { status: 500 } }],
    [{ status: 504 }, 'after', { outcome: 'unconfirmed', error: { status: 504 } }],
    ['reset', 'after', { outcome: 'unconfirmed', error: { name: 'HubError', mayHaveHappened: true } }],
    ['truncate', 'after', { outcome: 'unconfirmed', error: { name: 'HubError', mayHaveHappened: true } }],
    ['invalid-json', 'after', { outcome: 'unconfirmed', error: { name: 'HubError', mayHaveHappened: true } }],
    [{ status: 200, body: '{}' }, 'after', { outcome: 'unconfirmed', error: { mayHaveHappened: true } }],
  ])('answered by %j %s is told as what it is', async (kind, when, expected) => {
    hub.faults.add({ path: commitPath, when, kind });
    expect(await commitTo(openRepo())).toMatchObject(expected);
    expect(requestLines(hub).filter((line) => commitPath.test(line))).toHaveLength(1);
  });

  test('uploads again what did not arrive', async () => {
    hub.faults.add({ method: 'PUT', path: /upload/, when: 'before', kind: { status: 503 } });
    hub.faults.add({ path: /preupload|batch$/, when: 'after', kind: 'truncate', times: 2 });
    const files = [{ path: 'a.parquet', content: new Blob(['PAR1, uploaded twice']) }];
    const { id: parent } = hub.repo(name).head;
    const result = await openRepo().commit({ title: 'Add', parent, files, deletions: [] });
    expect(result.outcome).toBe('made');
  });

  test.each(['preupload/main', 'objects/batch'])(
    'of a file that is gone when the Hub is asked for %s is told as that, and not made',
    async (request) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'gone-'));
      const file = path.join(folder, 'a.parquet');
      await writeFile(file, 'PAR1, on disk');
      hub.faults.add({ path: new RegExp(`${request}$`), when: 'before', kind: { run: () => rm(file) } });
      const files = [{ path: 'a.parquet', content: new FileBlob(file, 0, 13) }];
      const { id: parent } = hub.repo(name).head;
      const made = openRepo().commit({ title: 'Add', parent, files, deletions: [] });
      const { message } = await errorOf(made);
      expect(message).toMatch(/^\S+a\.parquet, which this run wrote, could not be read again \(ENOENT\)/);
      expect(hub.repo(name).head.id).toBe(parent);
      await rm(folder, { recursive: true });
    },
  );

  test('of parts is made of all of them, and none is left unconfirmed', async () => {
    const content = new Blob([new Uint8Array(2500).fill(1), new Uint8Array(100).fill(2)]);
    const sent: number[] = [];
    const storage = await startHttpServer(async (request, response) => {
      const content = await buffer(request);
      if (request.method === 'PUT') sent.push(content.length);
      if (request.url !== '/3' || isConfirmed) response.setHeader('ETag', `"${request.url}"`);
      response.end('{}');
    });
    let isConfirmed = true;
    const header = { chunk_size: '1000', ...{ '00001': '/1', '00002': '/2', '00003': '/3' } };
    const parts = Object.entries(header).map(([key, at]) => [
      key,
      at.startsWith('/') ? storage.url + at : at,
    ]);
    const alter = (body: Buffer) => {
      const { objects } = JSON.parse(String(body));
      const upload = { href: `${storage.url}/complete`, header: Object.fromEntries(parts) };
      return Buffer.from(JSON.stringify({ objects: [{ ...objects[0], actions: { upload } }] }));
    };
    const { id: parent } = hub.repo(name).head;
    const request = { title: 'Add', parent, files: [{ path: 'a.parquet', content }], deletions: [] };
    hub.faults.add({ path: /objects.batch$/, when: 'after', times: 2, kind: { alter } });
    // The local Hub has never got the file, and refuses the commit.
    await errorOf(openRepo().commit(request));
    expect(sent.toSorted()).toEqual([1000, 1000, 600]);
    isConfirmed = false;
    expect((await errorOf(openRepo().commit(request))).message).toContain('its answer has no ETag');
    await storage.close();
  });

  test('is begun anew where an upload was refused for its address', async () => {
    const body = '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>';
    hub.faults.add({ method: 'PUT', path: /upload/, when: 'before', kind: { status: 403, body } });
    const files = [{ path: 'a.parquet', content: new Blob(['PAR1, expired']) }];
    const { id: parent } = hub.repo(name).head;
    const request = { title: 'Add', parent, files, deletions: [] };
    expect(await openRepo().commit(request)).toMatchObject({
      outcome: 'unconfirmed',
      error: { status: 403, isWorthRepeating: true },
    });
    expect((await openRepo().commit(request)).outcome).toBe('made');
  });

  test('that is refused is an error', async () => {
    const reader = openRepo({ token: async () => TOKENS.reader });
    expect(await errorOf(commitTo(reader))).toMatchObject({ name: 'HubError', status: 403 });
  });
});

describe('tag', () => {
  test('names a commit, once', async () => {
    const { id } = hub.repo(name).head;
    await openRepo().tag('v1', id, 'First');
    await openRepo().tag('v1', id, 'First');
    expect(await openRepo().tags()).toEqual(new Map([['v1', id]]));
  });

  test('is settled when its creation was not confirmed', async () => {
    hub.faults.add({ path: /\/tag\//, when: 'after', kind: { status: 504 } });
    await openRepo().tag('v1', hub.repo(name).head.id, 'First');
    expect(hub.repo(name).tags.size).toBe(1);
  });

  test('is settled by asking when no request for it is ever confirmed', async () => {
    hub.faults.add({ path: /\/tag\//, when: 'after', times: 100, kind: 'reset' });
    await openRepo().tag('v1', hub.repo(name).head.id, 'First');
    expect(hub.repo(name).tags.size).toBe(1);
  });

  test.each([
    ['it was not set', { path: /\/tag\//, when: 'before', times: 100, kind: { status: 500 } }],
    ['nobody can tell', { path: /\/(tag\/|refs$)/, when: 'after', times: 100, kind: { status: 500 } }],
    ['the right to set it is missing', { path: /\/tag\//, when: 'before', kind: { status: 403 } }],
  ] satisfies [string, Fault][])('fails with its own error when %s', async (_, fault) => {
    hub.faults.add(fault);
    const error = await errorOf(openRepo().tag('v1', hub.repo(name).head.id, 'First'));
    expect(error.status).toBe(fault.kind.status);
  });

  test('is never moved', async () => {
    const { id } = hub.repo(name).head;
    await openRepo().tag('v1', id, 'First');
    const other = hub.commitAs('somebody', name, { 'a.txt': 'a' });
    const { message } = await errorOf(openRepo().tag('v1', other, 'Second'));
    expect(message).toContain(`already names another commit (${id}), and a tag is never moved`);
    expect(hub.repo(name).tags.get('v1')?.commit).toBe(id);
  });
});

test('reads a file of any size at a reference, and no file that is shorter than it should be', async () => {
  const hub = await startHub();
  try {
    const content = Buffer.alloc(17 << 20, 'row index ');
    const sha = hub.addLargeFile(content);
    const changes = new Map([['row_index.parquet', largeFile(sha, content.length)]]);
    hub.createRepo('owner/large').commit({ title: 'Large', message: '', author: 'owner', changes });
    const large = new DatasetRepo('owner/large', hubOptions(hub));
    const read = await large.readAt('row_index.parquet', 'main', content.length);
    expect(read?.equals(content)).toBe(true);
    expect(await large.readAt('row_index.parquet', 'main', content.length + 1)).toBeNull();
    expect(await large.readAt('other.parquet', 'main', content.length)).toBeNull();
  } finally {
    await hub.close();
  }
});
