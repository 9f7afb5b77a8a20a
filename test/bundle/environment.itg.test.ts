import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { runBundle } from '../support/run-bundle.ts';

// Writing to /dev/full, which only Linux has, fails with ENOSPC.
const onLinux = process.platform === 'linux' ? test : test.skip;

let scene: BundleScene;
let github: LocalGitHub;
let folder: string;
let count = 0;

beforeAll(async () => {
  [scene, github] = await Promise.all([BundleScene.start(), startLocalGitHub()]);
  github.addToken('ghs_token', { permissions: ['issues=write'], repositories: ['owner/app'] });
  github.createRepository('owner/app');
  folder = await mkdtemp(path.join(tmpdir(), 'environment-'));
  await writeFile(path.join(folder, 'file'), '');
});

afterAll(() => Promise.all([scene.close(), github.close(), rm(folder, { recursive: true, force: true })]));

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
  count++;
});

describe('output-dir', () => {
  test('with a place that cannot be written fails the label before anything is published', async () => {
    const root = path.join(folder, 'taken');
    await mkdir(path.join(root, 'department', 'README.md', 'folder'), { recursive: true });
    const { exitCode, log, outputs } = await run({ 'output-dir': root });
    expect(exitCode).toBe(1);
    expect(log).toContain(`could not be written to ${root}/department (EISDIR). Check output-dir`);
    expect([outputs['department-status'], outputs['urgency-status']]).toEqual(['failed', 'published']);
    expect(scene.hub.hasRepo(`owner/department-${count}`)).toBe(false);
    expect(await readdir(path.join(root, 'urgency'))).toContain('README.md');
  });

  test('may be a link, and a link in the place of a file below it is replaced, not followed', async () => {
    const [root, outside] = ['linked', 'outside'].map((name) => path.join(folder, name));
    await mkdir(path.join(outside, 'real', 'department', 'data'), { recursive: true });
    const names = ['README.md', 'data/train-00000-of-00001.parquet', 'data/test-00000-of-00001.parquet'];
    await Promise.all(names.map((name) => writeFile(path.join(outside, path.basename(name)), 'mine')));
    for (const name of names) {
      await symlink(path.join(outside, path.basename(name)), path.join(outside, 'real', 'department', name));
    }
    await symlink(path.join(outside, 'real'), root);
    expect(await run({ 'output-dir': root })).toMatchObject({ exitCode: 0 });
    for (const name of names) {
      expect(await readFile(path.join(outside, path.basename(name)), 'utf8')).toBe('mine');
      expect((await lstat(path.join(root, 'department', name))).isFile()).toBe(true);
    }
    expect(await readdir(path.join(root, 'department', 'data'))).toHaveLength(3);
  });

  test.each(['department', 'department/data'])('refuses a link in the place of %s', async (place) => {
    const root = path.join(folder, `links-${place.replace('/', '-')}`);
    const outside = path.join(root, 'outside');
    await mkdir(path.join(outside, 'data'), { recursive: true });
    await writeFile(path.join(outside, 'train-00000-of-00001.parquet'), 'mine');
    await mkdir(path.dirname(path.join(root, place)), { recursive: true });
    await symlink(outside, path.join(root, place));
    const { exitCode, log, outputs } = await run({ 'output-dir': root });
    expect(exitCode).toBe(1);
    expect(log).toContain(
      `${path.join(root, place)} is a link, or not a folder, and nothing is written through a link.`,
    );
    expect([outputs['department-status'], outputs['urgency-status']]).toEqual(['failed', 'published']);
    expect(await readdir(outside)).toEqual(['data', 'train-00000-of-00001.parquet']);
    expect(await readdir(path.join(outside, 'data'))).toEqual([]);
  });

  // No user may make a folder there, root included.
  test('in a read-only place is told as such', async () => {
    const { exitCode, log } = await run({ 'output-dir': '/sys/datasets', 'urgency-dataset': '' });
    expect(exitCode).toBe(1);
    expect(log).toMatch(
      /The files of department could not be written to \/sys\/datasets\/department \(E[A-Z]+\)/,
    );
  });
});

describe("the runner's files", () => {
  test('a secret that is part of an output is warned about, by the name of the output alone', async () => {
    await scene.postgres.query(`CREATE ROLE team_${count} LOGIN SUPERUSER PASSWORD 'department'`);
    const url = new URL(scene.database.url({ params: { sslmode: 'disable' } }));
    Object.assign(url, { username: `team_${count}`, password: 'department' });
    const { exitCode, log, outputs } = await run({ 'postgres-url': url.href });
    expect([exitCode, JSON.parse(outputs.updated)]).toEqual([0, ['department', 'urgency']]);
    const warned = [
      ...log.matchAll(/^::warning title=(\w+)%3A masked::The output \1 contains a value of a secret/gm),
    ];
    expect(warned.map(([, output]) => output)).toEqual(['updated', 'versions']);
    expect(warned.map(([line]) => line).join()).not.toContain('department');
  });

  test.each(['missing', 'file/below-a-file'])(
    'GITHUB_OUTPUT that cannot be written fails the job before anything is published: %s',
    async (name) => {
      const { exitCode, log } = await run({}, { GITHUB_OUTPUT: path.join(folder, name) });
      expect(exitCode).toBe(1);
      expect(log).toMatch(
        /::error::The output [\w-]+ could not be set: the file that GITHUB_OUTPUT names cannot be written/,
      );
      expect(scene.hub.requests).toEqual([]);
    },
  );

  onLinux('a full disk under GITHUB_OUTPUT is told with its code', async () => {
    const { exitCode, log } = await run({}, { GITHUB_OUTPUT: '/dev/full' });
    expect([exitCode, log]).toEqual([1, expect.stringContaining('(ENOSPC)')]);
    expect(scene.hub.requests).toEqual([]);
  });

  test('a sub-action without GITHUB_OUTPUT does nothing', async () => {
    const space = scene.hub.createSpace('owner/prepare');
    const before = space.tellStage();
    const { exitCode, log } = await runBundle(
      { 'space-id': 'owner/prepare', 'hf-token': TOKEN, 'hub-endpoint': scene.hub.url },
      { folder: 'pause-space', environment: { GITHUB_OUTPUT: path.join(folder, 'missing') } },
    );
    expect([exitCode, space.tellStage()]).toEqual([1, before]);
    expect(log).toContain('The output stage could not be set');
  });

  test.each(['missing', '/dev/full', undefined])(
    'GITHUB_STEP_SUMMARY that cannot be written changes nothing else: %s',
    async (name) => {
      const place = name && path.resolve(folder, name);
      const { exitCode, log, outputs } = await run({}, { GITHUB_STEP_SUMMARY: place });
      expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
      expect(log).toContain('The job summary could not be written');
    },
  );

  test.each(['missing', 'file'])('GITHUB_EVENT_PATH without an event: %s', async (name) => {
    const { exitCode, summary } = await run(
      { 'github-token': 'ghs_token' },
      {
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: 'owner/app',
        GITHUB_RUN_ID: '1',
        GITHUB_EVENT_NAME: 'workflow_dispatch',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_EVENT_PATH: path.join(folder, name),
      },
    );
    expect(exitCode).toBe(0);
    expect(summary).toContain('➖ **GitHub issue**: A run outside the default branch');
  });

  test('without any variable of a runner the datasets are published all the same', async () => {
    const { exitCode, log } = await run({}, { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined });
    expect(exitCode).toBe(0);
    expect(log).toContain('::set-output name=updated::["department","urgency"]');
  });
});

function run(inputs: Readonly<Record<string, string>>, environment: NodeJS.ProcessEnv = {}) {
  const repos = {
    'department-dataset': `owner/department-${count}`,
    'urgency-dataset': `owner/urgency-${count}`,
  };
  return scene.run({ ...repos, ...inputs }, environment);
}
