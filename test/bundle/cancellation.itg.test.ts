import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { runBundle } from '../support/run-bundle.ts';

/** The runner kills a job 7.5 s after SIGINT; a run is promised to end sooner. */
const LIMIT_MS = 5000;
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
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const url = `postgresql://reader:secret@127.0.0.1:${(silent.address() as AddressInfo).port}/db?sslmode=disable`;
    const run = await cancel(signal, () => connectionsOf(silent), { 'postgres-url': url });
    expectCancelled(run);
    silent.close();
  });

  test('while a query runs: the server ends it', async () => {
    await scene.database.query(
      'ALTER TABLE complaints RENAME TO slow; CREATE VIEW complaints AS SELECT * FROM slow, LATERAL (SELECT pg_sleep(60 + slow.id * 0)::text) AS nap',
    );
    const run = await cancel(signal, async () => (await backends()) > 0);
    expectCancelled(run);
    const goneBy = Date.now() + LIMIT_MS;
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
    const run = await cancel(
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

type Run = Awaited<ReturnType<typeof cancel>>;

/** Runs the bundle, sends the signal once `isThere` says so, and takes the time from then to the end. */
async function cancel(
  signal: NodeJS.Signals,
  isThere: () => boolean | Promise<boolean>,
  inputs: Readonly<Record<string, string>> = {},
) {
  let sentAt = Number.NaN;
  const given = {
    'postgres-url': scene.database.url({ params: { sslmode: 'disable', application_name: 'cancelled' } }),
    'department-dataset': 'owner/department',
    'urgency-dataset': 'owner/urgency',
    'hf-token': TOKEN,
    'hub-endpoint': scene.hub.url,
    'min-dataset-len': '10',
  };
  const run = await runBundle(
    { ...given, ...inputs },
    {
      onStart: async (child) => {
        while (child.exitCode === null && !(await isThere())) await sleep(20);
        sentAt = Date.now();
        child.kill(signal);
      },
    },
  );
  return { ...run, tookMs: Date.now() - sentAt };
}

function expectCancelled({ exitCode, tookMs, log, summary }: Run): void {
  expect(exitCode).toBe(1);
  expect(tookMs).toBeLessThan(LIMIT_MS);
  expect(log).toContain('The run was cancelled.');
  expect(summary).toContain('The run was cancelled. The next run finishes the job.');
}

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
