import { commit, createRepo, datasetInfo, deleteRepo, downloadFile, listFiles } from '@huggingface/hub';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultKind } from '../support/http/faults.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { startHub, TOKENS } from './hub-scene.ts';

const repo = { type: 'dataset', name: 'owner/local' } as const;
const parquet = Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(100_000, 7)]);
let hub: LocalHub;
let client: { repo: typeof repo; hubUrl: string; accessToken: string };

beforeAll(async () => {
  hub = await startHub();
  client = { repo, hubUrl: hub.url, accessToken: TOKENS.writer };
});

afterAll(() => hub.close());

beforeEach(() => {
  hub.faults.clear();
  hub.createRepo(repo.name);
  hub.clearRequests();
});

function commitFile(path: string, content: Uint8Array<ArrayBuffer>, parentCommit?: string) {
  const operations = [{ operation: 'addOrUpdate' as const, path, content: new Blob([content]) }];
  return commit({ ...client, title: `Add ${path}`, operations, parentCommit, useXet: false });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

describe('@huggingface/hub', () => {
  test('createRepo creates a private repo once', async () => {
    const created = { ...client, repo: { type: 'dataset', name: 'owner/created' } as const };
    await createRepo({ ...created, visibility: 'private' });
    expect(hub.repo('owner/created').isPrivate).toBe(true);
    await expect(createRepo({ ...created, visibility: 'private' })).rejects.toMatchObject({
      statusCode: 409,
    });
    await deleteRepo(created);
    expect(hub.hasRepo('owner/created')).toBe(false);
  });

  test('commit keeps small files in git and large ones by LFS', async () => {
    const first = await commitFile('notes.txt', Buffer.from('नेपाली'));
    const second = await commitFile('data/a.parquet', parquet, first?.commit.oid);
    const { head } = hub.repo(repo.name);
    expect(head.id).toBe(second?.commit.oid);
    expect(head.files.get('notes.txt')).toMatchObject({ sha256: null, size: 18 });
    expect(head.files.get('data/a.parquet')?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(hub.readFile(repo.name, 'main', 'data/a.parquet').equals(parquet)).toBe(true);
  });

  test('commit on a parent that is not the head is refused', async () => {
    const parent = hub.repo(repo.name).head.id;
    const other = hub.commitAs('somebody', repo.name, { 'other.txt': 'other' });
    await expect(commitFile('late.txt', Buffer.from('late'), parent)).rejects.toMatchObject({
      statusCode: 412,
    });
    expect(hub.repo(repo.name).head.id).toBe(other);
  });

  test('commit deletes files', async () => {
    hub.commitAs('somebody', repo.name, { 'a.txt': 'a', 'b.txt': 'b' });
    const operations = [{ operation: 'delete' as const, path: 'a.txt' }];
    await commit({ ...client, title: 'Delete', operations, useXet: false });
    expect([...hub.repo(repo.name).head.files.keys()]).toEqual(['.gitattributes', 'b.txt']);
  });

  test('listFiles tells files, folders and last commits', async () => {
    const made = await commitFile('data/a.parquet', parquet);
    const files = await collect(listFiles({ ...client, recursive: true, expand: true }));
    expect(files.map(({ type, path, size }) => [type, path, size])).toEqual([
      ['file', '.gitattributes', expect.any(Number)],
      ['directory', 'data', 0],
      ['file', 'data/a.parquet', parquet.length],
    ]);
    expect(files[2].lastCommit?.id).toBe(made?.commit.oid);
    expect(files[1].lastCommit?.id).toBe(made?.commit.oid);
  });

  test('downloadFile reads small and large files of a revision', async () => {
    hub.commitAs('somebody', repo.name, { 'a.txt': 'old' });
    const made = await commitFile('data/a.parquet', parquet);
    hub.commitAs('somebody', repo.name, { 'a.txt': 'new', 'data/a.parquet': null });
    const download = (path: string) => downloadFile({ ...client, path, revision: made?.commit.oid });
    expect(await (await download('a.txt'))?.text()).toBe('old');
    const content = await (await download('data/a.parquet'))!.arrayBuffer();
    expect(Buffer.from(content).equals(parquet)).toBe(true);
    expect(await downloadFile({ ...client, path: 'data/a.parquet' })).toBeNull();
  });

  test('datasetInfo tells the head, and hides a private repo from strangers', async () => {
    const { head } = hub.repo(repo.name);
    const info = await datasetInfo({ ...client, name: repo.name, additionalFields: ['sha'] });
    expect(info).toMatchObject({ private: true, sha: head.id });
    const asked = (accessToken?: string) => datasetInfo({ hubUrl: hub.url, name: repo.name, accessToken });
    await expect(asked(TOKENS.stranger)).rejects.toMatchObject({ statusCode: 404 });
    await expect(asked()).rejects.toMatchObject({ statusCode: 401 });
    await expect(asked('hf_unknown')).rejects.toMatchObject({ statusCode: 401 });
  });

  test('a reader may look and not write', async () => {
    const reader = { ...client, accessToken: TOKENS.reader };
    expect(await collect(listFiles(reader))).toHaveLength(1);
    const operations = [{ operation: 'delete' as const, path: '.gitattributes' }];
    await expect(commit({ ...reader, title: 'No', operations, useXet: false })).rejects.toMatchObject({
      statusCode: 403,
    });
  });
});

describe('faults', () => {
  const commitPath = /\/commit\/main$/;

  async function faulty(when: 'before' | 'after', kind: FaultKind) {
    hub.faults.add({ method: 'POST', path: commitPath, when, kind });
    const result = await commitFile('a.txt', Buffer.from('a')).then(
      () => 'made' as const,
      (error: Error & { statusCode?: number }) => error.statusCode ?? 'no answer',
    );
    const isApplied = hub.repo(repo.name).head.files.has('a.txt');
    return { result, isApplied, status: hub.requests.at(-1)?.status };
  }

  test.each([
    ['before', { status: 500 }, { result: 500, isApplied: false, status: 500 }],
    [
      'after',
      { status: 503, headers: { 'Content-Type': 'text/plain' }, body: 'busy' },
      { result: 503, isApplied: true, status: 503 },
    ],
    ['before', 'reset', { result: 'no answer', isApplied: false, status: 0 }],
    ['after', 'reset', { result: 'no answer', isApplied: true, status: 0 }],
    ['after', 'truncate', { result: 'no answer', isApplied: true, status: 0 }],
    ['after', 'invalid-json', { result: 'no answer', isApplied: true, status: 200 }],
    ['before', { delayMs: 1 }, { result: 'made', isApplied: true, status: 200 }],
    ['after', { delayMs: 1 }, { result: 'made', isApplied: true, status: 200 }],
  ] as const)('%s: %j', async (when, kind, expected) => {
    expect(await faulty(when, kind)).toEqual(expected);
  });

  test('run lets another writer commit between a read and a commit', async () => {
    const run = () => void hub.commitAs('somebody', repo.name, { 'other.txt': 'other' });
    hub.faults.add({ path: commitPath, when: 'before', kind: { run } });
    const parent = hub.repo(repo.name).head.id;
    await expect(commitFile('a.txt', Buffer.from('a'), parent)).rejects.toMatchObject({ statusCode: 412 });
  });

  test.each(['before', 'after'] as const)('hang %s the request gives no answer', async (when) => {
    hub.faults.add({ path: /\/refs$/, when, kind: 'hang' });
    const signal = AbortSignal.timeout(100);
    await expect(fetch(`${hub.url}/api/datasets/${repo.name}/refs`, { signal })).rejects.toThrow('timeout');
  });

  test('skip and times choose the requests', async () => {
    hub.faults.add({ path: /\/refs$/, skip: 1, times: 2, when: 'before', kind: { status: 503 } });
    const statuses = [];
    for (let request = 0; request < 4; request++) {
      const headers = { Authorization: `Bearer ${TOKENS.writer}` };
      statuses.push((await fetch(`${hub.url}/api/datasets/${repo.name}/refs`, { headers })).status);
    }
    expect(statuses).toEqual([200, 503, 503, 200]);
  });
});
