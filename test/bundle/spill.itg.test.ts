import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';
import { cancelBundle, expectCancelled } from '../support/cancel-bundle.ts';

const ROWS = 50_000;
const LITTLE = { 'memory-limit': '1MB' };
const FOLDER = 'prepare-dataset-rows-';

let scene: BundleScene;
let temp: string;
beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.addReviews(variedReviews(ROWS));
});
afterAll(() => scene.close());
beforeEach(async () => {
  temp = await mkdtemp(path.join(tmpdir(), 'spill-'));
});
afterEach(() => rm(temp, { recursive: true }));

function run(inputs: Readonly<Record<string, string>> = {}, shell?: string) {
  return scene.run({ ...LITTLE, ...inputs }, { RUNNER_TEMP: temp }, { shell });
}

function filesOf(repo: string) {
  return JSON.parse(scene.hub.readFile(repo, 'main', 'dataset_metadata.json').toString()).files.filter(
    ({ path: file }: { path: string }) => file.endsWith('.parquet'),
  );
}

/** Folders of rows below the folder of the run. */
async function foldersOfRows(): Promise<string[]> {
  const names = await readdir(temp).catch(() => []);
  return names.filter((name) => name.startsWith(FOLDER)).map((name) => path.join(temp, name));
}

async function hasFiles(): Promise<boolean> {
  const [folder] = await foldersOfRows();
  return folder !== undefined && (await readdir(folder).catch(() => [])).length > 200;
}

test('rows past memory-limit go to disk, and what is published is the same, byte for byte', async () => {
  const inMemory = await scene.run({}, { RUNNER_TEMP: temp });
  expect([inMemory.exitCode, inMemory.outputs.updated]).toEqual([0, '["department","urgency"]']);
  expect(inMemory.log).not.toContain('are kept on disk');
  const again = await run();
  expect(again.log).toMatch(
    /department and urgency: 4,096 rows use all the memory .* kept on disk .*GB free/,
  );
  expect([again.outputs['department-status'], again.outputs['urgency-status']]).toEqual([
    'unchanged',
    'unchanged',
  ]);
  const anew = await run({ 'department-dataset': 'owner/first', 'urgency-dataset': 'owner/second' });
  expect([anew.exitCode, anew.outputs.updated]).toEqual([0, '["department","urgency"]']);
  expect(filesOf('owner/first')).toEqual(filesOf('owner/department'));
  expect(filesOf('owner/second')).toEqual(filesOf('owner/urgency'));
  expect(await readdir(temp)).toEqual([]);
});

test('rows of split-method: sklearn go to disk as well, and make the same files', async () => {
  const sklearn = (name: string) => ({
    'split-method': 'sklearn',
    'department-dataset': `owner/${name}-department`,
    'urgency-dataset': `owner/${name}-urgency`,
  });
  const inMemory = await scene.run(sklearn('memory'), { RUNNER_TEMP: temp });
  expect([inMemory.exitCode, inMemory.log.includes('are kept on disk')]).toEqual([0, false]);
  const onDisk = await run(sklearn('disk'));
  expect([onDisk.exitCode, onDisk.outputs.updated]).toEqual([0, '["department","urgency"]']);
  expect(onDisk.log).toMatch(/urgency: 4,096 rows use all the memory .* kept on disk/);
  for (const name of ['department', 'urgency'])
    expect(filesOf(`owner/disk-${name}`)).toEqual(filesOf(`owner/memory-${name}`));
  expect(await readdir(temp)).toEqual([]);
});

test('nobody else may read the rows on disk, and they are gone when a run is cancelled', async () => {
  const modes = new Set<string>();
  const cancelled = await cancelBundle(
    scene,
    'SIGTERM',
    async () => {
      if (!(await hasFiles())) return false;
      const [folder] = await foldersOfRows();
      modes.add(`folder ${((await stat(folder)).mode & 0o777).toString(8)}`);
      for (const name of await readdir(folder)) {
        const { mode } = await stat(path.join(folder, name));
        modes.add(`file ${(mode & 0o777).toString(8)}`);
      }
      return true;
    },
    LITTLE,
    { RUNNER_TEMP: temp },
  );
  expectCancelled(cancelled);
  expect([...modes].sort()).toEqual(['file 600', 'folder 700']);
  expect(await readdir(temp)).toEqual([]);
});

test('what a killed run left is removed by the next one, and nothing of a run that is under way', async () => {
  const killed = await cancelBundle(scene, 'SIGKILL', hasFiles, LITTLE, { RUNNER_TEMP: temp });
  expect(killed.exitCode).toBeNull();
  expect(await foldersOfRows()).toHaveLength(1);
  const other = path.join(temp, `${FOLDER}other`);
  await mkdir(other);
  await writeFile(
    path.join(other, 'owner.json'),
    JSON.stringify({ pid: 1, started: null, host: 'elsewhere' }),
  );
  const { exitCode } = await scene.run({}, { RUNNER_TEMP: temp });
  expect(exitCode).toBe(0);
  expect(await foldersOfRows()).toEqual([other]);
});

test('a number that was given to another process does not keep the rows of a killed run', async () => {
  const folder = path.join(temp, `${FOLDER}reused`);
  await mkdir(folder);
  const owner = { pid: process.pid, started: '1', host: hostname() };
  await writeFile(path.join(folder, 'owner.json'), JSON.stringify(owner));
  await scene.run({}, { RUNNER_TEMP: temp });
  expect(await foldersOfRows()).toEqual([]);
});

test('the rows are gone when a run fails', async () => {
  const { exitCode, outputs } = await run({ 'department-dataset': 'stranger/department' });
  expect([exitCode, outputs['department-status'], outputs['urgency-status']]).toEqual([
    1,
    'failed',
    'unchanged',
  ]);
  expect(await readdir(temp)).toEqual([]);
});

// A limit on the size of a file is what a full disk is, for whoever runs the tests.
test.each([
  ['while rows are read', 20],
  ['while they are put in order', 200],
])('a disk that is full %s is told, and nothing is published', async (_, kibibytes) => {
  const repos = { 'department-dataset': 'owner/full', 'urgency-dataset': 'owner/full-too' };
  const { exitCode, log, outputs } = await run(repos, `trap '' XFSZ; ulimit -f ${kibibytes}`);
  expect([exitCode, outputs.updated]).toEqual([1, '[]']);
  expect(log).toMatch(
    /Rows beyond memory-limit could not be written to .*prepare-dataset-rows-\w+ \(EFBIG\)\. The disk is full/,
  );
  for (const name of ['owner/full', 'owner/full-too']) expect(scene.hub.hasRepo(name)).toBe(false);
  expect(await readdir(temp)).toEqual([]);
});

test('a folder that cannot be written to is told', async () => {
  const missing = path.join(temp, 'missing');
  const { exitCode, log } = await scene.run(LITTLE, { RUNNER_TEMP: missing });
  expect(exitCode).toBe(1);
  expect(log).toContain(
    `could not be written to ${missing} (ENOENT). Check that the folder may be written to`,
  );
});
