import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BundleScene, readVersion, variedReviews } from '../support/bundle-scene.ts';

const ROWS = 50_000;

let scene: BundleScene;
beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.addReviews(variedReviews(ROWS));
});
afterAll(() => scene.close());

test('a dataset that is prepared in a thread is published whole', async () => {
  const { exitCode, outputs } = await scene.run({
    'department-dataset': 'owner/department',
    'urgency-dataset': 'owner/urgency',
  });
  expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
  const versions = JSON.parse(outputs.versions);
  for (const label of ['department', 'urgency']) {
    const { tag, splits } = versions[label];
    expect(splits).toEqual({ train: 40_003, eval: 5042, test: 4955 });
    const { train, eval: evaluation, test } = await readVersion(scene.hub, `owner/${label}`, tag);
    const texts = [...train, ...evaluation, ...test].map(([text]) => text);
    expect([texts.length, new Set(texts).size]).toEqual([ROWS, ROWS]);
  }
});

test('a second run finds it unchanged, and ends', async () => {
  const { exitCode, outputs } = await scene.run({
    'department-dataset': 'owner/department',
    'urgency-dataset': 'owner/urgency',
  });
  expect([exitCode, outputs['department-status'], outputs['urgency-status']]).toEqual([
    0,
    'unchanged',
    'unchanged',
  ]);
});
