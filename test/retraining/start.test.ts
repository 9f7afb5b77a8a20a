import { describe, expect, jest, test } from '@jest/globals';
import { GitHubApiError } from '../../src/github/github-api.ts';
import { HubError } from '../../src/hub/hub-error.ts';
import type { HubJobs } from '../../src/hub/jobs.ts';

jest.unstable_mockModule('node:timers/promises', () => ({ setTimeout: async () => {} }));
const { startJob } = await import('../../src/retraining/start-job.ts');
const { startWorkflow } = await import('../../src/retraining/start-workflow.ts');

const VERSION = { name: 'tone', repo: 'owner/tone', tag: 'v20260102_030405', commit: null };
const limits = { timeoutMs: 60_000, signal: new AbortController().signal };

/** Gives these answers, one after the other, the last one ever after; an error is thrown. */
function answers<T>(...given: (T | Error)[]): () => Promise<T> {
  let asked = 0;
  return async () => {
    const answer = given[Math.min(asked++, given.length - 1)];
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

describe('a workflow', () => {
  const target = {
    kind: 'workflow',
    name: 'train.yml',
    repository: null,
    ref: 'main',
    inputs: { revision: '{revision}' },
    wait: true,
  } as const;
  const dispatched = { workflow_run_id: 7, html_url: 'https://github.com/o/r/actions/runs/7' };
  const run = (
    target_: typeof target | (Omit<typeof target, 'wait'> & { wait: boolean }),
    ...given: unknown[]
  ) => startWorkflow(answers<unknown>(...given), target_, VERSION, { ...limits, repository: 'o/r' });
  const refused = (status: number) =>
    new GitHubApiError(`refused ${status}`, { status, mayHaveHappened: false, cause: null });

  test.each([
    ['success', null, true],
    [
      'failure',
      'The run of train.yml of o/r ended with failure: https://github.com/o/r/actions/runs/7',
      false,
    ],
    [null, 'The run of train.yml of o/r ended with unknown: https://github.com/o/r/actions/runs/7', false],
  ])('that ends with %s', async (conclusion, problem, mayStillRun) => {
    const ended = await run(
      target,
      dispatched,
      { status: 'in_progress' },
      { status: 'completed', conclusion },
    );
    expect(ended).toEqual({
      id: '7',
      url: dispatched.html_url,
      stage: conclusion ?? 'unknown',
      problem,
      mayStillRun,
    });
  });

  test('that is not waited for, or whose run nobody told', async () => {
    const started = { url: dispatched.html_url, id: '7', stage: '', problem: null, mayStillRun: true };
    expect(await run({ ...target, wait: false }, dispatched)).toEqual(started);
    const unknown = { url: null, id: null, stage: '', mayStillRun: true };
    expect(await run({ ...target, wait: false }, {})).toEqual({ ...unknown, problem: null });
    const problem =
      "The workflow train.yml of o/r was started, but GitHub's answer names no run to wait for.";
    expect(await run(target, {})).toEqual({ ...unknown, problem });
  });

  test.each([
    [429, 'success'],
    [503, 'success'],
    [undefined, 'success'],
    [404, 'in_progress'],
  ])('whose look is answered with %s', async (status, stage) => {
    const failure = new GitHubApiError('refused', { status, mayHaveHappened: false, cause: null });
    const looks = [{ status: 'in_progress' }, failure, { status: 'completed', conclusion: 'success' }];
    const ended = await run(target, dispatched, ...looks);
    expect(ended.stage).toBe(stage);
    expect(ended.problem).toBe(
      stage === 'success'
        ? null
        : `The run of train.yml of o/r was started, but its state is unknown. ${dispatched.html_url} refused`,
    );
  });

  test('whose look fails in another way', async () => {
    const ended = await run(target, dispatched, new TypeError('broken'), {
      status: 'completed',
      conclusion: 'success',
    });
    expect(ended).toMatchObject({ stage: '', problem: expect.stringContaining('broken') });
    expect((await run(target, dispatched, refused(403))).problem).toContain('refused 403');
  });
});

describe('a Job', () => {
  const target = {
    kind: 'job',
    name: 'python:3.12',
    command: ['train', '{revision}'],
    namespace: null,
    flavor: 'cpu-basic',
    environment: {},
    secrets: [],
    timeoutMinutes: 30,
    wait: true,
  } as const;
  const url = 'https://hub/jobs/o/1';
  const at = (stage: string) => ({ id: '1', url, stage });
  const run = (wait: boolean, ...looks: (ReturnType<typeof at> | Error)[]) =>
    startJob(
      { run: async () => at('SCHEDULING'), get: answers(...looks) } as unknown as HubJobs,
      { ...target, wait },
      VERSION,
      { ...limits, secrets: {} },
    );

  test.each([
    ['COMPLETED', null, true],
    ['ERROR', `The Job 1 ended with ERROR. Its logs: ${url}`, false],
    ['CANCELED', `The Job 1 ended with CANCELED. Its logs: ${url}`, false],
  ])('that ends with %s', async (stage, problem, mayStillRun) => {
    const ended = await run(true, at('RUNNING'), at(stage));
    expect(ended).toEqual({ id: '1', url, stage, problem, mayStillRun });
  });

  test('that is not waited for', async () => {
    const started = { id: '1', url, stage: 'SCHEDULING', problem: null, mayStillRun: true };
    expect(await run(false, at('ERROR'))).toEqual(started);
  });

  test.each([
    [429, 'COMPLETED'],
    [503, 'COMPLETED'],
    [undefined, 'COMPLETED'],
    [404, 'SCHEDULING'],
  ])('whose look is answered with %s', async (status, stage) => {
    const ended = await run(true, new HubError('refused', { status }), at('COMPLETED'));
    expect(ended.stage).toBe(stage);
    expect(ended.mayStillRun).toBe(true);
    expect(ended.problem === null).toBe(stage === 'COMPLETED');
  });
});
