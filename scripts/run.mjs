// Runs one of the project's commands with nothing but Node 20 or newer on the machine: installs the locked
// packages when they are missing or stale, then hands over to the Node 24 that comes with them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = path.join(root, 'node_modules', '.bin');
const installedStamp = path.join(root, 'node_modules', '.installed-lock');
const windows = process.platform === 'win32';

/** Command lines of each command, run one after the other; a failing line ends the command. */
const commands = {
  demo: [['node', 'scripts/demo/demo.ts']],
  test: [['jest']],
  bench: [['node', 'bench/run.ts']],
  release: [['node', 'scripts/release/gather.ts']],
  build: [['node', 'scripts/build.ts']],
  docs: [['node', 'scripts/docs.ts']],
  lint: [
    ['biome', 'ci', '--colors=off', '.'],
    ['tsc'],
    ['node', 'scripts/docs.ts', '--check'],
    ['node', 'checks/words.ts'],
    ['node', 'checks/imports.ts'],
  ],
  format: [['biome', 'check', '--write', '.']],
  check: [
    ['biome', 'ci', '--colors=off', '.'],
    ['tsc'],
    ['node', 'scripts/docs.ts', '--check'],
    ['node', 'checks/words.ts'],
    ['node', 'checks/imports.ts'],
    ['jest'],
    ['node', 'scripts/build.ts', '--check'],
  ],
};

const [name, ...extraArguments] = process.argv.slice(2);
const lines = commands[name];
if (lines === undefined) {
  console.error(`Unknown command ${name ?? '(none)'}; known: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}

// A command that is interrupted ends itself, and this waits for it; the shell would be back before otherwise.
process.on('SIGINT', () => {});
installPackages();
const environment = {
  ...process.env,
  PATH: `${bin}${path.delimiter}${process.env.PATH}`,
  NODE_OPTIONS:
    `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
};
for (const [index, [tool, ...args]] of lines.entries()) {
  const isLast = index === lines.length - 1;
  const status = run(path.join(bin, tool), [...args, ...(isLast ? extraArguments : [])], environment);
  if (status !== 0) process.exit(status);
}

// Not `npm ci`: it refuses the lock file when a registry lacks an optional binary of another platform.
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(installedStamp) && readFileSync(installedStamp, 'utf8') === lock) return;
  console.log('Installing the locked packages …');
  const status = run(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    process.env,
  );
  if (status !== 0) {
    console.error(
      'npm install failed: the packages could not be installed. Check the network and the registry settings of npm.',
    );
    process.exit(status);
  }
  writeFileSync(installedStamp, lock);
}

function run(command, args, env) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell: windows });
  if (result.error) console.error(`${command} could not be started: ${result.error.message}`);
  return result.status ?? 1;
}
