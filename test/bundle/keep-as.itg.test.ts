import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene } from '../support/bundle-scene.ts';

const ROWS = 5000;
const REPO = 'owner/kept';
const KEEP = [
  ...['words', 'truths', 'counts', 'shares', 'sums', 'tokens', 'days', 'vector'],
  ...['seen', 'local', 'day', 'clock', 'number'],
];

/** Rows with a kept value that a column cannot hold, by what is wrong with it; the others are `ordinary`. */
const UNFIT: Readonly<Record<string, string>> = {
  'several dimensions': `counts = '{{1},{2}}'`,
  'texts of several dimensions': `sums = '{{1.5},{2.5}}'`,
  'an infinite time': `seen = 'infinity'`,
  'an infinite time without a zone': `local = '-infinity'`,
  'an infinite date': `day = 'infinity'`,
  'a time before Christ': `seen = '0044-03-15 12:00:00+00 BC'`,
  'a date before Christ': `day = '0044-03-15 BC'`,
  'a time in the year 10000': `local = '10000-01-01'`,
};

let scene: BundleScene;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'keep-as-'));
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.database.query(`ALTER DATABASE "${scene.database.name}" SET "TimeZone" = 'Asia/Kathmandu'`);
  await scene.database.query(`CREATE TABLE notes AS SELECT n AS id, 'ordinary note number ' || n AS text,
      (ARRAY['good', 'bad'])[1 + n % 2] AS label,
      ARRAY['a', NULL] AS words, ARRAY[true, NULL, false] AS truths, ARRAY[9007199254740993, NULL, -n] AS counts,
      ARRAY['NaN', 0.1, '-Infinity']::real[] AS shares, ARRAY[1.10, NULL, 'NaN']::numeric[] AS sums,
      ARRAY['00000000-0000-4000-8000-000000000000'::uuid] AS tokens, ARRAY['2026-11-30'::date, 'infinity'] AS days,
      '1 2'::int2vector AS vector,
      '2026-11-30 03:04:05.123456+05:45'::timestamptz AS seen, '1969-12-31 23:59:59.999999'::timestamp AS local,
      '0001-01-01'::date AS day, '12:30'::time AS clock, 1.50 AS number
    FROM generate_series(1, ${ROWS}) n`);
  await scene.database.query(
    `INSERT INTO notes (id, text, label) VALUES (${ROWS + 1}, 'nothing is kept', 'good')`,
  );
  await scene.database.query(`INSERT INTO notes (id, text, label, words, counts, shares, sums)
    VALUES (${ROWS + 2}, 'empty lists are kept', 'bad', '{}', '{}', '{}', '{}')`);
  for (const [index, [text, set]] of Object.entries(UNFIT).entries()) {
    const id = ROWS + 10 + index;
    await scene.database.query(`INSERT INTO notes (id, text, label) VALUES (${id}, '${text}', 'good')`);
    await scene.database.query(`UPDATE notes SET ${set} WHERE id = ${id}`);
  }
});
afterAll(() => Promise.all([scene.close(), rm(folder, { recursive: true })]));

async function run(settings: object, more: Readonly<Record<string, string>> = {}) {
  const dataset = {
    ...{ repo: REPO, source: 'notes', task: 'text-classification', classes: ['good', 'bad'], keep: KEEP },
    ...{ 'near-duplicates': 'none', ...settings },
  };
  const sources = { notes: { corrections: 'SELECT * FROM notes' } };
  const config = JSON.stringify({ version: 1, sources, datasets: { kept: dataset } }, null, 1);
  const given = { 'department-dataset': '', 'urgency-dataset': '', config, 'output-dir': folder };
  const done = await scene.run({ ...given, ...more });
  return { ...done, status: JSON.parse(done.outputs.versions).kept.status };
}

const metadataOf = (repo = REPO) =>
  JSON.parse(String(scene.hub.readFile(repo, 'main', 'dataset_metadata.json')));

async function rowsByText(repo = REPO) {
  const files = ['train', 'eval', 'test'].map((split) => {
    const content = scene.hub.readFile(repo, 'main', `data/${split}-00000-of-00001.parquet`);
    return parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
  });
  return new Map((await Promise.all(files)).flat().map((row) => [row.text, row]));
}

test('arrays and times are text, until keep-as: typed is allowed to change the columns', async () => {
  expect((await run({})).status).toBe('published');
  const before = metadataOf();
  const texts = await rowsByText();
  expect(texts.get('ordinary note number 7')).toMatchObject({
    words: ['a', null],
    counts: '[9007199254740993,null,-7]',
    seen: '2026-11-29 21:19:05.123456+00',
    day: '0001-01-01',
  });
  expect(texts.get('an infinite time')!.seen).toBe('infinity');

  const held = await run({ 'keep-as': 'typed' });
  expect(held.status).toBe('held');
  expect(held.summary.replaceAll('\\', '')).toContain('the columns truths, counts, shares, sums, tokens');
  expect((await run({ 'keep-as': 'typed' }, { gates: 'breaking-changes: allow' })).status).toBe('published');
  const after = metadataOf();
  const plain = (dtype: string) => ({ dtype, _type: 'Value' });
  const listOf = (dtype: string) => ({ feature: plain(dtype), _type: 'Sequence' });
  expect(after.features).toEqual({
    ...before.features,
    truths: listOf('bool'),
    counts: listOf('int64'),
    shares: listOf('float32'),
    sums: listOf('string'),
    tokens: listOf('string'),
    days: listOf('string'),
    seen: plain('timestamp[us, tz=UTC]'),
    local: plain('timestamp[us]'),
    day: plain('date32'),
  });
  expect((await run({ 'keep-as': 'typed' })).status).toBe('unchanged');
});

test('values are exact, NULL stays null, and a row with a value that does not fit is dropped and counted', async () => {
  const rows = await rowsByText();
  const { seen, ...ordinary } = rows.get('ordinary note number 7')!;
  expect(ordinary).toMatchObject({
    words: ['a', null],
    truths: [true, null, false],
    counts: [9007199254740993n, null, -7n],
    shares: [Number.NaN, Math.fround(0.1), -Infinity],
    sums: ['1.10', null, 'NaN'],
    tokens: ['00000000-0000-4000-8000-000000000000'],
    days: ['2026-11-30', 'infinity'],
    vector: expect.any(String),
    day: new Date('0001-01-01T00:00:00Z'),
    clock: '12:30:00',
    number: '1.50',
  });
  expect(seen).toEqual(new Date('2026-11-29T21:19:05.123Z'));
  const nothing = Object.fromEntries(KEEP.map((name) => [name, null]));
  const kept = KEEP.map((name) => [name, rows.get('nothing is kept')![name] ?? null]);
  expect(Object.fromEntries(kept)).toEqual(nothing);
  expect(rows.get('empty lists are kept')).toMatchObject({ words: [], counts: [], shares: [], sums: [] });
  expect(Object.keys(UNFIT).filter((text) => rows.has(text))).toEqual([]);
  expect(metadataOf().quality.dropped.malformed).toBe(Object.keys(UNFIT).length);
  const dropped = await readFile(path.join(folder, 'kept', 'dropped.jsonl'), 'utf8');
  const reasons = dropped
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).reason);
  expect(reasons).toEqual(Object.keys(UNFIT).map(() => 'malformed'));
  const card = String(scene.hub.readFile(REPO, 'main', 'README.md'));
  expect(card).toContain('timestamp[us, tz=UTC]');
});

test('rows on disk make the same files', async () => {
  const done = await run({ 'keep-as': 'typed', repo: 'owner/disk' }, { 'memory-limit': '1MB' });
  expect(done.log).toContain('are kept on disk');
  const files = (repo: string) =>
    metadataOf(repo).files.filter(({ path: file }: { path: string }) => file.startsWith('data/'));
  expect(files('owner/disk')).toEqual(files(REPO));
});

test('personal data in a list of numbers that is published as texts is redacted', async () => {
  await scene.database.query(`UPDATE notes SET sums = ARRAY[9841234567] WHERE id = 7`);
  const pii = { find: ['phone'], action: 'redact', region: 'NP' };
  const done = await run({ 'keep-as': 'typed', repo: 'owner/redacted', pii });
  expect(done.status).toBe('published');
  expect((await rowsByText('owner/redacted')).get('ordinary note number 7')!.sums).toEqual(['[PHONE]']);
});
