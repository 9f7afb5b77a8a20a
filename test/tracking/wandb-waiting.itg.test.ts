import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalWandb, startLocalWandb } from '../support/local-wandb/server.ts';
import { channelTo, KEY, trackedRun as runReport } from './wandb-scene.ts';

let wandb: LocalWandb;
beforeAll(async () => {
  wandb = await startLocalWandb();
  wandb.addKey(KEY, { entity: 'sambodhan' });
});
beforeEach(() => wandb.clear());
afterAll(() => wandb.close());

describe('waiting is bounded', () => {
  test.each(['/graphql', '/file_stream'])('a cancelled run waits 3 s for %s', async (path) => {
    wandb.faults.add({ path, when: 'before', kind: 'hang' });
    const channel = channelTo(wandb);
    const started = performance.now();
    const { state, detail } = await channel.report(runReport({ outcome: 'cancelled', datasets: [] }));
    const seconds = (performance.now() - started) / 1000;
    expect([state, detail]).toEqual(['failed', expect.stringContaining('within 3 s')]);
    expect(seconds).toBeGreaterThan(2.9);
    expect(seconds).toBeLessThan(4);
  });

  test('a run that ended waits 20 s', async () => {
    wandb.faults.add({ path: '/file_stream', when: 'before', kind: 'hang' });
    const channel = channelTo(wandb, { requestTimeoutMs: 60_000 });
    const started = performance.now();
    const { state, detail } = await channel.report(runReport());
    const seconds = (performance.now() - started) / 1000;
    expect([state, detail]).toEqual(['failed', expect.stringContaining('within 20 s')]);
    expect(seconds).toBeLessThan(21);
  });
});
