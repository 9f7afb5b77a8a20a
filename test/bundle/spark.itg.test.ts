import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, DEPARTMENTS, variedReviews } from '../support/bundle-scene.ts';
import { cancelBundle, expectCancelled } from '../support/cancel-bundle.ts';

const FAKE = path.resolve(import.meta.dirname, '../support/fake-spark.ts');

let scene: BundleScene;
let temp: string;
let folder: string;
beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.addReviews(variedReviews(2000));
});
afterAll(() => scene.close());
beforeEach(async () => {
  [temp, folder] = await Promise.all(['temp-', 'spark-'].map((name) => mkdtemp(path.join(tmpdir(), name))));
});
afterEach(() => Promise.all([temp, folder].map((each) => rm(each, { recursive: true }))));

function commandOf(fault = ''): string {
  return `"${process.execPath}" --disable-warning=ExperimentalWarning "${FAKE}" {plan} {out} "${fault}" "${folder}/told" 2> "${folder}/errors"`;
}

/** Waits until a process is gone, or nobody has asked yet how it ended. */
async function waitForEnd(pid: number): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
    if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')) return;
    await sleep(20);
  }
  throw new Error(`process ${pid} goes on`);
}

async function run(inputs: Readonly<Record<string, string>>) {
  const result = await scene.run(inputs, { RUNNER_TEMP: temp, HF_TOKEN: 'hf_variable', KEPT: 'yes' });
  const errors = await readFile(path.join(folder, 'errors'), 'utf8').catch(() => '');
  return { ...result, log: `${result.log}\n${errors}` };
}

test('what a command prepared is published, and is what is published without it', async () => {
  const repos = { 'department-dataset': 'owner/by-command', 'urgency-dataset': 'owner/by-command-too' };
  const published = await run({ ...repos, 'spark-command': commandOf('tell') });
  expect([published.exitCode, published.outputs.updated, published.log]).toEqual([
    0,
    '["department","urgency"]',
    expect.stringContaining('department: read 2,000 corrections'),
  ]);
  const { files } = JSON.parse(
    scene.hub.readFile('owner/by-command', 'main', 'dataset_metadata.json').toString(),
  );
  expect(files.map(({ path: file }: { path: string }) => file).slice(0, 2)).toEqual([
    'data/train-00000-of-00002.parquet',
    'data/train-00001-of-00002.parquet',
  ]);
  const { outputs } = await run(repos);
  expect([outputs['department-status'], outputs['urgency-status']]).toEqual(['unchanged', 'unchanged']);
  expect(await readdir(temp)).toEqual([]);

  const told = await readFile(path.join(folder, 'told'), 'utf8');
  const { argv, env, modes, plan } = JSON.parse(told);
  expect(modes).toEqual(['600', '600', '700']);
  const { password } = new URL(scene.database.url());
  expect(JSON.stringify([argv, plan])).not.toContain(`:${password}`);
  expect(plan.database.url).not.toContain(password);
  expect(Object.keys(env).filter((name) => /^INPUT_|^GITHUB_OUTPUT|HF_TOKEN/.test(name))).toEqual([]);
  expect([env.KEPT, env.PREPARE_DATASET_POSTGRES_PASSWORD]).toEqual(['yes', password]);
});

describe('what is wrong is told, and nothing is published of it', () => {
  test.each([
    ['exit', 'spark-command ended with 3, so nothing was published.'],
    ['no-report', 'spark-command ended with 0, but {out} has no report.'],
    ['swapped', 'row 2 of train is after one of a higher rank, or occurs twice'],
    ['twice', 'row 2 of train is after one of a higher rank, or occurs twice'],
    ['split', 'row 1 of train belongs to another split'],
    ['class', 'row 1 of train has no class of the dataset'],
    ['missing', 'and the report counts others by class'],
    ['counts', 'and the report counts others by class'],
    ['dirty', 'row 1 of train has a text that is not cleaned'],
    ['no-text', 'row 1 of train has no text'],
    ['labels', 'row 1 of train has a class that its text does not have in the database'],
    ['lost', '1 of the 2000 rows that were read from the database too are not listed'],
    ['listed', '1 of the 2000 rows that were read from the database too are not listed'],
    ['fetched', 'counts 1999 rows of corrections, but the database has 2000 in the same snapshot'],
    ['broken-list', 'in dropped/part-0 line 1 is not a dropped row'],
    ['broken-report', 'The report that spark-command left at {out} is not JSON.'],
    ['no-file', 'there are 0 rows, and the report counts others by class'],
  ])('%s', async (fault, message) => {
    const { exitCode, outputs, log } = await run({
      'department-dataset': 'owner/wrong',
      'urgency-dataset': '',
      'spark-command': commandOf(fault),
    });
    expect([exitCode, outputs.updated, log]).toEqual([1, '[]', expect.stringContaining(message)]);
    expect(log).not.toContain('complaint number');
    expect(scene.hub.hasRepo('owner/wrong')).toBe(false);
    expect(await readdir(temp)).toEqual([]);
  });

  test('what Spark cannot do is told before it is started', async () => {
    const { exitCode, log } = await run({ 'split-method': 'sklearn', 'spark-command': commandOf('tell') });
    expect([exitCode, log]).toEqual([
      1,
      expect.stringContaining('Dataset department. spark-command does not support split-method: sklearn'),
    ]);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('rows that would have to be compared by their ids are no work for Spark', async () => {
  await scene.database.query(`
    CREATE TABLE answers (id bigint, body text, mood text);
    CREATE TABLE pool AS SELECT * FROM answers;
    INSERT INTO answers SELECT i, 'text ' || i, CASE i % 2 WHEN 0 THEN 'good' ELSE 'bad' END FROM generate_series(1, 40) i;
    INSERT INTO pool SELECT i, 'text ' || i, 'good' FROM generate_series(101, 200) i`);
  const config = `
version: 1
sources:
  answers: { corrections: 'SELECT id, body, mood FROM answers', confirmed: 'SELECT id, body, mood FROM pool' }
datasets:
  moods:
    repo: owner/moods-by-command
    source: answers
    task: text-classification
    columns: { text: body, label: mood }
    classes: [good, bad]
    clean: python
`;
  const inputs = { config, 'department-dataset': '', 'urgency-dataset': '', 'spark-command': commandOf() };
  const statusOf = ({ outputs }: { outputs: Record<string, string> }) =>
    JSON.parse(outputs.versions).moods.status;
  expect(statusOf(await run(inputs))).toBe('published');
  await scene.database.query(`
    INSERT INTO answers VALUES (1, 'text 1', 'bad'), (2, 'text two', 'good');
    INSERT INTO pool SELECT i, t, 'good' FROM generate_series(39, 50) i, (VALUES ('a'), ('b')) AS v(t)`);
  const { exitCode, log } = await run({ ...inputs, 'correct-ratio': '10' });
  expect(exitCode).toBe(1);
  for (const what of [
    'There are ids of corrections that have several texts: 1. Give each id once',
    'There are ids of confirmed rows that have several texts: 12. Give each id once',
    'There are confirmed rows with the id of a correction: 4. Remove them',
  ])
    expect(log).toContain(`Dataset moods. spark-command does not compare rows by their ids. ${what}`);
});

test('a cancelled run ends the command and all it has started', async () => {
  const told = path.join(folder, 'told');
  const cancelled = await cancelBundle(
    scene,
    'SIGTERM',
    async () => (await readFile(told, 'utf8').catch(() => '')) !== '',
    { 'spark-command': commandOf('hang') },
    { RUNNER_TEMP: temp },
  );
  expectCancelled(cancelled);
  for (const pid of JSON.parse(await readFile(told, 'utf8'))) await waitForEnd(pid);
  expect(await readdir(temp)).toEqual([]);
});

test('a text is published that cleaning once more would change', async () => {
  await scene.newDatabase();
  const texts = ['the road <i\n> is broken', 'see htt<b>ps://example.com/a'];
  const reviews = texts.map((message) => ({ message, department: DEPARTMENTS[0], urgency: 'NORMAL' }));
  await scene.addReviews([...variedReviews(60), ...reviews]);
  const repos = { 'department-dataset': 'owner/two-lines', 'urgency-dataset': '' };
  expect((await run({ ...repos, 'spark-command': commandOf() })).outputs.updated).toBe('["department"]');
  expect((await run(repos)).outputs['department-status']).toBe('unchanged');
});
