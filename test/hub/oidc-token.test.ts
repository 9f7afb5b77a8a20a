import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTokenSource, type TokenSourceOptions } from '../../src/hub/oidc-token.ts';
import { Space } from '../../src/hub/space.ts';
import { GitHubError } from '../support/local-github/github-error.ts';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';

const REPO = 'spaces/owner/retrain';
let hub: LocalHub;
let github: LocalGitHub;
let masked: string[];
let time: number;

beforeAll(async () => {
  [hub, github] = await Promise.all([startLocalHub(), startLocalGitHub()]);
  hub.createSpace('owner/retrain');
  hub.trustPublisher({ repository: 'owner/app', resource: REPO }, ISSUER_KEY);
  hub.trustPublisher(
    { repository: 'owner/app', resource: 'spaces/owner/brief', expiresInSeconds: 1 },
    ISSUER_KEY,
  );
});

afterAll(() => Promise.all([hub.close(), github.close()]));

beforeEach(() => {
  masked = [];
  time = Date.now();
  hub.clearRequests();
  github.clearRequests();
});

test('a token that was given is used as it is', async () => {
  const source = sourceFor({ token: 'hf_given', environment: {} });
  expect(await source()).toBe('hf_given');
  expect(hub.requests).toHaveLength(0);
});

describe('without a token', () => {
  test("the job's identity is exchanged once for a token of the repo, and both are masked", async () => {
    const source = sourceFor({});
    const [first, second] = await Promise.all([source(), source()]);
    expect(second).toBe(first);
    expect(first).toMatch(/^hf_jwt_/);
    expect(github.requests.map(({ path }) => path)).toEqual([
      `/identity/owner/app?api-version=2.0&audience=${encodeURIComponent(hub.url)}`,
    ]);
    const [request] = hub.requests;
    const { subject_token: identity, ...rest } = JSON.parse(request.body);
    expect(rest).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      resource: REPO,
    });
    expect(masked).toEqual([identity, first]);
  });

  test('the identity is masked before it is sent, the token before it is used', async () => {
    const seen: number[] = [];
    const source = sourceFor({
      mask: () => seen.push(hub.requests.length),
    });
    await spaceOf(source).stage();
    expect(seen).toEqual([0, 1]);
    expect(hub.requests).toHaveLength(2);
  });

  test('a token that nears its end is replaced in mid-run', async () => {
    const source = sourceFor({});
    const first = await source();
    time += 54 * 60_000;
    expect(await source()).toBe(first);
    time += 2 * 60_000;
    const second = await source();
    expect(second).not.toBe(first);
    expect(await source()).toBe(second);
    await expect(spaceOf(source).stage()).resolves.toBe('RUNNING');
  });

  test('a token the Hub no longer takes was replaced before', async () => {
    hub.createSpace('owner/brief');
    const token = sourceFor({ repo: 'spaces/owner/brief', now: Date.now });
    const space = new Space('owner/brief', { endpoint: hub.url, token, retryDelaysMs: [] });
    await space.restart();
    const expired = await token();
    await sleep(1100);
    await expect(space.restart()).resolves.toBe('RUNNING_APP_STARTING');
    const late = new Space('owner/brief', {
      endpoint: hub.url,
      token: async () => expired,
      retryDelaysMs: [],
    });
    await expect(late.restart()).rejects.toMatchObject({ status: 401 });
  });

  test('an identity token in the environment is exchanged as it is, and GitHub is not asked', async () => {
    const identity = await identityToken();
    github.clearRequests();
    const source = sourceFor({ environment: { HF_OIDC_ID_TOKEN: ` ${identity}\n` } });
    const token = await source();
    expect([github.requests, masked]).toEqual([[], [identity, token]]);
    expect(JSON.parse(hub.requests.at(-1)!.body)).toMatchObject({ subject_token: identity, resource: REPO });
    await expect(spaceOf(source).stage()).resolves.toBe('RUNNING');
  });

  test('a token is good for its one repo only', async () => {
    hub.createSpace('owner/other');
    const other = new Space('owner/other', { endpoint: hub.url, token: sourceFor({}) });
    await expect(other.pause()).rejects.toMatchObject({ status: 403 });
  });
});

describe('refusals', () => {
  test('a job without the permission', async () => {
    await expect(sourceFor({ environment: {} })()).rejects.toThrow(
      /^No token is available for spaces\/owner\/retrain\. Pass one as hf-token, or give the job "permissions: id-token: write"/,
    );
  });

  test('a repository that is no publisher', async () => {
    const source = sourceFor({ environment: github.identityEnvironment('someone/else') });
    await expect(source()).rejects.toThrow(
      `The Hub did not accept this job's identity for ${REPO} (400). In ${hub.url}/${REPO}/settings add this repository, workflow and environment as a trusted publisher`,
    );
    expect(masked).toHaveLength(1);
  });

  test('an identity token in the environment that the Hub does not accept', async () => {
    for (const identity of [await identityToken('someone/else'), 'no token']) {
      const source = sourceFor({ environment: { HF_OIDC_ID_TOKEN: identity } });
      await expect(source()).rejects.toThrow(
        `The Hub did not accept the identity token in HF_OIDC_ID_TOKEN for ${REPO} (400).`,
      );
    }
  });

  test('a repo without a publisher of its own', async () => {
    await expect(sourceFor({ repo: 'datasets/owner/department' })()).rejects.toThrow(
      'Each repo and each Space needs its own',
    );
  });

  test.each(['{}', 'null', '{"access_token":""}', '{"access_token":7}'])(
    'an exchange for %s',
    async (body) => {
      hub.faults.add({ path: /oauth/, when: 'before', kind: { status: 200, body } });
      await expect(sourceFor({})()).rejects.toThrow("did not exchange the job's identity for a token");
    },
  );

  test('an issuer that refuses', async () => {
    const environment = { ...github.identityEnvironment('owner/app'), ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'old' };
    await expect(sourceFor({ environment })()).rejects.toThrow(
      "GitHub gave no proof of the job's identity for spaces/owner/retrain (401)",
    );
  });

  test('an issuer that fails in passing is asked again, and a failure is not kept', async () => {
    github.refuseNext(/identity/, new GitHubError(503, 'Unavailable'));
    await expect(sourceFor({})()).resolves.toMatch(/^hf_jwt_/);

    for (let times = 0; times < 3; times++)
      github.refuseNext(/identity/, new GitHubError(503, 'Unavailable'));
    const source = sourceFor({});
    await expect(source()).rejects.toThrow("GitHub gave no proof of the job's identity");
    await expect(source()).resolves.toMatch(/^hf_jwt_/);
  });
});

/** An identity token as another CI puts it into the environment of a job. */
async function identityToken(repository = 'owner/app'): Promise<string> {
  const environment = github.identityEnvironment(repository);
  const url = new URL(environment.ACTIONS_ID_TOKEN_REQUEST_URL!);
  url.searchParams.set('audience', hub.url);
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
  });
  return ((await response.json()) as { value: string }).value;
}

function sourceFor(options: Partial<TokenSourceOptions>): () => Promise<string> {
  return createTokenSource({
    token: null,
    repo: REPO,
    endpoint: hub.url,
    mask: (secret) => masked.push(secret),
    environment: github.identityEnvironment('owner/app'),
    retryDelaysMs: [1, 1],
    now: () => time,
    ...options,
  });
}

function spaceOf(token: () => Promise<string>): Space {
  return new Space('owner/retrain', { endpoint: hub.url, token, retryDelaysMs: [] });
}
