import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import type { LocalGitHub } from '../support/local-github/server.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import type { StoredSpace } from '../support/local-hub/space-store.ts';
import { RetrainingScene, TAG } from '../support/retraining-scene.ts';

let scene: RetrainingScene;
let hub: LocalHub;
let github: LocalGitHub;
let space: StoredSpace;

beforeAll(async () => {
  scene = await RetrainingScene.start();
  ({ hub, github } = scene);
});

afterAll(() => scene.close());

beforeEach(() => {
  ({ space } = scene.reset());
});

describe('once per version', () => {
  test('nothing new triggers nothing and succeeds', async () => {
    const { exitCode, outputs, summary } = await scene.run('department: owner/retrain', {
      updated: '[]',
      versions: '{}',
    });
    expect({ exitCode, outputs }).toEqual({ exitCode: 0, outputs: { triggered: '[]', results: '[]' } });
    expect(summary).toContain('nothing was started');
    expect(hub.requests).toHaveLength(0);
  });

  test('a rerun for the same version triggers nothing, unless forced to', async () => {
    const first = await scene.run('department: owner/retrain\nurgency: owner/other');
    expect(first).toMatchObject({ exitCode: 0, outputs: { triggered: '["department"]' } });
    const rerun = await scene.run('department: owner/retrain');
    expect(rerun).toMatchObject({ exitCode: 0, outputs: { triggered: '[]' } });
    expect(rerun.log).toContain(`${TAG} was triggered before (tag retrained-${TAG}-owner-retrain-`);
    expect(space.restarts).toHaveLength(1);
    expect(await scene.run('department: owner/retrain', { force: 'true' })).toMatchObject({
      exitCode: 0,
      outputs: { triggered: '["department"]' },
    });
    expect(space.restarts).toHaveLength(2);
  });

  test('of runs at the same time one alone triggers', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => scene.run('department: owner/retrain')));
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(space.restarts).toHaveLength(1);
  });

  test('nothing is started when that cannot be noted', async () => {
    const { exitCode, log } = await scene.run('department: owner/retrain', { 'hf-token': 'hf_reader' });
    expect(exitCode).toBe(1);
    expect(log).toContain(`Nothing was started, because the mark that ${TAG} is triggered could not be set.`);
    expect(space.restarts).toHaveLength(0);
  });
});

describe('a Space', () => {
  test('gets the revision and is waited for', async () => {
    const { exitCode, outputs, summary } = await scene.run(
      'department: {space: owner/retrain, pass-revision: true, wait-for: RUNNING}',
    );
    expect(exitCode).toBe(0);
    expect(space.variables.get('DATASET_REVISION')).toBe(TAG);
    expect(JSON.parse(outputs.results)).toEqual([
      {
        label: 'department',
        kind: 'space',
        result: 'triggered',
        stage: 'RUNNING',
        id: null,
        url: `${hub.url}/spaces/owner/retrain`,
      },
    ]);
    expect(summary).toContain('✅ started, `RUNNING` after ');
  });

  test('that breaks fails the step, and a rerun tries again', async () => {
    space.afterRestart = ['APP_STARTING', 'RUNTIME_ERROR'];
    const targets = 'department: {space: owner/retrain, wait-for: RUNNING}';
    const { exitCode, log, outputs } = await scene.run(targets);
    expect(exitCode).toBe(1);
    expect(log).toContain(
      `reached RUNTIME_ERROR instead of RUNNING. Its logs: ${hub.url}/spaces/owner/retrain?logs=`,
    );
    expect(JSON.parse(outputs.results)[0]).toMatchObject({ result: 'failed', stage: 'RUNTIME_ERROR' });
    expect([...hub.repo('owner/department').tags.keys()]).toEqual([TAG]);
    space.afterRestart = ['APP_STARTING', 'RUNNING'];
    expect(await scene.run(targets)).toMatchObject({ exitCode: 0, outputs: { triggered: '["department"]' } });
  });

  test('that is slow is not restarted by a rerun', async () => {
    space.afterRestart = ['BUILDING'];
    const targets = 'department: {space: owner/retrain, wait-for: RUNNING}';
    const { exitCode, log } = await scene.run(targets, { 'timeout-minutes': '0.02' });
    expect(exitCode).toBe(1);
    expect(log).toContain('its last stage is BUILDING');
    expect(await scene.run(targets)).toMatchObject({ exitCode: 0, outputs: { triggered: '[]' } });
    expect(space.restarts).toHaveLength(1);
  });

  test('that is missing fails the step, and the other targets are started', async () => {
    const both = { updated: '["department","urgency"]' };
    const { exitCode, log, outputs } = await scene.run(
      'department: owner/missing\nurgency: owner/retrain',
      both,
    );
    expect({ exitCode, triggered: outputs.triggered }).toEqual({ exitCode: 1, triggered: '["urgency"]' });
    expect(log).toContain('The Hub does not find the Space owner/missing (404)');
    expect(space.restarts).toHaveLength(1);
    const tagged = hub.requests.filter(({ method, path }) => method === 'POST' && path.includes('/tag/'));
    expect(tagged.filter(({ path }) => path.includes('owner/department'))).toEqual([]);
  });

  test('and its dataset need no token where both trust the job', async () => {
    hub.trustPublisher({ repository: 'owner/app', resource: 'spaces/owner/retrain' }, ISSUER_KEY);
    hub.trustPublisher({ repository: 'owner/app', resource: 'datasets/owner/department' }, ISSUER_KEY);
    const keyless = { 'hf-token': '' };
    const { exitCode, masked } = await scene.run(
      'department: owner/retrain',
      keyless,
      github.identityEnvironment('owner/app'),
    );
    expect(exitCode).toBe(0);
    expect(masked.filter((secret) => secret.startsWith('hf_jwt_'))).toHaveLength(2);
  });
});

test('a dry run only says what it would do', async () => {
  const inputs = {
    'dry-run': 'true',
    'hf-token': '',
    'github-token': '',
    updated: '["department","urgency"]',
  };
  const { exitCode, log, outputs, summary } = await scene.run(
    'department: [owner/retrain, {workflow: train.yml, repository: owner/models}, {job: python}]',
    inputs,
  );
  expect({ exitCode, triggered: outputs.triggered }).toEqual({ exitCode: 0, triggered: '[]' });
  expect(log).toContain(`Dry run: department ${TAG}: the Space owner/retrain would be triggered.`);
  expect(log).toContain('the workflow train.yml of owner/models would be triggered.');
  expect(log).toContain(`::notice::targets has no target for urgency ${TAG}.`);
  expect(summary).toContain('🧪 would be started');
  expect([...hub.requests, ...github.requests]).toHaveLength(0);
});

test('every unusable input is named', async () => {
  const inputs = { updated: 'department', versions: '[]', force: 'perhaps', 'hf-token': 'hf_a b' };
  const { exitCode, log } = await scene.run('department: {space: owner/x, wait-for: DONE}', inputs);
  expect(exitCode).toBe(1);
  const words = [
    'updated must be',
    'versions must be',
    'targets of department: wait-for must be',
    'force must be',
    'hf-token contains',
  ];
  for (const each of words) expect(log).toContain(each);
});
