import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { call, json } from '../support/local-hub/call.ts';
import { type LocalHub, type LocalHubOptions, startLocalHub } from '../support/local-hub/server.ts';

/** An object as the LFS batch call answers it. */
interface Announced {
  readonly actions: Record<'upload' | 'verify', { readonly href: string }>;
}

const TOKEN = 'hf_writer_secret';
const REPO = 'owner/data';
let hub: LocalHub;

afterEach(() => hub.close());

async function start(options: LocalHubOptions = {}): Promise<void> {
  hub = await startLocalHub(options);
  hub.addToken({ token: TOKEN, user: 'owner', role: 'write' });
  hub.createRepo(REPO);
}

function send(method: string, pathname: string, body?: object | Buffer, token: string | null = TOKEN) {
  return call(new URL(pathname, hub.url), { method, body, token: token ?? undefined });
}

function ndjson(...lines: object[]): Buffer {
  return Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
}

describe('protocol', () => {
  test('several faults strike one request: latency, another writer, then an error', async () => {
    await start();
    const where = { path: '/commit/main$', when: 'before' } as const;
    hub.faults.add(
      { ...where, kind: { delayMs: 30 } },
      { ...where, kind: { run: () => void hub.commitAs('other', REPO, { 'b.txt': 'b' }) } },
      { ...where, kind: { status: 500 } },
      { ...where, kind: { status: 502 } },
    );
    const started = performance.now();
    const makeCommit = () =>
      send('POST', `/api/datasets/${REPO}/commit/main`, ndjson({ key: 'header', value: { summary: 'x' } }));
    expect((await makeCommit()).status).toBe(500);
    expect(performance.now() - started).toBeGreaterThan(25);
    expect(hub.repo(REPO).head.files.has('b.txt')).toBe(true);
    expect((await makeCommit()).status).toBe(502);
  });

  test('storage takes only what was announced, by a signed URL that expires, and without a token', async () => {
    await start();
    const content = Buffer.from('PAR1 content');
    const oid = createHash('sha256').update(content).digest('hex');
    const batch = async (size = content.length) => {
      const answer = await send('POST', `/datasets/${REPO}.git/info/lfs/objects/batch`, {
        objects: [{ oid, size }],
      });
      return (await json<{ objects: Announced[] }>(answer)).objects[0];
    };
    const { href } = (await batch()).actions.upload;
    const put = async (url: string, body = content, token: string | null = null) =>
      (await send('PUT', url, body, token)).status;
    expect(await put(href.replace(oid, 'f'.repeat(64)))).toBe(403);
    expect(await put(href.replace(/expires=\d+/, 'expires=9999999999999'))).toBe(403);
    expect(await put(href, content, TOKEN)).toBe(400);
    expect(await put(href, Buffer.from('PAR1 damaged'))).toBe(400);
    expect(await put((await batch(3)).actions.upload.href)).toBe(400);
    expect(await put(href)).toBe(200);
    expect(await batch()).toEqual({ oid, size: content.length });
    await hub.close();
    await start({ storageUrlSeconds: -1, verifyUploads: true });
    const { upload, verify } = (await batch()).actions;
    expect(await put(upload.href)).toBe(403);
    expect((await send('POST', verify.href, { oid, size: content.length })).status).toBe(404);
  });

  test('what a commit may not hold is refused', async () => {
    await start();
    const header = { key: 'header', value: { summary: 'x' } };
    const lfsFile = (oid: string, size: number) => ({
      key: 'lfsFile',
      value: { path: 'a.parquet', algo: 'sha256', oid, size },
    });
    const refused = async (body: Buffer) =>
      (await send('POST', `/api/datasets/${REPO}/commit/main`, body)).status;
    expect(await refused(ndjson(header))).toBe(400);
    expect(await refused(ndjson(header, lfsFile('f'.repeat(64), 5)))).toBe(400);
    expect(await refused(ndjson(header, { key: 'deletedFile', value: { path: 'none' } }))).toBe(404);
    const file = { key: 'file', value: { path: 'a', content: 'YQ==' } };
    expect(await refused(ndjson(header, file, { key: 'rename', value: { path: 'a' } }))).toBe(400);
    expect(await refused(ndjson(header, { key: 'file', value: { path: '../a', content: '' } }))).toBe(400);
    expect(await refused(Buffer.from('{"key":'))).toBe(400);
    expect(hub.repo(REPO).commits).toHaveLength(1);
  });

  test.each(['', 'v 1', 'v..1', '.v1', 'v1.lock', 'v~1', 'v1/'])(
    'a tag may not be called "%s"',
    async (tag) => {
      await start();
      expect((await send('POST', `/api/datasets/${REPO}/tag/main`, { tag })).status).toBe(400);
      expect((await send('POST', `/api/datasets/${REPO}/tag/main`, { tag: 'v20261123_080000' })).status).toBe(
        200,
      );
    },
  );

  test('ids of files and folders are those git computes', async () => {
    await start();
    hub.commitAs('other', REPO, { 'data/b/c.txt': 'c\n', 'data/b.txt': 'b\n', 'data/a': 'a\n' });
    const answer = await send('GET', `/api/datasets/${REPO}/tree/main?recursive=true`);
    const tree = await json<{ path: string; oid: string }[]>(answer);
    const ids = Object.fromEntries(tree.map((entry) => [entry.path, entry.oid]));
    expect(ids).toMatchObject({
      'data/a': '78981922613b2afb6025042ff6bd878ac1994e85',
      data: '1e323cc83c6e60532d9e20419aad2dc9f2375f59',
      'data/b': 'cf67e9ef3a0fc6d858423fc177f2fbbe985a6f17',
    });
  });

  test('ranges are answered as asked', async () => {
    await start();
    hub.commitAs('other', REPO, { 'a.txt': '0123456789' });
    const get = async (Range: string) => {
      const headers = { Authorization: `Bearer ${TOKEN}`, Range };
      const answer = await fetch(`${hub.url}/datasets/${REPO}/resolve/main/a.txt`, { headers });
      return [answer.status, answer.headers.get('Content-Range'), answer.ok ? await answer.text() : ''];
    };
    expect(await get('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await get('bytes=8-99')).toEqual([206, 'bytes 8-9/10', '89']);
    expect(await get('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await get('bytes=10-')).toEqual([416, 'bytes */10', '']);
  });

  test('a body that is too large and a broken address are refused', async () => {
    await start({ maxBodyBytes: 1000 });
    expect((await send('POST', '/api/validate-yaml', { content: 'x'.repeat(2000) })).status).toBe(413);
    expect((await send('GET', '/api/datasets/owner/%ff')).status).toBe(400);
    expect((await send('GET', '/api/nothing')).status).toBe(404);
  });

  test.each(['public', 'private'] as const)(
    'a repo without a visibility becomes %s by default',
    async (defaultVisibility) => {
      await start({ defaultVisibility });
      await send('POST', '/api/repos/create', { type: 'dataset', name: 'new', organization: 'owner' });
      await send('POST', '/api/repos/create', {
        type: 'dataset',
        name: 'open',
        organization: 'owner',
        visibility: 'public',
      });
      expect(hub.repo('owner/new').isPrivate).toBe(defaultVisibility === 'private');
      expect(hub.repo('owner/open').isPrivate).toBe(false);
    },
  );
});
