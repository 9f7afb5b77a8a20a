import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene } from '../support/bundle-scene.ts';

let scene: BundleScene;
let folder: string;

beforeAll(async () => {
  scene = await BundleScene.start();
});
afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'ids-'));
  await scene.database.query(`
    CREATE TABLE answers (id text, body text, mood text, person text, at timestamptz, shop text);
    CREATE TABLE pool (id text, body text, mood text, shop text);
    INSERT INTO answers SELECT 'o' || i, 'ordinary ' || i, CASE i % 2 WHEN 0 THEN 'good' ELSE 'bad' END, 'ann', NULL, 's'
    FROM generate_series(1, 60) i`);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const insert = (values: string) => scene.database.query(`INSERT INTO answers VALUES ${values}`);
const insertConfirmed = (values: string) => scene.database.query(`INSERT INTO pool VALUES ${values}`);

interface Settings {
  readonly settings?: string;
  readonly columns?: string;
  readonly task?: string;
}

async function run(
  repo: string,
  { settings = '', columns = 'text: body, label: mood, annotator: person, time: at', task }: Settings = {},
  inputs: Readonly<Record<string, string>> = {},
) {
  const config = `
version: 1
sources:
  answers:
    corrections: SELECT id, body, 'reply to ' || body AS reply, mood, person, at, shop FROM answers
    confirmed: SELECT id, body, 'reply to ' || body AS reply, mood, shop FROM pool
datasets:
  moods:
    repo: owner/${repo}
    source: answers
    task: ${task ?? 'text-classification'}
    columns: { ${columns} }
    ${task === undefined ? 'classes: [good, bad]' : ''}
    min-dataset-len: 10
    ${settings}
`;
  const result = await scene.run({
    'department-dataset': '',
    'urgency-dataset': '',
    config,
    'output-dir': folder,
    'correct-ratio': '1',
    ...inputs,
  });
  const read = (file: string) => readFile(path.join(folder, 'moods', file), 'utf8');
  const metadata = JSON.parse(await read('dataset_metadata.json'));
  const dropped = (await read('dropped.jsonl'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  const rows: Record<string, unknown>[] = [];
  const { status } = JSON.parse(result.outputs.versions).moods;
  for (const split of status === 'held' ? [] : ['train', 'eval', 'test']) {
    const file = scene.hub.readFile(`owner/${repo}`, 'main', `data/${split}-00000-of-00001.parquet`);
    rows.push(...(await parquetReadObjects({ file: new Uint8Array(file).buffer, compressors })));
  }
  return {
    result,
    quality: metadata.quality,
    dropped: dropped.map(({ id, source, reason }) => `${source} ${id} ${reason}`),
    rows: rows.filter(({ text, prompt }) => !`${text ?? prompt}`.startsWith('ordinary')),
    content: metadata.content_sha256,
    status,
  };
}

const textsOf = (rows: readonly Record<string, unknown>[]) =>
  rows.map(({ text, label }) => `${text}: ${label}`).sort();

/** Runs in memory, and past a limit, where rows are on disk. */
const PLACES = [
  ['in memory', {}],
  ['on disk', { 'memory-limit': '1MB' }],
] as const;

/** Rows after which memory is looked at. */
const MANY = `INSERT INTO answers SELECT 'm' || i, 'ordinary many ' || i, 'good', 'ann', NULL, 's'
  FROM generate_series(1, 4200) i`;

test.each(PLACES)(
  'a confirmed row of an id that has a correction never counts, %s',
  async (place, inputs) => {
    await scene.database.query(MANY);
    await insert(`
    ('1', 'mended one', 'bad', 'ann', NULL, 's'),
    ('2', 'mended two', 'no class', 'ann', NULL, 's'),
    (NULL, 'nobody', 'good', 'ann', NULL, 's')`);
    await insertConfirmed(`
    ('1', 'original one', 'good', 's'), ('2', 'original two', 'good', 's'), ('3', 'original three', 'good', 's'),
    (NULL, 'nobody else', 'bad', 's'), ('4', '  ', 'good', 's')`);
    const repo = `confirmed-${place.slice(-4)}`;
    const { result, quality, dropped, rows, status } = await run(repo, {}, inputs);
    expect([status, result.log.includes('are kept on disk')]).toEqual(['published', place === 'on disk']);
    expect(textsOf(rows)).toEqual(['mended one: 1', 'nobody else: 1', 'nobody: 0', 'original three: 0']);
    expect(dropped).toEqual([
      'reviewed 2 unknown-class',
      'confirmed 1 corrected',
      'confirmed 2 corrected',
      'confirmed 4 empty',
    ]);
    expect(quality.dropped).toMatchObject({ corrected: 2, outvoted: 0, duplicate: 0, conflicting: 0 });
    expect(result.log).toMatch(
      /2 rows were dropped. These confirmed rows have the id or the text of a correction\./,
    );
  },
);

test.each(
  PLACES.flatMap(([place, inputs]) =>
    (
      [
        ['unanimous', ['edited new: 0', 'same: 1'], { outvoted: 1, conflicting: 5 }],
        ['majority', ['edited new: 0', 'same: 1', 'two votes: 1'], { outvoted: 2, conflicting: 2 }],
        [
          'latest',
          ['edited new: 0', 'newest: 0', 'same: 1', 'two votes: 1'],
          { outvoted: 3, conflicting: 0 },
        ],
      ] as const
    ).map(([rule, texts, counts]) => [place, rule, texts, counts, inputs] as const),
  ),
)(
  'of an id with several texts one counts, %s, annotators: %s',
  async (place, rule, texts, counts, inputs) => {
    await scene.database.query(MANY);
    await insert(`
    ('1', 'edited old', 'good', 'ann', '2026-01-01', 's'),
    ('1', 'edited new', 'good', 'ann', '2026-01-02', 's'),
    ('2', 'newest', 'good', 'bob', '2026-01-03', 's'),
    ('2', 'older', 'bad', 'ann', '2026-01-02', 's'),
    ('3', 'two votes', 'bad', 'ann', '2026-01-01', 's'),
    ('3', 'two votes', 'bad', 'bob', '2026-01-03', 's'),
    ('3', 'one vote', 'good', 'cid', '2026-01-02', 's'),
    ('4', 'same', 'bad', 'ann', '2026-01-02', 's'),
    ('4', 'same', 'bad', 'bob', '2026-01-02', 's')`);
    const repo = `texts-${rule}-${place.slice(-4)}`;
    const { result, quality, rows, status } = await run(repo, { settings: `annotators: ${rule}` }, inputs);
    expect([status, result.log.includes('are kept on disk')]).toEqual(['published', place === 'on disk']);
    expect(textsOf(rows)).toEqual(texts);
    expect(quality.dropped).toMatchObject(counts);
  },
);

test('an audit table that was joined is named, and annotators: latest settles it', async () => {
  await scene.database.query(`
    CREATE TABLE changes (answer text, mood text, at timestamptz);
    INSERT INTO changes SELECT 'a' || i, m, ('2026-01-0' || n)::timestamptz
    FROM generate_series(1, 20) i, (VALUES (1, 'good'), (2, 'bad')) AS v(n, m);
    INSERT INTO answers SELECT 'a' || i, 'audited ' || i, c.mood, 'ann', c.at, 's'
    FROM generate_series(1, 20) i JOIN changes c ON c.answer = 'a' || i`);
  const columns = 'text: body, label: mood, time: at';
  const { result, quality } = await run('audit', { columns, settings: 'max-conflicts: 90' });
  expect(quality).toMatchObject({ repeatedIds: 20, conflictingTexts: 20, dropped: { conflicting: 40 } });
  const sentence =
    '20 ids of these rows occur several times. If a join repeats rows, give each id once with DISTINCT ON. If the newest correction counts, set annotators: latest.';
  for (const text of [result.log, result.summary.replaceAll('&#58;', ':')]) expect(text).toContain(sentence);
  const held = await run('audit-held', { columns, settings: 'max-conflicts: 10' });
  expect([held.status, held.result.summary.includes('DISTINCT ON')]).toEqual(['held', true]);
  const settled = await run('audit', { columns, settings: 'annotators: latest' });
  expect(settled.quality.repeatedIds).toBeUndefined();
  expect(settled.rows).toHaveLength(20);
  expect(new Set(settled.rows.map(({ label }) => Number(label)))).toEqual(new Set([1]));
});

test('rows that differ only in a kept column are no conflict, whatever the order they are read in', async () => {
  const rows = [
    `('10', 'twice', 'good', 'ann', '2026-01-03', 'north')`,
    `('9', 'twice', 'good', 'ann', '2026-01-02', 'south')`,
    `('11', 'twice', 'good', 'bob', '2026-01-01', NULL)`,
    `('12', 'other', 'good', 'bob', '2026-01-01', 'north')`,
    `('13', 'other', 'bad', 'cid', '2026-01-01', 'north')`,
  ];
  await insert(rows.join());
  await insertConfirmed(`('p1', 'twice', 'good', 'east'), ('p2', 'twice', 'bad', 'north')`);
  const first = await run('kept', { settings: 'keep: [shop]' });
  expect(first.rows.map(({ text, label, shop }) => [text, Number(label), shop])).toEqual([
    ['twice', 0, 'south'],
  ]);
  expect(first.dropped).toEqual([
    'reviewed 10 kept-column',
    'reviewed 11 kept-column',
    'reviewed 12 conflict',
    'reviewed 13 conflict',
    'confirmed p1 kept-column',
    'confirmed p2 outvoted',
  ]);
  expect(first.quality.dropped).toMatchObject({ keptColumn: 3, conflicting: 2, outvoted: 1 });
  expect(first.result.log).toContain(
    '3 rows were dropped. Another row has the same text and labels and other values',
  );
  await scene.database.query(`DELETE FROM answers WHERE id IN ('9', '10', '11', '12', '13')`);
  await insert(rows.toReversed().join());
  const again = await run('kept', { settings: 'keep: [shop]' });
  expect([again.status, again.content]).toEqual(['unchanged', first.content]);
  const latest = await run('kept-latest', { settings: 'keep: [shop]\n    annotators: latest' });
  expect(latest.rows.map(({ text, shop }) => [text, shop])).toEqual([['twice', 'north']]);
  const disk = await scene.database
    .query(MANY)
    .then(() => run('kept-disk', { settings: 'keep: [shop]' }, { 'memory-limit': '1MB' }));
  expect([disk.result.log.includes('are kept on disk'), disk.rows, disk.dropped]).toEqual([
    true,
    first.rows,
    first.dropped,
  ]);
});

test('a task without a value has no conflict in a kept column either', async () => {
  await insert(`
    ('2', 'twice', NULL, 'ann', NULL, 'north'), ('1', 'twice', NULL, 'ann', NULL, 'south'),
    ('3', 'first text', NULL, 'ann', '2026-01-01', 's'), ('3', 'second text', NULL, 'bob', '2026-01-02', 's')`);
  const { rows, quality } = await run('chats', {
    task: 'prompt-completion',
    columns: 'prompt: body, completion: reply, time: at',
    settings: 'keep: [shop]',
  });
  expect(rows.map(({ prompt, shop }) => [prompt, shop]).sort()).toEqual([
    ['second text', 's'],
    ['twice', 'south'],
  ]);
  expect(quality.dropped).toMatchObject({ keptColumn: 1, outvoted: 1, conflicting: 0 });
});
