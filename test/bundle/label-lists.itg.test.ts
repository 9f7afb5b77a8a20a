import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene } from '../support/bundle-scene.ts';

const ROWS = 5000;

let scene: BundleScene;
let folder: string;

/** Documents whose tags are joined from a table, as junction tables give them; `x` and `Invoices` are no classes. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  both: ['invoice', 'urgent'],
  none: [],
  partly: ['invoice', 'x'],
  misspelt: ['urgent', 'Invoices'],
  other: ['x'],
};
const DOCUMENTS = Object.keys(TAGS);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'label-lists-'));
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.database.query(`CREATE TABLE documents AS
    SELECT n AS id, 'ordinary document number ' || n AS text FROM generate_series(100, ${99 + ROWS}) n`);
  await scene.database.query(`CREATE TABLE tags AS
    SELECT id AS document, (ARRAY['invoice', 'urgent'])[1 + id % 2] AS name FROM documents`);
  for (const [id, [text, names]] of Object.entries(TAGS).entries()) {
    await scene.database.query(`INSERT INTO documents VALUES (${id}, '${text}')`);
    for (const name of names) await scene.database.query(`INSERT INTO tags VALUES (${id}, '${name}')`);
  }
});
afterAll(() => Promise.all([scene.close(), rm(folder, { recursive: true })]));

/** Runs the bundle on documents with their tags by LEFT JOIN: a document without a tag has the list {NULL}. */
async function run(
  repo: string,
  settings: string,
  inputs: Readonly<Record<string, string>> = {},
  list = 'array_agg(g.name)',
) {
  const config = `
version: 1
sources:
  documents:
    corrections: |
      SELECT d.id, d.text, ${list} AS labels
      FROM documents d LEFT JOIN tags g ON g.document = d.id GROUP BY d.id, d.text
datasets:
  tags:
    repo: owner/${repo}
    source: documents
    task: multi-label-classification
    classes: [invoice, urgent]
    near-duplicates: none
${settings}`;
  const given = { 'department-dataset': '', 'urgency-dataset': '', config, 'output-dir': folder };
  const done = await scene.run({ ...given, ...inputs });
  expect(done.exitCode).toBe(0);
  const text = await readFile(path.join(folder, 'tags', 'dropped.jsonl'), 'utf8');
  const dropped = text
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { done, dropped, labels: await labelsOf(repo), metadata: metadataOf(repo) };
}

function metadataOf(repo: string) {
  return JSON.parse(String(scene.hub.readFile(`owner/${repo}`, 'main', 'dataset_metadata.json')));
}

/** The labels of each document that was published, but for ordinary ones. */
async function labelsOf(repo: string): Promise<Record<string, number[]>> {
  const splits = ['train', 'eval', 'test'].map(async (split) => {
    const content = scene.hub.readFile(`owner/${repo}`, 'main', `data/${split}-00000-of-00001.parquet`);
    const rows = await parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
    return rows.map(({ text, labels }) => [text, labels.map(Number)]);
  });
  const rows = (await Promise.all(splits)).flat().filter(([text]) => DOCUMENTS.includes(text));
  return Object.fromEntries(rows.sort());
}

describe.each([
  ['memory', '4GB'],
  ['disk', '1MB'],
])('in %s', (where, limit) => {
  const inputs = { 'memory-limit': limit };

  test('a document without a tag has no class, and one with an unknown tag is dropped', async () => {
    const { done, dropped, labels, metadata } = await run(`rows-${where}`, '', inputs);
    expect(done.log.includes('are kept on disk')).toBe(where === 'disk');
    expect(labels).toEqual({ both: [0, 1], none: [] });
    expect(dropped.map(({ id, reason }) => [id, reason])).toEqual([
      ['2', 'unknown-class'],
      ['3', 'unknown-class'],
      ['4', 'unknown-class'],
    ]);
    expect(metadata.quality.dropped).toMatchObject({ unknownClass: 3, malformed: 0 });
    expect(metadata.quality).not.toHaveProperty('shortenedRows');
  });

  test('with drop-class each document stays, without its unknown tags, which are counted', async () => {
    const { done, dropped, labels, metadata } = await run(
      `classes-${where}`,
      '    unknown-classes: drop-class',
      inputs,
    );
    expect(labels).toEqual({ both: [0, 1], misspelt: [1], none: [], other: [], partly: [0] });
    expect(dropped).toEqual([]);
    expect(metadata.quality).toMatchObject({
      dropped: { unknownClass: 0 },
      shortenedRows: 3,
      unknownClassNames: [
        { name: 'x', rows: 2 },
        { name: 'Invoices', rows: 1 },
      ],
    });
    const said = done.summary.replaceAll('\\', '');
    expect(said).toContain('kept without an unknown class: 3');
    expect(said).toContain('Unknown classes: “x” (2), “Invoices” (1; did you mean “invoice”?)');
    expect(done.log).toMatch(
      /unknown classes::3 rows kept without an unknown class\. Unknown classes: “x” \(2\)/,
    );
    const card = String(scene.hub.readFile(`owner/classes-${where}`, 'main', 'README.md'));
    expect(card).toContain('| Kept without an unknown class | 3 |');
  });
});

test('memory and disk make the same versions', () => {
  for (const rule of ['rows', 'classes']) {
    const [memory, disk] = [`${rule}-memory`, `${rule}-disk`].map(metadataOf);
    expect(disk.content_sha256).toBe(memory.content_sha256);
    expect(disk.quality).toEqual(memory.quality);
  }
});

test('a list of JSON is read like an array', async () => {
  const { labels, metadata } = await run('json', '    unknown-classes: drop-class', {}, 'json_agg(g.name)');
  expect(labels).toEqual(await labelsOf('classes-memory'));
  expect(metadata.content_sha256).toBe(metadataOf('classes-memory').content_sha256);
});

test('rows that lost a class count for max-unknown-classes', async () => {
  await scene.database.query(`DELETE FROM documents WHERE id >= 100`);
  const config = `
version: 1
sources: { tags: { corrections: "SELECT d.id, d.text, array_agg(g.name) AS labels FROM documents d LEFT JOIN tags g ON g.document = d.id GROUP BY 1, 2" } }
datasets:
  tags: { repo: owner/few, source: tags, task: multi-label-classification, classes: [invoice, urgent], min-dataset-len: 1, unknown-classes: drop-class, max-unknown-classes: 50 }`;
  const done = await scene.run({ 'department-dataset': '', 'urgency-dataset': '', config });
  expect(JSON.parse(done.outputs.versions).tags.status).toBe('held');
  expect(done.log).toContain('60.0 %25 of the rows read (3) have an unknown class');
});
