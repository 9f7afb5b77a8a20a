import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GitHubError } from '../support/local-github/github-error.ts';
import { RetrainingScene, TAG } from '../support/retraining-scene.ts';
import { type BundleRun, type RunOptions, runBundle } from '../support/run-bundle.ts';

/** The runner kills a job 7.5 s after SIGINT; a run is promised to end sooner. */
const LIMIT_MS = 5000;
const LIMITED = { status: 429, headers: { 'Retry-After': '60' } } as const;
const SPACE = 'department: {space: owner/retrain, wait-for: RUNNING}';
const WORKFLOW = 'department: {workflow: train.yml, repository: owner/models, wait: true}';
const JOB = 'department: {job: python, wait: true}';

let scene: RetrainingScene;
let world: ReturnType<RetrainingScene['reset']>;

beforeAll(async () => {
  scene = await RetrainingScene.start();
  scene.hub.allowJobs('owner', ['RUNNING']);
});

afterAll(() => scene.close());

beforeEach(() => {
  world = scene.reset();
  world.space.afterRestart = ['BUILDING'];
  const inProgress = { status: 'in_progress', conclusion: null };
  world.models.workflows.set('train.yml', { inputs: ['label', 'dataset', 'revision'], stages: [inProgress] });
});

describe.each(['SIGINT', 'SIGTERM'] as const)('%s to trigger-retraining', (signal) => {
  test.each([
    ['a Space', SPACE, () => asked(/runtime$/) > 2, 'BUILDING'],
    ['the run of a workflow', WORKFLOW, () => askedGitHub(/runs\/1001$/) > 0, 'in_progress'],
    ['a Job', JOB, () => asked(/^\/api\/jobs\/owner\/\w+$/) > 0, 'RUNNING'],
  ])('while it waits for %s: it tells how far it came, and nothing is started again', async (...row) => {
    const [, targets, isThere, stage] = row;
    const run = await cancel(signal, isThere, (options) => scene.run(targets, {}, {}, options));
    expectCancelled(run);
    expect(JSON.parse(run.outputs.results)).toMatchObject([{ result: 'failed', stage }]);
    expect(await scene.run(targets)).toMatchObject({ exitCode: 0, outputs: { triggered: '[]' } });
  });
});

describe('SIGINT to trigger-retraining before anything was started releases the mark', () => {
  test('while it waits until the Hub takes requests again', async () => {
    scene.hub.faults.add({ path: '/restart$', when: 'before', kind: LIMITED });
    const run = await cancelTrigger(SPACE, () => asked(/restart$/) > 0);
    expectCancelled(run);
    expectNothingStarted(run);
  });

  test('while it waits for the rate limit of GitHub', async () => {
    const headers = { 'Retry-After': '60' };
    scene.github.refuseNext(/dispatches/, new GitHubError(403, 'secondary rate limit', { headers }));
    const run = await cancelTrigger(WORKFLOW, () => askedGitHub(/dispatches$/) > 0);
    expectCancelled(run);
    expectNothingStarted(run);
    expect(world.models.runs).toEqual([]);
  });

  test.each([
    ['asks which marks there are', /refs$/],
    ['sets its claim', /tag/],
    ['looks at the Space', /runtime$/],
  ])('while it %s', async (_, path) => {
    scene.hub.faults.add({ path, when: 'before', kind: 'hang' });
    const run = await cancelTrigger(SPACE, () => asked(path) > 0);
    expectCancelled(run);
    expectNothingStarted(run);
  });

  test('while the mark that it has set is not confirmed', async () => {
    scene.hub.faults.add({ path: '/tag/', method: 'POST', skip: 1, when: 'after', kind: 'hang' });
    const run = await cancelTrigger(SPACE, () => asked(/tag/) > 1);
    expectCancelled(run);
    expectNothingStarted(run);
  });
});

test('SIGINT while the start is not confirmed keeps the mark, and says what to do', async () => {
  scene.hub.faults.add({ path: '/restart$', when: 'after', kind: 'hang' });
  const run = await cancelTrigger(SPACE, () => asked(/restart$/) > 0);
  expectCancelled(run);
  expect(run.log).toContain('The target may have been started. If not, set force.');
  expect(await scene.run(SPACE)).toMatchObject({ outputs: { triggered: '[]' } });
  expect(world.space.restarts).toHaveLength(1);
});

describe('SIGINT to', () => {
  test.each([
    ['restart-space', { 'wait-for': 'RUNNING' }, { stage: 'BUILDING', stages: '["BUILDING"]' }],
    ['pause-space', {}, { stage: 'STOPPED' }],
  ])('%s while it waits tells the last stage', async (folder, inputs, outputs) => {
    world.space.restart(false);
    world.space.afterPause = ['STOPPED'];
    const run = await cancelSpaceAction(folder, inputs, () => asked(/runtime$/) > 1);
    expectCancelled(run);
    expect(run.outputs).toEqual(outputs);
  });

  test.each(['restart-space', 'pause-space'])(
    '%s while it waits until the Hub takes requests',
    async (folder) => {
      scene.hub.faults.add({ path: '/runtime$', when: 'before', kind: LIMITED });
      const run = await cancelSpaceAction(folder, {}, () => asked(/runtime$/) > 0);
      expectCancelled(run);
      expect(run.outputs.stage).toBe('');
    },
  );

  test.each([
    ['the Hub', { 'github-token': '' }, () => asked(/refs$/) > 0],
    ['GitHub', { 'hub-endpoint': 'http://127.0.0.1:1' }, () => askedGitHub(/runs$/) > 0],
  ])('dashboard while it waits for %s', async (_, inputs, isThere) => {
    scene.hub.faults.add({ path: '/refs$', when: 'before', kind: LIMITED });
    const headers = { 'Retry-After': '60' };
    scene.github.refuseNext(/runs/, new GitHubError(429, 'Slow down', { headers }));
    const given = {
      'department-dataset': 'owner/department',
      'hub-endpoint': scene.hub.url,
      'hf-token': 'hf_writer',
      'github-token': 'ghs_all',
      workflow: 'train.yml',
    };
    const environment = { GITHUB_API_URL: scene.github.url, GITHUB_REPOSITORY: 'owner/models' };
    const run = await cancel('SIGINT', isThere, (options) =>
      runBundle({ ...given, ...inputs }, { ...options, folder: 'dashboard', environment }),
    );
    expectCancelled(run);
    expect(run.log).not.toContain('not shown');
  });
});

function cancelTrigger(targets: string, isThere: () => boolean) {
  return cancel('SIGINT', isThere, (options) => scene.run(targets, {}, {}, options));
}

function cancelSpaceAction(folder: string, inputs: Readonly<Record<string, string>>, isThere: () => boolean) {
  const given = { 'space-id': 'owner/retrain', 'hf-token': 'hf_writer', 'hub-endpoint': scene.hub.url };
  return cancel('SIGINT', isThere, (options) => runBundle({ ...given, ...inputs }, { ...options, folder }));
}

/** Starts a bundle, sends the signal once `isThere` says so, and takes the time from then to the end. */
async function cancel(
  signal: NodeJS.Signals,
  isThere: () => boolean,
  start: (options: RunOptions) => Promise<BundleRun>,
) {
  let sentAt = Number.NaN;
  const run = await start({
    onStart: async (child) => {
      while (child.exitCode === null && !isThere()) await sleep(20);
      // What was asked is answered by then, and the wait has begun.
      await sleep(200);
      sentAt = Date.now();
      child.kill(signal);
    },
  });
  return { ...run, tookMs: Date.now() - sentAt };
}

function expectCancelled({ exitCode, log, tookMs }: Awaited<ReturnType<typeof cancel>>): void {
  expect({ exitCode, told: log.match(/The run was cancelled\./g) }).toEqual({
    exitCode: 1,
    told: ['The run was cancelled.'],
  });
  expect(tookMs).toBeLessThan(LIMIT_MS);
}

function expectNothingStarted({ log }: BundleRun): void {
  expect(log).toContain('The run ended before anything was started.');
  expect([...scene.hub.repo('owner/department').tags.keys()]).toEqual([TAG]);
  expect(world.space.restarts).toEqual([]);
}

function asked(path: RegExp): number {
  return scene.hub.requests.filter((request) => path.test(request.path)).length;
}

function askedGitHub(path: RegExp): number {
  return scene.github.requests.filter((request) => path.test(request.path.replace(/\?.*/, ''))).length;
}
