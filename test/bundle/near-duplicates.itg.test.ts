import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BundleScene, readVersion, variedReviews } from '../support/bundle-scene.ts';

const FAKE_SPARK = path.resolve(import.meta.dirname, '../support/fake-spark.ts');
const PAIRS = 100;
/** Rows after which 1 MB is full. */
const ROWS = 4096;

let scene: BundleScene;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'near-'));
  scene = await BundleScene.start();
  await scene.newDatabase();
  const short = Array.from({ length: PAIRS }, (_, pair) => [`Thanks w${pair}`, `w${pair}, thanks!`]);
  await scene.addReviews([
    ...variedReviews(ROWS),
    ...short.flat().map((message) => ({ message, urgency: 'URGENT' })),
    { message: '?!', urgency: 'URGENT' },
  ]);
});

afterAll(async () => {
  await scene.close();
  await rm(folder, { recursive: true });
});

async function publish(name: string, inputs: Readonly<Record<string, string>> = {}) {
  const done = await scene.run(
    { 'department-dataset': '', 'urgency-dataset': `owner/${name}`, ...inputs },
    { RUNNER_TEMP: folder },
  );
  expect([done.exitCode, done.outputs['urgency-status'], done.log]).toEqual([0, 'published', done.log]);
  const tag = done.outputs['urgency-tag'];
  const metadata = JSON.parse(scene.hub.readFile(`owner/${name}`, tag, 'dataset_metadata.json').toString());
  return {
    ...done,
    quality: metadata.quality,
    content: metadata.content_sha256,
    card: scene.hub.readFile(`owner/${name}`, tag, 'README.md').toString(),
    counts: metadata.quality.near_duplicates,
    splits: () => readVersion(scene.hub, `owner/${name}`, tag),
  };
}

function sparkCommand(): string {
  return `"${process.execPath}" --disable-warning=ExperimentalWarning "${FAKE_SPARK}" {plan} {out} tell "${folder}/told" 2> "${folder}/errors"`;
}

/** Rows of a split with a text of the same short words in another. */
function copiesIn(rows: readonly (readonly [unknown, number])[], others: typeof rows): number {
  const pairOf = ([text]: readonly [unknown, number]) => /\bw\d+/.exec(String(text))?.[0];
  const pairs = new Set(others.map(pairOf));
  return rows.filter((row) => pairOf(row) !== undefined && pairs.has(pairOf(row))).length;
}

test('texts of one to three words are near copies of those with the same words, wherever the rows are', async () => {
  const { counts, summary, ...version } = await publish('short');
  const splits = await version.splits();
  const expected = {
    train_test: copiesIn(splits.test, splits.train),
    train_eval: copiesIn(splits.eval, splits.train),
    eval_test: copiesIn(splits.test, splits.eval),
    dropped: 0,
  };
  expect(expected.train_test).toBeGreaterThan(5);
  expect(counts).toEqual(expected);
  expect(summary).toContain('1 row has no word to compare');
  const onDisk = await publish('on-disk', { 'memory-limit': '1MB' });
  expect(onDisk.log).toContain('are kept on disk');
  const bySpark = await publish('by-spark', { 'spark-command': sparkCommand() });
  expect([onDisk.counts, bySpark.counts]).toEqual([counts, counts]);
});

test('near-duplicates: none publishes the same rows without a search, and nothing is said of near copies', async () => {
  const gates = 'near-duplicates: none';
  const searched = await publish('searched');
  const runs = [
    await publish('unsearched', { gates }),
    await publish('unsearched-on-disk', { gates, 'memory-limit': '1MB' }),
    await publish('unsearched-by-spark', { gates, 'spark-command': sparkCommand() }),
  ];
  expect(searched.card).toMatch(/near-duplicate/i);
  expect(searched.quality).toHaveProperty('near_duplicates');
  for (const { quality, content, card, summary, log } of runs) {
    expect(content).toBe(searched.content);
    expect(quality).not.toHaveProperty('near_duplicates');
    for (const text of [card, summary, log]) expect(text).not.toMatch(/near[ _-]?(?:cop|dup)/i);
  }
});

test('near-duplicates: none is refused with what needs the search', async () => {
  const gates = 'near-duplicates: none\nmax-near-duplicates: 5';
  const { exitCode, log } = await scene.run(
    { 'department-dataset': '', 'urgency-dataset': 'owner/refused', gates },
    { RUNNER_TEMP: folder },
  );
  expect(exitCode).toBe(1);
  expect(log).toContain(
    'gates cannot be used. line 2, column 22: max-near-duplicates needs the search that near-duplicates: none skips. Set near-duplicates: count, or remove max-near-duplicates.',
  );
});

test('such rows are left out of train', async () => {
  const gates = 'drop-near-duplicates: train';
  const { counts, ...version } = await publish('dropped', { gates });
  const splits = await version.splits();
  expect(counts.dropped).toBeGreaterThan(5);
  expect([counts.train_test, copiesIn(splits.test, splits.train)]).toEqual([0, 0]);
});
