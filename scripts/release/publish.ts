// Publishes what gather.ts put into release/ as a GitHub release, and moves the major tag to it where that is due.
// Runs without any package. Usage: publish.ts <tag>; needs gh, and GH_TOKEN with the right to write contents.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { planRelease } from './plan-release.ts';

const [tag = ''] = process.argv.slice(2);
const repository = process.env.GITHUB_REPOSITORY ?? '';
const tags = run('git', 'tag', '--list').split('\n');
const { isPrerelease, majorTag } = planRelease(tag, tags);
const files = readdirSync('release').filter((name) => name !== 'NOTES.md');
run(
  'gh',
  'release',
  'create',
  tag,
  ...files.map((name) => `release/${name}`),
  '--verify-tag',
  '--title',
  tag,
  '--notes-file',
  'release/NOTES.md',
  ...(isPrerelease ? ['--prerelease'] : []),
  ...(majorTag === null ? ['--latest=false'] : []),
);
if (majorTag === null) {
  console.log(`${tag} is no final release that is the highest of its major version: the major tag stays.`);
} else {
  moveTag(majorTag, run('git', 'rev-parse', `${tag}^{commit}`).trim());
}

/** The major tag is the only one that moves: users of @v1 get the release with it. */
function moveTag(name: string, commit: string): void {
  const isThere = tags.includes(name);
  const [method, path] = isThere ? ['PATCH', `git/refs/tags/${name}`] : ['POST', 'git/refs'];
  const fields = isThere ? ['--field', 'force=true'] : ['--field', `ref=refs/tags/${name}`];
  run('gh', 'api', '--method', method, `repos/${repository}/${path}`, '--field', `sha=${commit}`, ...fields);
  console.log(`${name} is ${commit} now.`);
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
