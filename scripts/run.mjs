// Runs one of the project's commands with nothing but Node 20 or newer on the machine: installs the locked
// packages when they are missing or stale, then hands over to the Node 24 that comes with them.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
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
    ['node', 'checks/writing.ts'],
    ['node', 'checks/imports.ts'],
  ],
  format: [['biome', 'check', '--write', '.']],
  check: [
    ['biome', 'ci', '--colors=off', '.'],
    ['tsc'],
    ['node', 'scripts/docs.ts', '--check'],
    ['node', 'checks/words.ts'],
    ['node', 'checks/writing.ts'],
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

// A command that is interrupted ends itself, and this waits for it; the shell would be back before otherwise. A terminal
// sends SIGINT to the command too; the other signals reach this process alone, and are passed on.
let running = null;
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => running?.kill(signal));
// npm sends a signal to its shell, which dies of it and tells nobody.
const shell = process.ppid;
if (process.env.npm_lifecycle_event !== undefined) {
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    running?.kill('SIGTERM');
  }, 500);
  watch.unref();
}
installPackages();
const environment = {
  ...process.env,
  PATH: `${bin}${path.delimiter}${process.env.PATH}`,
  NODE_OPTIONS:
    `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
};
for (const [index, [tool, ...args]] of lines.entries()) {
  const isLast = index === lines.length - 1;
  const status = await runUntilEnd(path.join(bin, tool), [...args, ...(isLast ? extraArguments : [])]);
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

/** Runs a tool, which gets the signals of this process. @returns its exit code, or 128 and more for a signal that ended it */
function runUntilEnd(command, args) {
  return new Promise((resolve) => {
    running = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment, shell: windows });
    running.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    running.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

function run(command, args, env) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell: windows });
  if (result.error) console.error(`${command} could not be started: ${result.error.message}`);
  return result.status ?? 1;
}
