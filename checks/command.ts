// Tries the command as it is delivered: installed from the package that npm packs and from a git repository, where
// nothing else may be installed, and as the container image holds it. Docker is not needed: what the Dockerfile copies,
// sets and runs is done in a folder, by a user without rights. Usage: command.ts
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../test/support/checks.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Bytes of what is downloaded to run the command once. */
const LARGEST_PACKAGE = 3e6;
const UNPRIVILEGED = 65_534;
const FILE = `version: 1
sources:
  tickets:
    corrections: SELECT id, body AS text, team AS label FROM tickets
datasets:
  team:
    repo: acme/teams
    source: tickets
    task: text-classification
    classes: [billing, shipping]
`;
const CHECKED =
  'team: text-classification with 2 classes, for acme/teams\nNo problem was found in 1 dataset.\n';

const checks = new Checks();
const folder = mkdtempSync(path.join(tmpdir(), 'command-check-'));
chmodSync(folder, 0o755);
try {
  packed();
  fromGit();
  image();
} finally {
  rmSync(folder, { recursive: true });
}
checks.close();

/** The package that npm packs, installed into an empty folder. */
function packed(): void {
  const target = folderFor('packed');
  const [{ filename, size, files }] = JSON.parse(
    npm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', target),
  );
  checks.check('the package is small', size < LARGEST_PACKAGE, `${size} bytes`);
  const foreign = files
    .map((file: { path: string }) => file.path)
    .filter(
      (file: string) =>
        !/^(?:bin|presets|dist\/(?:command|prepare-dataset\/engine-worker))\/|^[\w.]+$/.test(file),
    );
  checks.same('the package holds the command and nothing else', foreign, []);
  npm(target, 'init', '--yes');
  npm(target, 'install', '--no-audit', '--no-fund', `./${filename}`);
  expectCommand('installed from the package', target);
}

/** A repository of the same files, as `npm install github:…` gets it. */
function fromGit(): void {
  const repository = folderFor('repository');
  git(repository, 'clone', '--quiet', ROOT, '.');
  cpSync(path.join(ROOT, 'dist'), path.join(repository, 'dist'), { recursive: true });
  git(repository, 'add', '--all');
  git(
    repository,
    '-c',
    'user.name=check',
    '-c',
    'user.email=check@localhost',
    'commit',
    '--quiet',
    '--allow-empty',
    '--message=bundles',
  );
  const target = folderFor('from-git');
  npm(target, 'init', '--yes');
  npm(target, 'install', '--no-audit', '--no-fund', `git+file://${repository}`);
  expectCommand('installed from git', target);
}

function expectCommand(what: string, target: string): void {
  checks.same(
    `${what}: nothing else is installed`,
    readdirSync(path.join(target, 'node_modules')).filter((name) => !name.startsWith('.')),
    ['prepare-dataset'],
  );
  writeFileSync(path.join(target, 'datasets.yml'), FILE);
  checks.same(
    `${what}: npx starts it`,
    npm(target, 'exec', '--', 'prepare-dataset', 'check', 'datasets.yml'),
    CHECKED,
  );
}

/** What the Dockerfile says, done in a folder that stands for the image's root. */
function image(): void {
  const root = folderFor('image');
  const steps = readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8')
    .replace(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .trim()
    .split('\n')
    .map((line) => /^(\w+)\s+(.*)$/.exec(line)!.slice(1));
  const ignored = readFileSync(path.join(ROOT, '.dockerignore'), 'utf8').trim().split('\n');
  let cwd = '/';
  let variables = '';
  let user = 'root';
  let start: string[] = [];
  for (const [step, text] of steps) {
    if (step === 'FROM')
      checks.check(
        'the image has a pinned base of Node 24',
        /^node:24\S*-slim@sha256:[0-9a-f]{64}$/.test(text),
        text,
      );
    else if (step === 'WORKDIR') {
      cwd = path.posix.resolve(cwd, text);
      mkdirSync(path.join(root, cwd), { recursive: true });
    } else if (step === 'COPY') copy(text.split(/\s+/), path.join(root, cwd), ignored);
    else if (step === 'ENV') variables = text;
    else if (step === 'USER') user = text;
    else if (step === 'CMD') start = JSON.parse(text);
    else if (step !== 'LABEL') checks.check(`the image is built without ${step}`, false, text);
  }
  checks.same('the image runs as a user without rights', user, 'node');
  const bin = path.join(root, /^PATH=([^:]+):\$PATH$/.exec(variables)?.[1] ?? 'none');
  const file = path.join(root, cwd, 'datasets.yml');
  writeFileSync(file, FILE);
  const run = (...words: string[]) =>
    spawnSync(words[0], words.slice(1), {
      cwd: path.join(root, cwd),
      env: { PATH: `${bin}:${path.dirname(process.execPath)}` },
      encoding: 'utf8',
      ...(process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {}),
    });
  const help = run(...start);
  checks.check(
    'the image shows the help',
    help.status === 0 && help.stdout.includes('prepare-dataset SUBCOMMAND'),
    help.stderr || String(help.error),
  );
  const checked = run('prepare-dataset', 'check', 'datasets.yml');
  checks.same('the image checks a file', [checked.status, checked.stdout, checked.stderr], [0, CHECKED, '']);
  const preview = run('prepare-dataset', 'preview', '--help');
  checks.check(
    'the image knows what the inputs mean',
    preview.stdout.includes('--split-method'),
    preview.stderr,
  );
  const needed = path.join(path.dirname(bin), 'dist/prepare-dataset/engine-worker/index.js');
  checks.check('the image holds the threads of large datasets', existsSync(needed), needed);
}

/** Copies as Docker does, of what .dockerignore leaves. */
function copy(words: readonly string[], cwd: string, ignored: readonly string[]): void {
  const sources = words.slice(0, -1);
  const target = words.at(-1)!;
  for (const source of sources) {
    const isSent = ignored.some((rule) => rule === `!${source}` || source.startsWith(`${rule.slice(1)}/`));
    checks.check(`.dockerignore sends ${source}`, isSent, 'it does not');
    const from = path.join(ROOT, source);
    const isInto = target.endsWith('/') && !statSync(from).isDirectory();
    cpSync(from, path.join(cwd, target, isInto ? path.basename(source) : ''), { recursive: true });
  }
}

function folderFor(name: string): string {
  const made = path.join(folder, name);
  mkdirSync(made);
  return made;
}

function npm(cwd: string, ...words: string[]): string {
  const env = { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env.PATH}` };
  return execFileSync('npm', words, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function git(cwd: string, ...words: string[]): void {
  execFileSync('git', words, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
