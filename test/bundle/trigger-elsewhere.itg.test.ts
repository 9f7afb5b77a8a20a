import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GitHubError } from '../support/local-github/github-error.ts';
import type { StoredRepository } from '../support/local-github/github-state.ts';
import type { LocalGitHub } from '../support/local-github/server.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { RetrainingScene, TAG } from '../support/retraining-scene.ts';

let scene: RetrainingScene;
let hub: LocalHub;
let github: LocalGitHub;
let models: StoredRepository;

beforeAll(async () => {
  scene = await RetrainingScene.start();
  ({ hub, github } = scene);
});

afterAll(() => scene.close());

beforeEach(() => {
  ({ models } = scene.reset());
});

describe('a workflow', () => {
  test('is started with the version and waited for', async () => {
    const { exitCode, outputs, log } = await scene.run(
      'department: {workflow: train.yml, repository: owner/models, wait: true}',
    );
    expect(exitCode).toBe(0);
    const url = 'https://github.com/owner/models/actions/runs/1001';
    expect(JSON.parse(outputs.results)).toEqual([
      { label: 'department', kind: 'workflow', result: 'triggered', stage: 'success', id: '1001', url },
    ]);
    expect(models.runs[0]).toMatchObject({
      workflow: 'train.yml',
      ref: 'main',
      inputs: { label: 'department', dataset: 'owner/department', revision: TAG },
    });
    expect(log).toContain(url);
    const [request] = github.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/repos/owner/models/actions/workflows/train.yml/dispatches',
      status: 200,
    });
    expect(JSON.parse(request.body).return_run_details).toBe(true);
  });

  test('that fails fails the step', async () => {
    models.workflows.set('train.yml', {
      inputs: ['label', 'dataset', 'revision'],
      stages: [{ status: 'completed', conclusion: 'failure' }],
    });
    const { exitCode, log } = await scene.run(
      'department: {workflow: train.yml, repository: owner/models, wait: true}',
    );
    expect(exitCode).toBe(1);
    expect(log).toContain('ended with failure: https://github.com/owner/models/actions/runs/1001');
  });

  test.each([
    ['a missing permission', 'train.yml', {}, 'ghs_none', 'it lacks the permission "actions: write"'],
    ['a token nobody knows', 'train.yml', {}, 'ghs_other', 'GitHub refused the token'],
    ['a missing workflow', 'other.yml', {}, 'ghs_all', 'A workflow file must be on the default branch'],
    ['a missing branch', 'train.yml', { ref: 'next' }, 'ghs_all', 'No ref found for: next'],
    [
      'an undeclared input',
      'train.yml',
      { inputs: { epochs: 3 } },
      'ghs_all',
      'Unexpected inputs provided: ["epochs"]',
    ],
  ])('names %s, and a rerun tries again', async (_, workflow, options, token, words) => {
    const targets = JSON.stringify({ department: { workflow, repository: 'owner/models', ...options } });
    const { exitCode, log } = await scene.run(targets, { 'github-token': token });
    expect(exitCode).toBe(1);
    expect(log).toContain(words);
    expect(log).not.toContain(token);
    expect([...hub.repo('owner/department').tags.keys()]).toEqual([TAG]);
  });

  test('waits for the rate limit, and says so', async () => {
    const headers = { 'Retry-After': '1' };
    github.refuseNext(
      /dispatches/,
      new GitHubError(403, 'You have exceeded a secondary rate limit.', { headers }),
    );
    const { exitCode, log } = await scene.run('department: {workflow: train.yml, repository: owner/models}');
    expect(exitCode).toBe(0);
    expect(log).toContain(
      'GitHub answered with its rate limit on the request to start the workflow train.yml',
    );
    expect(models.runs).toHaveLength(1);
  });

  test('may have been started when GitHub failed, so that a rerun does not start it', async () => {
    github.refuseNext(/dispatches/, new GitHubError(502, 'Bad gateway'));
    const targets = 'department: {workflow: train.yml, repository: owner/models}';
    const { exitCode, log } = await scene.run(targets);
    expect(exitCode).toBe(1);
    expect(log).toContain('The target may have been started. If not, set force.');
    expect(await scene.run(targets)).toMatchObject({ exitCode: 0, outputs: { triggered: '[]' } });
  });
});

describe('an event', () => {
  test('is sent to the repository of the workflow', async () => {
    const { exitCode, outputs } = await scene.run(
      'department: {repository-dispatch: dataset-updated, payload: {by: hand}}',
    );
    expect({ exitCode, triggered: outputs.triggered }).toEqual({ exitCode: 0, triggered: '["department"]' });
    const [request] = github.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/repos/owner/app/dispatches', status: 204 });
    expect(JSON.parse(request.body)).toEqual({
      event_type: 'dataset-updated',
      client_payload: {
        label: 'department',
        dataset: 'owner/department',
        revision: TAG,
        commit: 'c0ffee',
        by: 'hand',
      },
    });
  });

  test('needs contents: write', async () => {
    const { exitCode, log } = await scene.run('department: {repository-dispatch: go}', {
      'github-token': 'ghs_none',
    });
    expect(exitCode).toBe(1);
    expect(log).toContain(
      'The token may not send the event go to owner/app (403): it lacks the permission "contents: write"',
    );
  });
});

describe('a Job', () => {
  const JOB = 'department: {job: "python:3.12", command: [train, "{revision}"], secrets: [KEY], wait: true}';

  test('runs on the version and is waited for', async () => {
    const { exitCode, outputs, log } = await scene.run(JOB, {}, { KEY: 'sesame' });
    expect(exitCode).toBe(0);
    const [job] = hub.jobs;
    expect(job).toMatchObject({
      namespace: 'owner',
      spec: {
        dockerImage: 'python:3.12',
        command: ['train', TAG],
        flavor: 'cpu-basic',
        environment: { LABEL: 'department', DATASET: 'owner/department', DATASET_REVISION: TAG },
        secrets: { KEY: 'sesame' },
        timeoutSeconds: 1800,
      },
    });
    const url = `${hub.url}/jobs/owner/${job.id}`;
    expect(JSON.parse(outputs.results)[0]).toMatchObject({ stage: 'COMPLETED', id: job.id, url });
    expect(log).not.toContain('sesame');
  });

  test('is not run without its secrets, a token or credit', async () => {
    expect((await scene.run(JOB)).log).toContain('The secrets KEY of the Job are not in the step');
    expect((await scene.run(JOB, { 'hf-token': '' })).log).toContain(
      'hf-token is missing: the identity of a workflow cannot start a Job',
    );
    const other = await scene.run('department: {job: python, namespace: broke}');
    expect(other.log).toContain('The Hub runs no Job for broke (402)');
  });
});

describe('a placeholder', () => {
  test('of the version is replaced in inputs, a payload, an environment and a command', async () => {
    const sent = '{label} {dataset} {tag} {revision} {commit} {epoch}';
    const { exitCode } = await scene.run(
      JSON.stringify({
        department: [
          { workflow: 'train.yml', repository: 'owner/models', inputs: { revision: '{tag}', label: sent } },
          { 'repository-dispatch': 'go', payload: { names: [sent], of: { version: '{tag}' } } },
          { job: 'python', command: ['train', '{tag}', 'echo $' + '{tag}'], environment: { AT: sent } },
        ],
      }),
    );
    const received = `department owner/department ${TAG} ${TAG} c0ffee {epoch}`;
    expect(exitCode).toBe(0);
    expect(models.runs[0].inputs).toEqual({ revision: TAG, label: received });
    const event = github.requests.find(({ path }) => path === '/repos/owner/app/dispatches');
    expect(JSON.parse(event!.body).client_payload).toMatchObject({ names: [received], of: { version: TAG } });
    expect(hub.jobs.at(-1)!.spec).toMatchObject({
      command: ['train', TAG, 'echo $' + '{tag}'],
      environment: { AT: received },
    });
  });

  test.each([
    ['workflow: train.yml, inputs: {revision: "{version}"}', 'workflow: inputs has {version}'],
    ['repository-dispatch: go, payload: {at: ["{Revision}"]}', 'repository-dispatch: payload has {Revision}'],
    ['job: python, environment: {AT: "{revison}"}', 'job: environment has {revison}'],
    ['job: python, command: [train, "{version}"]', 'job: command has {version}'],
  ])(
    'that is misspelt is refused with the one to write, and nothing is started: %s',
    async (target, found) => {
      const { exitCode, log } = await scene.run(`department: {${target}}`);
      expect(exitCode).toBe(1);
      expect(log).toContain(`of department: ${found}, which is not a placeholder. Write {revision} instead`);
      expect([github.requests, hub.requests]).toEqual([[], []]);
    },
  );
});
