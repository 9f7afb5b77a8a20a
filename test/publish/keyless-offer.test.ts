import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startHub } from '../hub/hub-scene.ts';
import { openDiscussion } from '../support/local-hub/discussion-store.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { act, commitTo, type OfferChanges, offer, pullRequests } from './offer-scene.ts';
import { REPO } from './publish-scene.ts';

// With a token of no user, in a public repo: no author shows what the action made.
const CARD = 'README.md';
const METADATA = 'dataset_metadata.json';
let hub: LocalHub;

beforeEach(async () => {
  hub = await startHub();
  hub.createRepo(REPO, { private: false });
  hub.faults.add({ path: /whoami/, when: 'before', times: 1000, kind: { status: 401 } });
});

afterEach(() => hub.close());

const offerKeyless = (changes: OfferChanges = {}) =>
  offer(hub, { visibility: 'public', isKeyless: true, ...changes });

const statuses = () => pullRequests(hub).map(({ status }) => status);
const tags = () => [...hub.repo(REPO).tags.keys()];
const versionTags = () => tags().filter((tag) => /^v\d/.test(tag));
const read = (path: string, revision: string) => hub.readFile(REPO, revision, path).toString();

test('what the action offered or updated is announced after the merge, also with other data by then', async () => {
  expect(await offerKeyless()).toMatchObject({ status: 'awaiting-approval', pullRequest: { number: 1 } });
  expect(tags()).toEqual([
    expect.stringMatching(/^offered-v\d{8}_\d{6}-[0-9a-f]{32}$/),
    expect.stringMatching(/^offered-v\d{8}_\d{6}-[0-9a-f]{32}-in-1$/),
  ]);
  const requests = hub.requests.length;
  expect(await offerKeyless()).toMatchObject({ status: 'awaiting-approval', pullRequest: { number: 1 } });
  expect(hub.requests.slice(requests).filter(({ path }) => path.includes('/tag/'))).toEqual([]);
  expect(await offerKeyless({ prefix: 'second' })).toMatchObject({ pullRequest: { number: 1 } });
  await act(hub, 1, 'merge');
  const report = await offerKeyless({ prefix: 'third' });
  expect(report.reason).toContain('Pull request #1 was merged. Version');
  expect([versionTags().length, statuses()]).toEqual([1, ['merged', 'open']]);
});

test("a stranger's version that a person merged is left alone, whatever it copied, until a person tags it", async () => {
  await offerKeyless();
  const [{ title, commits }] = pullRequests(hub);
  const base = hub.repo(REPO).head;
  const theirs = openDiscussion(hub.repo(REPO), { title, description: '', author: 'stranger', base });
  theirs.commits.push({ ...commits[1], id: '5'.repeat(40) });
  await act(hub, 1, 'close');
  const forged = read(METADATA, 'refs/pr/2').replace('"num_samples": 40', '"num_samples": 41');
  await commitTo(hub, 2, { [METADATA]: forged }, { title });
  await act(hub, 2, 'merge');
  const report = await offerKeyless({ prefix: 'second' });
  expect(report.reason).toMatch(/^Main holds version .*, which this action did not offer. /);
  expect(versionTags()).toEqual([]);
  expect(statuses()).toEqual(['closed', 'merged', 'open']);

  const { version_tag: tag } = JSON.parse(forged);
  hub.repo(REPO).tags.set(tag, { commit: hub.repo(REPO).head.id, message: '' });
  expect((await offerKeyless({ prefix: 'second' })).reason).toContain(
    `Version ${tag} was verified and tagged.`,
  );
});

test('a copy of a pull request of the action takes no place of it, and is not announced', async () => {
  await offerKeyless();
  const [{ title, commits }] = pullRequests(hub);
  const base = hub.repo(REPO).head;
  const theirs = openDiscussion(hub.repo(REPO), { title, description: '', author: 'stranger', base });
  theirs.commits.push(commits[1]);
  await commitTo(hub, 2, { [CARD]: `${read(CARD, 'refs/pr/2')}\nAsk me.\n` });
  for (const prefix of ['first', 'second', 'second'])
    expect((await offerKeyless({ prefix })).pullRequest).toMatchObject({ number: 1 });
  expect(statuses()).toEqual(['open', 'open']);
  await act(hub, 2, 'merge');
  await offerKeyless({ prefix: 'second' });
  expect(versionTags()).toEqual([]);
});

test("a stranger's pull request that holds no metadata of a version is left alone", async () => {
  await offerKeyless();
  const [{ title }] = pullRequests(hub);
  await commitTo(hub, null, { [METADATA]: '{}' }, { title });
  await commitTo(hub, null, { 'notes.md': 'a' }, { title });
  const report = await offerKeyless();
  expect(report).toMatchObject({ status: 'awaiting-approval', pullRequest: { number: 1 } });
  expect(statuses()).toEqual(['open', 'open', 'open']);
});

test('a run that was stopped before it marked its pull request is finished by the next', async () => {
  await offerKeyless();
  hub.repo(REPO).tags.delete(tags()[1]);
  expect(await offerKeyless()).toMatchObject({ pullRequest: { number: 1 } });
  expect([statuses(), tags().filter((tag) => tag.endsWith('-in-1')).length]).toEqual([['open'], 1]);
});

test('what a stopped run committed directly is announced by one that offers', async () => {
  const trust = { publish: 'directly', onGate: 'pull-request' } as const;
  await offerKeyless({ trust });
  const [tag] = versionTags();
  hub.repo(REPO).tags.delete(tag);
  expect(await offerKeyless({ trust })).toMatchObject({ status: 'unchanged', isNewVersion: true });
  expect(versionTags()).toEqual([tag]);
});

test('a private repo needs no marks', async () => {
  hub.repo(REPO).isPrivate = true;
  await offerKeyless({ visibility: 'private' });
  await act(hub, 1, 'merge');
  expect(await offerKeyless({ visibility: 'private' })).toMatchObject({ status: 'published' });
  expect(tags()).toEqual(versionTags());
});
