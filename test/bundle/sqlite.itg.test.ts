import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN } from '../support/bundle-scene.ts';
import { runCommand } from '../support/run-command.ts';

let scene: BundleScene;
let folder: string;
let file: string;

const BIG = 9007199254740993n;
/** The same rows for both databases, as SQL of each of their columns for the number n. */
const ITEMS = `
  CREATE TABLE items (id bigint PRIMARY KEY, body text, predicted text, shop text, stars double precision, is_new boolean, tags json, turns json);
  CREATE TABLE reviews (item_id bigint, label text, annotator integer, made timestamp);
`;

/** A value as SQLite has it: a boolean is a number, and JSON has other white space. */
function inSqlite(value: string | number | bigint | boolean | null) {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' && value.startsWith('[')
    ? JSON.stringify(JSON.parse(value), null, 1)
    : value;
}

interface Item {
  readonly id: bigint;
  readonly body: string;
  readonly predicted: string;
  readonly shop: string | null;
  readonly stars: number | null;
  readonly isNew: boolean | null;
  readonly tags: readonly string[];
  readonly turns: readonly object[];
}

const items = Array.from({ length: 240 }, (_, n): Item => {
  const id = n % 3 === 0 ? BIG + BigInt(n) : BigInt(n);
  return {
    id,
    body: n % 10 === 9 ? `  the café\t№${n % 40} 😀 ` : `item number ${n}`,
    predicted: ['yes', 'no', 'maybe'][n % 3],
    shop: n % 7 === 0 ? null : `shop ${n % 11}`,
    stars: n % 5 === 0 ? null : n / 8 + 1e-7,
    isNew: n % 4 === 0 ? null : n % 2 === 0,
    tags: ['fast', 'cheap', 'kind'].slice(0, 1 + (n % 3)),
    turns: [
      { role: 'user', content: `question ${n}?` },
      { role: 'assistant', content: `answer “${n}”` },
    ],
  };
});
/** Some items were reviewed twice, and not always with the same result. */
const reviews = items
  .filter((_, n) => n % 2 === 0)
  .flatMap(({ id }, n) => (n % 7 === 0 ? [id, id] : [id]))
  .map((id, n) => ({
    id,
    label: n % 6 === 5 ? null : ['no', 'yes'][n % 2],
    annotator: n % 3,
    made: `2026-0${1 + (n % 9)}-11 10:2${n % 10}:03.${100 + n}`,
  }));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sqlite-'));
  file = path.join(folder, 'app.db');
  scene = await BundleScene.start();
  await scene.newDatabase();
  const sqlite = new DatabaseSync(file);
  sqlite.exec(`PRAGMA journal_mode = WAL; ${ITEMS}`);
  await scene.database.query(ITEMS);
  const itemRows = items.map(({ id, body, predicted, shop, stars, isNew, tags, turns }) => {
    return [id, body, predicted, shop, stars, isNew, JSON.stringify(tags), JSON.stringify(turns)] as const;
  });
  const reviewRows = reviews.map(({ id, label, annotator, made }) => [id, label, annotator, made] as const);
  for (const [table, rows] of [
    ['items', itemRows],
    ['reviews', reviewRows],
  ] as const) {
    const places = rows[0].map((_, index) => `$${index + 1}`).join(', ');
    const insert = sqlite.prepare(`INSERT INTO ${table} VALUES (${places.replaceAll(/\$\d+/g, '?')})`);
    for (const row of rows) {
      insert.run(...row.map(inSqlite));
      await scene.database.query(
        `INSERT INTO ${table} VALUES (${places})`,
        row.map((value) => (typeof value === 'bigint' ? String(value) : value)),
      );
    }
  }
  sqlite.close();
});
afterAll(() => Promise.all([scene.close(), rm(folder, { recursive: true })]));

/** @param group SQL of a column of the group, with a comma; empty for none */
function sourcesOf(group: string) {
  const kept = `${group} i.stars, i.is_new`;
  return {
    items: {
      corrections: `SELECT i.id, i.body AS text, r.label, r.annotator, r.made AS time, i.predicted, ${kept}
        FROM reviews r JOIN items i ON i.id = r.item_id;`,
      confirmed: `SELECT i.id, i.body AS text, i.predicted AS label, ${kept} FROM items i
        WHERE NOT EXISTS (SELECT 1 FROM reviews r WHERE r.item_id = i.id)`,
      pending: 'SELECT count(*) FROM items WHERE shop IS NULL -- all of them\n',
    },
    lists: { corrections: 'SELECT id, body AS text, tags AS labels FROM items' },
    turns: { corrections: 'SELECT id, turns AS messages FROM items' },
  };
}
const SOURCES = sourcesOf('i.shop AS "group",');

interface Config {
  readonly sources?: object;
  /** Names of the datasets, by default all. */
  readonly names?: readonly string[];
  readonly settings?: object;
}

function configOf(prefix: string, { sources = SOURCES, names = NAMES, settings = {} }: Config = {}): string {
  const moods = { source: 'items', task: 'text-classification', classes: ['yes', 'no'] };
  const all: Readonly<Record<string, object>> = {
    moods: { ...moods, keep: ['stars', 'is_new'], annotators: 'latest' },
    more: { ...moods, 'correct-ratio': 1 },
    lists: { source: 'lists', task: 'multi-label-classification', classes: ['fast', 'cheap', 'kind'] },
    turns: { source: 'turns', task: 'chat' },
    plain: moods,
  };
  const common = { 'min-dataset-len': 10, 'near-duplicates': 'none', 'similar-repo': 'allow', ...settings };
  const datasets = names.map((name) => [name, { repo: `owner/${prefix}-${name}`, ...common, ...all[name] }]);
  return JSON.stringify({ version: 1, sources, datasets: Object.fromEntries(datasets) }, null, 1);
}

const NAMES = ['moods', 'more', 'lists', 'turns'];
const WITHOUT_REPOS = { 'department-dataset': '', 'urgency-dataset': '' };

/** Runs the bundle on the file. */
function runOnFile(config: string, inputs: Readonly<Record<string, string>> = {}) {
  return scene.run({ ...WITHOUT_REPOS, config, 'postgres-url': '', 'sqlite-file': file, ...inputs });
}

const runOnPostgres = (config: string) => scene.run({ ...WITHOUT_REPOS, config });

function metadataOf(repo: string) {
  return JSON.parse(String(scene.hub.readFile(`owner/${repo}`, 'main', 'dataset_metadata.json')));
}

/** What a version says about its rows, and the bytes of its data files. */
function versionOf(repo: string) {
  const { content_sha256, splits, source, population, quality, features, label_map } = metadataOf(repo);
  const files = ['train', 'eval', 'test'].map((split) =>
    scene.hub.readFile(`owner/${repo}`, 'main', `data/${split}-00000-of-00001.parquet`),
  );
  return { content_sha256, splits, source, population, quality, features, label_map, files };
}

describe('the same tables in SQLite and in PostgreSQL', () => {
  test('give the same rows, bytes, hashes and splits, and a dataset goes on from either (30)', async () => {
    const lite = await runOnFile(configOf('lite'));
    const full = await runOnPostgres(configOf('full'));
    expect([lite.exitCode, full.exitCode]).toEqual([0, 0]);
    for (const name of NAMES) expect(versionOf(`lite-${name}`)).toEqual(versionOf(`full-${name}`));
    expect(metadataOf('lite-moods')).toMatchObject({
      source: { reviewed_rows: 115, pool_rows: 57 },
      features: { stars: { dtype: 'float64' }, is_new: { dtype: 'bool' } },
    });
    for (const again of [await runOnPostgres(configOf('lite')), await runOnFile(configOf('full'))]) {
      const versions = Object.values(JSON.parse(again.outputs.versions)) as { status: string }[];
      expect(versions.map(({ status }) => status)).toEqual(NAMES.map(() => 'unchanged'));
    }
  });

  test('give the same rows in the order of ids', async () => {
    const names = ['moods', 'more'];
    const sklearn = (prefix: string) =>
      configOf(prefix, {
        sources: { items: sourcesOf('').items },
        names,
        settings: { 'split-method': 'sklearn' },
      });
    const lite = await runOnFile(sklearn('lite-sk'));
    const full = await runOnPostgres(sklearn('full-sk'));
    expect([lite.exitCode, full.exitCode]).toEqual([0, 0]);
    for (const name of names) expect(versionOf(`lite-sk-${name}`)).toEqual(versionOf(`full-sk-${name}`));
  });
});

test('a preset with SELECTs for SQLite reads the file of its product', async () => {
  const product = path.join(folder, 'webui.db');
  const sqlite = new DatabaseSync(product);
  sqlite.exec(`CREATE TABLE feedback (
    id TEXT PRIMARY KEY, user_id TEXT, type TEXT, data JSON, meta JSON, snapshot JSON, updated_at BIGINT)`);
  const insert = sqlite.prepare("INSERT INTO feedback VALUES (?, 'ana', 'rating', ?, ?, ?, ?)");
  for (let n = 0; n < 24; n++) {
    const messages = {
      q: { id: 'q', parentId: null, role: 'user', content: `question ${n}` },
      a: { id: 'a', parentId: 'q', role: 'assistant', content: n === 0 ? 'bad \u0000' : `answer ${n} 😀` },
    };
    insert.run(
      `f${n}`,
      JSON.stringify({ rating: n % 3 === 0 ? -1 : 1 }),
      JSON.stringify({ message_id: 'a', chat_id: `chat-${n}` }),
      JSON.stringify({ chat: { chat: { history: { messages } } } }),
      1_767_225_600 + n,
    );
  }
  sqlite.close();
  const config = {
    version: 1,
    sources: { chats: { preset: 'open-webui' } },
    datasets: {
      chats: { repo: 'owner/chats', source: 'chats', task: 'unpaired-preference', 'min-dataset-len': 10 },
    },
  };
  const done = await runOnFile(JSON.stringify(config, null, 1), { 'sqlite-file': product });
  expect([done.exitCode, metadataOf('chats').num_samples]).toEqual([0, 23]);
  expect(done.summary).toContain('which no text can hold');
});

test('a date that does not exist drops its row with keep-as: typed', async () => {
  const dates = `CASE id WHEN 1 THEN '2026-02-30' WHEN 2 THEN '2026-13-01' WHEN 4 THEN '2026-02-28' END AS "day [date]"`;
  const times = `CASE id WHEN 5 THEN '2025-02-29 12:00:00' WHEN 7 THEN '2026-01-01 99:00:00' END AS "at [timestamp]"`;
  const corrections = `SELECT id, body AS text, iif(id % 2, 'yes', 'no') AS label, ${dates}, ${times} FROM items WHERE body LIKE 'item%'`;
  const settings = { keep: ['day', 'at'], 'keep-as': 'typed' };
  const sources = { items: { corrections } };
  const { exitCode, log } = await runOnFile(configOf('days', { sources, names: ['plain'], settings }));
  expect([exitCode, log]).toEqual([0, expect.stringContaining('4 rows were dropped for a kept value')]);
  expect(metadataOf('days-plain').num_samples).toBe(212);
});

test('the command checks, previews and publishes from a file, and shows no row elsewhere', async () => {
  await writeFile(path.join(folder, 'datasets.yml'), configOf('command'));
  const environment = { HF_TOKEN: TOKEN, HF_ENDPOINT: scene.hub.url };
  const run = (...words: string[]) => runCommand(words, { cwd: folder, environment });
  expect(await run('check', 'datasets.yml')).toMatchObject({ exitCode: 0, stderr: '' });
  const preview = await run('preview', 'datasets.yml', '--sqlite-file', 'app.db');
  expect([preview.exitCode, preview.stderr]).toEqual([0, expect.not.stringMatching(/error|sqlite/i)]);
  expect([preview.stdout.includes('item number'), scene.hub.hasRepo('owner/command-moods')]).toEqual([
    false,
    false,
  ]);
  const published = await run('run', 'datasets.yml', '--sqlite-file', 'app.db');
  expect([published.exitCode, versionOf('command-moods').splits]).toEqual([
    0,
    versionOf('lite-moods').splits,
  ]);
  expect((await run('run', 'datasets.yml')).stderr).toContain('Or give --sqlite-file');
});

describe('what SQLite cannot do is refused by name', () => {
  test('inputs and keys for PostgreSQL, and presets without SELECTs for SQLite', async () => {
    const sources = {
      items: { ...SOURCES.items, 'row-security': 'allow' },
      lists: { preset: 'paperless-ngx' },
      turns: SOURCES.turns,
    };
    const { exitCode, log } = await runOnFile(configOf('refused', { sources }), {
      'postgres-url': 'postgresql://u:p@h/d',
      'spark-command': 'spark-submit',
    });
    expect(exitCode).toBe(1);
    for (const text of [
      'sqlite-file excludes postgres-url and spark-command',
      'remove row-security from the source items',
      'sqlite-file cannot be read by the preset of the source lists',
    ])
      expect(log).toContain(text);
    const builtIn = await scene.run({ 'postgres-url': '', 'sqlite-file': file });
    expect([builtIn.exitCode, builtIn.log]).toEqual([
      1,
      expect.stringContaining(
        'sqlite-file needs config: the built-in datasets are read from PostgreSQL only',
      ),
    ]);
  });

  test.each([
    [
      'a table that is not there',
      'SELECT id, body AS text FROM itms',
      'SQLite does not take this SELECT: no such table: itms',
    ],
    ['two statements', "SELECT 1 AS id, 'a' AS text; SELECT 2", 'SQLite does not take this SELECT: near ";"'],
    ['a parenthesis too many', "SELECT 1 AS id, 'a' AS text) AS a; SELECT 1 FROM (SELECT 2", 'near ")"'],
    ['a change', 'DELETE FROM items RETURNING id, body AS text', 'SQLite does not take this SELECT'],
    ['a parameter', 'SELECT id, body AS text FROM items WHERE id < ?', 'This SELECT has parameters'],
    [
      'a quoted name that is no column',
      'SELECT id, "bdy" AS text FROM items',
      'no such column: "bdy" - should this be a string literal in single-quotes?',
    ],
    [
      'a number in a boolean',
      'SELECT id, body AS text, 2 AS "label [boolean]" FROM items',
      'The column label is boolean, but a row has a number of another kind in it',
    ],
    [
      'a number as a time',
      'SELECT id, body AS text, predicted AS label, 5 AS "time [timestamp]" FROM items',
      'The column time holds times, but a row has a number of another kind in it',
    ],
    [
      'a blob as a text',
      "SELECT id, x'00' AS text, predicted AS label FROM items",
      'The column text has no declared type, but a row has a blob in it',
    ],
    [
      'a value of a row as a pattern',
      "SELECT id, body AS text, predicted AS label FROM items WHERE 'a' REGEXP body || '('",
      'A pattern of REGEXP or regexp_replace is not a regular expression of JavaScript',
    ],
    [
      'JSON that is none',
      "SELECT id, body AS text, json_extract(body, '$') AS label FROM items",
      'SQLite ended the SELECT: malformed JSON',
    ],
  ])('%s', async (_, corrections, message) => {
    const sources = { items: { corrections } };
    const { exitCode, log } = await runOnFile(configOf('wrong', { sources, names: ['plain'] }));
    expect([exitCode, log]).toEqual([1, expect.stringContaining(message)]);
    expect([log.includes('item number'), scene.hub.hasRepo('owner/wrong-plain')]).toEqual([false, false]);
  });
});

test('a file that cannot be read fails the run, and says why', async () => {
  const at = (name: string) => path.join(folder, name);
  const other = at('other.txt');
  await writeFile(other, 'this is not a database'.repeat(100));
  const damaged = at('damaged.db');
  await copyFile(file, damaged);
  await symlink('loop.db', at('loop.db'));
  await writeFile(damaged, Buffer.alloc(40_000, 7), { flag: 'r+' });
  for (const [name, message] of [
    ['no.db', 'There is no file'],
    ['.', 'is not a file. Name the file itself.'],
    ['other.txt', 'is not a SQLite database, or it is encrypted'],
    ['damaged.db', 'is not a SQLite database, or it is encrypted'],
    ['loop.db', 'cannot be reached (ELOOP)'],
  ]) {
    const { exitCode, log } = await runOnFile(configOf('unread'), { 'sqlite-file': at(name) });
    expect([name, exitCode, log]).toEqual([name, 1, expect.stringContaining(message)]);
  }
});
