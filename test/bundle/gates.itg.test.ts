import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';

let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(() => scene.newDatabase());

describe('a database that is not the one that was meant', () => {
  const wrong = { ...repos('wrong'), 'random-state': '7' };
  let head: string;

  beforeAll(async () => {
    await scene.newDatabase();
    await scene.addReviews(variedReviews(40));
    expect((await scene.run(wrong)).exitCode).toBe(0);
    ({ id: head } = scene.hub.repo('owner/wrong-urgency').head);
  });

  beforeEach(() => scene.addReviews(variedReviews(20, 'other')));

  test('has its datasets held: nothing is written, and the run tells how to go on', async () => {
    const { exitCode, outputs, summary, log } = await scene.run(wrong);
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({
      'department-status': 'held',
      'urgency-status': 'held',
      'urgency-tag': '',
      updated: '[]',
    });
    expect(JSON.parse(outputs.versions).urgency).toMatchObject({
      status: 'held',
      tag: null,
      num_samples: 20,
      pull_request: null,
    });
    expect(writes()).toEqual([]);
    expect(scene.hub.repo('owner/wrong-urgency').head.id).toBe(head);
    expect(summary).toContain('**: Held by max-shrinkage. | 20 (−20) | 0 |');
    expect(summary).toContain('### ✋ urgency is held: 1 gate failed, so nothing was published');
    expect(summary).toMatch(
      /- \*\*max-shrinkage\*\*: 50\\\.0 % of the rows are gone since v\d+\\_\d+ \(40, now 20\), and at most 30 % may be gone\. Check that /,
    );
    expect(summary).toContain('| lost-classes | ✅ passed |');
    expect(log).toMatch(/^::error title=urgency%3A held::max-shrinkage: 50\.0 %25 of the rows are gone/m);
    expect(log).toMatch(/^urgency: Held by max-shrinkage\. See the error above\. 20 rows, −20 since v/m);
  });

  test('is told by a dry run, which fails as the real one does', async () => {
    const { exitCode, outputs, summary, log } = await scene.run({ ...wrong, 'dry-run': 'true' });
    expect([exitCode, outputs['urgency-status'], writes()]).toEqual([1, 'dry-run', []]);
    expect(JSON.parse(outputs.versions).urgency).toMatchObject({ status: 'dry-run', would: 'held' });
    expect(log).toMatch(/^::error title=urgency%3A would be held::max-shrinkage: /m);
    expect(log).toContain('urgency: It would be held by max-shrinkage. See the error above.');
    expect(log).toContain('  It would be held by max-shrinkage.');
    expect(summary).toContain('### ✋ urgency would be held');
  });

  test('is published where the gates of the step allow it, and then changed no more', async () => {
    const gates = 'max-shrinkage: 50';
    const { exitCode, outputs } = await scene.run({ ...wrong, gates });
    expect([exitCode, outputs['urgency-status']]).toEqual([0, 'published']);
    const again = await scene.run(wrong);
    expect([again.exitCode, again.outputs['urgency-status']]).toEqual([0, 'unchanged']);
  });
});

test('a mistyped repo is not created beside the one that was meant', async () => {
  scene.hub.createRepo('owner/typing-department');
  await scene.addReviews(variedReviews(40));
  const inputs = { 'department-dataset': 'owner/tpying-department', 'urgency-dataset': '' };
  const { exitCode, outputs, summary, log } = await scene.run(inputs);
  expect([exitCode, outputs['department-status']]).toEqual([1, 'held']);
  expect([writes(), scene.hub.hasRepo('owner/tpying-department')]).toEqual([[], false]);
  expect(summary).toContain('whose name differs only in one character, at place 2');
  expect(summary).toContain('or set similar-repo&#58; allow.');
  expect(log + summary).not.toContain('owner/typing-department');
  const allowed = await scene.run({ ...inputs, gates: 'similar-repo: allow' });
  expect([allowed.exitCode, scene.hub.hasRepo('owner/tpying-department')]).toEqual([0, true]);
});

test('labels in lower case are met with the classes that are accepted', async () => {
  const reviews = variedReviews(40).map(({ urgency, ...review }) => ({
    ...review,
    urgency: urgency?.toLowerCase(),
  }));
  await scene.addReviews(reviews);
  const { exitCode, outputs, summary, log } = await scene.run(repos('lower'));
  expect([exitCode, outputs['urgency-status'], outputs['department-status']]).toEqual([
    1,
    'held',
    'published',
  ]);
  expect(JSON.parse(outputs.updated)).toEqual(['department']);
  expect(scene.hub.hasRepo('owner/lower-urgency')).toBe(false);
  const met = '“normal” (20; did you mean “NORMAL”?), “urgent” (20; did you mean “URGENT”?)';
  for (const told of [summary, log]) {
    expect(told).toContain(`${met}. The classes of the dataset: “NORMAL”, “URGENT”, “HIGHLY URGENT”.`);
    expect(told.split(met)).toHaveLength(2);
  }
  expect(summary).toContain('Held by usable-rows, max-unknown-classes.');
  expect(log).toMatch(/^::error title=urgency%3A held::usable-rows: 0 of 40 rows read are usable/m);
});

test('a class that is lost holds its dataset only', async () => {
  await scene.addReviews(variedReviews(40));
  expect((await scene.run(repos('lost'))).exitCode).toBe(0);
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40).map((review) => ({ ...review, urgency: 'NORMAL' })));
  const { exitCode, outputs, summary } = await scene.run(repos('lost'));
  expect([exitCode, outputs['urgency-status'], outputs['department-status']]).toEqual([
    1,
    'held',
    'unchanged',
  ]);
  expect(summary).toContain('- **lost-classes**: URGENT had rows in v');
});

test('nothing reviewed yet is skipped and says so, and no gate holds it', async () => {
  const { exitCode, outputs, log } = await scene.run(repos('nothing'));
  expect([exitCode, outputs['urgency-status']]).toEqual([0, 'skipped']);
  expect(log).toContain(
    '::warning title=urgency%3A skipped::No row was read: the SELECT of the corrections gives none.',
  );
  expect(writes()).toEqual([]);
});

test('a repo that exists costs no request for a gate, and no name met is told outside log and summary', async () => {
  await scene.addReviews([...variedReviews(40), { message: 'a', urgency: 'Secretive' }]);
  scene.hub.createRepo('owner/known-urgency');
  const inputs = { 'department-dataset': '', 'urgency-dataset': 'owner/known-urgency' };
  const { outputs } = await scene.run(inputs);
  expect(scene.hub.requests.map(({ path }) => path)).not.toContainEqual(
    expect.stringMatching(/^\/api\/datasets\?/),
  );
  expect(JSON.stringify(outputs)).not.toMatch(/Secretive|owner\//);
});

/** Requests since the database is new that may have changed something on the Hub. */
function writes(): string[] {
  return scene.hub.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path);
}

function repos(name: string) {
  return {
    'department-dataset': `owner/${name}-department`,
    'urgency-dataset': `owner/${name}-urgency`,
  };
}
