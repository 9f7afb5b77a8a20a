import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';
import { cancelBundle, cancelLimitMs, expectCancelled } from '../support/cancel-bundle.ts';
import { listen } from '../support/http/listen.ts';

let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
});

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('while the database does not answer', async () => {
    const silent = createServer(() => {});
    const { port, close } = await listen(silent);
    const url = `postgresql://reader:secret@127.0.0.1:${port}/db?sslmode=disable`;
    const run = await cancelBundle(scene, signal, () => connectionsOf(silent), { 'postgres-url': url });
    expectCancelled(run);
    await close();
  });

  test('while a query runs: the server ends it', async () => {
    await scene.database.query(
      'ALTER TABLE complaints RENAME TO slow; CREATE VIEW complaints AS SELECT * FROM slow, LATERAL (SELECT pg_sleep(60 + slow.id * 0)::text) AS nap',
    );
    const run = await cancelBundle(scene, signal, async () => (await backends()) > 0);
    expectCancelled(run);
    const goneBy = Date.now() + cancelLimitMs();
    while ((await backends()) > 0 && Date.now() < goneBy) await sleep(50);
    expect(await backends()).toBe(0);
    expect(scene.hub.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test.each([
    ['asking what the repo holds', /^\/api\/datasets\/owner\/[\w-]+$/],
    ['asking how to upload', /\/preupload\//],
    ['the commit', /\/commit\//],
    ['reading back', /\/revision\//],
    ['the tag', /\/tag\//],
  ])('during %s: no half version, and the next run finishes', async (stage, path) => {
    const name = `owner/${signal}-${stage.replaceAll(' ', '-')}`.toLowerCase();
    const repo = { 'department-dataset': name, 'urgency-dataset': '' };
    scene.hub.createRepo(name);
    scene.hub.faults.add({ path, when: 'before', kind: 'hang', times: 99 });
    const run = await cancelBundle(
      scene,
      signal,
      () => scene.hub.requests.some((request) => isAt(request.path, path)),
      repo,
    );
    expectCancelled(run);
    expect(run.outputs).toMatchObject({ 'department-status': 'failed', 'department-tag': '', updated: '[]' });
    expect(scene.hub.repo(name).tags.size).toBe(0);

    scene.hub.faults.clear();
    const next = await scene.run(repo);
    expect([next.exitCode, next.outputs.updated]).toEqual([0, '["department"]']);
    const tag = next.outputs['department-tag'];
    expect([...scene.hub.repo(name).tags.keys()]).toEqual([tag, `announced-${tag}`]);
  });
});

function isAt(path: string, pattern: RegExp): boolean {
  return pattern.test(path.replace(/\?.*/, ''));
}

async function backends(): Promise<number> {
  const [{ count }] = await scene.postgres.query(
    "SELECT count(*)::integer AS count FROM pg_stat_activity WHERE application_name = 'cancelled'",
  );
  return count;
}

function connectionsOf(server: Server): Promise<boolean> {
  return new Promise((resolve) => server.getConnections((_, count) => resolve(count > 0)));
}
