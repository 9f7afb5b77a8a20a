import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HubFetchOptions, HubWait } from '../../src/hub/hub-fetch.ts';
import { createHubFetch, TOKEN_PLACEHOLDER } from '../../src/hub/hub-fetch.ts';
import type { Fault, FaultKind } from '../support/http/faults.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { errorOf, hubOptions, requestLines, startHub } from './hub-scene.ts';

const signed = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}`, 'Content-Type': 'application/json' };
let hub: LocalHub;
let waits: HubWait[];

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub.close());

beforeEach(() => {
  hub.createRepo('owner/fetch');
  hub.faults.clear();
  hub.clearRequests();
  waits = [];
});

function hubFetch(changes: Partial<HubFetchOptions> = {}): typeof fetch {
  const onWait = (wait: HubWait) => void waits.push(wait);
  return createHubFetch({ ...hubOptions(hub, { onWait, ...changes }), repo: 'datasets/owner/fetch' });
}

function getRefs(changes?: Partial<HubFetchOptions>, init?: RequestInit): Promise<Response> {
  return hubFetch(changes)(`${hub.url}/api/datasets/owner/fetch/refs`, { headers: signed, ...init });
}

function postCommit(changes?: Partial<HubFetchOptions>): Promise<Response> {
  const header = { key: 'header', value: { summary: 'Add' } };
  const file = { key: 'file', value: { path: 'a.txt', content: 'YQ==', encoding: 'base64' } };
  const body = `${JSON.stringify(header)}\n${JSON.stringify(file)}`;
  const url = `${hub.url}/api/datasets/owner/fetch/commit/main`;
  return hubFetch(changes)(url, { method: 'POST', headers: signed, body });
}

function strike(kind: FaultKind, changes: Partial<Fault> = {}): void {
  hub.faults.add({ path: /./, when: 'before', kind, ...changes });
}

describe('sends again', () => {
  test.each<[FaultKind, 'before' | 'after', string]>([
    [{ status: 408 }, 'before', 'status 408'],
    [{ status: 500 }, 'before', 'status 500'],
    [{ status: 502 }, 'before', 'status 502'],
    [{ status: 503 }, 'after', 'status 503'],
    [{ status: 504 }, 'before', 'status 504'],
    [{ status: 520 }, 'before', 'status 520'],
    [{ status: 521 }, 'before', 'status 521'],
    [{ status: 522 }, 'before', 'status 522'],
    [{ status: 523 }, 'before', 'status 523'],
    [{ status: 524 }, 'before', 'status 524'],
    [{ status: 429 }, 'before', 'status 429'],
    ['reset', 'before', '^(UND_ERR_SOCKET|ECONNRESET)$'],
    ['truncate', 'after', '^(UND_ERR_SOCKET|ECONNRESET)$'],
  ])('%j', async (kind, when, reason) => {
    strike(kind, { when, times: 2 });
    const response = await getRefs();
    expect(await response.json()).toMatchObject({ branches: [{ name: 'main' }] });
    expect(response.url).toBe(`${hub.url}/api/datasets/owner/fetch/refs`);
    const wait = { repo: 'datasets/owner/fetch', reason: expect.stringMatching(reason), delayMs: 1 };
    expect(waits).toEqual([wait, wait]);
  });

  test('as often as there are waits', async () => {
    strike({ status: 500 }, { times: 9 });
    expect(await errorOf(getRefs())).toMatchObject({ name: 'HubError', status: 500, mayHaveHappened: false });
    expect(hub.requests).toHaveLength(4);
    expect(waits).toHaveLength(3);
  });

  test.each([400, 401, 403, 404, 409, 410, 412, 413, 416, 501])('never %d', async (status) => {
    strike({ status });
    expect(await errorOf(getRefs())).toMatchObject({ status });
    expect(hub.requests).toHaveLength(1);
  });

  test('a creation the Hub is too busy for', async () => {
    const body = '{"error":"Cannot create repo: another conflicting operation is in progress"}';
    strike({ status: 409, body });
    await getRefs();
    expect(waits).toHaveLength(1);
  });

  test('a commit that cannot have been made: 429, and a connection that was refused', async () => {
    strike({ status: 429 });
    await postCommit();
    expect(hub.repo('owner/fetch').commits).toHaveLength(2);
    let calls = 0;
    const refuse = async () => {
      calls++;
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    };
    expect(await errorOf(postCommit({ fetch: refuse }))).toMatchObject({ mayHaveHappened: false });
    expect(calls).toBe(4);
  });

  test.each<[FaultKind, 'before' | 'after']>([
    [{ status: 408 }, 'before'],
    [{ status: 500 }, 'before'],
    [{ status: 503 }, 'after'],
    [{ status: 504 }, 'after'],
    ['reset', 'before'],
    ['reset', 'after'],
    ['truncate', 'after'],
  ])('no commit that may have been made: %j %s', async (kind, when) => {
    strike(kind, { when });
    expect(await errorOf(postCommit())).toMatchObject({ mayHaveHappened: true });
    expect(requestLines(hub)).toEqual(['POST /api/datasets/owner/fetch/commit/main']);
  });
});

describe('waits', () => {
  test.each<[Record<string, string>, number, number]>([
    [{ 'Retry-After': '0' }, 429, 0],
    [{ 'Retry-After': '1' }, 503, 1000],
    [{ RateLimit: '"api";r=0;t=1' }, 429, 1000],
    [{ 'Retry-After': '0', RateLimit: '"api";r=0;t=300' }, 429, 0],
    [{ 'Retry-After': 'soon' }, 429, 1],
    [{ RateLimit: '"api";r=120;t=250' }, 429, 1],
    [{ RateLimit: '"api";r=0;t=250' }, 500, 1],
  ])('%j of a %d is a wait of %d ms', async (headers, status, delayMs) => {
    strike({ status, headers });
    const started = performance.now();
    await getRefs();
    expect(waits.map((wait) => wait.delayMs)).toEqual([delayMs]);
    expect(performance.now() - started).toBeGreaterThanOrEqual(delayMs - 5);
  });

  test('Retry-After may be a date', async () => {
    strike({ status: 429, headers: { 'Retry-After': new Date(Date.now() + 2000).toUTCString() } });
    await getRefs();
    expect(waits[0].delayMs).toBeGreaterThan(500);
    expect(waits[0].delayMs).toBeLessThanOrEqual(2000);
  });

  test.each([
    [{ 'Retry-After': '331' }],
    [{ 'Retry-After': '99999999999999999999' }],
    [{ RateLimit: '"api";r=0;t=3600' }],
  ])('not at all when %j is longer than any rate window', async (headers) => {
    strike({ status: 429, headers });
    expect((await errorOf(getRefs())).message).toContain('rate limit');
    expect([hub.requests.length, waits.length]).toEqual([1, 0]);
  });
});

describe('limits the time', () => {
  test('of each attempt, the answer included', async () => {
    strike('hang', { times: 2 });
    await getRefs({ timeoutMs: 100 });
    expect(waits.map(({ reason }) => reason)).toEqual(['no answer in time', 'no answer in time']);
  });

  test('and gives up when there is no answer at all', async () => {
    strike('hang', { times: 4 });
    const { message } = await errorOf(getRefs({ timeoutMs: 50 }));
    expect(message).toContain(
      `The Hub at ${hub.url} could not be reached for datasets/owner/fetch: no answer`,
    );
  });

  test('but a commit has more time', async () => {
    strike({ delayMs: 300 });
    await postCommit({ timeoutMs: 50 });
  });
});

describe('ends at once, with the reason', () => {
  const stopped = new Error('stopped');

  /** Aborted as soon as the Hub has a request. */
  function stopWhenAsked(): AbortSignal {
    const controller = new AbortController();
    const timer = setInterval(() => {
      if (hub.requests.length === 0) return;
      clearInterval(timer);
      controller.abort(stopped);
    }, 5);
    return controller.signal;
  }

  test.each(['client', 'request'])('when the signal of the %s aborts a request', async (whose) => {
    strike('hang');
    const signal = stopWhenAsked();
    const request = whose === 'client' ? getRefs({ signal }) : getRefs({}, { signal });
    await expect(request).rejects.toBe(stopped);
    expect(hub.requests).toHaveLength(1);
  });

  test('when the signal aborts a wait', async () => {
    strike({ status: 503, headers: { 'Retry-After': '60' } });
    const controller = new AbortController();
    const request = getRefs({ signal: controller.signal, onWait: () => controller.abort(stopped) });
    await expect(request).rejects.toBe(stopped);
    expect(hub.requests).toHaveLength(1);
  });

  test('when the signal was aborted before', async () => {
    await expect(getRefs({ signal: AbortSignal.abort(stopped) })).rejects.toBe(stopped);
    expect(hub.requests).toHaveLength(0);
  });
});

test('an answer too large for memory is not read to its end', async () => {
  const huge = async () => new Response(new Uint8Array((16 << 20) + 1));
  const error = await errorOf(getRefs({ fetch: huge, retryDelaysMs: [] }));
  expect(error.message).toContain('the answer is larger than 16777216 bytes');
  const large = await getRefs({ fetch: async () => new Response(new Uint8Array(16 << 20)) });
  expect((await large.arrayBuffer()).byteLength).toBe(16 << 20);
});

test.each(['null', '"error"', '[]', '7', '{"message":"x"}', '<html>'])(
  'a refusal that says %s says nothing',
  async (body) => {
    hub.faults.add({ path: /refs$/, when: 'before', kind: { status: 400, body } });
    const { message } = await errorOf(getRefs());
    expect(message).toMatch(
      /^The Hub rejected a request about datasets\/owner\/fetch \(400\)\. \(request id [\w-]+\)$/,
    );
  },
);
