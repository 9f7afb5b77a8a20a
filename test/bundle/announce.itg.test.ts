import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { runBundle } from '../support/run-bundle.ts';

let scene: BundleScene;
let round = 0;
let repos: Readonly<Record<string, string>>;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(60));
  const name = `owner/announced-${round++}`;
  repos = { 'department-dataset': `${name}-department`, 'urgency-dataset': `${name}-urgency` };
});

describe('a run that is killed', () => {
  test('after one dataset was done has told of it, and the next run tells of the other', async () => {
    const killed = await killAt(/-urgency\/commit\/main$/, () => marksOf('department').length > 0);
    expect(killed.exitCode).toBeNull();
    expect(killed.outputs).toMatchObject({ updated: '["department"]', 'department-status': 'published' });
    const tag = killed.outputs['department-tag'];
    expect(JSON.parse(killed.outputs.versions).department).toMatchObject({ tag, status: 'published' });
    expect(marksOf('department')).toEqual([`announced-${tag}`]);

    const next = await scene.run(repos);
    expect(next.outputs).toMatchObject({
      updated: '["urgency"]',
      'department-status': 'unchanged',
      'department-tag': tag,
      'urgency-status': 'published',
    });
    expect((await scene.run(repos)).outputs).toMatchObject({ updated: '[]', 'urgency-status': 'unchanged' });
  });

  test('after a version was tagged and before it was told has the next run tell of it', async () => {
    const only = { ...repos, 'urgency-dataset': '' };
    const killed = await killAt(/\/tag\//, () => tagsOf('department').length > 0, only);
    expect(killed.outputs).toMatchObject({ updated: '[]', 'department-tag': '' });
    const [tag] = tagsOf('department');

    const next = await scene.run(only);
    expect(next.exitCode).toBe(0);
    expect(next.outputs).toMatchObject({
      updated: '["department"]',
      'department-status': 'unchanged',
      'department-tag': tag,
    });
    expect(next.summary).toContain('No run has announced this version yet');
    expect((await scene.run(only)).outputs.updated).toBe('[]');
  });
});

test('a mark that cannot be set is told, and the version is told of again', async () => {
  scene.hub.faults.add({ path: /-department\/tag\//, skip: 1, when: 'before', kind: { status: 403 } });
  const first = await scene.run(repos);
  expect(first.exitCode).toBe(0);
  expect(first.outputs.updated).toBe('["department","urgency"]');
  expect(first.log).toMatch(
    /::warning title=department%3A not marked::The mark on the Hub that this version was announced could not be set, so the next run announces it again/,
  );
  expect((await scene.run(repos)).outputs.updated).toBe('["department"]');
});

test('a version that something was triggered for is not told of again, though its mark is lost', async () => {
  await scene.run(repos);
  const { tags, head } = scene.hub.repo(repos['department-dataset']);
  const [mark] = marksOf('department');
  tags.delete(mark);
  const trigger = mark.replace('announced-', 'retrained-');
  tags.set(`${trigger}-train-0123456789abcdef`, { commit: head.id, message: '' });
  expect((await scene.run(repos)).outputs.updated).toBe('[]');
});

function tagsOf(label: 'department' | 'urgency'): string[] {
  const name = repos[`${label}-dataset`];
  return scene.hub.hasRepo(name) ? [...scene.hub.repo(name).tags.keys()] : [];
}

function marksOf(label: 'department' | 'urgency'): string[] {
  return tagsOf(label).filter((tag) => tag.startsWith('announced-'));
}

/** Runs the bundle, has the first request of a path hang, and kills the process once `isReached` says so. */
function killAt(path: RegExp, isReached: () => boolean, inputs = repos) {
  scene.hub.faults.add({ path, when: path.source.includes('tag') ? 'after' : 'before', kind: 'hang' });
  const given = {
    'postgres-url': scene.database.url({ params: { sslmode: 'disable' } }),
    'hf-token': TOKEN,
    'hub-endpoint': scene.hub.url,
    'min-dataset-len': '10',
    ...inputs,
  };
  return runBundle(given, {
    onStart: async (child) => {
      while (child.exitCode === null && !isReached()) await new Promise((resolve) => setTimeout(resolve, 10));
      child.kill('SIGKILL');
    },
  });
}
