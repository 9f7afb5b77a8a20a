import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { HubJobs } from '../../src/hub/jobs.ts';
import { closedUrl } from '../support/http/http-server.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { errorOf, hubOptions, startHub } from './hub-scene.ts';

const JOB = {
  image: 'python',
  command: ['train'],
  flavor: 'cpu-basic',
  environment: {},
  secrets: {},
  timeoutMinutes: 1.5,
};
let hub: LocalHub;
let jobs: HubJobs;

beforeAll(async () => {
  hub = await startHub();
  hub.allowJobs('owner', ['RUNNING', 'COMPLETED']);
});

afterAll(() => hub.close());

beforeEach(() => {
  hub.faults.clear();
  jobs = new HubJobs('owner', hubOptions(hub));
});

test('a Job is started once and looked at', async () => {
  const { id, url } = await jobs.run(JOB);
  expect(url).toBe(`${hub.url}/jobs/owner/${id}`);
  expect(hub.jobs.at(-1)?.spec).toMatchObject({ dockerImage: 'python', timeoutSeconds: 90 });
  expect((await jobs.get(id)).id).toBe(id);
});

test.each([
  ['no object', 'null'],
  ['no id', '{"status":{"stage":"RUNNING"}}'],
  ['an id that is a path', '{"id":"../x","status":{"stage":"RUNNING"}}'],
  ['no status', '{"id":"abc"}'],
  ['a stage that is no text', '{"id":"abc","status":{"stage":7}}'],
  ['a stage that is a sentence', '{"id":"abc","status":{"stage":"is running"}}'],
])('an answer with %s cannot be read, and may stand for a Job that runs', async (_, body) => {
  hub.faults.add({ path: /\/api\/jobs\//, when: 'before', kind: { status: 200, body } });
  const error = await errorOf(jobs.run(JOB));
  expect(error).toMatchObject({ name: 'HubError', mayHaveHappened: true });
  expect(error.message).toContain('could not be read');
});

test.each([
  [402, false, 'runs no Job for owner (402)'],
  [403, false, 'runs no Job for owner (403)'],
  [422, false, '(422)'],
  [500, true, 'failed with 500'],
  [503, true, 'failed with 503'],
])('status %d', async (status, mayHaveHappened, told) => {
  hub.faults.add({ path: /\/api\/jobs\//, when: 'before', times: 9, kind: { status } });
  const before = hub.requests.length;
  const error = await errorOf(jobs.run(JOB));
  expect(error).toMatchObject({ status, mayHaveHappened });
  expect(error.message).toContain(told);
  expect(hub.requests.length - before).toBe(1);
});

test('a Job whose request found no server was not started', async () => {
  const unreachable = new HubJobs('owner', { ...hubOptions(hub), endpoint: await closedUrl() });
  const error = await errorOf(unreachable.run(JOB));
  expect(error).toMatchObject({ name: 'HubError', mayHaveHappened: false });
  expect(error.message).toContain('ECONNREFUSED');
});

test('a look at a Job ends with its signal', async () => {
  hub.faults.add({
    path: /\/api\/jobs\//,
    when: 'before',
    kind: { status: 503, headers: { 'Retry-After': '60' } },
  });
  const error = await errorOf(jobs.get('abc', AbortSignal.timeout(50)));
  expect(error).toMatchObject({ name: 'HubError', status: undefined });
});
