import { afterEach, describe, expect, test } from '@jest/globals';
import { call, json } from '../support/local-hub/call.ts';
import { type LocalHub, type LocalHubOptions, startLocalHub } from '../support/local-hub/server.ts';

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

describe('control from other processes', () => {
  test('a fault added over HTTP strikes, and is cleared', async () => {
    await start();
    const fault = {
      method: 'GET',
      path: '/refs$',
      times: 9,
      when: 'before',
      kind: { status: 429, headers: { 'Retry-After': '1' } },
    };
    expect((await send('POST', '/_local/faults', fault)).status).toBe(200);
    const refused = await send('GET', `/api/datasets/${REPO}/refs`);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1']);
    await send('DELETE', '/_local/faults');
    expect((await send('GET', `/api/datasets/${REPO}/refs`)).status).toBe(200);
  });

  test.each([
    [{ when: 'before', kind: 'reset' }, 'no path'],
    [{ path: 'x', kind: 'reset' }, 'no "when"'],
    [{ path: 'x', when: 'after', kind: 'explode' }, 'no known kind'],
    [{ path: '(', when: 'after', kind: 'reset' }, 'Invalid regular expression'],
  ])('a fault %j is refused', async (fault, problem) => {
    await start();
    const refused = await send('POST', '/_local/faults', fault);
    expect([refused.status, (await json<{ error: string }>(refused)).error]).toEqual([
      400,
      expect.stringContaining(problem),
    ]);
  });

  test('the log tells requests, and neither itself nor a token', async () => {
    await start();
    await send('GET', '/api/whoami-v2');
    await send('POST', '/api/validate-yaml', { content: '---\na: 1\n---\n', repoType: 'dataset' }, null);
    const log = await (await send('GET', '/_local/requests')).json();
    expect(log).toEqual([
      expect.objectContaining({
        method: 'GET',
        path: '/api/whoami-v2',
        status: 200,
        bytesIn: 0,
        authorization: 'Bearer hf_wr…',
      }),
      expect.objectContaining({
        path: '/api/validate-yaml',
        authorization: null,
        bytesOut: 27,
        body: expect.stringContaining('a: 1'),
      }),
    ]);
    expect(JSON.stringify(log)).not.toContain(TOKEN);
    await send('DELETE', '/_local/requests');
    expect(hub.requests).toEqual([]);
  });

  test('bodies are not kept when that is asked for', async () => {
    await start({ keepBodies: false });
    await send('POST', '/api/validate-yaml', { content: 'grievance' });
    expect(hub.requests).toMatchObject([{ body: '', bytesIn: 23 }]);
  });

  test('a token and a commit by somebody else are added', async () => {
    await start();
    expect(
      (await send('POST', '/_local/tokens', { token: 'hf_reader', user: 'owner', role: 'admin' })).status,
    ).toBe(400);
    await send('POST', '/_local/tokens', { token: 'hf_reader', user: 'owner', role: 'read' });
    const made = await send('POST', `/_local/commits/${REPO}`, { user: 'other', files: { 'a.txt': 'a' } });
    expect(await made.json()).toEqual({ commitOid: hub.repo(REPO).head.id });
    const file = await send('GET', `/datasets/${REPO}/resolve/main/a.txt`, undefined, 'hf_reader');
    expect(await file.text()).toBe('a');
  });
});
