import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultKind } from '../support/http/faults.ts';
import { closedUrl } from '../support/http/http-server.ts';
import { type LocalWandb, startLocalWandb } from '../support/local-wandb/server.ts';
import { channelTo, KEY, trackedRun as runReport } from './wandb-scene.ts';

let wandb: LocalWandb;
beforeAll(async () => {
  wandb = await startLocalWandb();
  wandb.addKey(KEY, { entity: 'sambodhan' });
});
beforeEach(() => wandb.clear());
afterAll(() => wandb.close());

function always(path: string, kind: FaultKind) {
  wandb.faults.add({ path, times: 100, when: 'before', kind });
}

describe('a failure of W&B is told and nothing more', () => {
  test('a key it refuses, once, without quoting it', async () => {
    const { state, detail } = await channelTo(wandb, { apiKey: 'wrong' }).report(runReport());
    expect(state).toBe('failed');
    expect(detail).toMatch(/refused the key \(401\)\. Pass a valid one as wandb-api-key/);
    expect(detail).not.toContain('wrong');
    expect(wandb.requests).toHaveLength(1);
  });

  test('an entity the key may not write to', async () => {
    const { state, detail } = await channelTo(wandb, { entity: 'others' }).report(runReport());
    expect([state, detail]).toEqual(['failed', expect.stringContaining('Check wandb-entity')]);
  });

  test('a key that the server quotes', async () => {
    always('/graphql', { status: 400, body: JSON.stringify({ error: `bad key ${KEY}` }) });
    const { detail } = await channelTo(wandb).report(runReport());
    expect(detail).toContain('W&B answered: bad key ….');
  });

  test('a server that is down', async () => {
    const { state, detail } = await channelTo({ url: await closedUrl() }).report(runReport());
    expect([state, detail]).toEqual([
      'failed',
      expect.stringContaining('could not be reached: ECONNREFUSED'),
    ]);
  });

  test('a server that answers 500 twice', async () => {
    always('/graphql', { status: 500 });
    const { state, detail } = await channelTo(wandb).report(runReport());
    expect([state, detail]).toEqual(['failed', expect.stringContaining('failed with 500')]);
    expect(wandb.requests).toHaveLength(2);
  });

  test('a page in the place of an answer', async () => {
    always('/graphql', 'invalid-json');
    const { state, detail } = await channelTo(wandb).report(runReport());
    expect([state, detail]).toEqual(['failed', expect.stringContaining('does not answer like W&B')]);
  });

  test('an error that GraphQL tells with status 200', async () => {
    always('/graphql', { status: 200, body: JSON.stringify({ errors: [{ message: 'no space left' }] }) });
    const { state, detail } = await channelTo(wandb).report(runReport());
    expect([state, detail]).toEqual(['failed', 'W&B refused a request: no space left.']);
  });
});

describe('what can be told is told', () => {
  test.each([{ status: 503 }, 'reset', 'truncate'] as const)('after a passing fault: %j', async (kind) => {
    for (const path of ['/graphql', '/file_stream']) wandb.faults.add({ path, when: 'after', kind });
    expect((await channelTo(wandb).report(runReport())).state).toBe('delivered');
    expect(wandb.runs).toMatchObject([{ state: 'finished', history: [{ _step: 0 }] }]);
  });

  test('after a request that hangs', async () => {
    wandb.faults.add({ path: '/graphql', when: 'before', kind: 'hang' });
    const { state } = await channelTo(wandb, { requestTimeoutMs: 100 }).report(runReport());
    expect([state, wandb.runs.length]).toEqual(['delivered', 1]);
  });

  test('the metrics, though alerts are refused', async () => {
    wandb.faults.add({ path: '/graphql', skip: 1, times: 9, when: 'before', kind: { status: 403 } });
    const { state, detail } = await channelTo(wandb).report(runReport());
    expect([state, detail]).toEqual(['failed', expect.stringContaining('(403)')]);
    expect(wandb.runs).toMatchObject([{ state: 'finished', summary: { status: 'success' }, alerts: [] }]);
  });

  test('the alerts, though metrics are refused', async () => {
    always('/file_stream', { status: 500 });
    expect((await channelTo(wandb).report(runReport())).state).toBe('failed');
    expect(wandb.runs).toMatchObject([{ state: 'running', alerts: [{ severity: 'INFO' }] }]);
  });
});
