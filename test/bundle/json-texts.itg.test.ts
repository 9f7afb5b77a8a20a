import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene } from '../support/bundle-scene.ts';

let scene: BundleScene;
let folder: string;

/** Values of a JSON field by their ids, and why they are no texts. */
const VALUES: readonly [json: string, reason: string | null][] = [
  ['"a text of JSON"', null],
  ['[{"author": "ann", "text": "secret-paragraph"}]', 'not-text'],
  ['{"html": "secret-object"}', 'not-text'],
  ['null', 'no-text'],
  ['" "', 'empty'],
  ['12.50', null],
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'json-texts-'));
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.database.query('CREATE TABLE tasks (id int, data jsonb, label text)');
  for (const [id, [json]] of VALUES.entries()) {
    await scene.database.query(`INSERT INTO tasks VALUES (${id}, '{"text": ${json}}', 'yes')`);
  }
  await scene.database.query(`INSERT INTO tasks
    SELECT n, jsonb_build_object('text', 'ordinary text number ' || n), 'no' FROM generate_series(100, 5099) n`);
});
afterAll(() => Promise.all([scene.close(), rm(folder, { recursive: true })]));

function run(
  repo: string,
  { corrections, confirmed }: { corrections: string; confirmed?: string },
  inputs: Readonly<Record<string, string>> = {},
) {
  const config = {
    version: 1,
    sources: { tasks: { corrections, ...(confirmed !== undefined && { confirmed }) } },
    datasets: {
      tasks: {
        repo: `owner/${repo}`,
        source: 'tasks',
        task: 'text-classification',
        classes: ['yes', 'no'],
        'min-dataset-len': 2,
        'near-duplicates': 'none',
        'similar-repo': 'allow',
        'correct-ratio': 1,
      },
    },
  };
  const given = { 'department-dataset': '', 'urgency-dataset': '', config: JSON.stringify(config, null, 1) };
  return scene.run({ ...given, 'output-dir': folder, ...inputs });
}

const metadataOf = (repo: string) =>
  JSON.parse(String(scene.hub.readFile(`owner/${repo}`, 'main', 'dataset_metadata.json')));

async function textsOf(repo: string): Promise<string[]> {
  const texts = ['train', 'eval', 'test'].map(async (split) => {
    const content = scene.hub.readFile(`owner/${repo}`, 'main', `data/${split}-00000-of-00001.parquet`);
    const rows = await parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
    return rows.map(({ text }) => String(text));
  });
  return (await Promise.all(texts))
    .flat()
    .filter((text) => !text.startsWith('ordinary'))
    .sort();
}

describe.each(['jsonb', 'json'])('a column of the type %s', (type) => {
  const corrections = `SELECT id, (data->'text')::${type} AS text, label FROM tasks`;

  test.each([
    ['memory', '4GB'],
    ['disk', '1MB'],
  ])(
    'its texts are published, and lists and objects are dropped and counted: in %s',
    async (where, limit) => {
      const repo = `${type}-${where}`;
      const done = await run(repo, { corrections }, { 'memory-limit': limit });
      expect([done.exitCode, done.log.includes('are kept on disk')]).toEqual([0, where === 'disk']);
      expect(await textsOf(repo)).toEqual(['12.50', 'a text of JSON']);
      const text = await readFile(path.join(folder, 'tasks', 'dropped.jsonl'), 'utf8');
      expect(
        text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toEqual(
        VALUES.flatMap(([, reason], id) =>
          reason === null ? [] : [{ id: `${id}`, source: 'reviewed', reason }],
        ),
      );
      expect(metadataOf(repo).quality.dropped).toMatchObject({ notText: 2, nullMessage: 1, empty: 1 });
      expect(done.summary).toContain('with a text that is a list or object: 2');
      expect(done.log).toContain(
        'unusable texts::2 rows were dropped: 2 with a text that is a list or object.',
      );
      expect(`${done.log} ${done.summary}`).not.toMatch(/secret/);
      expect(metadataOf(repo).content_sha256).toBe(metadataOf(`${type}-memory`).content_sha256);
    },
  );
});

test('a text is the same text where one SELECT gives it as JSON and the other as text', async () => {
  const done = await run('mixed', {
    corrections: `SELECT id, data->'text' AS text, label FROM tasks WHERE id = 0 OR id >= 100`,
    confirmed: `SELECT 9000 + id AS id, data->>'text' AS text, label FROM tasks WHERE id = 0 OR id >= 100`,
  });
  expect(done.exitCode).toBe(0);
  const { num_samples: rows, quality } = metadataOf('mixed');
  expect([rows, quality.dropped.duplicate]).toEqual([5001, 5001]);
});

test('a dataset whose texts are all lists or objects is held with the column and the fix', async () => {
  const held = await run('lists', { corrections: `SELECT id, data AS text, label FROM tasks` });
  expect(JSON.parse(held.outputs.versions).tasks.status).toBe('held');
  expect(held.log).toContain(
    "The text of each row (text) is a JSON list or object. Extract its text in the SELECT, as in body->0->>'text'.",
  );
  expect(() => scene.hub.repo('owner/lists')).toThrow('no repo');
});

test('spark-command refuses a text of JSON', async () => {
  const refused = await run(
    'spark',
    { corrections: `SELECT id, data->'text' AS text, label FROM tasks` },
    { 'spark-command': 'true' },
  );
  expect(refused.exitCode).toBe(1);
  expect(refused.log).toContain('a text of the type json or jsonb; use ->> in the SELECT');
});
