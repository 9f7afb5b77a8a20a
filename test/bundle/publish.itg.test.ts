import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, readVersion, variedReviews } from '../support/bundle-scene.ts';

let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(() => scene.newDatabase());

describe('published', () => {
  test('both labels are published, tagged and told in outputs and summary', async () => {
    await scene.addReviews(variedReviews(40));
    const { exitCode, outputs, summary, log } = await scene.run(repos('first'));
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ 'department-status': 'published', 'urgency-status': 'published' });
    expect(JSON.parse(outputs.updated)).toEqual(['department', 'urgency']);
    const tag = outputs['department-tag'];
    expect(tag).toMatch(/^v\d{8}_\d{6}$/);
    const repo = scene.hub.repo('owner/first-department');
    expect(JSON.parse(outputs.versions).department).toEqual({
      tag,
      commit: repo.head.id,
      status: 'published',
      num_samples: 40,
      splits: { train: 32, eval: 3, test: 5 },
      pull_request: null,
    });
    expect(repo.tags.get(tag)?.commit).toBe(repo.head.id);
    expect(repo.isPrivate).toBe(true);
    expect(summary).toContain('first-department)**: Version [`');
    expect(summary).toContain(`load_dataset("owner/first-department", revision="${tag}")`);
    expect(log).toContain('department: read 40 corrections');
  });

  test('private: false creates a public repo', async () => {
    await scene.addReviews(variedReviews(40));
    const { exitCode } = await scene.run({ ...repos('open'), private: 'false' });
    expect([exitCode, scene.hub.repo('owner/open-urgency').isPrivate]).toEqual([0, false]);
  });

  test('nothing is published to a public repo while private is true', async () => {
    scene.hub.createRepo('owner/seen-department', { private: false });
    await scene.addReviews(variedReviews(40));
    const { exitCode, outputs, log } = await scene.run(repos('seen'));
    expect([exitCode, outputs['department-status'], outputs['urgency-status']]).toEqual([
      1,
      'failed',
      'published',
    ]);
    expect(log).toContain('datasets/owner/seen-department is public');
    expect(scene.hub.repo('owner/seen-department').commits).toHaveLength(1);
  });
});

test('unchanged: a second run makes no commit and no tag', async () => {
  await scene.addReviews(variedReviews(40));
  const first = await scene.run(repos('same'));
  scene.hub.clearRequests();
  const second = await scene.run(repos('same'));
  expect(second.exitCode).toBe(0);
  expect(second.outputs).toMatchObject({ 'department-status': 'unchanged', updated: '[]' });
  expect(second.outputs['department-tag']).toBe(first.outputs['department-tag']);
  expect(scene.hub.requests.every(({ method }) => method === 'GET')).toBe(true);
  expect(second.summary).toContain('The data has not changed since');
});

test('a tag that is missing is put right, and the version is told as new', async () => {
  await scene.addReviews(variedReviews(40));
  const first = await scene.run(repos('tagless'));
  const repo = scene.hub.repo('owner/tagless-department');
  repo.tags.clear();
  const second = await scene.run(repos('tagless'));
  expect(second.outputs).toMatchObject({ 'department-status': 'unchanged', updated: '["department"]' });
  expect(repo.tags.get(first.outputs['department-tag'])?.commit).toBe(repo.head.id);
});

describe('skipped', () => {
  test('both labels, when there are too few rows', async () => {
    await scene.addReviews(variedReviews(9));
    const { exitCode, outputs, summary, log } = await scene.run();
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      'department-status': 'skipped',
      'department-tag': '',
      'urgency-status': 'skipped',
      updated: '[]',
    });
    expect(summary).toContain('Only 9 rows are usable, and min-dataset-len is 10.');
    expect(log).toContain('::warning title=department%3A skipped::Only 9 rows are usable');
    expect(scene.hub.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('one label, while the other is published', async () => {
    await scene.addReviews(variedReviews(40).map(({ message, urgency }) => ({ message, urgency })));
    const { exitCode, outputs } = await scene.run(repos('one'));
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ 'department-status': 'skipped', 'urgency-status': 'published' });
    expect(JSON.parse(outputs.updated)).toEqual(['urgency']);
  });

  test('a label that was not asked for has empty outputs', async () => {
    await scene.addReviews(variedReviews(40));
    const { outputs } = await scene.run({ ...repos('single'), 'urgency-dataset': '' });
    expect(outputs).toMatchObject({
      'department-status': 'published',
      'urgency-status': '',
      'urgency-tag': '',
    });
    expect(Object.keys(JSON.parse(outputs.versions))).toEqual(['department']);
  });
});

describe('dry-run and output-dir', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'output-dir-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a dry run writes the files here and nothing on the Hub', async () => {
    await scene.addReviews(variedReviews(40));
    const { exitCode, outputs, summary, log } = await scene.run({
      ...repos('dry'),
      'dry-run': 'true',
      'output-dir': folder,
    });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ 'department-status': 'dry-run', 'department-tag': '', updated: '[]' });
    expect(summary).toContain('nothing was written to the Hub');
    for (const told of [
      'department: text-classification from the source complaints, for owner/dry-department',
      '  - message text text, published as grievance (string)',
      '  - predicted_department character varying predicted',
      '  - read 40 corrections: 40, confirmed: 0',
      '  A private repo would be created, and the first version published in it.',
    ]) {
      expect(log.replace(/(?<=\S) +/g, ' ')).toContain(`\n${told}\n`);
    }
    expect(log).toMatch(
      /\nurgency: Not published, because this was a dry run\. 40 rows \(train \d+, eval \d, test \d\)\.\n$/,
    );
    for (const secret of ['misclassified_complaints m', 'complaint number', 'OPERATOR'])
      expect(`${log}${summary}`).not.toContain(secret);
    expect(scene.hub.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      ['department', 'urgency'].flatMap((label) => [
        label,
        `${label}/README.md`,
        `${label}/data`,
        ...['eval', 'test', 'train'].map((split) => `${label}/data/${split}-00000-of-00001.parquet`),
        `${label}/dataset_metadata.json`,
        `${label}/dropped.jsonl`,
        `${label}/review.jsonl`,
        expect.stringMatching(new RegExp(`^${label}/row_ids-[0-9a-f]{16}\\.jsonl$`)),
        `${label}/row_index.parquet`,
      ]),
    );
  });

  test('a dry run says when nothing would change', async () => {
    await scene.addReviews(variedReviews(40));
    const first = await scene.run(repos('dry-same'));
    const { outputs, summary } = await scene.run({ ...repos('dry-same'), 'dry-run': 'true' });
    expect(outputs['department-tag']).toBe(first.outputs['department-tag']);
    expect(summary).toContain('Nothing would change');
  });

  test.each(['published', 'unchanged'])('output-dir holds the files of the Hub when %s', async (status) => {
    await scene.addReviews(variedReviews(40));
    const names = repos(`out-${status}`);
    if (status === 'unchanged') await scene.run(names);
    const { outputs } = await scene.run({ ...names, 'output-dir': folder });
    expect(outputs['department-status']).toBe(status);
    const repo = names['department-dataset'];
    for (const file of ['README.md', 'dataset_metadata.json', 'data/test-00000-of-00001.parquet']) {
      const written = await readFile(path.join(folder, 'department', file));
      expect(written.equals(scene.hub.readFile(repo, outputs['department-tag'], file))).toBe(true);
    }
  });

  test('a folder that cannot be written fails the label before anything is published', async () => {
    await scene.addReviews(variedReviews(40));
    const { exitCode, log } = await scene.run({ ...repos('full'), 'output-dir': '/dev/null/x' });
    expect(exitCode).toBe(1);
    expect(log).toMatch(
      /The files of department could not be written to \/dev\/null\/x\/department \(ENOTDIR\)/,
    );
    expect(scene.hub.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

test('the settings of the old Space work unchanged', async () => {
  await scene.addReviews(variedReviews(40));
  const environment = {
    POSTGRES_URL: scene.database.url(),
    DEPARTMENT_DATASET: 'owner/old-department',
    URGENCY_DATASET: 'owner/old-urgency',
    HF_TOKEN: 'hf_writer',
    HF_ENDPOINT: scene.hub.url,
    MIN_DATASET_LEN: '41',
  };
  const none = { 'postgres-url': '', 'department-dataset': '', 'urgency-dataset': '', 'hf-token': '' };
  const standard = { 'hub-endpoint': 'https://huggingface.co', 'min-dataset-len': '1000' };
  const { exitCode, summary } = await scene.run({ ...none, ...standard }, environment);
  expect(exitCode).toBe(0);
  expect(summary).toContain('Only 40 rows are usable, and min-dataset-len is 41.');
});

test('the sample of correct rows fills up the corrections', async () => {
  await scene.addReviews(variedReviews(20));
  await scene.database.query(
    `INSERT INTO complaints (id, message, department, urgency)
     SELECT 1000 + n, 'correct ' || n, 'Security & Law Enforcement', 'NORMAL' FROM generate_series(1, 100) AS n`,
  );
  const { outputs } = await scene.run({ ...repos('sampled'), 'correct-ratio': '0.75' });
  const version = await readVersion(scene.hub, 'owner/sampled-urgency', outputs['urgency-tag']);
  const texts = Object.values(version).flat();
  expect(texts.filter(([text]) => String(text).startsWith('correct '))).toHaveLength(15);
  expect(texts).toHaveLength(35);
});

function repos(name: string) {
  return { 'department-dataset': `owner/${name}-department`, 'urgency-dataset': `owner/${name}-urgency` };
}
