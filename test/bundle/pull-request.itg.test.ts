import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, readVersion, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { call } from '../support/local-hub/call.ts';
import { regularFile, type StoredRepo } from '../support/local-hub/repo-store.ts';

const APPROVED = 'publish: pull-request';
const ON_GATE = 'on-gate: pull-request\nmax-shrinkage: 10';
let scene: BundleScene;
let repos = 0;
let name: string;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(60));
  name = `owner/approved-${repos++}`;
});

function run(gates = APPROVED, inputs: Readonly<Record<string, string>> = {}) {
  return scene.run({ 'department-dataset': name, 'urgency-dataset': '', gates, ...inputs });
}

function repo(): StoredRepo {
  return scene.hub.repo(name);
}

function statuses(): string[] {
  return repo().discussions.map(({ status }) => status);
}

function pageOf(number: number): string {
  return `${scene.hub.url}/datasets/${name}/discussions/${number}`;
}

function version(revision: string) {
  return JSON.parse(scene.hub.readFile(name, revision, 'dataset_metadata.json').toString());
}

/** Does to a pull request what a person does on its page. */
async function act(number: number, what: 'merge' | 'closed'): Promise<void> {
  const url = `${scene.hub.url}/api/datasets/${name}/discussions/${number}`;
  const { ok } =
    what === 'merge'
      ? await call(`${url}/merge`, { method: 'POST', token: TOKEN })
      : await call(`${url}/status`, { method: 'POST', token: TOKEN, body: { status: what } });
  expect(ok).toBe(true);
}

describe('publish: pull-request', () => {
  test('offers a version, brings it up to new rows, and announces it once a person merged it', async () => {
    const first = await run();
    expect([first.exitCode, first.outputs['department-status'], first.outputs['department-tag']]).toEqual([
      0,
      'awaiting-approval',
      '',
    ]);
    expect(first.outputs.updated).toBe('[]');
    expect(first.log).toContain('::notice title=department%3A pull request 1::');
    expect(first.summary).toContain('## ⏳ Datasets: 1 of 1 waiting for approval');
    expect(first.summary).toContain('### ⏳ department waits for approval');
    expect(first.log).toContain(`waits for approval in pull request #1 (${pageOf(1)})`);
    expect([repo().isPrivate, repo().commits.length, repo().tags.size]).toEqual([true, 1, 0]);
    expect(version('refs/pr/1').num_samples).toBe(60);

    scene.hub.clearRequests();
    const again = await run();
    expect(again.log).toContain('with the same data waits for approval in pull request #1');
    expect(scene.hub.requests.filter(({ method }) => method === 'POST')).toEqual([]);

    await scene.addReviews(variedReviews(10, 'matter'));
    const updated = await run();
    expect([updated.exitCode, updated.outputs.updated]).toEqual([0, '[]']);
    expect(statuses()).toEqual(['open']);
    const { version_tag: tag, num_samples: rows } = version('refs/pr/1');
    expect([rows, repo().discussions[0].title]).toEqual([
      70,
      `Dataset update (department) - ${tag.slice(1)}`,
    ]);

    await act(1, 'merge');
    const merged = await run();
    expect(merged.outputs).toMatchObject({
      'department-status': 'published',
      'department-tag': tag,
      updated: '["department"]',
    });
    expect(merged.log).toContain(`Pull request #1 was merged. Version ${tag} was verified and tagged.`);
    expect([...repo().tags]).toEqual([
      [tag, expect.objectContaining({ commit: repo().head.id })],
      [`announced-${tag}`, expect.objectContaining({ commit: repo().head.id })],
    ]);
    const read = await readVersion(scene.hub, name, tag);
    expect([...read.train, ...read.eval, ...read.test]).toHaveLength(70);

    const last = await run();
    expect(last.outputs).toMatchObject({ 'department-status': 'unchanged', updated: '[]' });

    await scene.addReviews(variedReviews(5, 'question'));
    const next = await run();
    expect(JSON.parse(next.outputs.versions).department).toMatchObject({
      tag,
      num_samples: 70,
      status: 'awaiting-approval',
    });
    expect(statuses()).toEqual(['merged', 'open']);
    for (const { log, summary } of [first, updated, merged, next])
      expect(`${log}${summary}`).not.toMatch(/matter number|hf_writer/);
  });

  test('announces what was merged also when there are other rows by then, and offers those', async () => {
    await run();
    const { version_tag: tag } = version('refs/pr/1');
    await act(1, 'merge');
    await scene.addReviews(variedReviews(10, 'matter'));
    const { outputs, exitCode } = await run();
    expect([exitCode, outputs.updated, outputs['department-tag']]).toEqual([0, '["department"]', tag]);
    expect(statuses()).toEqual(['merged', 'open']);
  });

  test('does not offer again what a person closed, but other rows', async () => {
    await run();
    await act(1, 'closed');
    const told = await run();
    expect([told.exitCode, told.log]).toEqual([0, expect.stringContaining('The same data was turned down')]);
    await scene.addReviews(variedReviews(10, 'matter'));
    await run();
    expect(statuses()).toEqual(['closed', 'open']);
  });

  test('tells that a person changed what it offers, and tags none of it when it is merged', async () => {
    await run();
    const [{ commits }] = repo().discussions;
    const path = 'data/eval-00000-of-00001.parquet';
    const other = commits[1].files.get('data/test-00000-of-00001.parquet')!;
    const options = { title: 'Change', message: '', author: 'asmita', changes: new Map([[path, other]]) };
    commits.push(repo().makeCommit(commits[1], options));
    const told = await run();
    expect([told.exitCode, told.log]).toEqual([0, expect.stringContaining(`Somebody changed ${path}`)]);
    await act(1, 'merge');
    const next = await run();
    expect([next.outputs.updated, repo().tags.size]).toEqual(['[]', 0]);
    expect(next.log).toContain(`are not as they were published: ${path}`);
    expect(statuses()).toEqual(['merged', 'open']);
  });

  test('announces no merge of other data, though its metadata name it, and offers the right data', async () => {
    await run();
    const [{ commits }] = repo().discussions;
    const [path, other] = ['eval', 'test'].map((split) => `data/${split}-00000-of-00001.parquet`);
    const { files } = commits[1];
    const [right, wrong] = [path, other].map((each) => files.get(each)!);
    const metadata = String(scene.hub.readFile(name, 'refs/pr/1', 'dataset_metadata.json'))
      .replace(`"sha256": "${right.sha256}"`, `"sha256": "${wrong.sha256}"`)
      .replace(`"size": ${right.size}`, `"size": ${wrong.size}`);
    const changes = new Map([
      [path, wrong],
      ['dataset_metadata.json', regularFile(Buffer.from(metadata))],
    ]);
    commits.push(repo().makeCommit(commits[1], { title: 'Change', message: '', author: 'asmita', changes }));
    await act(1, 'merge');
    const next = await run();
    expect(next.exitCode).toBe(0);
    expect(next.outputs).toMatchObject({ 'department-status': 'awaiting-approval', updated: '[]' });
    expect(next.log).toContain(
      '::warning title=department%3A pull request 2::Pull request #1 was merged, but',
    );
    expect([repo().tags.size, statuses()]).toEqual([0, ['merged', 'open']]);
    const { version_tag: tag } = version('refs/pr/2');
    await act(2, 'merge');
    expect((await run()).outputs).toMatchObject({ 'department-status': 'published', 'department-tag': tag });
  });

  test('announces no version of another dataset that is offered in the same repo', async () => {
    await scene.run({ 'department-dataset': '', 'urgency-dataset': name, gates: APPROVED });
    await act(1, 'merge');
    const { outputs, log } = await run(`${APPROVED}\nbreaking-changes: allow\nlost-classes: allow`);
    expect([outputs['department-status'], outputs.updated]).toEqual(['awaiting-approval', '[]']);
    expect(log).toMatch(/Main holds version v\d+_\d+ of another dataset. This version was left as it is/);
    expect(repo().tags.size).toBe(0);
  });

  test('two runs at once leave one pull request open', async () => {
    scene.hub.createRepo(name, { private: true });
    let count = 0;
    const met = Promise.withResolvers<void>();
    const join = () => {
      if (++count === 2) met.resolve();
      return met.promise;
    };
    scene.hub.faults.add({ path: /\/commit\/main$/, when: 'before', times: 2, kind: { run: join } });
    await Promise.all([run(), run()]);
    expect(statuses()).toHaveLength(2);
    expect(statuses().filter((status) => status === 'open')).toHaveLength(1);
    const last = await run();
    expect(last.outputs['department-status']).toBe('awaiting-approval');
    expect(statuses().filter((status) => status === 'open')).toHaveLength(1);
  });

  test('a pull request shows what changed, each check and the run', async () => {
    await run();
    const { raw } = repo().discussions[0].events[0].data.latest as { raw: string };
    expect(raw).toContain('This is the first version.');
    expect(raw).toMatch(/- ✅ \*\*usable-rows\*\* passed: /);
    expect(raw).not.toMatch(/matter number|hf_writer/);
  });

  test('a dry run says what it would do', async () => {
    const { log } = await run(APPROVED, { 'dry-run': 'true' });
    expect(log).toContain('the first version offered in a pull request in it');
    expect(scene.hub.hasRepo(name)).toBe(false);
  });
});

test('on-gate: pull-request offers what a gate holds with a warning, and publishes it once a person merged it', async () => {
  const published = await run(ON_GATE);
  expect(published.outputs['department-status']).toBe('published');
  await scene.database.query('DELETE FROM misclassified_complaints WHERE complaint_id <= 30');
  const held = await run(ON_GATE);
  expect([held.exitCode, held.outputs['department-status'], held.outputs['department-tag']]).toEqual([
    0,
    'awaiting-approval',
    published.outputs['department-tag'],
  ]);
  expect(held.outputs.updated).toBe('[]');
  expect(held.log).toContain('::warning title=department%3A pull request 1::max-shrinkage: ');
  expect(held.summary).toContain('### ✋ department waits for approval: 1 gate failed');
  expect(held.log).toContain(pageOf(1));
  expect(version('main').num_samples).toBe(60);
  expect((await run(ON_GATE, { 'dry-run': 'true' })).outputs.versions).toContain(
    '"would":"awaiting-approval"',
  );
  expect((await run(ON_GATE)).exitCode).toBe(0);
  expect(statuses()).toEqual(['open']);
  await act(1, 'merge');
  const { exitCode, outputs } = await run(ON_GATE);
  expect([exitCode, outputs['department-status'], outputs.updated, outputs['department-tag']]).toEqual([
    0,
    'published',
    '["department"]',
    version('main').version_tag,
  ]);
});
