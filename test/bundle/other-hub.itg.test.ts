// A Hub that nobody here wrote: as KohakuHub answers (test/support/local-hub, kind `kohaku`).
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BundleScene, readVersion, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';
import { runBundle } from '../support/run-bundle.ts';

const NAME = 'owner/elsewhere';
let scene: BundleScene;
let hub: LocalHub;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(60));
  hub = await startLocalHub({ kind: 'kohaku' });
  hub.addToken({ token: TOKEN, user: 'owner', role: 'write' });
});

afterEach(() => hub.close());

test('a version is published, kept, and followed by the next', async () => {
  const first = await run();
  expect([first.exitCode, first.outputs['department-status']]).toEqual([0, 'published']);
  const { commit, tag } = JSON.parse(first.outputs.versions).department;
  expect(commit).toMatch(/^[0-9a-f]{64}$/);
  expect(hub.repo(NAME).tags.get(tag)?.commit).toBe(commit);
  expect((await readVersion(hub, NAME, tag)).train.length).toBeGreaterThan(30);

  const second = await run();
  expect(second.outputs).toMatchObject({ 'department-status': 'unchanged', updated: '[]' });

  await scene.addReviews(variedReviews(20, 'later'));
  const third = await run();
  expect(third.outputs).toMatchObject({ 'department-status': 'published', updated: '["department"]' });
  expect(hub.repo(NAME).isPrivate).toBe(true);
});

test('a file that is not what was published is found by its hash, its size or by reading it back', async () => {
  const damages: (() => void)[] = [
    () => exchange('data/eval-00000-of-00001.parquet', 'data/test-00000-of-00001.parquet'),
    () => void hub.commitAs('x', NAME, { 'README.md': 'x'.repeat(sizeOf('README.md')) }),
    () => void hub.commitAs('x', NAME, { 'data/eval-00000-of-00001.parquet': 'x' }),
  ];
  await run();
  for (const damage of damages) {
    damage();
    const { outputs } = await run();
    expect(outputs).toMatchObject({ 'department-status': 'published', updated: '["department"]' });
    expect((await run()).outputs['department-status']).toBe('unchanged');
  }
});

test('a missing tag is set, and a version triggers a Space once', async () => {
  const { outputs } = await run();
  const tag = outputs['department-tag'];
  hub.repo(NAME).tags.clear();
  const again = await run();
  expect(again.outputs).toMatchObject({ updated: '["department"]', 'department-tag': tag });
  const space = hub.createSpace('owner/train');
  for (const result of ['triggered', 'already-triggered']) {
    const triggered = await runBundle(
      {
        updated: '["department"]',
        versions: again.outputs.versions,
        targets: 'department: owner/train',
        'department-dataset': NAME,
        'hf-token': TOKEN,
        'hub-endpoint': hub.url,
      },
      { folder: 'trigger-retraining' },
    );
    expect(JSON.parse(triggered.outputs.results)).toMatchObject([{ result }]);
  }
  expect(space.restarts).toHaveLength(1);
});

function run() {
  return scene.run({ 'department-dataset': NAME, 'urgency-dataset': '', 'hub-endpoint': hub.url });
}

function exchange(path: string, by: string): void {
  const files = hub.repo(NAME).head.files as Map<string, unknown>;
  files.set(path, files.get(by));
}

function sizeOf(path: string): number {
  return hub.repo(NAME).head.files.get(path)?.size ?? 0;
}
