import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { call } from '../support/local-hub/call.ts';
import { addCommit, openDiscussion } from '../support/local-hub/discussion-store.ts';
import { regularFile } from '../support/local-hub/repo-store.ts';

const SPACE = { 'prepare-dataset-space-id': 'owner/prepare' };
let scene: BundleScene;
let github: LocalGitHub;

beforeAll(async () => {
  [scene, github] = await Promise.all([BundleScene.start(), startLocalGitHub()]);
});

afterAll(() => Promise.all([scene.close(), github.close()]));

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
});

describe('without a token', () => {
  test("the job's identity is exchanged for a token of each repo, which are masked", async () => {
    for (const label of ['department', 'urgency']) {
      scene.hub.createRepo(`owner/keyless-${label}`);
      scene.hub.trustPublisher(
        { repository: 'owner/app', resource: `datasets/owner/keyless-${label}` },
        ISSUER_KEY,
      );
    }
    const { exitCode, outputs, masked, log } = await runKeyless('keyless');
    expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
    const tokens = masked.filter((value) => value.startsWith('hf_jwt_'));
    expect(tokens).toHaveLength(2);
    for (const token of tokens) expect(log).not.toContain(token);
  });

  test('a label whose repo has no trusted publisher fails, and says so; the other is published', async () => {
    scene.hub.createRepo('owner/half-urgency');
    scene.hub.trustPublisher(
      { repository: 'owner/app', resource: 'datasets/owner/half-urgency' },
      ISSUER_KEY,
    );
    const { exitCode, outputs, log } = await runKeyless('half');
    expect([exitCode, outputs['department-status'], outputs['urgency-status']]).toEqual([
      1,
      'failed',
      'published',
    ]);
    expect(log).toContain("did not accept this job's identity for datasets/owner/half-department");
  });
});

test('in a public repo, only what the action offered is announced after the merge', async () => {
  const name = 'owner/keyless-approved';
  const repo = scene.hub.createRepo(name, { private: false });
  scene.hub.trustPublisher({ repository: 'owner/app', resource: `datasets/${name}` }, ISSUER_KEY);
  scene.hub.faults.add({ path: /whoami/, when: 'before', times: 1000, kind: { status: 401 } });
  const inputs = {
    'department-dataset': name,
    'urgency-dataset': '',
    'hf-token': '',
    private: 'false',
    gates: 'publish: pull-request',
  };
  const offer = () => scene.run(inputs, { ...github.identityEnvironment('owner/app') });
  const merge = async (number: number) => {
    const url = `${scene.hub.url}/api/datasets/${name}/discussions/${number}/merge`;
    expect((await call(url, { method: 'POST', token: TOKEN })).ok).toBe(true);
  };
  const versions = () => [...repo.tags.keys()].filter((tag) => /^v\d/.test(tag));
  expect((await offer()).outputs['department-status']).toBe('awaiting-approval');
  await merge(1);
  const announced = await offer();
  expect([announced.outputs.updated, announced.outputs['department-status']]).toEqual([
    '["department"]',
    'published',
  ]);
  expect(versions()).toHaveLength(1);

  // A stranger offers other rows under the title of a version, and a person merges them.
  await scene.addReviews(variedReviews(10, 'matter'));
  expect((await offer()).outputs['department-status']).toBe('awaiting-approval');
  const [, { title, commits }] = repo.discussions;
  const theirs = openDiscussion(repo, { title, description: '', author: 'mallory', base: repo.head });
  const made = commits.at(-1)!;
  const metadata = String(made.files.get('dataset_metadata.json')!.content).replace(
    '"num_samples"',
    '"forged": 1, "num_samples"',
  );
  const files = new Map(made.files).set('dataset_metadata.json', regularFile(Buffer.from(metadata)));
  addCommit(theirs, { ...made, id: '5'.repeat(40), author: 'mallory', files });
  repo.discussions[1].status = 'closed';
  await merge(3);
  await scene.addReviews(variedReviews(10, 'thing'));
  const left = await offer();
  expect([left.outputs.updated, left.outputs['department-status']]).toEqual(['[]', 'awaiting-approval']);
  expect(left.log).toContain('which this action did not offer');
  expect(versions()).toHaveLength(1);
});

describe('the Space to pause', () => {
  test('is paused at the end', async () => {
    const space = scene.hub.createSpace('owner/prepare');
    const { exitCode, summary } = await scene.run({ ...repos('paused'), ...SPACE });
    expect([exitCode, space.tellStage()]).toEqual([0, 'PAUSED']);
    expect(summary).toContain('- ✅ **Space to pause**: owner/prepare is PAUSED');
  });

  test('is left alone by a dry run', async () => {
    const space = scene.hub.createSpace('owner/prepare');
    await scene.run({ ...repos('unpaused'), ...SPACE, 'dry-run': 'true' });
    expect(space.tellStage()).toBe('RUNNING');
  });

  test('that is missing is a warning', async () => {
    const { exitCode, outputs, summary, log } = await scene.run({
      ...repos('missing'),
      'prepare-dataset-space-id': 'owner/gone',
    });
    expect([exitCode, outputs['department-status']]).toEqual([0, 'published']);
    expect(log).toContain('::warning title=Space to pause%3A failed::');
    expect(summary).toContain('- **Space to pause**: ');
    expect(log).not.toContain(TOKEN);
  });
});

function runKeyless(name: string) {
  return scene.run({ ...repos(name), 'hf-token': '' }, { ...github.identityEnvironment('owner/app') });
}

function repos(name: string) {
  return { 'department-dataset': `owner/${name}-department`, 'urgency-dataset': `owner/${name}-urgency` };
}
