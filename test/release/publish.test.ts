import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCRIPT = path.join(ROOT, 'scripts/release/publish.ts');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'release-'));
  await mkdir(path.join(folder, 'bin'));
  await mkdir(path.join(folder, 'release'));
  await writeFile(path.join(folder, 'release', 'NOTES.md'), 'Notes');
  await writeFile(path.join(folder, 'release', 'a.tar.gz'), '');
  // Notes what it is asked for instead of asking GitHub.
  const gh = path.join(folder, 'bin', 'gh');
  await writeFile(gh, '#!/bin/sh\necho "$@" >> calls\n');
  await chmod(gh, 0o755);
  git('init', '--quiet', '--initial-branch=main');
});

afterEach(() => rm(folder, { recursive: true }));

test('the first final release makes the major tag, the next one moves it', async () => {
  const first = release('v1.0.0');
  expect(await publish('v1.0.0')).toEqual([
    'release create v1.0.0 release/a.tar.gz --verify-tag --title v1.0.0 --notes-file release/NOTES.md',
    `api --method POST repos/owner/app/git/refs --field sha=${first} --field ref=refs/tags/v1`,
  ]);
  git('tag', 'v1');
  const second = release('v1.10.0');
  expect((await publish('v1.10.0')).at(-1)).toBe(
    `api --method PATCH repos/owner/app/git/refs/tags/v1 --field sha=${second} --field force=true`,
  );
});

test.each([
  ['a pre-release', ['v1.1.0'], 'v1.2.0-rc.1', ' --prerelease --latest=false'],
  ['a patch of an older minor', ['v1.9.0', 'v1.10.0'], 'v1.9.1', ' --latest=false'],
])('%s leaves the major tag where it is', async (_, earlier, tag, options) => {
  for (const version of earlier) release(version);
  release(tag);
  const calls = await publish(tag);
  expect(calls).toHaveLength(1);
  expect(calls[0].endsWith(`release/NOTES.md${options}`)).toBe(true);
});

test('another major version and tags that are none do not count', async () => {
  for (const tag of ['v2.0.0', 'nightly', 'v1', 'v1.5.0-rc.1']) release(tag);
  release('v1.4.0');
  expect((await publish('v1.4.0')).at(-1)).toContain('git/refs/tags/v1');
});

test.each(['v1', 'v1.2', '1.2.3', 'v01.2.3', 'v1.2.3+build', 'v1.2.3; rm -rf /'])(
  '%s is refused',
  async (tag) => {
    await expect(publish(tag)).rejects.toThrow('is no version');
  },
);

/** An action of this repository's checkout, or one of GitHub's own that is pinned by its commit. */
const OWN_OR_PINNED = /^(?:\.\/\.prepare-dataset(?:\/|$)|actions\/[a-z-]+@[0-9a-f]{40}$)/;

describe('the workflows', () => {
  test('run tests and packages in no job that may write', async () => {
    const { jobs } = parse(await readFile(path.join(ROOT, '.github/workflows/release.yml'), 'utf8'));
    for (const { permissions, steps } of Object.values<Job>(jobs)) {
      const runs = steps.map(({ run = '' }) => run).join('\n');
      const mayWrite = Object.values(permissions).includes('write');
      expect(mayWrite && /\bnpm\b|\bnpx\b/.test(runs)).toBe(false);
    }
  });

  test('for callers elsewhere use the actions of the very commit they are of', async () => {
    const { jobs } = parse(await readFile(path.join(ROOT, '.github/workflows/retrain.yml'), 'utf8'));
    for (const { steps } of Object.values<Job>(jobs)) {
      const checkouts = steps.filter(({ uses = '' }) => /^actions\/checkout@[0-9a-f]{40}$/.test(uses));
      const own = checkouts.filter((step) => step.with?.path === '.prepare-dataset');
      expect(own.map((step) => [step.with?.repository, step.with?.ref])).toEqual([
        ['workflow_repository', 'workflow_sha'].map((name) => `\${{ job.${name} }}`),
      ]);
      for (const step of steps.filter(({ run }) => run === undefined)) {
        if (!checkouts.includes(step)) expect(step.uses).toMatch(OWN_OR_PINNED);
      }
    }
  });
});

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly { run?: string; uses?: string; with?: Readonly<Record<string, string>> }[];
}

/** Tags a new commit. @returns the commit */
function release(tag: string): string {
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  git(...author, 'commit', '--quiet', '--allow-empty', '--message', tag);
  git('tag', tag);
  return git('rev-parse', 'HEAD').trim();
}

/** Runs the script as the workflow does. @returns what gh was called with */
async function publish(tag: string): Promise<string[]> {
  const PATH = `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH}`;
  const env = { PATH, GITHUB_REPOSITORY: 'owner/app', NODE_OPTIONS: '--disable-warning=ExperimentalWarning' };
  await rm(path.join(folder, 'calls'), { force: true });
  execFileSync(process.execPath, [SCRIPT, tag], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return (await readFile(path.join(folder, 'calls'), 'utf8')).trim().split('\n');
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}
