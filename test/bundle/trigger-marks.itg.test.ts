import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../support/http/faults.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { RetrainingScene, TAG } from '../support/retraining-scene.ts';

const TARGET = 'department: {job: python}';
/** The second tag that is set is the mark; the first is the claim to it. */
const MARK = { path: '/tag/', method: 'POST', skip: 1 } as const;

let scene: RetrainingScene;

beforeAll(async () => {
  scene = await RetrainingScene.start();
});

afterAll(() => scene.close());

beforeEach(() => {
  scene.reset();
});

describe('each target has a mark of its own', () => {
  test('workflows that differ in an input or the branch', async () => {
    const { models } = scene.reset();
    models.branches.add('next');
    models.workflows.set('train.yml', { inputs: ['model', 'label', 'dataset', 'revision'], stages: [] });
    const workflow = { workflow: 'train.yml', repository: 'owner/models' };
    const targets = [
      { ...workflow, inputs: { model: 'small' } },
      { ...workflow, inputs: { model: 'large' } },
      { ...workflow, inputs: { model: 'large' }, ref: 'next' },
      workflow,
    ];
    expect(await scene.run(JSON.stringify({ department: targets }))).toMatchObject({ exitCode: 0 });
    expect(models.runs).toHaveLength(targets.length);
  });

  test('events that differ in their payload', async () => {
    const { models } = scene.reset();
    const event = { 'repository-dispatch': 'updated', repository: 'owner/models' };
    const payloads = [{}, { size: 1 }, { size: '1' }, { deep: { a: 1, b: 2 } }, { deep: { a: 1, b: 3 } }];
    const targets = payloads.map((payload) => ({ ...event, payload }));
    expect(await scene.run(JSON.stringify({ department: targets }))).toMatchObject({ exitCode: 0 });
    expect(models.dispatches).toHaveLength(targets.length);
  });

  test('Jobs that differ in anything the Hub is asked for', async () => {
    const options = [
      {},
      { environment: { SIZE: 1 } },
      { environment: { SIZE: 2 } },
      { flavor: 'a10g-small' },
      { secrets: ['KEY'] },
      { 'timeout-minutes': 31 },
      { command: ['train', 'it'] },
      { command: ['train it'] },
    ];
    const before = scene.hub.jobs.length;
    const targets = JSON.stringify({ department: options.map((each) => ({ job: 'python', ...each })) });
    expect(await scene.run(targets, {}, { KEY: 'sesame' })).toMatchObject({ exitCode: 0 });
    expect(scene.hub.jobs.length - before).toBe(options.length);
  });

  test('but how its end is waited for, the case of a name and the order of keys make it no other', async () => {
    const { models } = scene.reset();
    const run = (target: string) => scene.run(`department: ${target}`);
    await run('{repository-dispatch: a, repository: owner/models, payload: {x: 1, y: {z: 2, w: 3}}}');
    await run('{repository-dispatch: a, repository: Owner/models, payload: {y: {w: 3, z: 2}, x: 1}}');
    await run('{workflow: train.yml, repository: owner/models}');
    await run('{workflow: train.yml, repository: owner/models, wait: true, ref: main}');
    expect([models.dispatches.length, models.runs.length]).toEqual([1, 1]);
  });

  test('listed twice it is refused, before anything is asked', async () => {
    const { exitCode, log } = await scene.run(
      'department: [owner/retrain, {space: Owner/Retrain, wait-for: RUNNING}, {workflow: a.yml}, {workflow: a.yml, repository: owner/app}]',
    );
    expect(exitCode).toBe(1);
    expect(log).toContain('targets of department lists the Space Owner/Retrain twice');
    expect(log).toContain('targets of department lists the workflow a.yml of owner/app twice');
    expect(scene.hub.requests).toEqual([]);
  });
});

describe('a mark that was not confirmed', () => {
  test.each<[string, Fault]>([
    ['the claim, lost', { path: '/tag/', method: 'POST', when: 'after', kind: 'reset' }],
    ['the claim, failed', { path: '/tag/', method: 'POST', when: 'after', kind: { status: 500 } }],
    ['the mark, lost', { ...MARK, when: 'after', kind: 'reset' }],
    ['the mark, failed', { ...MARK, when: 'after', kind: { status: 500 } }],
  ])('is this run’s own when nobody else claims it: %s', async (_, fault) => {
    const before = scene.hub.jobs.length;
    scene.hub.faults.add(fault);
    expect(await scene.run(TARGET)).toMatchObject({ exitCode: 0, outputs: { triggered: '["department"]' } });
    expect(await scene.run(TARGET)).toMatchObject({ exitCode: 0, outputs: { triggered: '[]' } });
    expect(scene.hub.jobs.length - before).toBe(1);
  });

  test('starts nothing when it was not set', async () => {
    scene.hub.faults.add({ ...MARK, when: 'before', kind: { status: 500 } });
    const { exitCode, log } = await scene.run(TARGET);
    expect(exitCode).toBe(1);
    expect(log).toContain(`Nothing was started, because the mark that ${TAG} is triggered could not be set.`);
    expect(tags(scene.hub)).toEqual([TAG]);
    expect(await scene.run(TARGET)).toMatchObject({ exitCode: 0, outputs: { triggered: '["department"]' } });
  });

  test('is set by one run of several whose answers are all lost', async () => {
    const before = scene.hub.jobs.length;
    scene.hub.faults.add({ path: '/tag/', method: 'POST', when: 'after', kind: { status: 500 }, times: 99 });
    await Promise.all([1, 2, 3].map(() => scene.run(TARGET)));
    expect(scene.hub.jobs.length - before).toBeLessThanOrEqual(1);
  });
});

describe('on a Hub that answers 500 for a tag that exists', () => {
  let kohaku: RetrainingScene;

  beforeAll(async () => {
    kohaku = await RetrainingScene.start({ kind: 'kohaku' });
  });

  afterAll(() => kohaku.close());

  beforeEach(() => {
    kohaku.reset();
  });

  test('nothing is started when another run set the mark, and what to do is said', async () => {
    const kind = { run: () => setByAnother(kohaku.hub) };
    kohaku.hub.faults.add({ path: '/tag/', method: 'POST', when: 'before', kind, times: 9 });
    const { exitCode, log } = await kohaku.run(TARGET);
    expect(kohaku.hub.jobs).toEqual([]);
    expect(exitCode).toBe(1);
    expect(log).toContain(
      'but several runs tried at the same time, and it is unclear which one set it. Check whether',
    );
    expect(log).toContain('If not, set force.');
    const claims = tags(kohaku.hub).filter((tag) => tag.includes('-by-'));
    expect(claims).toEqual([expect.stringMatching(/-by-x$/)]);
  });

  test('one run of several starts', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => kohaku.run(TARGET)));
    expect(kohaku.hub.jobs).toHaveLength(1);
    expect(runs.filter(({ outputs }) => outputs.triggered === '["department"]')).toHaveLength(1);
    expect(await kohaku.run(TARGET)).toMatchObject({ exitCode: 0, outputs: { triggered: '[]' } });
  });
});

test('what another run started is not taken away by one that was forced and failed', async () => {
  const targets = 'department: owner/retrain';
  const { space } = scene.reset();
  await scene.run(targets);
  const marked = tags(scene.hub);
  scene.hub.faults.add({ path: '/restart', when: 'before', kind: { status: 403 } });
  expect(await scene.run(targets, { force: 'true' })).toMatchObject({ exitCode: 1 });
  expect(tags(scene.hub)).toEqual(marked);
  expect(space.restarts).toHaveLength(1);
});

test('what was started is not started again because nobody could look at it', async () => {
  scene.hub.faults.add({ path: '/api/jobs/owner/', when: 'before', kind: { status: 403 }, times: 9 });
  const before = scene.hub.jobs.length;
  const { exitCode, log } = await scene.run('department: {job: python, wait: true}');
  expect(exitCode).toBe(1);
  expect(log).toContain('was started, but its state is unknown.');
  expect(await scene.run('department: {job: python}')).toMatchObject({ outputs: { triggered: '[]' } });
  expect(scene.hub.jobs.length - before).toBe(1);
});

/** Sets the mark that a run has just asked for, as another run would have done. */
function setByAnother(hub: LocalHub): void {
  const { tag } = JSON.parse(hub.requests.at(-1)?.body ?? '');
  const { tags, head } = hub.repo('owner/department');
  if (tag.includes('-by-')) return;
  for (const name of [`${tag}-by-x`, tag]) tags.set(name, { commit: head.id, message: '' });
}

function tags(hub: LocalHub): string[] {
  return [...hub.repo('owner/department').tags.keys()];
}
