import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { errorOf, requestLines, startHub, TOKENS } from '../hub/hub-scene.ts';
import { openDiscussion } from '../support/local-hub/discussion-store.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { act, commitTo, type OfferChanges, offer, propose, pullRequests } from './offer-scene.ts';
import { publish, REPO } from './publish-scene.ts';

const CARD = 'README.md';
const METADATA = 'dataset_metadata.json';
let hub: LocalHub;

beforeEach(async () => {
  hub = await startHub();
});

afterEach(() => hub.close());

function statuses(): string[] {
  return pullRequests(hub).map(({ status }) => status);
}

function versionTags(): string[] {
  return [...hub.repo(REPO).tags.keys()];
}

function proposedTag(number = 1): string {
  return JSON.parse(read(METADATA, `refs/pr/${number}`)).version_tag;
}

function read(path: string, revision = 'main'): string {
  return hub.readFile(REPO, revision, path).toString();
}

/** Paths of POSTs, but for those that only read. */
function writes(): string[] {
  return requestLines(hub).filter((line) => line.startsWith('POST') && !line.includes('/paths-info/'));
}

describe('the first version', () => {
  test('is offered in a pull request of a repo that is created, and main holds none', async () => {
    const written: (readonly string[])[] = [];
    const report = await offer(hub, { onOutput: (paths) => written.push(paths) });
    const url = `${hub.url}/datasets/${REPO}/discussions/1`;
    expect(report).toMatchObject({
      status: 'awaiting-approval',
      tag: null,
      commit: null,
      isNewVersion: false,
      pullRequest: { number: 1, url, state: 'open' },
      reason: `Version ${proposedTag()} waits for approval in pull request #1 (${url}). To approve it, merge the pull request. The next run tags and announces the version.`,
    });
    expect(hub.repo(REPO)).toMatchObject({ isPrivate: true, commits: [expect.anything()] });
    expect(versionTags()).toEqual([]);
    const [{ title, events }] = pullRequests(hub);
    expect(title).toBe(`Dataset update (urgency) - ${proposedTag().slice(1)}`);
    expect(events[0].data.latest).toMatchObject({ raw: expect.stringContaining('40 rows (train') });
    expect(written).toEqual([expect.arrayContaining([CARD, METADATA])]);
  });

  test('once merged is verified, tagged and told by the next run', async () => {
    await offer(hub);
    const tag = proposedTag();
    await act(hub, 1, 'merge');
    const report = await offer(hub);
    expect(report).toMatchObject({
      status: 'published',
      tag,
      commit: hub.repo(REPO).head.id,
      isNewVersion: true,
      pullRequest: null,
      reason: `Pull request #1 was merged. Version ${tag} was verified and tagged.`,
    });
    expect(hub.repo(REPO).tags.get(tag)?.commit).toBe(hub.repo(REPO).head.id);
  });
});

describe('a pull request that is open', () => {
  test('with the same data is left alone, and is told', async () => {
    const first = await offer(hub);
    hub.clearRequests();
    const written: (readonly string[])[] = [];
    const second = await offer(hub, { onOutput: (paths) => written.push(paths) });
    expect(second).toMatchObject({ status: 'awaiting-approval', pullRequest: first.pullRequest });
    expect(second.reason).toContain(`Version ${proposedTag()} with the same data waits for approval`);
    expect(writes()).toEqual([]);
    expect(written).toEqual([expect.arrayContaining([CARD, METADATA])]);
  });

  test('with other data is brought up to it, its title and a comment too', async () => {
    await offer(hub);
    const before = proposedTag();
    const report = await offer(hub, { prefix: 'second', rows: 44 });
    expect(report.reason).toContain(`${proposedTag()} waits for approval in pull request #1`);
    expect(proposedTag()).not.toBe(before);
    const [{ title, events }] = pullRequests(hub);
    expect(title).toContain(proposedTag().slice(1));
    expect(events.map(({ type }) => type)).toEqual([
      'comment',
      'commit',
      'commit',
      'comment',
      'title-change',
    ]);
    expect(events[3].data.latest).toMatchObject({ raw: expect.stringContaining('44 rows') });
    expect(statuses()).toEqual(['open']);
    expect(hub.repo(REPO).commits).toHaveLength(1);
  });

  test.each([/comment$/, /title$/])(
    'is told by the next run what %s kept this one from telling',
    async (path) => {
      await offer(hub);
      hub.faults.add({ path, when: 'before', times: 1, kind: { status: 403 } });
      expect((await errorOf(offer(hub, { prefix: 'second' }))).message).toContain(
        'has no permission for this',
      );
      await offer(hub, { prefix: 'second' });
      const [{ title, events }] = pullRequests(hub);
      expect(title).toContain(proposedTag().slice(1));
      expect(events.filter(({ type }) => type === 'commit')).toHaveLength(2);
      expect(events.at(-1)?.type).toBe('title-change');
      expect(events.filter(({ type }) => type === 'comment').length).toBeGreaterThan(1);
    },
  );

  test('keeps what people wrote into its card and into that of main, over several updates', async () => {
    await publish(hub, { prefix: 'old' });
    await offer(hub);
    await commitTo(hub, 1, { [CARD]: `${read(CARD, 'refs/pr/1')}\nFrom the pull request.\n` });
    expect((await offer(hub)).reason).toContain('with the same data waits');
    for (const prefix of ['second', 'third']) {
      await offer(hub, { prefix });
      expect(read(CARD, 'refs/pr/1')).toContain('From the pull request.');
    }
    hub.commitAs('somebody', REPO, { [CARD]: read(CARD).replace('---\n', '---\nlicense: mit\n') });
    await offer(hub, { prefix: 'fourth' });
    await act(hub, 1, 'merge');
    expect(read(CARD)).toContain('From the pull request.');
    expect(read(CARD)).toContain('license: mit');
    expect((await offer(hub, { prefix: 'fourth' })).isNewVersion).toBe(true);
  });

  test('and cannot be merged any more is replaced by one on top of main', async () => {
    await offer(hub);
    await publish(hub, { prefix: 'direct' });
    const report = await offer(hub);
    expect(statuses()).toEqual(['closed', 'open']);
    expect(report.reason).toContain('replaces pull request #1, which was in conflict with main');
    expect(pullRequests(hub)[0].title).toMatch(/^Replaced: Dataset update/);
    await act(hub, 2, 'merge');
    expect((await offer(hub)).isNewVersion).toBe(true);
  });

  test('beside another of ours leaves one', async () => {
    await offer(hub);
    const [first] = pullRequests(hub);
    first.status = 'closed';
    await offer(hub, { prefix: 'second' });
    first.status = 'open';
    await offer(hub, { prefix: 'third' });
    expect(statuses()).toEqual(['closed', 'open']);
  });
});

describe('changed by a person', () => {
  test('it is told and left alone as long as its data is the same, and closed it is opened anew', async () => {
    await offer(hub);
    await commitTo(hub, 1, { 'data/eval-00000-of-00001.parquet': 'mine' });
    hub.clearRequests();
    const report = await offer(hub);
    expect(report).toMatchObject({ status: 'awaiting-approval', pullRequest: { number: 1, state: 'open' } });
    expect(report.reason).toContain('Somebody changed data/eval-00000-of-00001.parquet in pull request #1');
    expect(writes()).toEqual([]);
    await act(hub, 1, 'close');
    expect((await offer(hub)).pullRequest).toMatchObject({ number: 2 });
  });

  test('it is put right by other data, which is told', async () => {
    await offer(hub);
    await commitTo(hub, 1, { 'data/train-00007-of-00009.parquet': 'mine' });
    const report = await offer(hub, { prefix: 'second' });
    expect(report.reason).toContain(
      'by others to these files of the pull request were replaced: data/train-00007-of-00009.parquet.',
    );
    expect(() => read('data/train-00007-of-00009.parquet', 'refs/pr/1')).toThrow();
    expect((await offer(hub, { prefix: 'second' })).reason).toContain('with the same data waits');
  });

  test('and merged so, it is not tagged but offered anew', async () => {
    await offer(hub);
    await commitTo(hub, 1, { 'data/eval-00000-of-00001.parquet': 'mine' });
    await act(hub, 1, 'merge');
    const report = await offer(hub);
    expect(report).toMatchObject({ tag: null, isNewVersion: false, pullRequest: { number: 2 } });
    expect(report.reason).toContain('are not as they were published: data/eval-00000-of-00001.parquet');
    expect(versionTags()).toEqual([]);
    await act(hub, 2, 'merge');
    expect((await offer(hub)).isNewVersion).toBe(true);
  });

  test('what was lost in our own commit is put right, for no person did it', async () => {
    await offer(hub);
    (pullRequests(hub)[0].commits[1].files as Map<string, unknown>).delete(
      'data/eval-00000-of-00001.parquet',
    );
    expect((await offer(hub)).reason).toContain('which was updated');
    expect((await offer(hub)).reason).toContain('with the same data waits');
  });
});

describe('closed by a person', () => {
  test('the same data is not offered again, and is once it is opened again', async () => {
    await offer(hub);
    await act(hub, 1, 'close');
    hub.clearRequests();
    const report = await offer(hub);
    expect(report).toMatchObject({ status: 'unchanged', pullRequest: { number: 1, state: 'closed' } });
    expect(report.reason).toContain('The same data was turned down: pull request #1');
    expect(writes()).toEqual([]);
    await act(hub, 1, 'reopen');
    expect((await offer(hub)).pullRequest).toMatchObject({ number: 1, state: 'open' });
  });

  test('other data is offered in another, which names it', async () => {
    await offer(hub);
    await act(hub, 1, 'close');
    const report = await offer(hub, { prefix: 'second' });
    expect(report.pullRequest).toMatchObject({ number: 2, state: 'open' });
    expect(report.reason).toContain('Pull request #1 with other data was closed earlier.');
  });
});

test('a version that was merged is tagged and told though the database has moved on', async () => {
  await offer(hub);
  const tag = proposedTag();
  await act(hub, 1, 'merge');
  const report = await offer(hub, { prefix: 'second' });
  expect(report).toMatchObject({ status: 'published', tag, isNewVersion: true, pullRequest: { number: 2 } });
  expect(report.reason).toMatch(/^Pull request #1 was merged. Version .* Version .* in pull request #2/);
  expect(versionTags()).toEqual([tag]);
  hub.repo(REPO).tags.set(`announced-${tag}`, { commit: hub.repo(REPO).head.id, message: '' });
  expect(await offer(hub, { prefix: 'second' })).toMatchObject({ tag, isNewVersion: false });
});

describe('on-gate', () => {
  const trust: OfferChanges['trust'] = { publish: 'directly', onGate: 'pull-request' };

  test('a version that a gate holds is offered, and once merged published', async () => {
    const { tag, commit } = await publish(hub, { prefix: 'old' });
    hub.repo(REPO).tags.set(`announced-${tag}`, { commit, message: '' });
    const held = await offer(hub, { rows: 20, trust });
    expect(held).toMatchObject({
      status: 'awaiting-approval',
      tag,
      commit,
      isNewVersion: false,
      pullRequest: { number: 1 },
    });
    expect(held.reason).toMatch(/^max-shrinkage: .* waits for approval in pull request #1/);
    expect(pullRequests(hub)[0].events[0].data.latest).toMatchObject({
      raw: expect.stringMatching(/✋ \*\*max-shrinkage\*\* failed: 50\\\.0 % of the rows are gone/),
    });
    expect(versionTags()).toEqual([tag, `announced-${tag}`]);
    expect(await offer(hub, { rows: 20, trust })).toMatchObject({
      status: 'awaiting-approval',
      pullRequest: { number: 1 },
    });
    await act(hub, 1, 'merge');
    const report = await offer(hub, { rows: 20, trust });
    expect(report).toMatchObject({ status: 'published', isNewVersion: true, gates: [] });
    expect(report.reason).toMatch(/^Pull request #1 was merged/);
  });

  test('what no gate holds is published directly, without a request more', async () => {
    await publish(hub, { prefix: 'old' });
    hub.clearRequests();
    expect((await offer(hub, { trust })).status).toBe('published');
    const offered = requestLines(hub).length;
    hub.clearRequests();
    expect((await offer(hub, { prefix: 'next', trust: { publish: 'directly' } })).status).toBe('published');
    expect(requestLines(hub)).toHaveLength(offered);
  });

  test('what is merged otherwise than it was offered is not put right on main without a person', async () => {
    await publish(hub, { prefix: 'old' });
    await offer(hub, { rows: 20, trust });
    await commitTo(hub, 1, { 'data/eval-00000-of-00001.parquet': 'mine' });
    await act(hub, 1, 'merge');
    const { length } = hub.repo(REPO).commits;
    expect(await offer(hub, { rows: 20, trust })).toMatchObject({ tag: null, pullRequest: { number: 2 } });
    expect(hub.repo(REPO).commits).toHaveLength(length);
  });
});

test('held by a gate and not offered, a version that was merged before is tagged and told', async () => {
  await offer(hub);
  const tag = proposedTag();
  await act(hub, 1, 'merge');
  const report = await offer(hub, { rows: 10 });
  expect(report).toMatchObject({ status: 'held', tag, isNewVersion: true });
  expect(report.reason).toMatch(/max-shrinkage: .* Pull request #1 was merged. Version/);
  expect(statuses()).toEqual(['merged']);
});

/** Metadata of a pull request or of `main` with one hash in place of another. */
function forgedMetadata(revision: string, from: string, to: string): string {
  const text = read(METADATA, revision);
  expect(text).toContain(from);
  return text.replaceAll(from, to);
}

/** Replaces a data file of pull request #1 as a person would who has its metadata name the new one. */
async function forge(): Promise<void> {
  const path = 'data/eval-00000-of-00001.parquet';
  const { files } = JSON.parse(read(METADATA, 'refs/pr/1'));
  const { sha256, size } = files.find((file: { path: string }) => file.path === path);
  const mine = createHash('sha256').update('x'.repeat(size)).digest('hex');
  await commitTo(hub, 1, {
    [path]: 'x'.repeat(size),
    [METADATA]: forgedMetadata('refs/pr/1', sha256, mine),
  });
}

describe('only what was offered is tagged and announced:', () => {
  const left = /it was neither tagged nor announced/;

  test('a merge with other data, which its metadata name, is left alone, and the right data is offered', async () => {
    await offer(hub);
    await forge();
    const changed = await offer(hub);
    expect(changed).toMatchObject({ status: 'awaiting-approval', isDoubtful: true });
    expect(changed.reason).toContain(`Somebody changed ${METADATA} in pull request #1`);
    await act(hub, 1, 'merge');
    const { length } = hub.repo(REPO).commits;
    for (const dryRun of [true, false]) {
      const report = await offer(hub, { dryRun });
      expect(report).toMatchObject({ tag: null, isNewVersion: false });
      expect(report.reason).toMatch(/^Pull request #1 was merged, but main does not hold version/);
      expect(report.reason).toMatch(left);
    }
    expect([versionTags(), statuses(), hub.repo(REPO).commits.length]).toEqual([
      [],
      ['merged', 'open'],
      length,
    ]);
    await act(hub, 2, 'merge');
    const tag = JSON.parse(read(METADATA)).version_tag;
    expect(await offer(hub)).toMatchObject({ status: 'published', tag, isNewVersion: true });
    expect(versionTags()).toEqual([tag]);
  });

  test('also when the database has moved on, or a gate holds what it gives', async () => {
    await offer(hub);
    await forge();
    await act(hub, 1, 'merge');
    const held = await offer(hub, { rows: 10 });
    expect(held).toMatchObject({ status: 'held', tag: null, isNewVersion: false });
    expect(held.reason).toMatch(left);
    const report = await offer(hub, { prefix: 'second' });
    expect(report).toMatchObject({ status: 'awaiting-approval', tag: null, isDoubtful: true });
    expect(report.reason).toMatch(left);
    expect(versionTags()).toEqual([]);
  });

  test('other metadata alone, such as the class of an id, are not what was offered', async () => {
    await offer(hub);
    await commitTo(hub, 1, { [METADATA]: forgedMetadata('refs/pr/1', '"NORMAL": 0', '"NORMAL": 7') });
    await act(hub, 1, 'merge');
    expect((await offer(hub)).reason).toMatch(left);
    expect(versionTags()).toEqual([]);
  });

  test('what others did to it is named when other data takes its place', async () => {
    await offer(hub);
    await forge();
    const report = await offer(hub, { prefix: 'second' });
    expect(report.reason).toContain(
      `Changes by others to these files of the pull request were replaced: ${METADATA}.`,
    );
    await act(hub, 1, 'merge');
    expect(await offer(hub, { prefix: 'second' })).toMatchObject({ status: 'published' });
  });

  test('a renamed pull request is found again, open and merged', async () => {
    await offer(hub);
    const [first] = pullRequests(hub);
    first.title = 'Please look at this';
    expect(await offer(hub)).toMatchObject({ pullRequest: { number: 1 } });
    expect(first.title).toContain('Dataset update (urgency) - ');
    first.title = 'Approved by Asmita';
    await act(hub, 1, 'merge');
    expect(await offer(hub)).toMatchObject({ status: 'published', isNewVersion: true });
    expect(statuses()).toEqual(['merged']);
  });

  test('a merge while main moved is announced, as long as it brought what was offered', async () => {
    await offer(hub);
    hub.commitAs('somebody', REPO, { 'notes.md': 'meanwhile' });
    await act(hub, 1, 'merge');
    hub.commitAs('somebody', REPO, { 'notes.md': 'and afterwards' });
    expect(await offer(hub)).toMatchObject({ status: 'published', isNewVersion: true });
  });

  test.each([
    ['private', 'A version', TOKENS.writer],
    ['public', 'A version', TOKENS.stranger],
    ['public', null, TOKENS.stranger],
  ] as const)(
    'a %s repo: a version that somebody else made, titled %p, is left alone',
    async (visibility, title, token) => {
      await publish(hub, { prefix: 'old', visibility });
      await offer(hub, { visibility });
      const { files } = pullRequests(hub)[0].commits[1];
      const texts = [CARD, METADATA].map((path) => [path, read(path, 'refs/pr/1')]);
      await act(hub, 1, 'close');
      await commitTo(hub, null, Object.fromEntries(texts), {
        title: title ?? pullRequests(hub)[0].title,
        token,
      });
      const theirs = pullRequests(hub)[1];
      const made = theirs.commits.at(-1)!;
      theirs.commits[theirs.commits.length - 1] = { ...made, files };
      await act(hub, 2, 'merge');
      const report = await offer(hub, { visibility, prefix: 'second' });
      expect(report.reason).toMatch(
        /^Main holds version .*, which this action did not offer. This version was left as it is/,
      );
      expect(versionTags()).toHaveLength(1);
    },
  );

  test('what main holds and was announced costs no request about pull requests', async () => {
    await offer(hub);
    await act(hub, 1, 'merge');
    const { tag, commit } = await offer(hub);
    hub.repo(REPO).tags.set(`announced-${tag}`, { commit: commit!, message: '' });
    hub.clearRequests();
    expect(await offer(hub)).toMatchObject({ status: 'unchanged', isNewVersion: false });
    expect(requestLines(hub).filter((line) => line.includes('/discussions'))).toEqual([]);
  });

  test.each([
    [19, 1],
    [20, 0],
  ])('a merged version is found before %i other merged pull requests: %i', async (others, found) => {
    await offer(hub);
    await act(hub, 1, 'merge');
    for (let number = 0; number < others; number++)
      openDiscussion(hub.repo(REPO), {
        title: 'Fix a word',
        description: '',
        author: 'owner',
        base: hub.repo(REPO).head,
      }).status = 'merged';
    await offer(hub);
    expect(versionTags()).toHaveLength(found);
  });

  test('a version of another dataset of the same repo is left alone', async () => {
    await offer(hub);
    const metadata = forgedMetadata('refs/pr/1', '"label_column": "urgency"', '"label_column": "team"');
    await commitTo(hub, 1, { [METADATA]: metadata });
    await act(hub, 1, 'merge');
    const report = await offer(hub);
    expect(report.reason).toMatch(
      /^Main holds version .* of another dataset. This version was left as it is/,
    );
    expect([versionTags(), statuses()]).toEqual([[], ['merged', 'open']]);
  });

  test('what an interrupted run committed directly is announced by one that offers', async () => {
    await publish(hub);
    hub.repo(REPO).tags.clear();
    const report = await offer(hub, { trust: { publish: 'directly', onGate: 'pull-request' } });
    expect(report).toMatchObject({ status: 'unchanged', isNewVersion: true });
  });

  test('what a person then committed over it is not', async () => {
    await publish(hub);
    hub.repo(REPO).tags.clear();
    const metadata = forgedMetadata('main', '"NORMAL": 0', '"NORMAL": 7');
    hub.commitAs('somebody', REPO, { [METADATA]: metadata });
    const report = await offer(hub);
    expect(report.reason).toMatch(/which this action did not offer. This version was left as it is/);
    expect(versionTags()).toEqual([]);
  });
});

describe('runs side by side', () => {
  test('leave one pull request open, and both tell which', async () => {
    hub.createRepo(REPO, { private: true });
    let waiting = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    const join = async () => {
      if (++waiting === 2) resolve();
      await promise;
    };
    hub.faults.add({ path: /\/commit\/main$/, when: 'before', times: 2, kind: { run: join } });
    const reports = await Promise.all([propose(hub), propose(hub)]);
    expect(statuses().toSorted()).toEqual(['closed', 'open']);
    const open = pullRequests(hub).find(({ status }) => status === 'open')!;
    expect(open.number).toBe(2);
    expect(reports.map(({ status }) => status)).toEqual(['awaiting-approval', 'awaiting-approval']);
    expect(reports.map(({ pullRequest }) => pullRequest?.number)).toContain(2);
  });

  test('one that was left open is closed by the next run, which finds nothing else to do', async () => {
    await offer(hub);
    const [first] = pullRequests(hub);
    first.status = 'closed';
    await offer(hub, { prefix: 'second' });
    first.status = 'open';
    expect(await offer(hub, { prefix: 'second' })).toMatchObject({ pullRequest: { number: 2 } });
    expect(statuses()).toEqual(['closed', 'open']);
  });

  test('one that offers what was merged from another is closed', async () => {
    await offer(hub);
    const [first] = pullRequests(hub);
    first.status = 'closed';
    first.title = 'Set aside';
    await offer(hub);
    first.status = 'open';
    await act(hub, 2, 'merge');
    expect(await offer(hub)).toMatchObject({ status: 'published' });
    expect(statuses()).toEqual(['closed', 'merged']);
  });
});

test('a pull request shows what changed, each check, personal data and the run', async () => {
  await publish(hub, { prefix: 'old' });
  await offer(hub);
  const { raw } = pullRequests(hub)[0].events[0].data.latest as { raw: string };
  expect(raw).toContain('### Change since the last version');
  expect(raw).toMatch(/\| All rows \| 40 \| 40 \| 0 \|/);
  expect(raw).toMatch(/- ✅ \*\*max-shrinkage\*\* passed: .*, and at most 30 % may be gone\./);
  expect(raw).toContain('[The run that offers it](https://github.example/owner/app/actions/runs/1)');
  expect(raw).toMatch(/- \*\*To approve the version, merge this pull request\.\*\*/);
});

test('a pull request lists a gate that was not judged without its limit', async () => {
  await offer(hub);
  const { raw } = pullRequests(hub)[0].events[0].data.latest as { raw: string };
  expect(raw).toContain('**max-shrinkage** not judged: it has no previous version.');
});

test('a version that waits has the changes that the run recorded which offered it', async () => {
  await publish(hub, { prefix: 'old' });
  const { changes } = await offer(hub);
  expect(changes).toMatchObject({ added: 40, removed: 40 });
  const again = await offer(hub);
  expect(again.reason).toContain('with the same data waits');
  expect(again.changes).toEqual(changes);
});

test('a run that was stopped before it described its update is followed by one that lists the changes', async () => {
  await publish(hub, { prefix: 'old' });
  await offer(hub);
  await offer(hub, { prefix: 'second' });
  const [request] = pullRequests(hub);
  const events = request.events.length;
  request.title = `Dataset update (urgency) - stale`;
  await offer(hub, { prefix: 'second' });
  const added = JSON.stringify(request.events.slice(events));
  expect(added).toContain('40 rows were added, 40 removed and 0 relabelled.');
});

describe('others, in a public repo:', () => {
  const visibility = 'public';

  test('a pull request with the title of a version and other files is left alone', async () => {
    await offer(hub, { visibility });
    const [{ title, commits }] = pullRequests(hub);
    const [card, metadata] = [CARD, METADATA].map((path) =>
      hub.readFile(REPO, commits[1].id, path).toString(),
    );
    await act(hub, 1, 'close');
    const files = { [CARD]: card, [METADATA]: metadata, 'load.py': 'import os' };
    await commitTo(hub, null, files, { title });
    const report = await offer(hub, { visibility, prefix: 'second' });
    expect(report.pullRequest).toMatchObject({ number: 3 });
    expect(report.reason).toContain('Pull request #2 has the title of a version but holds no version.');
    expect(statuses()).toEqual(['closed', 'open', 'open']);
    expect((await offer(hub, { visibility, prefix: 'second' })).pullRequest).toMatchObject({ number: 3 });
  });

  test('a copy of our own, with words of theirs in its card, takes no place of ours', async () => {
    await offer(hub, { visibility });
    const [{ title, commits }] = pullRequests(hub);
    const base = hub.repo(REPO).head;
    const copied = openDiscussion(hub.repo(REPO), { title, description: '', author: 'stranger', base });
    copied.commits.push(commits[1]);
    await commitTo(hub, 2, { [CARD]: `${read(CARD, 'refs/pr/1')}\nAsk me.\n` });
    for (const prefix of ['first', 'second', 'second'])
      expect((await offer(hub, { visibility, prefix })).pullRequest).toMatchObject({ number: 1 });
    expect(statuses()).toEqual(['open', 'open']);
    await act(hub, 1, 'close');
    const report = await offer(hub, { visibility, prefix: 'third' });
    expect(report.pullRequest).toMatchObject({ number: 3 });
    expect(read(CARD, 'refs/pr/3')).not.toContain('Ask me.');
  });

  test('metadata of another repo, or none, are no version of this one', async () => {
    hub.createRepo(REPO, { private: false });
    const title = 'Dataset update (urgency) - 20260101_000000';
    await commitTo(hub, null, { 'a.txt': 'a' }, { title });
    await commitTo(hub, null, { [METADATA]: 'null' }, { title });
    expect((await offer(hub, { visibility })).pullRequest).toMatchObject({ number: 3 });
  });
});

test('a repo that is public gets no pull request with private data', async () => {
  hub.createRepo(REPO, { private: false });
  expect((await errorOf(offer(hub))).message).toContain('is public, but the dataset is private');
  expect(pullRequests(hub)).toEqual([]);
});

test('a Hub without pull requests is told so, and nothing is committed to main in their place', async () => {
  hub.faults.add({ path: /discussions$/, when: 'before', times: 9, kind: { status: 404 } });
  expect((await errorOf(offer(hub))).message).toContain('has no pull requests');
  expect(hub.repo(REPO).commits).toHaveLength(1);
});

test('a dry run says what would become of each, and writes nothing', async () => {
  const dryRun = async (changes: OfferChanges = {}) => {
    const { length } = writes();
    const { status, reason } = await offer(hub, { ...changes, dryRun: true });
    expect([status, writes().length]).toEqual(['dry-run', length]);
    return reason;
  };
  expect(await dryRun()).toBe(
    'A private repo would be created, and the first version offered in a pull request in it.',
  );
  await offer(hub);
  expect(await dryRun()).toContain('Nothing would change: v20');
  expect(await dryRun({ prefix: 'second' })).toMatch(
    /^Version .* in pull request #1 .* would be replaced by a new one/,
  );
  await act(hub, 1, 'close');
  expect(await dryRun()).toContain('was closed');
  expect(await dryRun({ prefix: 'second' })).toBe('A pull request would be opened with a new version.');
  await act(hub, 1, 'reopen');
  await act(hub, 1, 'merge');
  expect(await dryRun()).toMatch(/^Version .* of the merged pull request #1 would be announced/);
  expect(await dryRun({ rows: 10, trust: { onGate: 'pull-request' } })).toMatch(
    /^max-shrinkage.* A pull request would be opened/,
  );
});
