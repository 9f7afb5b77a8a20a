import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene, TOKEN } from '../support/bundle-scene.ts';
import { runBundle } from '../support/run-bundle.ts';

const ROWS = 5000;
const REPO = 'owner/tags';
const MODEL = 'owner/tagger';
const CLASSES = ['invoice', 'urgent', '10'];
const SPLITS = ['train', 'eval', 'test'];

let scene: BundleScene;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'multi-hot-'));
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.database.query(`CREATE TABLE documents AS
    SELECT n AS id, 'ordinary document number ' || n AS text, ARRAY[0.5, n]::real[] AS "1",
      CASE n % 4 WHEN 0 THEN '{}' WHEN 1 THEN '{urgent}' WHEN 2 THEN '{10,urgent,NULL}' ELSE '{urgent,invoice}' END::text[] AS labels
    FROM generate_series(1, ${ROWS}) n`);
  const done = await scene.run(inputsOf({ 'publish-as': { labels: 'topics' } }));
  if (done.exitCode !== 0) throw new Error(done.log);
});
afterAll(() => Promise.all([scene.close(), rm(folder, { recursive: true })]));

function inputsOf(settings: object, more: Readonly<Record<string, string>> = {}) {
  const dataset = {
    repo: REPO,
    source: 'documents',
    task: 'multi-label-classification',
    classes: CLASSES,
    keep: ['1'],
    'near-duplicates': 'none',
    ...settings,
  };
  const sources = { documents: { corrections: 'SELECT * FROM documents' } };
  const config = JSON.stringify({ version: 1, sources, datasets: { tags: dataset } }, null, 1);
  return { 'department-dataset': '', 'urgency-dataset': '', config, ...more };
}

const HOT = { 'publish-as': { labels: 'topics' }, 'labels-as': 'multi-hot' };
const statusOf = ({ outputs }: { outputs: Record<string, string> }) =>
  JSON.parse(outputs.versions).tags.status;
const metadataOf = (repo = REPO, revision = 'main') =>
  JSON.parse(String(scene.hub.readFile(repo, revision, 'dataset_metadata.json')));

async function rowsOf(split: string, repo = REPO, revision = 'main') {
  const content = scene.hub.readFile(repo, revision, `data/${split}-00000-of-00001.parquet`);
  return parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
}

/** The classes of each row in file order, from ids or from lists of 0 and 1. */
async function classesOf(revision: string, idsOf: (topics: readonly unknown[]) => unknown[]) {
  const splits = await Promise.all(SPLITS.map((split) => rowsOf(split, REPO, revision)));
  return splits.map((rows) => rows.map(({ text, topics }) => [text, idsOf(topics)]));
}

test('lists of ids become lists of 0 and 1 in the same rows once a person allows it', async () => {
  const ids = metadataOf();
  const held = await scene.run(inputsOf(HOT));
  expect(statusOf(held)).toBe('held');
  expect(held.summary.replaceAll('\\', '')).toContain(
    `since ${ids.version_tag} the column topics has another type`,
  );
  expect(statusOf(await scene.run(inputsOf(HOT, { gates: 'breaking-changes: allow' })))).toBe('published');
  const hot = metadataOf();
  expect(hot.multi_hot).toBe('topics');
  expect(ids).not.toHaveProperty('multi_hot');
  expect(hot.features.topics).toEqual({ feature: { dtype: 'float32', _type: 'Value' }, _type: 'Sequence' });
  expect(hot.label_map).toEqual({ invoice: 0, urgent: 1, '10': 2 });
  expect([hot.content_sha256, hot.splits, hot.quality]).toEqual([
    ids.content_sha256,
    ids.splits,
    ids.quality,
  ]);
  expect(hot.changes).toEqual({ added: 0, removed: 0, relabelled: 0, classes: [] });
  const indexes = [ids, hot].map(({ version_tag: tag }) =>
    scene.hub.readFile(REPO, tag, 'row_index.parquet'),
  );
  expect(indexes[1].equals(indexes[0])).toBe(true);
  const before = await classesOf(ids.version_tag, (topics) => topics.map(Number));
  const after = await classesOf(hot.version_tag, (topics) =>
    topics.flatMap((each, id) => (each === 1 ? [id] : [])),
  );
  expect(after).toEqual(before);
  const kinds = (await rowsOf('train')).map(({ topics }) => JSON.stringify(topics));
  expect(new Set(kinds)).toEqual(new Set(['[0,0,0]', '[0,1,0]', '[0,1,1]', '[1,1,0]']));
  const card = String(scene.hub.readFile(REPO, 'main', 'README.md'));
  expect(card).toContain('The list in `topics` has a 1 for each class of the row');
  expect(card).toMatch(/name: "?topics"?\n\s+sequence: "?float32"?/);
  expect(statusOf(await scene.run(inputsOf(HOT)))).toBe('unchanged');
});

test('rows on disk make the same files', async () => {
  const done = await scene.run(inputsOf({ ...HOT, repo: 'owner/disk' }, { 'memory-limit': '1MB' }));
  expect(done.log).toContain('are kept on disk');
  const files = (repo: string) =>
    metadataOf(repo).files.filter(({ path: file }: { path: string }) => file.endsWith('.parquet'));
  expect(files('owner/disk')).toEqual(files(REPO));
});

test('promote-model reads the lists of 0 and 1', async () => {
  const { version_tag: version } = metadataOf();
  scene.hub.createModel(MODEL);
  const commit = (name: string) =>
    scene.hub.models.get(MODEL)!.commitTexts('owner', { 'model.txt': name }).id;
  const labels = (await rowsOf('test')).map(({ topics }) =>
    topics.flatMap((each: number, id: number) => (each === 1 ? [CLASSES[id]] : [])),
  );
  const write = async (name: string, predicted: (labels: string[]) => string[]) => {
    const lines = labels.map((each, row) => JSON.stringify({ row, predicted: predicted(each), version }));
    await writeFile(path.join(folder, name), lines.join('\n'));
    return path.join(folder, name);
  };
  const inputs = { 'hf-token': TOKEN, 'hub-endpoint': scene.hub.url, dataset: REPO, model: MODEL };
  const right = await write('right.jsonl', (each) => each);
  const wrong = await write('wrong.jsonl', () => ['urgent']);
  const promote = (more: Readonly<Record<string, string>>) =>
    runBundle({ ...inputs, ...more }, { folder: 'promote-model' });
  const first = await promote({ candidate: commit('first'), 'candidate-predictions': wrong });
  expect([first.exitCode, first.outputs.decision]).toEqual([0, 'promoted']);
  const second = await promote({
    candidate: commit('second'),
    'candidate-predictions': right,
    'production-predictions': wrong,
  });
  const [stratum] = JSON.parse(second.outputs.report).strata;
  const wrongRows = labels.filter((each) => each.join() !== 'urgent').length;
  expect(second.outputs.decision).toBe('promoted');
  expect(stratum).toMatchObject({ rows: labels.length, gained: wrongRows, lost: 0, candidate: 0 });
});

test('a class that no row has yet makes a new version, whose lists are longer', async () => {
  const done = await scene.run(inputsOf({ ...HOT, classes: [...CLASSES, 'later'] }));
  expect(statusOf(done)).toBe('published');
  expect((await rowsOf('test')).every(({ topics }) => topics.length === 4 && topics[3] === 0)).toBe(true);
  const renamed = await scene.run(inputsOf({ ...HOT, classes: [...CLASSES, 'other'] }));
  expect(statusOf(renamed)).toBe('held');
});

test('the form is refused where it does not belong, with the line that was meant', async () => {
  const refused = await scene.run(inputsOf({ 'publish-as': 'multi-hot' }));
  expect(refused.log).toContain('did you mean labels-as: multi-hot?');
  const many = Array.from({ length: 1001 }, (_, id) => `class ${id}`);
  const long = await scene.run(inputsOf({ ...HOT, classes: many }));
  expect(long.log).toContain('labels-as: multi-hot is for at most 1,000 classes, and the dataset has 1,001.');
});
