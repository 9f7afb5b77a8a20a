import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BundleScene } from '../support/bundle-scene.ts';

let scene: BundleScene;
let folder: string;

beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'review-'));
  await scene.database.query('CREATE TABLE answers (id text, body text, mood text, is_correction boolean)');
});
afterAll(async () => {
  await scene.close();
  await rm(folder, { recursive: true, force: true });
});

const LONG_ID = `secret "4"\n${'x'.repeat(100)}`;
const ROWS: readonly [id: string, body: string, mood: string, isCorrection: boolean][] = [
  ...Array.from({ length: 60 }, (_, row): [string, string, string, boolean] => [
    `o${row}`,
    `ordinary number${row} of topic${row} on street${row} in district${row}`,
    row % 2 === 0 ? 'good' : 'bad',
    row % 3 > 0,
  ]),
  ['c1', 'the streetlight on our road is out', 'bad', true],
  ['p1', 'The streetlight on our road is out!', 'good', false],
  ['p2', 'The streetlight, on our road, is out.', 'good', false],
  ['c2', 'nobody collects the waste here', 'bad', true],
  [LONG_ID, 'nobody collects the waste, here', 'good', true],
  ['c3', 'a bridge that broke', 'bad', true],
  ['p3', 'a bridge - that broke', 'bad', false],
];

async function run(
  repo: string,
  settings = '',
  inputs: Readonly<Record<string, string>> = {},
  columns = 'columns: { text: body, label: mood }',
) {
  const config = `
version: 1
sources:
  answers:
    corrections: SELECT * FROM answers WHERE is_correction
    confirmed: SELECT * FROM answers WHERE NOT is_correction
datasets:
  moods:
    repo: owner/${repo}
    source: answers
    task: text-classification
    ${columns}
    classes: [good, bad]
    min-dataset-len: 10
    correct-ratio: 1
${settings.replace(/^/gm, '    ')}
`;
  const builtIn = { 'department-dataset': '', 'urgency-dataset': '' };
  const options = { 'split-method': 'stable', 'output-dir': folder };
  const { log, summary, outputs } = await scene.run({ ...builtIn, ...options, config, ...inputs });
  return { log, summary: summary.replaceAll('&#58;', ':'), version: JSON.parse(outputs.versions).moods };
}

async function reviewed(): Promise<unknown[]> {
  const text = await readFile(path.join(folder, 'moods', 'review.jsonl'), 'utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
    .sort((a, b) => (a.reason < b.reason ? -1 : 1));
}

const SENTENCE =
  'Worth another look: 1 confirmed row has a near-duplicate that was corrected to another label, and 1 row has a near-duplicate with another label. With output-dir, review.jsonl lists the ids.';

test('lists near-duplicates with different labels by their ids, once a cluster, in memory as on disk', async () => {
  const values = ROWS.map(
    ([id, body, mood, isCorrection]) => `('${id}', '${body}', '${mood}', ${isCorrection})`,
  );
  await scene.database.query(`INSERT INTO answers VALUES ${values.join()}`);
  const { log, summary, version } = await run('moods');
  expect(version.status).toBe('published');
  expect(summary).toContain(SENTENCE);
  for (const shown of [log, summary]) expect(shown).not.toContain('our road');
  const listed = await reviewed();
  const labels = { reason: 'near-duplicate-label', source: 'reviewed', near_source: 'reviewed' };
  expect(listed).toEqual([
    {
      id: expect.stringMatching(/^p[12]$/),
      source: 'confirmed',
      reason: 'near-duplicate-corrected',
      near_id: 'c1',
      near_source: 'reviewed',
    },
    { ...labels, id: expect.any(String), near_id: expect.any(String) },
  ]);
  const { id, near_id } = listed[1] as Record<string, string>;
  expect([id, near_id].sort()).toEqual(['c2', `${LONG_ID.slice(0, 80)}…`]);

  const onDisk = await run('moods', '', { 'memory-limit': '1MB' });
  expect(onDisk.summary).toContain(SENTENCE);
  expect(await reviewed()).toEqual(listed);
  expect(onDisk.version).toMatchObject({ status: 'unchanged', tag: version.tag });

  const unlisted = await run('moods', '', { 'output-dir': '' });
  expect(unlisted.version.status).toBe('unchanged');
  expect(unlisted.summary).not.toContain('Worth another look');
});

test('an older list does not stay where near-duplicates are not searched', async () => {
  await run('moods');
  expect(await reviewed()).toHaveLength(2);
  await run('unsearched', 'near-duplicates: none');
  expect(await readdir(path.join(folder, 'moods'))).toContain('dropped.jsonl');
  expect(await readdir(path.join(folder, 'moods'))).not.toContain('review.jsonl');
});

test('the list is empty where all near-duplicates have the same label', async () => {
  await scene.database.query("UPDATE answers SET mood = 'bad'");
  const { summary } = await run('same', '', { 'dry-run': 'true' });
  expect(await reviewed()).toEqual([]);
  expect(summary).toContain('No near-duplicates have different labels.');
});

test('confident learning lists rows whose label the probabilities contradict, in memory as on disk', async () => {
  await scene.database.query('ALTER TABLE answers ADD sure jsonb');
  await scene.database.query(
    "UPDATE answers SET mood = CASE WHEN id ~ '^o[0-9]*[02468]$' THEN 'good' ELSE 'bad' END",
  );
  await scene.database.query(
    `UPDATE answers SET sure = CASE WHEN mood = 'good' THEN '{"good": 0.8, "bad": 0.2}'::jsonb ELSE '[0.1, 0.9]' END`,
  );
  await scene.database.query(`UPDATE answers SET sure = '[0.06, 0.94]' WHERE id = 'o4'`);
  await scene.database.query(`UPDATE answers SET sure = '{"good": 0.99, "bad": 0.01}' WHERE id = 'o7'`);
  await scene.database.query(`UPDATE answers SET sure = NULL WHERE id = 'o6'`);
  await scene.database.query(`UPDATE answers SET sure = '{"good": 0.99, "odd": 0.01}' WHERE id = 'o8'`);
  const settings = 'columns: { text: body, label: mood, confidence: sure }';
  const plain = await run('suspects', 'near-duplicates: none');
  const told =
    'Worth another look: confident learning suspects the labels of 2 rows. With output-dir, review.jsonl lists the ids.';
  const expected = [
    { id: 'o7', source: 'reviewed', label: 'bad', suggested: 'good', self_confidence: 0.01 },
    { id: 'o4', source: 'reviewed', label: 'good', suggested: 'bad', self_confidence: 0.06 },
  ].map((row) => ({ ...row, reason: 'confident-learning' }));
  for (const memoryLimit of ['', '1MB']) {
    const inputs = { 'memory-limit': memoryLimit };
    const { summary, log, version } = await run('suspects', 'near-duplicates: none', inputs, settings);
    expect(summary).toContain(told);
    expect(summary).toContain(
      'Probabilities of the classes (confidence): 65 rows with, 1 without, 1 with a value that does not give each class',
    );
    expect(version).toMatchObject({ status: 'unchanged', tag: plain.version.tag });
    expect(await reviewed()).toEqual(expected);
    expect(log + summary).not.toContain('odd');
  }
  const unlisted = await run('suspects', '', { 'output-dir': '' }, settings);
  expect(unlisted.summary).toContain(told);
  expect(unlisted.version.status).toBe('unchanged');
});
