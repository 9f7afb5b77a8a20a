import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findMissing } from '../../src/retraining/starter.ts';
import type { SpaceTarget } from '../../src/retraining/targets.ts';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';

const { signal } = new AbortController();
let hub: LocalHub;

beforeAll(async () => {
  hub = await startLocalHub();
  hub.addToken({ token: 'hf_writer', user: 'owner', role: 'write' });
  hub.createSpace('owner/retrain');
});

afterAll(() => hub.close());

const find = (name: string, token = 'hf_writer') => {
  const target: SpaceTarget = {
    kind: 'space',
    name,
    passRevision: false,
    factoryReboot: false,
    waitFor: null,
  };
  return findMissing(target, {
    hub: { endpoint: hub.url, token: async () => token, retryDelaysMs: [] },
    signal,
  });
};

test('a Space that is not there is told before it is started', async () => {
  expect(await find('owner/missing')).toContain('The Hub does not find the Space owner/missing (404)');
  expect(await find('owner/retrain')).toBeNull();
  expect(hub.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

test('what only starting it tells is not taken for a missing Space', async () => {
  expect(await find('owner/retrain', 'hf_unknown')).toBeNull();
  hub.faults.add({ path: '/runtime', when: 'before', kind: { status: 503 } });
  expect(await find('owner/retrain')).toBeNull();
  const job = { kind: 'job', name: 'python:3', command: [], namespace: null, flavor: 'cpu-basic' } as const;
  const target = { ...job, environment: {}, secrets: [], timeoutMinutes: 1, wait: false };
  expect(await findMissing(target, { hub: { endpoint: hub.url, token: async () => '' }, signal })).toBeNull();
});
