import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene } from '../support/bundle-scene.ts';
import { groupIn } from '../support/groups.ts';

const METADATA = 'dataset_metadata.json';
const INDEX = 'row_index.parquet';

let scene: BundleScene;
/** The repo of the test in hand. */
let repo = '';
let repos = 0;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

/** Makes tables with rows of 60 groups. */
async function fill(): Promise<void> {
  repo = `owner/mood-${++repos}`;
  await scene.newDatabase();
  await scene.database.query(
    `CREATE TABLE notes (id text, body text, label text, team text, reviewed boolean)`,
  );
  await scene.database.query(`INSERT INTO notes
    SELECT n::text, 'an ordinary text of many words, number ' || n, (ARRAY['good', 'bad'])[1 + n % 2], 'group ' || n % 60,
      n % 3 <> 0 FROM generate_series(1, 300) AS n`);
}

async function publish(group: 'team' | null, inputs: Readonly<Record<string, string>> = {}, settings = {}) {
  const config = {
    version: 1,
    sources: {
      notes: {
        corrections: 'SELECT * FROM notes WHERE reviewed',
        confirmed: 'SELECT * FROM notes WHERE NOT reviewed',
      },
    },
    datasets: {
      mood: {
        source: 'notes',
        task: 'text-classification',
        classes: ['good', 'bad'],
        repo,
        columns: { text: 'body', ...(group === null ? {} : { group }) },
        ...settings,
      },
    },
  };
  const done = await scene.run({
    'department-dataset': '',
    'urgency-dataset': '',
    config: JSON.stringify(config, null, 1),
    ...inputs,
  });
  const { mood } = JSON.parse(done.outputs.versions);
  if (mood === undefined) throw new Error(done.log);
  return { ...done, status: mood.status as string, tag: mood.tag as string };
}

const metadata = () => JSON.parse(String(scene.hub.readFile(repo, 'main', METADATA)));

async function rowsOf(path: string, revision = 'main') {
  const content = Uint8Array.from(scene.hub.readFile(repo, revision, path)).buffer;
  return parquetReadObjects({ file: content, compressors });
}

/** The split that has a text; null for none. */
async function whereIs(text: string): Promise<string | null> {
  for (const split of ['train', 'eval', 'test']) {
    const rows = await rowsOf(`data/${split}-00000-of-00001.parquet`);
    if (rows.some(({ text: one }) => one === text)) return split;
  }
  return null;
}

describe.each([
  ['in memory', {}],
  ['on disk', { 'memory-limit': '1MB' }],
])('a text of groups, %s,', (_, inputs) => {
  const TEXT = 'the text that comes in two groups';

  test('never comes to another split than it had, whatever its rows', async () => {
    await fill();
    const add = (id: string, team: string, reviewed: boolean) =>
      scene.database.query('INSERT INTO notes VALUES ($1, $2, $3, $4, $5)', [
        id,
        TEXT,
        'good',
        team,
        reviewed,
      ]);
    await add('a', groupIn('test'), false);
    expect(await publish('team', inputs)).toMatchObject({ status: 'published', exitCode: 0 });
    expect(await whereIs(TEXT)).toBe('test');
    expect(await indexLine(TEXT)).toMatchObject({ split: 'test', origin: 'confirmed' });

    // A correction of the same text comes from a group of train, and its copy is still there: nobody knows which is right.
    await add('b', groupIn('train'), true);
    const both = await publish('team', inputs);
    expect(both).toMatchObject({ status: 'published' });
    expect(await whereIs(TEXT)).toBeNull();
    expect(metadata().quality.dropped).toMatchObject({ severalSplits: 2 });
    expect(both.summary).toContain('in groups of different splits: 2');
    expect(await indexLine(TEXT)).toMatchObject({ split: 'test', origin: 'earlier' });

    // The copy is deleted: only the index knows that the text was tested on.
    await scene.database.query(`DELETE FROM notes WHERE id = 'a'`);
    await scene.database.query(`UPDATE notes SET label = 'good' WHERE id = '3'`);
    const moved = await publish('team', inputs);
    expect(moved).toMatchObject({ status: 'published' });
    expect(await whereIs(TEXT)).toBeNull();
    expect(metadata().quality.dropped).toMatchObject({ moved: 1 });
    expect(moved.summary).toContain('in another split before: 1');
    expect(metadata().splits_since).toBe(firstTag());

    // The index of main is damaged, and still is at the tag.
    scene.hub.repo(repo).commitTexts('somebody', { [INDEX]: 'damaged' });
    await scene.database.query(`UPDATE notes SET label = 'bad' WHERE id = '3'`);
    expect(await publish('team', inputs)).toMatchObject({ status: 'published' });
    expect(await whereIs(TEXT)).toBeNull();
    expect(metadata().quality.dropped).toMatchObject({ moved: 1 });

    // In its own split it is published again.
    await scene.database.query('UPDATE notes SET team = $1 WHERE id = $2', [groupIn('test', 1), 'b']);
    expect(await publish('team', inputs)).toMatchObject({ status: 'published' });
    expect(await whereIs(TEXT)).toBe('test');
  });

  async function indexLine(text: string) {
    const rank = createHash('sha256').update(`42:${text}`).digest().readBigUInt64BE(0);
    return (await rowsOf(INDEX)).find((line) => line.rank === rank);
  }

  function firstTag(): string {
    return [...scene.hub.repo(repo).tags.keys()].filter((tag) => /^v\d/.test(tag)).sort()[0];
  }
});

test('a dataset with groups is held when nobody knows which splits its texts had', async () => {
  await fill();
  await publish('team');
  const edited = metadata();
  for (const file of edited.files) if (file.path === INDEX) file.sha256 = 'f'.repeat(64);
  scene.hub.repo(repo).commitTexts('somebody', { [METADATA]: JSON.stringify(edited) });
  await scene.database.query(`UPDATE notes SET label = 'good' WHERE id = '3'`);
  const held = await publish('team');
  expect(held).toMatchObject({ status: 'held', exitCode: 1 });
  expect(held.summary).toContain('row\\_index.parquet is missing or damaged');
  const allowed = await publish('team', {}, { 'breaking-changes': 'allow' });
  expect(allowed.status).toBe('published');
  expect(metadata()).toMatchObject({ splits_since: allowed.tag });
  expect(metadata().changes).toBeUndefined();
});

test('rows added, removed and relabelled are counted in metadata, card and summary', async () => {
  await fill();
  const first = await publish(null);
  expect(first.status).toBe('published');
  expect(metadata().changes).toBeUndefined();
  const lines = await rowsOf(INDEX);
  expect(lines).toHaveLength(metadata().num_samples);
  await scene.database.query(`DELETE FROM notes WHERE id IN ('3', '6', '9')`);
  await scene.database.query(`UPDATE notes SET label = 'good' WHERE id IN ('15', '21')`);
  await scene.database.query(`INSERT INTO notes SELECT 'new ' || n, 'something quite new, number ' || n, 'bad', 'x', true
    FROM generate_series(1, 5) AS n`);
  const second = await publish(null);
  expect(second.status).toBe('published');
  const { changes } = metadata();
  expect(changes).toMatchObject({ relabelled: 2, classes: [{ from: 'bad', to: 'good', rows: 2 }] });
  expect(changes.added - changes.removed).toBe(metadata().num_samples - lines.length);
  expect(changes.removed).toBeGreaterThanOrEqual(3);
  const text = `${changes.added} rows were added, ${changes.removed} removed and 2 relabelled.`;
  expect(second.summary).toContain(text);
  expect(second.summary).toContain('| bad | good | 2 |');
  expect(String(scene.hub.readFile(repo, 'main', 'README.md'))).toContain(text);
  const gone = (await rowsOf(INDEX)).filter(({ origin }) => origin === 'earlier');
  expect(gone).toHaveLength(changes.removed);
});
