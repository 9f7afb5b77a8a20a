import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';

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
