import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GitHubCall } from '../../src/github/explain-failure.ts';
import { createGitHubApi, type GitHubApiOptions, type GitHubWait } from '../../src/github/github-api.ts';
import { closedUrl } from '../support/http/http-server.ts';
import { GitHubError } from '../support/local-github/github-error.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';

const ABOUT = { permission: 'issues: write', parameters: { owner: 'owner', repo: 'app' } };
const READ: GitHubCall = { ...ABOUT, route: 'GET /repos/{owner}/{repo}/issues', action: 'list' };
const WRITE: GitHubCall = { ...ABOUT, route: 'POST /repos/{owner}/{repo}/issues', action: 'open' };

let github: LocalGitHub;
let waits: GitHubWait[];

beforeAll(async () => {
  github = await startLocalGitHub();
  github.addToken('ghs_token', { permissions: ['issues=write'], repositories: ['owner/app'] });
});

afterAll(() => github.close());

beforeEach(() => {
  github.createRepository('owner/app');
  github.clearRequests();
  waits = [];
});

function call(what: GitHubCall, changes: Partial<GitHubApiOptions> = {}): Promise<unknown> {
  const api = createGitHubApi({
    token: 'ghs_token',
    apiUrl: github.url,
    retryDelaysMs: [1, 1],
    onWait: (wait) => waits.push(wait),
    ...changes,
  });
  return api({ ...what, parameters: { title: 'A', ...what.parameters } });
}

function refuse(status: number, headers: Record<string, string> = {}): void {
  github.refuseNext(/issues$/, new GitHubError(status, 'Refused', { headers }));
}

describe('a read', () => {
  test.each([408, 500, 503, 522])('is made again after %d', async (status) => {
    refuse(status);
    expect(await call(READ)).toEqual([]);
    expect(waits).toEqual([{ action: 'list', reason: `status ${status}`, delayMs: 1 }]);
  });

  test.each([404, 410, 422, 501])('is not after %d', async (status) => {
    refuse(status);
    await expect(call(READ)).rejects.toMatchObject({
      name: 'GitHubApiError',
      status,
      mayHaveHappened: false,
    });
    expect(github.requests).toHaveLength(1);
  });
});

describe('a change', () => {
  test.each([
    [408, true],
    [500, true],
    [502, true],
    [422, false],
    [501, false],
  ])('is never made again after %d, and may have happened: %s', async (status, mayHaveHappened) => {
    refuse(status);
    await expect(call(WRITE)).rejects.toMatchObject({ status, mayHaveHappened });
    expect(github.requests).toHaveLength(1);
  });

  test('is made again when it found no server, and did not happen', async () => {
    await expect(call(WRITE, { apiUrl: await closedUrl() })).rejects.toMatchObject({
      status: undefined,
      mayHaveHappened: false,
      message: expect.stringContaining('GitHub could not be reached to open: ECONNREFUSED.'),
    });
    expect(waits.map(({ reason }) => reason)).toEqual(['nothing', 'nothing']);
  });
});

describe('the rate limit', () => {
  test.each<[number, Record<string, string>, number]>([
    [429, { 'Retry-After': '0' }, 0],
    [403, { 'Retry-After': '0' }, 0],
    [429, { 'Retry-After': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [403, { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '1' }, 0],
  ])('%d with %j is waited for', async (status, headers, delayMs) => {
    refuse(status, headers);
    await call(WRITE);
    expect(waits).toEqual([{ action: 'open', reason: 'with its rate limit', delayMs }]);
  });

  test.each<[Record<string, string>]>([
    [{ 'Retry-After': '60' }],
    [{ 'Retry-After': new Date(Date.now() + 60_000).toUTCString() }],
    [{ 'X-RateLimit-Reset': 'soon' }],
    [{}],
  ])('with %j is not, when that is too long', async (headers) => {
    refuse(429, headers);
    const failed = call(WRITE, { longestWaitMs: 30_000 });
    await expect(failed).rejects.toMatchObject({ status: 429, mayHaveHappened: false });
    expect([github.requests.length, waits]).toEqual([1, []]);
  });

  test('is waited for no longer than the call may take', async () => {
    refuse(429, { 'Retry-After': '60' });
    const signal = AbortSignal.timeout(50);
    await expect(call({ ...READ, signal })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(waits).toHaveLength(1);
  });
});

test('a change that is broken off may have happened, a read has not', async () => {
  const cancellation = new AbortController();
  const { signal } = cancellation;
  const calls = [call(WRITE, { signal }), call(READ, { signal })];
  cancellation.abort();
  const [change, read] = await Promise.allSettled(calls);
  expect(change).toMatchObject({ reason: { name: 'GitHubApiError', mayHaveHappened: true } });
  expect(read).toMatchObject({ reason: { name: 'GitHubApiError', mayHaveHappened: false } });
});
