import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { errorOf, startHub } from '../hub/hub-scene.ts';
import type { FaultKind } from '../support/http/faults.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { act, commitTo, propose, pullRequests } from './offer-scene.ts';
import { publish, REPO } from './publish-scene.ts';

const OPENING = { method: 'POST', path: /\/commit\/main$/ };
const UPDATING = { method: 'POST', path: /\/commit\/refs%2Fpr%2F1$/ };
const UNCONFIRMED: readonly [string, FaultKind][] = [
  ['a failure', { status: 500 }],
  ['a cut connection', 'reset'],
  ['half an answer', 'truncate'],
  ['an answer that is none', 'invalid-json'],
];
let hub: LocalHub;

beforeEach(async () => {
  hub = await startHub();
});

afterEach(() => hub.close());

function commits(number = 1): number {
  return pullRequests(hub)[number - 1].commits.length - 1;
}

describe.each(UNCONFIRMED)('after %s', (_, kind) => {
  test('a pull request that was opened is found again', async () => {
    hub.faults.add({ ...OPENING, when: 'after', kind });
    const report = await propose(hub);
    expect(report.reason).toMatch(/^Version v\w+ waits for approval in pull request #1/);
    expect(pullRequests(hub)).toHaveLength(1);
    expect(commits()).toBe(1);
  });

  test('one that was updated is, and is told so', async () => {
    await propose(hub);
    hub.faults.add({ ...UPDATING, when: 'after', kind });
    expect((await propose(hub, { prefix: 'second' })).reason).toContain('which was updated');
    expect(commits()).toBe(2);
    expect(pullRequests(hub)[0].events.at(-1)?.type).toBe('title-change');
  });
});

test('a pull request that was not opened is opened by the next try', async () => {
  hub.faults.add({ ...OPENING, when: 'before', kind: { status: 500 } });
  await propose(hub);
  expect(pullRequests(hub)).toHaveLength(1);
});

test('what fails for good is told after a few tries, and main stays as it was', async () => {
  hub.faults.add({ ...OPENING, when: 'before', times: 9, kind: { status: 502 } });
  expect((await errorOf(propose(hub))).message).toContain('failed with 502');
  expect(pullRequests(hub)).toEqual([]);
  expect(hub.repo(REPO).commits).toHaveLength(1);
});

test('an update is made anew on top of what somebody committed meanwhile, and keeps it', async () => {
  await propose(hub);
  const edit = async () => {
    const card = hub.readFile(REPO, 'refs/pr/1', 'README.md').toString();
    await commitTo(hub, 1, { 'README.md': `${card}\nMeanwhile.\n` });
  };
  hub.faults.add({ ...UPDATING, when: 'before', kind: { run: () => edit() } });
  await propose(hub, { prefix: 'second' });
  expect(hub.readFile(REPO, 'refs/pr/1', 'README.md').toString()).toContain('Meanwhile.');
  expect((await propose(hub, { prefix: 'second' })).reason).toContain('with the same data waits');
});

test('a version that is merged while another is built is tagged by the next run, and the other offered', async () => {
  await propose(hub);
  hub.faults.add({
    path: /\/revision\/refs%2Fpr%2F1$/,
    skip: 1,
    when: 'before',
    kind: { run: () => act(hub, 1, 'merge') },
  });
  await errorOf(propose(hub, { prefix: 'second' }));
  expect(pullRequests(hub)[0].status).toBe('merged');
  const next = await propose(hub, { prefix: 'second' });
  expect(next.isNewVersion).toBe(true);
  expect(next.pullRequest).toMatchObject({ number: 2, state: 'open' });
});

test('a repo that is made public meanwhile gets nothing', async () => {
  hub.createRepo(REPO);
  const open = () => {
    hub.repo(REPO).isPrivate = false;
  };
  hub.faults.add({ path: /\/discussions$/, when: 'before', kind: { run: open } });
  expect((await errorOf(propose(hub))).message).toContain('is public');
  expect(pullRequests(hub)).toEqual([]);
});

test('of two runs at once the next leaves one pull request', async () => {
  await Promise.all(['second', 'third'].map((prefix) => propose(hub, { prefix })));
  expect(pullRequests(hub)).toHaveLength(2);
  await propose(hub, { prefix: 'third' });
  expect(pullRequests(hub).filter(({ status }) => status === 'open')).toHaveLength(1);
});

test.each([1, 2, 3, 4])('stopped at write %s of a replacement, the next run leaves one', async (write) => {
  await propose(hub);
  await publish(hub, { prefix: 'direct' });
  hub.faults.add({
    method: 'POST',
    path: /\/(title|status|commit\/main|discussions\/\d+\/comment)$/,
    skip: write - 1,
    when: 'after',
    times: 99,
    kind: { status: 403 },
  });
  await propose(hub).catch(() => {});
  hub.faults.clear();
  const report = await propose(hub);
  const open = pullRequests(hub).filter(({ status }) => status === 'open');
  expect(open.map(({ number }) => number)).toEqual([report.pullRequest?.number]);
  await act(hub, open[0].number, 'merge');
  expect((await propose(hub)).isNewVersion).toBe(true);
});
