import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import { createHub, type HubOptions } from '../../src/hub/hub.ts';
import { HubJobs } from '../../src/hub/jobs.ts';
import { Space } from '../../src/hub/space.ts';
import { TriggerMarks } from '../../src/hub/trigger-marks.ts';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { startHub, TOKENS } from './hub-scene.ts';

const VERSION = 'v20260102_030405';
let local: LocalHub;
let github: LocalGitHub;
/** Tokens that were used, as they were sent. */
let sent: Set<string>;
let masked: string[];
let waits: unknown[];

beforeAll(async () => {
  [local, github] = await Promise.all([startHub(), startLocalGitHub()]);
  for (const resource of ['datasets/owner/data', 'spaces/owner/space']) {
    local.trustPublisher({ repository: 'owner/app', resource }, ISSUER_KEY);
  }
});

afterAll(() => Promise.all([local.close(), github.close()]));

beforeEach(() => {
  const repo = local.createRepo('owner/data');
  repo.tags.set(VERSION, { commit: repo.head.id, message: '' });
  local.createSpace('owner/space');
  local.allowJobs('owner', ['RUNNING']);
  local.faults.clear();
  local.clearRequests();
  [sent, masked, waits] = [new Set(), [], []];
});

/** Opens everything there is on a Hub, and asks it for something. */
async function askAll(changes: Partial<HubOptions>): Promise<unknown[]> {
  const hub = createHub({
    endpoint: local.url,
    token: null,
    mask: (secret) => masked.push(secret),
    onWait: (wait) => waits.push(wait),
    retryDelaysMs: [1],
    environment: github.identityEnvironment('owner/app'),
    fetch: (input, init) => {
      const [, token] = /^Bearer (hf_.+)/.exec(new Headers(init?.headers).get('Authorization') ?? '') ?? [];
      if (token !== undefined) sent.add(token);
      return fetch(input, init);
    },
    ...changes,
  });
  return [
    await new DatasetRepo('owner/data', hub).tags().then(() => 'told', String),
    await new Space('owner/space', hub).stage().catch(String),
    await new TriggerMarks('owner/data', hub).set('mark', VERSION, '').catch(String),
    await new HubJobs('owner', hub).get('none').catch(String),
  ];
}

test('a token that was given signs every request, and each wait is told', async () => {
  local.faults.add({ path: /refs/, when: 'before', kind: { status: 503 } });
  const noJob = expect.stringContaining('does not find the Jobs of owner');
  expect(await askAll({ token: TOKENS.writer })).toEqual(['told', 'RUNNING', true, noJob]);
  expect([[...sent], masked]).toEqual([[TOKENS.writer], []]);
  expect(waits).toEqual([{ repo: 'datasets/owner/data', reason: 'status 503', delayMs: 1 }]);
});

test("without one, the job's identity is exchanged for a token of each repo, once, and all are masked", async () => {
  const noToken = expect.stringContaining("did not accept this job's identity for the Jobs of owner");
  expect(await askAll({})).toEqual(['told', 'RUNNING', true, noToken]);
  const exchanges = local.requests.filter(({ path }) => path === '/oauth/token');
  expect(exchanges.map(({ body }) => JSON.parse(body).resource)).toEqual([
    'datasets/owner/data',
    'spaces/owner/space',
    'the Jobs of owner',
  ]);
  expect(sent.size).toBe(2);
  expect(masked).toEqual(expect.arrayContaining([...sent]));
});

test('everything ends with its signal', async () => {
  await askAll({ signal: AbortSignal.abort() });
  expect(local.requests).toEqual([]);
});
