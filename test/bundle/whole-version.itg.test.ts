import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, readVersion, variedReviews } from '../support/bundle-scene.ts';
import type { StoredRepo } from '../support/local-hub/repo-store.ts';

const EVAL = 'data/eval-00000-of-00001.parquet';
let scene: BundleScene;
let repos = 0;
let name: string;
let inputs: Readonly<Record<string, string>>;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(60));
  name = `owner/whole-${repos++}`;
  inputs = { 'department-dataset': name, 'urgency-dataset': '' };
});

describe('a commit that lost a file on its way', () => {
  test('is tagged neither by the run that made it nor by the next, which publishes anew', async () => {
    scene.hub.createRepo(name);
    scene.hub.faults.add({ path: /\/revision\//, when: 'before', kind: { run: () => lose(EVAL) } });
    const struck = await scene.run(inputs);
    expect([struck.exitCode, struck.outputs['department-status']]).toEqual([1, 'failed']);
    expect(struck.log).toContain(`does not hold what was sent (${EVAL})`);
    expect(versionTags()).toEqual([]);

    const next = await scene.run(inputs);
    expect([next.exitCode, next.outputs.updated]).toEqual([0, '["department"]']);
    expect(versionTags()).toEqual([next.outputs['department-tag']]);
    expect(next.summary).toContain('in the repo are not as they were published&#58; data/eval-');
    expect((await readVersion(scene.hub, name, next.outputs['department-tag'])).eval).not.toEqual([]);
  });
});

describe('a file of main that was', () => {
  test.each<[string, () => void]>([
    ['deleted', () => void scene.hub.commitAs('somebody', name, { [EVAL]: null })],
    ['exchanged for another', () => void files().set(EVAL, files().get('data/test-00000-of-00001.parquet'))],
    ['overwritten', () => void scene.hub.commitAs('somebody', name, { [EVAL]: 'x'.repeat(sizeOf(EVAL)) })],
  ])('%s has the same data published anew, once', async (_, damage) => {
    const first = await scene.run(inputs);
    damage();
    await afterSecondOf(first.outputs['department-tag']);
    const second = await scene.run(inputs);
    expect(second.outputs).toMatchObject({ 'department-status': 'published', updated: '["department"]' });
    expect(versionTags()).toEqual([first.outputs['department-tag'], second.outputs['department-tag']]);
    expect(Object.keys(await readVersion(scene.hub, name, 'main'))).toEqual(['train', 'eval', 'test']);

    const third = await scene.run(inputs);
    expect(third.outputs).toMatchObject({
      'department-status': 'unchanged',
      'department-tag': second.outputs['department-tag'],
      updated: '[]',
    });
  });
});

test('what keeps datasets from loading the repo is deleted with a new version', async () => {
  const [, script] = `${name}.py`.split('/');
  scene.hub.createRepo(name);
  scene.hub.commitAs('somebody', name, {
    [script]: 'import datasets',
    '.huggingface.yaml': 'configs: []',
    'data/train-00000-of-00009.parquet': 'old',
    'notes.py': 'kept',
  });
  const { exitCode } = await scene.run(inputs);
  expect(exitCode).toBe(0);
  const left = [...files().keys()];
  expect(left).toContain('notes.py');
  for (const gone of [script, '.huggingface.yaml', 'data/train-00000-of-00009.parquet'])
    expect(left).not.toContain(gone);
});

function repo(): StoredRepo {
  return scene.hub.repo(name);
}

function files(): Map<string, unknown> {
  return repo().head.files as Map<string, unknown>;
}

function lose(path: string): void {
  files().delete(path);
}

function sizeOf(path: string): number {
  return repo().head.files.get(path)?.size ?? 0;
}

function versionTags(): string[] {
  return [...repo().tags.keys()].filter((tag) => /^v\d{8}_\d{6}$/.test(tag));
}

/** Waits until another second is named by the clock than by a version's tag. */
async function afterSecondOf(tag: string): Promise<void> {
  const now = () => `v${new Date().toISOString().slice(0, 19).replace('T', '_').replace(/[-:]/g, '')}`;
  while (now() <= tag) await new Promise((resolve) => setTimeout(resolve, 50));
}
