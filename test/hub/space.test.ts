import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pauseSpace, type RestartOptions, restartSpace } from '../../src/hub/restart-space.ts';
import { Space } from '../../src/hub/space.ts';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';
import type { StoredSpace } from '../support/local-hub/space-store.ts';

let hub: LocalHub;
let stored: StoredSpace;

beforeAll(async () => {
  hub = await startLocalHub();
  hub.addToken({ token: 'hf_writer', user: 'owner', role: 'write' });
  hub.addToken({ token: 'hf_reader', user: 'owner', role: 'read' });
});

afterAll(() => hub.close());

beforeEach(() => {
  stored = hub.createSpace('owner/retrain');
  hub.clearRequests();
  hub.faults.clear();
});

describe('restart', () => {
  test('asks once and tells the stage at once', async () => {
    expect(await restart({ waitFor: null })).toEqual({
      stage: 'RUNNING_APP_STARTING',
      problem: null,
      isUnsettled: false,
    });
    expect(stored.restarts).toEqual([{ factory: false }]);
  });

  test('waits for RUNNING of the new runtime, not for that of the old one', async () => {
    stored.afterRestart = ['RUNNING', 'RUNNING', 'RUNNING_APP_STARTING', 'APP_STARTING', 'RUNNING'];
    const stages: string[] = [];
    const result = await restart({ waitFor: 'RUNNING', onStage: (stage) => stages.push(stage) });
    expect(result).toEqual({ stage: 'RUNNING', problem: null, isUnsettled: false });
    expect(stages).toEqual(['RUNNING', 'RUNNING_APP_STARTING', 'APP_STARTING', 'RUNNING']);
  });

  test('does not take the error of the old runtime for one of the new', async () => {
    stored = hub.createSpace('owner/retrain', { stage: 'RUNTIME_ERROR' });
    stored.afterRestart = ['RUNTIME_ERROR', 'RUNTIME_ERROR', 'APP_STARTING', 'RUNNING'];
    expect(await restart({ waitFor: 'RUNNING' })).toEqual({
      stage: 'RUNNING',
      problem: null,
      isUnsettled: false,
    });
  });

  test.each([
    ['BUILD_ERROR', 'build'],
    ['CONFIG_ERROR', 'build'],
    ['NO_APP_FILE', 'build'],
    ['RUNTIME_ERROR', 'container'],
  ])('fails at %s with the link to the logs', async (stage, log) => {
    stored.afterFactoryReboot = ['BUILDING', stage];
    const result = await restart({ waitFor: 'RUNNING', factoryReboot: true });
    expect(result.stage).toBe(stage);
    expect(result.problem).toContain(`reached ${stage} instead of RUNNING`);
    expect(result.problem).toContain(`${hub.url}/spaces/owner/retrain?logs=${log}`);
    expect(stored.restarts).toEqual([{ factory: true }]);
  });

  test('fails when the Space is paused instead of running', async () => {
    stored.afterRestart = ['APP_STARTING', 'PAUSED'];
    expect((await restart({ waitFor: 'RUNNING' })).problem).toContain('reached PAUSED and stays there');
  });

  test('waits through RUNNING for a Space that pauses itself when it is done', async () => {
    stored.afterRestart = ['APP_STARTING', 'RUNNING', 'RUNNING', 'PAUSED'];
    expect(await restart({ waitFor: 'PAUSED' })).toEqual({
      stage: 'PAUSED',
      problem: null,
      isUnsettled: false,
    });
  });

  test('tells the last stage when the time is over', async () => {
    stored.afterRestart = ['BUILDING'];
    const { stage, problem } = await restart({ waitFor: 'RUNNING', timeoutMs: 60 });
    expect(stage).toBe('BUILDING');
    expect(problem).toContain('did not reach RUNNING within 0 minutes: its last stage is BUILDING');
    stored.afterRestart = ['BUILDING'];
    expect((await restart({ waitFor: 'RUNNING', timeoutMs: 60 })).problem).toContain(
      'its stage is still BUILDING as before, and no new runtime was seen',
    );
  });

  test('ends in time although the Hub does not answer, and goes on after a look that failed', async () => {
    hub.faults.add({ path: /runtime$/, skip: 1, when: 'before', kind: 'hang' });
    const startedAt = performance.now();
    expect((await restart({ waitFor: 'PAUSED', timeoutMs: 50 })).problem).toContain('RUNNING_APP_STARTING');
    expect(performance.now() - startedAt).toBeLessThan(3000);

    hub.faults.add({ path: /runtime$/, skip: 1, times: 3, when: 'before', kind: { status: 503 } });
    expect(await restart({ waitFor: 'RUNNING' })).toEqual({
      stage: 'RUNNING',
      problem: null,
      isUnsettled: false,
    });
  });

  test('sets variables first', async () => {
    await restart({ waitFor: 'RUNNING', variables: { DATASET_REVISION: 'v20260101_000000' } });
    expect(stored.variables).toEqual(new Map([['DATASET_REVISION', 'v20260101_000000']]));
    const posts = hub.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(posts).toEqual(['/api/spaces/owner/retrain/variables', '/api/spaces/owner/retrain/restart']);
  });
});

describe('pause', () => {
  test('pauses once; a paused Space is left as it is', async () => {
    expect(await pause(true)).toEqual({ stage: 'PAUSED', problem: null, isUnsettled: false });
    expect(await pause(true)).toEqual({ stage: 'PAUSED', problem: null, isUnsettled: false });
    expect(hub.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('waits until the Space is paused when asked to', async () => {
    stored.afterPause = ['RUNNING', 'RUNNING', 'PAUSED'];
    expect(await pause(false)).toEqual({ stage: 'RUNNING', problem: null, isUnsettled: false });
    stored.afterPause = ['RUNNING', 'RUNNING', 'PAUSED'];
    expect(await pause(true)).toEqual({ stage: 'PAUSED', problem: null, isUnsettled: false });
  });
});

describe('refusals', () => {
  test.each([
    [
      'a token that may not write',
      'hf_reader',
      'owner/retrain',
      403,
      'because that needs write access to the Space',
    ],
    ['a token nobody knows', 'hf_unknown', 'owner/retrain', 401, 'refused the token'],
    ['a Space that is not there', 'hf_writer', 'owner/other', 404, 'does not find the Space owner/other'],
  ])('%s', async (_, token, name, status, words) => {
    const promise = restart({ waitFor: null }, { token, name });
    await expect(promise).rejects.toMatchObject({ status, message: expect.stringContaining(words) });
    await expect(promise).rejects.not.toMatchObject({ message: expect.stringContaining(token) });
  });

  test('a static Space', async () => {
    hub.createSpace('owner/page', { sdk: 'static' });
    await expect(restart({ waitFor: null }, { name: 'owner/page' })).rejects.toThrow(
      'A static Space always runs',
    );
  });

  test('a name that is none', async () => {
    await expect(async () => spaceOf('retrain')).rejects.toThrow('"retrain" is not the name of a Space');
  });

  test('an answer that tells no stage', async () => {
    hub.faults.add({ path: /runtime$/, when: 'before', kind: 'invalid-json' });
    await expect(restart({ waitFor: null })).rejects.toThrow('has no stage of the Space owner/retrain');
  });
});

function spaceOf(name: string, token = 'hf_writer'): Space {
  return new Space(name, { endpoint: hub.url, token: async () => token, retryDelaysMs: [1, 1] });
}

function restart(options: Partial<RestartOptions>, who: { token?: string; name?: string } = {}) {
  const standard = { waitFor: null, timeoutMs: 10_000, pollDelaysMs: [5] };
  return restartSpace(spaceOf(who.name ?? 'owner/retrain', who.token), { ...standard, ...options });
}

function pause(wait: boolean) {
  return pauseSpace(spaceOf('owner/retrain'), { wait, timeoutMs: 10_000, pollDelaysMs: [5] });
}

test.each([
  ['stage', false],
  ['restart', true],
] as const)(
  '%s that is cancelled tells whether anything may have been changed',
  async (action, mayHaveHappened) => {
    const cancellation = new AbortController();
    const run = () => cancellation.abort(new Error('cancelled'));
    hub.faults.add({ path: /\/(runtime|restart)$/, when: 'before', kind: { run } });
    const token = async () => 'hf_writer';
    const space = new Space('owner/retrain', { endpoint: hub.url, token, signal: cancellation.signal });
    await expect(space[action]()).rejects.toMatchObject({ name: 'HubError', mayHaveHappened });
  },
);
