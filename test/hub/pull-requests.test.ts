import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import { HubError } from '../../src/hub/hub-error.ts';
import type { ListedPullRequest } from '../../src/model/repository.ts';
import { openDiscussion } from '../support/local-hub/discussion-store.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { errorOf, hubOptions, requestLines, startHub } from './hub-scene.ts';

const name = 'owner/offered';
const LIST = /\/discussions$/;
let hub: LocalHub;
let repo: DatasetRepo;

beforeAll(async () => {
  hub = await startHub();
});

afterAll(() => hub.close());

beforeEach(() => {
  hub.createRepo(name);
  hub.faults.clear();
  hub.clearRequests();
  repo = new DatasetRepo(name, hubOptions(hub));
});

function add(title: string, isPullRequest = true) {
  const stored = hub.repo(name);
  const base = isPullRequest ? stored.head : null;
  return openDiscussion(stored, { title, description: '', author: 'owner', base });
}

async function list(which: 'open' | 'closed'): Promise<ListedPullRequest[]> {
  const listed: ListedPullRequest[] = [];
  for await (const pullRequest of repo.pullRequests.list(which)) listed.push(pullRequest);
  return listed;
}

function request(parent = hub.repo(name).head.id) {
  const files = [{ path: 'a.txt', content: new Blob(['a']) }];
  return { title: 'Add a.txt', description: 'For **review**', parent, files, deletions: [] };
}

describe('list', () => {
  test('tells pull requests of a status over pages, drafts as open ones, and no discussions', async () => {
    for (let number = 1; number <= 25; number++) add(`Number ${number}`, number % 5 !== 0);
    const { discussions } = hub.repo(name);
    discussions[0].status = 'draft';
    discussions[1].status = 'closed';
    discussions[2].status = 'merged';
    expect((await list('open')).map(({ number, status }) => `${number} ${status}`)).toEqual(
      [24, 23, 22, 21, 19, 18, 17, 16, 14, 13, 12, 11, 9, 8, 7, 6, 4, 1].map((number) => `${number} open`),
    );
    expect(await list('closed')).toEqual([
      { number: 3, title: 'Number 3', status: 'merged', author: 'owner' },
      { number: 2, title: 'Number 2', status: 'closed', author: 'owner' },
    ]);
  });

  test('asks for a page when it is come to', async () => {
    for (let number = 1; number <= 25; number++) add(`Number ${number}`);
    for await (const { number } of repo.pullRequests.list('open')) if (number === 16) break;
    expect(requestLines(hub)).toHaveLength(1);
  });

  test.each([
    ['no JSON', '<html>'],
    ['no list', '{"count":0,"start":0}'],
    ['no count', '{"discussions":[],"start":0}'],
    ['another page', '{"discussions":[],"count":9,"start":10}'],
  ])('%s for an answer is an error', async (_, body) => {
    hub.faults.add({ path: LIST, when: 'before', kind: { status: 200, body } });
    expect((await errorOf(list('open'))).message).toContain('could not be read');
  });

  test('ends with an empty page, and leaves out what is no pull request', async () => {
    const odd = { num: 1, title: 'x', isPullRequest: true, status: 'open' };
    const discussions = [{ ...odd, num: -1 }, { ...odd, title: 1 }, { ...odd, status: 'else' }, null, odd];
    const page = (found: (object | null)[], start: number) =>
      JSON.stringify({ discussions: found, count: 99, start });
    for (const body of [page(discussions, 0), page([], 5)])
      hub.faults.add({ path: LIST, when: 'before', kind: { status: 200, body } });
    expect(await list('open')).toEqual([{ number: 1, title: 'x', status: 'open', author: null }]);
  });

  test('a Hub that knows none is told as such', async () => {
    hub.faults.add({ path: LIST, when: 'before', kind: { status: 404 } });
    const { message, status } = await errorOf(list('open'));
    expect([message, status]).toEqual([
      expect.stringContaining('has no pull requests for datasets/owner/offered'),
      404,
    ]);
  });
});

describe('open', () => {
  test('makes one with the commit’s title and description, and leaves main', async () => {
    const main = hub.repo(name).head.id;
    const made = await repo.pullRequests.open(request());
    expect(made).toEqual({ outcome: 'made', commit: hub.repo(name).resolve('refs/pr/1')?.id, number: 1 });
    const [{ title, events }] = hub.repo(name).discussions;
    expect([title, events[0].data.latest]).toEqual([
      'Add a.txt',
      expect.objectContaining({ raw: 'For **review**' }),
    ]);
    expect(hub.repo(name).head.id).toBe(main);
    expect((await repo.state('refs/pr/1'))?.files.has('a.txt')).toBe(true);
    expect(repo.pullRequests.pageUrl(1)).toBe(`${hub.url}/datasets/${name}/discussions/1`);
  });

  test('is unconfirmed where the answer names no pull request', async () => {
    const body = JSON.stringify({
      success: true,
      commitOid: 'a'.repeat(40),
      commitUrl: 'x',
      pullRequestUrl: null,
    });
    hub.faults.add({ path: /\/commit\/main$/, when: 'after', kind: { status: 200, body } });
    expect(await repo.pullRequests.open(request())).toMatchObject({ outcome: 'unconfirmed' });
  });

  test('what a token may not do is an error', async () => {
    hub.faults.add({
      path: /\/commit\/main$/,
      when: 'before',
      kind: { status: 403, body: '{"error":"Disabled"}' },
    });
    expect((await errorOf(repo.pullRequests.open(request()))).message).toContain(
      'The Hub answered: Disabled',
    );
  });
});

test('update adds a commit to its head, and tells of another that came first', async () => {
  await repo.pullRequests.open(request());
  const head = (await repo.state('refs/pr/1'))?.commit ?? '';
  const next = { ...request(head), files: [{ path: 'b.txt', content: new Blob(['b']) }] };
  expect(await repo.pullRequests.update(1, next)).toMatchObject({ outcome: 'made' });
  expect(await repo.pullRequests.update(1, next)).toMatchObject({ outcome: 'conflict' });
});

test('rename, comment and close do so', async () => {
  const discussion = add('Title');
  await repo.pullRequests.rename(1, 'Other');
  await repo.pullRequests.comment(1, 'Text');
  await repo.pullRequests.close(1, 'Why');
  expect(discussion).toMatchObject({ title: 'Other', status: 'closed' });
  const texts = discussion.events.map(({ data }) => (data.latest as { raw: string } | undefined)?.raw);
  expect(texts).toEqual(['', undefined, 'Text', 'Why', undefined]);
});

test('close leaves one that was closed meanwhile, and tells of one that cannot be closed', async () => {
  add('Title').status = 'merged';
  await repo.pullRequests.close(1, 'Why');
  add('Other');
  hub.faults.add({ path: /discussions\/2\/status$/, when: 'before', kind: { status: 400 } });
  expect((await errorOf(repo.pullRequests.close(2, 'Why'))).status).toBe(400);
});

test('commits tells those that were made in it, and their authors, also once it is merged', async () => {
  const opened = await repo.pullRequests.open(request());
  const { commit } = opened as Extract<typeof opened, { outcome: 'made' }>;
  hub.repo(name).discussions[0].status = 'merged';
  const made = { id: commit, title: 'Add a.txt', author: 'owner' };
  expect(await repo.pullRequests.commits(1)).toEqual([made]);
  const events = [
    { type: 'commit', data: { oid: 'not an id', subject: 'a' } },
    { type: 'commit', data: { oid: commit } },
    { type: 'comment', data: { oid: commit, subject: 'a' } },
    { type: 'commit', data: { oid: commit, subject: 'a' } },
    null,
  ];
  const answers = [JSON.stringify({ events }), '{}'];
  for (const body of answers)
    hub.faults.add({ path: /discussions\/1$/, when: 'before', times: 1, kind: { status: 200, body } });
  expect(await repo.pullRequests.commits(1)).toEqual([{ id: commit, title: 'a', author: null }]);
  expect((await errorOf(repo.pullRequests.commits(1))).message).toContain('could not be read');
});

test('describeCommit tells title and author of a commit, unless the Hub does not', async () => {
  const { id } = hub.repo(name).head;
  expect(await repo.describeCommit(id)).toEqual({ id, title: 'initial commit', author: 'owner' });
  for (const [answer, expected] of [
    [[{ id, title: 'Mine' }], { id, title: 'Mine', author: null }],
    [[{ id: 'other', title: 'Mine' }], null],
    [[{ id }], null],
    [{}, null],
  ] as const) {
    const kind = { status: 200, body: JSON.stringify(answer) };
    hub.faults.add({ path: /\/commits\//, when: 'before', times: 1, kind });
    expect(await repo.describeCommit(id)).toEqual(expected);
  }
});

test('isMergeable tells conflicts, named or not', async () => {
  await repo.pullRequests.open(request());
  expect(await repo.pullRequests.isMergeable(1)).toBe(true);
  hub.faults.add({
    path: /discussions\/1$/,
    when: 'before',
    kind: { status: 200, body: '{"filesWithConflicts":true}' },
  });
  expect(await repo.pullRequests.isMergeable(1)).toBe(false);
  hub.commitAs('somebody', name, { 'a.txt': 'other' });
  expect(await repo.pullRequests.isMergeable(1)).toBe(false);
});

test('ownName names the user of the token, and takes no refusal for a token of no user', async () => {
  expect(await repo.pullRequests.ownName()).toBe('owner');
  const keyless = new DatasetRepo(name, { ...hubOptions(hub), isKeyless: true });
  for (const kind of [{ status: 401 }, { status: 403 }, { status: 200, body: '{}' }]) {
    hub.faults.add({ path: /whoami/, when: 'before', times: 2, kind });
    expect(await errorOf(repo.pullRequests.ownName())).toBeInstanceOf(HubError);
    expect(await keyless.pullRequests.ownName()).toBeNull();
  }
  hub.faults.add({ path: /whoami/, when: 'before', times: 9, kind: { status: 502 } });
  expect((await errorOf(repo.pullRequests.ownName())).status).toBe(502);
});

test('the state of a reference that is gone is none', async () => {
  expect(await repo.state('refs/pr/7')).toBeNull();
});
