// Checks that imports between the folders of src/ go one way, types included, and that no export goes unused. Cycles
// between files are left to the linter. Part of `npm run lint`.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Checks } from '../test/support/checks.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Folders of src/, each with those it may import: only ones that stand before it, so that there can be no cycle. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  http: [],
  model: ['text'],
  files: ['model'],
  github: ['http'],
  config: ['text', 'model'],
  pii: ['text', 'model'],
  engine: ['text', 'model', 'pii'],
  version: ['text', 'model', 'pii', 'engine'],
  gates: ['text', 'model', 'pii', 'engine', 'version'],
  report: ['text', 'model', 'engine', 'version', 'gates', 'pii'],
  postgres: ['text', 'model'],
  sqlite: ['text', 'model'],
  hub: ['model', 'http', 'files'],
  spark: ['text', 'model', 'engine', 'postgres'],
  alerts: ['text', 'http', 'github', 'report'],
  tracking: ['text', 'http', 'report'],
  retraining: ['text', 'model', 'http', 'github', 'hub', 'version'],
  promotion: ['text', 'model', 'engine', 'version', 'gates', 'report'],
  dashboard: ['text', 'model', 'github', 'version', 'pii', 'promotion'],
  publish: ['text', 'model', 'files', 'pii', 'engine', 'version', 'gates', 'report'],
  prune: ['text', 'model', 'files', 'engine', 'version', 'promotion', 'publish'],
  pipeline: ['text', 'model', 'config', 'engine', 'version', 'gates', 'report', 'publish'],
  action: [
    'text',
    'model',
    'files',
    'http',
    'github',
    'config',
    'report',
    'alerts',
    'retraining',
    'dashboard',
    'version',
    'prune',
    'pipeline',
  ],
  runs: [
    'text',
    'model',
    'version',
    'publish',
    'prune',
    'hub',
    'report',
    'retraining',
    'dashboard',
    'promotion',
    'pipeline',
    'action',
  ],
  wire: [
    'model',
    'engine',
    'report',
    'postgres',
    'sqlite',
    'hub',
    'spark',
    'alerts',
    'tracking',
    'retraining',
    'pipeline',
    'action',
  ],
  command: ['text', 'model', 'config', 'engine', 'report', 'pipeline', 'action', 'runs', 'wire'],
  entries: ['github', 'action', 'runs', 'wire', 'command'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  /** Names that are imported; all of them by `import * as`, and by `import()` unless its names are listed. */
  readonly names: readonly string[] | 'all';
}

const checks = new Checks();
const files = globSync('{src,test,checks,scripts,bench}/**/*.ts', { cwd: ROOT }).map((file) =>
  path.normalize(file),
);
const imports = files.flatMap(importsOf);

const known = Object.keys(LAYERS);
for (const [index, [folder, allowed]] of Object.entries(LAYERS).entries()) {
  const before = known.slice(0, index);
  checks.same(
    `src/${folder} imports only folders before it`,
    allowed.filter((name) => !before.includes(name)),
    [],
  );
  const others = imports
    .filter(({ from }) => folderOf(from) === folder)
    .filter(({ to }) => folderOf(to) !== folder);
  const wrong = others.filter(({ to }) => !allowed.includes(folderOf(to) ?? ''));
  checks.same(`src/${folder} imports only ${allowed.join(', ') || 'itself'}`, wrong.map(describe), []);
  const unused = allowed.filter((name) => !others.some(({ to }) => folderOf(to) === name));
  checks.same(`src/${folder} imports all it may`, unused, []);
}
const entries = imports.filter(({ from, to }) => folderOf(from) === 'entries' && folderOf(to) === 'entries');
checks.same('an entry imports no other', entries.map(describe), []);
const unknown = files.map(folderOf).filter((folder) => folder !== null && !known.includes(folder));
checks.same('every folder of src/ is known here', [...new Set(unknown)], []);

const RUNNER = 'src/action/github-actions.ts';
const speaking = files.filter(
  (file) => file.startsWith('src') && readFileSync(path.join(ROOT, file), 'utf8').includes("'@actions/core'"),
);
checks.same(`only ${RUNNER} speaks to the runner of GitHub Actions`, speaking, [path.normalize(RUNNER)]);

const used = new Map<string, Set<string>>();
for (const { from, to, names } of imports) {
  if (from === to) continue;
  const usedOfFile = used.get(to) ?? new Set();
  used.set(to, usedOfFile);
  for (const name of names === 'all' ? exportsOf(to) : names) usedOfFile.add(name);
}
const idle = files
  .filter((file) => folderOf(file) !== null)
  .flatMap((file) =>
    exportsOf(file)
      .filter((name) => !used.get(file)?.has(name))
      .map((name) => `${file}: ${name}`),
  );
checks.check('every export of src/ is imported', idle.length === 0, `\n  ${idle.join('\n  ')}`);
checks.close();

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const found = text.matchAll(
    /(?:import|export)\s+(?:type\s+)?(?:\{([^}]*)\}|\*\s+as\s+\w+|\w+)\s+from\s+'(\.[^']+)'/g,
  );
  const loaded = text.matchAll(/(?:\{([^{}]*)\}\s*=\s*await\s+)?\bimport\(\s*'(\.[^']+)'/g);
  return [...found, ...loaded].map(([, names, specifier]) => ({
    from: file,
    to: path.join(path.dirname(file), specifier),
    names: names === undefined ? 'all' : names.split(',').map(nameOf),
  }));
}

/** The name that an item of a list of imports has where it is exported. */
function nameOf(item: string): string {
  return item
    .trim()
    .replace(/^type\s+/, '')
    .split(/\s+as\s+|\s*:/)[0];
}

function exportsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const declared = /^export (?:async |abstract )*(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
  return Array.from(text.matchAll(declared), ([, name]) => name);
}

/** The folder of src/ that a file is in; null for a file elsewhere. */
function folderOf(file: string): string | null {
  const [top, folder] = file.split(path.sep);
  return top === 'src' ? folder : null;
}

function describe({ from, to }: Import): string {
  return `${from} → ${to}`;
}
