import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { type ForwardProxy, startForwardProxy } from '../support/forward-proxy.ts';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { type LocalWandb, startLocalWandb } from '../support/local-wandb/server.ts';
import { runBundle } from '../support/run-bundle.ts';

const LOGIN = 'runner:p@ss/CANARY';
const WANDB_KEY = 'wandb_key';
const GITHUB_TOKEN = 'ghs_token';
/** A scheduled run: only such a run keeps an issue. */
const RUNNER = {
  GITHUB_REPOSITORY: 'owner/app',
  GITHUB_RUN_ID: '1',
  GITHUB_WORKFLOW: 'Prepare',
  GITHUB_JOB: 'prepare',
  GITHUB_EVENT_NAME: 'schedule',
};

let scene: BundleScene;
let github: LocalGitHub;
let wandb: LocalWandb;
let proxy: ForwardProxy;
let count = 0;

beforeAll(async () => {
  [scene, github, wandb, proxy] = await Promise.all([
    BundleScene.start(),
    startLocalGitHub(),
    startLocalWandb(),
    startForwardProxy({ login: LOGIN }),
  ]);
  wandb.addKey(WANDB_KEY, { entity: 'sambodhan' });
  github.addToken(GITHUB_TOKEN, { permissions: ['issues=write'], repositories: ['owner/app'] });
  github.createRepository('owner/app');
});

afterAll(() => Promise.all([scene.close(), github.close(), wandb.close(), proxy.close()]));

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
  proxy.targets.length = 0;
  count++;
});

describe('behind a proxy', () => {
  test('the Hub, W&B and GitHub are reached through it, the database is not', async () => {
    const { exitCode, outputs, summary, masked, log } = await run(
      {
        'hub-endpoint': at('hub.test', scene.hub),
        'wandb-api-key': WANDB_KEY,
        'wandb-base-url': at('wandb.test', wandb),
        'github-token': GITHUB_TOKEN,
      },
      { ...RUNNER, HTTP_PROXY: proxy.url, GITHUB_API_URL: at('github.test', github) },
    );
    expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
    expect(summary).toMatch(/- ✅ \*\*W&amp;B\*\*: /);
    expect(summary).toContain('- ✅ **GitHub issue**: ');
    expect(new Set(proxy.targets)).toEqual(
      new Set([hostOf('hub.test', scene.hub), hostOf('wandb.test', wandb), hostOf('github.test', github)]),
    );
    expect(masked).toEqual(expect.arrayContaining(['p%40ss%2FCANARY', 'p@ss/CANARY']));
    expect(log).not.toContain('CANARY');
  });

  test("the job's identity is asked for through it", async () => {
    const repo = `owner/keyless-${count}`;
    scene.hub.createRepo(repo);
    scene.hub.trustPublisher({ repository: 'owner/app', resource: `datasets/${repo}` }, ISSUER_KEY);
    const identity = github.identityEnvironment('owner/app');
    const issuer = new URL(identity.ACTIONS_ID_TOKEN_REQUEST_URL ?? '');
    issuer.hostname = 'github.test';
    const { exitCode } = await run(
      {
        'hub-endpoint': at('hub.test', scene.hub),
        'hf-token': '',
        'department-dataset': repo,
        'urgency-dataset': '',
      },
      {
        http_proxy: proxy.url,
        ...identity,
        ACTIONS_ID_TOKEN_REQUEST_URL: issuer.href,
      },
    );
    expect(exitCode).toBe(0);
    expect(proxy.targets).toContain(hostOf('github.test', github));
  });

  test.each([
    ['', 'no host', true],
    ['other.test', 'another host', true],
    ['other.test, 0.0.0.0', 'the host', false],
    ['*', 'every host', false],
  ])('NO_PROXY=%s names %s', async (NO_PROXY, _, isProxied) => {
    const endpoint = at('0.0.0.0', scene.hub);
    const { exitCode } = await run({ 'hub-endpoint': endpoint }, { HTTP_PROXY: proxy.url, NO_PROXY });
    expect([exitCode, proxy.targets.includes(hostOf('0.0.0.0', scene.hub))]).toEqual([0, isProxied]);
  });

  test('this machine is reached past it', async () => {
    const { exitCode } = await run({}, { HTTP_PROXY: proxy.url });
    expect([exitCode, proxy.targets]).toEqual([0, []]);
  });

  test('a sub-action goes through it too, by an address without a scheme', async () => {
    const open = await startForwardProxy();
    const space = scene.hub.createSpace('owner/prepare');
    const { exitCode } = await runBundle(
      { 'space-id': 'owner/prepare', 'hf-token': TOKEN, 'hub-endpoint': at('hub.test', scene.hub) },
      { folder: 'pause-space', environment: { http_proxy: new URL(open.url).host } },
    );
    await open.close();
    expect([exitCode, space.tellStage()]).toEqual([0, 'PAUSED']);
    expect(new Set(open.targets)).toEqual(new Set([hostOf('hub.test', scene.hub)]));
  });
});

describe('a proxy that does not let a request through', () => {
  // All at once, because the Hub is tried five times in 15 s.
  test('is told, without a password, to those who ask the Hub', async () => {
    const [closed, gone] = await Promise.all([startForwardProxy({ status: 403 }), startForwardProxy()]);
    await gone.close();
    const wrong = new URL(proxy.url);
    wrong.password = 'wrongCANARY';
    const expected = {
      [wrong.href]: `the proxy ${wrong.origin} asks for another user or password (407)`,
      [closed.url]: `the proxy ${closed.url} refused to connect (403)`,
      [gone.url]: `ECONNREFUSED through the proxy ${gone.url}`,
      'socks5://CANARY:1080': 'https_proxy is not the address of a proxy',
      'http://[CANARY': 'https_proxy is not the address of a proxy',
    };
    const runs = Object.keys(expected).map((HTTPS_PROXY) => pause('https://hub.test', { HTTPS_PROXY }));
    const told = await Promise.all(runs);
    await closed.close();
    for (const [index, message] of Object.values(expected).entries()) {
      expect([told[index].exitCode, told[index].log]).toEqual([1, expect.stringContaining(message)]);
      expect(told[index].log).not.toContain('CANARY');
    }
    expect([...proxy.targets, ...closed.targets]).toContain('hub.test:443');
  });

  test('is told where W&B or GitHub is asked', async () => {
    const closed = await startForwardProxy({ status: 503 });
    const { exitCode, summary } = await run(
      {
        'github-token': GITHUB_TOKEN,
        'wandb-api-key': WANDB_KEY,
        'wandb-base-url': 'https://wandb.test',
      },
      { ...RUNNER, https_proxy: closed.url, GITHUB_API_URL: 'https://github.test' },
    );
    await closed.close();
    expect(exitCode).toBe(0);
    for (const channel of ['W&amp;B', 'GitHub issue']) {
      const words = `- \\*\\*${channel}\\*\\*: .*refused to connect \\(503\\)`;
      expect(summary).toMatch(new RegExp(words));
    }
  });
});

function run(inputs: Readonly<Record<string, string>>, environment: NodeJS.ProcessEnv) {
  const repos = {
    'department-dataset': `owner/department-${count}`,
    'urgency-dataset': `owner/urgency-${count}`,
  };
  return scene.run({ ...repos, ...inputs }, environment);
}

function pause(endpoint: string, environment: NodeJS.ProcessEnv) {
  return runBundle(
    { 'space-id': 'owner/prepare', 'hf-token': TOKEN, 'hub-endpoint': endpoint },
    { folder: 'pause-space', environment },
  );
}

/** Address of a local server under a host that only the proxy finds. */
function at(host: string, server: { readonly url: string }): string {
  return `http://${hostOf(host, server)}`;
}

function hostOf(host: string, { url }: { readonly url: string }): string {
  return `${host}:${new URL(url).port}`;
}
