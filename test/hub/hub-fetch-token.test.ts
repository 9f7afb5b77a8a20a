import type { IncomingHttpHeaders } from 'node:http';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHubFetch, type HubFetchOptions, TOKEN_PLACEHOLDER } from '../../src/hub/hub-fetch.ts';
import type { FaultKind } from '../support/http/faults.ts';
import { closedUrl, type HttpServer, startHttpServer } from '../support/http/http-server.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { errorOf, hubOptions, startHub, TOKENS } from './hub-scene.ts';

const signed = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}` };
let hub: LocalHub;
/** Headers of the requests that came to a server that is not the Hub. */
const strangerGot: IncomingHttpHeaders[] = [];
let stranger: HttpServer;

beforeAll(async () => {
  hub = await startHub();
  hub.createRepo('owner/fetch');
  stranger = await startHttpServer((request, response) => {
    strangerGot.push(request.headers);
    response.end('{}');
  });
});

afterAll(() => Promise.all([stranger.close(), hub.close()]));

beforeEach(() => {
  hub.faults.clear();
  strangerGot.splice(0);
});

function hubFetch(changes: Partial<HubFetchOptions> = {}): typeof fetch {
  return createHubFetch({ ...hubOptions(hub, changes), repo: 'datasets/owner/fetch' });
}

describe('the token', () => {
  test('takes the place of the placeholder at the Hub, and is asked for on every attempt', async () => {
    const tokens = [TOKENS.writer, TOKENS.reader];
    const sent: (string | null)[] = [];
    const spy: typeof fetch = (url, init) => {
      sent.push(new Headers(init?.headers).get('Authorization'));
      return fetch(url, init);
    };
    hub.faults.add({ path: /refs$/, when: 'before', kind: { status: 500 } });
    const token = async () => String(tokens.shift());
    await hubFetch({ token, fetch: spy })(`${hub.url}/api/datasets/owner/fetch/refs`, { headers: signed });
    expect(sent).toEqual([`Bearer ${TOKENS.writer}`, `Bearer ${TOKENS.reader}`]);
  });

  test('is not sent to another origin, nor is the placeholder', async () => {
    await hubFetch()(`${stranger.url}/api/whoami-v2`, { headers: signed });
    expect(strangerGot).toHaveLength(1);
    expect(strangerGot[0].authorization).toBeUndefined();
  });

  test('is not sent along when a download is redirected to another origin', async () => {
    const headers = { Location: `${stranger.url}/elsewhere` };
    hub.faults.add({ path: /resolve/, when: 'before', kind: { status: 302, headers } });
    await hubFetch()(`${hub.url}/datasets/owner/fetch/resolve/main/a.txt`, { headers: signed });
    expect(strangerGot).toHaveLength(1);
    expect(strangerGot[0].authorization).toBeUndefined();
  });

  test.each([301, 302, 303, 307, 308])(
    'and no body follow a redirect (%d) that is none of a file',
    async (status) => {
      const headers = { Location: `${stranger.url}/elsewhere` };
      hub.faults.add({ path: /tag/, when: 'before', kind: { status, headers } });
      const body = JSON.stringify({ tag: 'v1', message: 'secret' });
      const { message } = await errorOf(
        hubFetch()(`${hub.url}/api/datasets/owner/fetch/tag/main`, { method: 'POST', headers: signed, body }),
      );
      expect(message).toContain(
        `redirected a request about datasets/owner/fetch to ${stranger.url} (${status})`,
      );
      expect(strangerGot).toEqual([]);
    },
  );

  test('a failure with an address is no redirect', async () => {
    const headers = { Location: `${stranger.url}/elsewhere` };
    hub.faults.add({ path: /refs$/, when: 'before', kind: { status: 404, headers } });
    const url = `${hub.url}/api/datasets/owner/fetch/refs`;
    expect((await errorOf(hubFetch()(url, { headers: signed }))).message).not.toContain('redirected');
  });

  test('a redirect on the Hub itself is told with its path', async () => {
    const headers = { Location: '/api/datasets/owner/renamed?x=1' };
    hub.faults.add({ path: /refs$/, when: 'before', kind: { status: 307, headers } });
    const { message } = await errorOf(
      hubFetch()(`${hub.url}/api/datasets/owner/fetch/refs`, { headers: signed }),
    );
    expect(message).toContain('to /api/datasets/owner/renamed (307)');
    expect(message).toContain('If the repo was renamed, use its new name');
  });

  test('is not sent with a request that does not ask for it', async () => {
    const error = await errorOf(hubFetch()(`${hub.url}/api/whoami-v2`));
    expect(error.status).toBe(401);
    const own = { Authorization: `Bearer ${TOKENS.stranger}` };
    const answer = await (await hubFetch()(`${hub.url}/api/whoami-v2`, { headers: own })).json();
    expect(answer).toMatchObject({ name: 'stranger' });
  });
});

describe('a failure is told with what to do about it', () => {
  const failAs = async (kind: FaultKind, changes: Partial<HubFetchOptions> = {}) => {
    hub.faults.add({ path: /refs$/, when: 'before', times: 4, kind });
    const request = hubFetch(changes)(`${hub.url}/api/datasets/owner/fetch/refs`, { headers: signed });
    return errorOf(request);
  };

  test.each([
    [401, 'refused the token for datasets/owner/fetch (401)', '/settings/tokens and pass it as hf-token.'],
    [403, 'has no permission for this on datasets/owner/fetch (403)', 'Give it write access'],
    [404, 'does not find datasets/owner/fetch', 'Check the name'],
    [409, 'Another change to datasets/owner/fetch was in progress (409)', 'Run the workflow again.'],
    [
      412,
      'datasets/owner/fetch was changed by someone else in the meantime (412)',
      'Run the workflow again.',
    ],
    [429, "The Hub's rate limit for datasets/owner/fetch was reached (429)", 'Run the workflow again later.'],
    [500, 'failed with 500 on datasets/owner/fetch', 'https://status.huggingface.co'],
    [503, 'failed with 503 on datasets/owner/fetch', 'run the workflow again later'],
    [418, 'The Hub rejected a request about datasets/owner/fetch (418)', ''],
  ])('%d', async (status, what, advice) => {
    const body = JSON.stringify({ error: 'Quota  of\n"owner" is used up.' });
    const headers = { 'X-Error-Code': 'SomeCode' };
    const error = await failAs({ status, body, headers });
    expect(error).toMatchObject({ name: 'HubError', status, code: 'SomeCode' });
    expect(error.message).toContain(what);
    expect(error.message).toContain(advice);
    expect(error.message).toContain(' The Hub answered: Quota of "owner" is used up.');
    expect(error.message).toMatch(/ \(request id local-[-0-9a-f]+\)$/);
  });

  test('a web page with 403 is what a proxy answers, unless the Hub names the request', async () => {
    const page = {
      status: 403,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: '<html>Blocked',
    };
    const ofHub = await failAs(page);
    expect(ofHub.message).toContain('The token has no permission for this');
    const proxy = await startHttpServer((_, response) => {
      response.writeHead(403, { 'Content-Type': 'text/html' }).end('<html>Blocked</html>');
    });
    const { message } = await errorOf(hubFetch({ endpoint: proxy.url })(`${proxy.url}/api/whoami-v2`));
    await proxy.close();
    expect(message).toBe(
      `A request about datasets/owner/fetch was answered with a web page (403), which the Hub never sends. A proxy or firewall between the runner and ${proxy.url} may have blocked the request. Allow the runner to reach ${proxy.url}, then run the workflow again.`,
    );
  });

  test("a proxy's page is not quoted, and a long reason is cut", async () => {
    const page = await failAs({ status: 400, body: '<html>Forbidden</html>' });
    expect(page.message).not.toContain('html');
    hub.faults.clear();
    const long = await failAs({ status: 400, body: JSON.stringify({ error: 'x'.repeat(10_000) }) });
    expect(long.message.length).toBeLessThan(500);
  });

  test('a Hub that cannot be reached', async () => {
    const endpoint = await closedUrl();
    const { message } = await errorOf(hubFetch({ endpoint })(`${endpoint}/api/whoami-v2`));
    expect(message).toBe(
      `The Hub at ${endpoint} could not be reached for datasets/owner/fetch: ECONNREFUSED. Check hub-endpoint and the runner's network, then run the workflow again.`,
    );
  });

  test('a storage that cannot be reached', async () => {
    const upload = { method: 'PUT', body: new Blob(['x']) };
    const storage = await closedUrl();
    const { message } = await errorOf(hubFetch()(`${storage}/upload?signature=secret`, upload));
    expect(message).toContain(`The Hub's storage at ${storage} could not be reached`);
    expect(message).not.toContain('signature');
  });

  test.each<FaultKind>([{ status: 401 }, { status: 500 }, 'reset', 'truncate', 'hang'])(
    'never with the token: %j',
    async (kind) => {
      const error = await failAs(kind, { timeoutMs: 50, retryDelaysMs: [] });
      expect(inspect(error, { depth: null })).not.toContain(TOKENS.writer);
    },
  );

  test('never with the token, even if the Hub repeats it', async () => {
    const error = await failAs({ status: 400, body: JSON.stringify({ error: `No ${TOKENS.writer} here` }) });
    expect(error.message).toContain('The Hub answered: No hf_… here.');
  });
});
