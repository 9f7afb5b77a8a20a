import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse, stringify } from 'yaml';
import { configSchema } from '../../scripts/config-schema.ts';
import { readConfig } from '../../src/config/read-config.ts';
import {
  hasClasses,
  hasSpans,
  rolesOf,
  TASK_NAMES,
  type Task,
  unpublishedRoles,
} from '../../src/model/tasks.ts';
import { presetsFolder, problemsOf, workspaceOf } from './config-scene.ts';

const PRESETS = presetsFolder();
const WORKSPACE = workspaceOf({ 'rows.sql': 'SELECT 1' });
const TASKS = TASK_NAMES;

/** What the reader refuses and JSON Schema cannot: each with the reason. */
const INEXPRESSIBLE: readonly { readonly says: RegExp; readonly because: string }[] = [
  { says: /The source .* does not exist/, because: 'a value names a key elsewhere' },
  { says: /No dataset uses the source /, because: 'a key is named by a value elsewhere' },
  {
    says: /has the repo .* already/,
    because: 'values of different mappings are compared, without their case',
  },
  { says: / on the Hub already/, because: 'values of a mapping and a list are compared, without their case' },
  { says: /split must be the shares .* add up to/, because: 'numbers in a text are added' },
  { says: /The defaults set split-method: sklearn/, because: 'a value depends on one elsewhere' },
  { says: /The defaults set clean: python/, because: 'a value depends on one elsewhere' },
  { says: /The defaults clean html/, because: 'a value depends on one elsewhere' },
  { says: /sklearn cannot keep a group in one split/, because: 'a value depends on one elsewhere' },
  { says: /needs the search that near-duplicates: none skips/, because: 'a value depends on one elsewhere' },
  { says: /The workspace has no file /, because: 'the file system is asked' },
  { says: /has a YAML tag/, because: 'a tag is not in the value' },
];

const ajv = new Ajv({ strictTypes: false });
ajv.addKeyword('patternErrorMessage');
const isValid = ajv.compile(configSchema(PRESETS));

test('the schema in the repository is one, of draft 7', () => {
  const schema = JSON.parse(readFileSync('config.schema.json', 'utf8'));
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(schema).toEqual(configSchema('presets'));
});

test.each(TASKS)('the reader and the schema take and refuse the same files of the task %s', (task) => {
  const { taken, refused } = compareAll(mutations(fileOf(task), isOfTask));
  expect(taken).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(150);
});

test('the reader and the schema take and refuse the same sources, defaults and names', () => {
  const file = { ...fileOf('text-classification'), defaults: SETTINGS };
  const { taken, refused } = compareAll(mutations(file, () => true));
  expect(taken).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(200);
});

test.each([
  ['version: 1.0', true],
  ['version: 0x1', true],
  ['version: 1e0', true],
  ['version: "1"', false],
  ['version: !!int 1', true],
  ['random-state: 1e3', true],
  ['random-state: 0o17', true],
  ['random-state: 42.0', true],
  ['random-state: 4294967296', false],
  ['correct-ratio: .5', true],
  ['correct-ratio: .inf', false],
  ['correct-ratio: .nan', false],
  ['correct-ratio: -0', true],
  ['private: True', true],
  ['private: yes', false],
  ['private: ~', false],
  ['classes: [NO, on, Off]', true],
  ['classes: [1, 2]', false],
  ['classes: ["1", "2"]', true],
  ['classes: [null, x]', false],
  ['classes: [1.0, true]', false],
  ['classes: &all [a, b]', true],
  ['classes: [a, b, a]', false],
  ['classes: [a, A]', true],
  ['<<: { private: true }', false],
  ['private: true\n    private: true', false],
  ['? private\n    : true', true],
  ['1: true', false],
  ['keep:', false],
])('the reader and the schema of YAML that says %s: %s', (line, isTaken) => {
  const isAtTop = line.startsWith('version');
  const key = /[\w-]+/.exec(line)![0];
  const file = fileOf('text-classification');
  const { [key]: _, ...dataset } = { ...file.datasets.one, ...(isAtTop ? {} : { x: 0 }) } as Record<
    string,
    unknown
  >;
  delete dataset.x;
  const { version: __, ...rest } = file;
  const yaml = stringify({ ...(isAtTop ? {} : { version: 1 }), ...rest, datasets: { one: dataset } });
  const text = isAtTop ? `${line}\n${yaml}` : yaml.replace('  one:\n', () => `  one:\n    ${line}\n`);
  expect(compare(text)).toBe(isTaken);
});

const SETTINGS = {
  clean: ['html', 'whitespace'],
  'min-dataset-len': 10,
  'correct-ratio': 0.5,
  'random-state': 7,
  split: '80/10/10',
  'split-method': 'stable',
  private: true,
};

/** A file that says everything, whose only dataset is of a task. */
function fileOf(task: Task) {
  const roles = rolesOf(task);
  return {
    version: 1,
    sources: {
      rows: { corrections: 'SELECT 1', confirmed: { file: 'rows.sql' }, pending: 'SELECT 3' },
      made: { preset: 'example', project: 7, control: 'c', note: 'n', format: 'pairs' },
    },
    datasets: {
      one: {
        repo: 'owner/one',
        source: 'rows',
        task,
        columns: Object.fromEntries(
          [...roles, ...unpublishedRoles(task)].map((role) => [role, `the ${role}`]),
        ),
        'publish-as': Object.fromEntries(roles.map((role) => [role, `my-${role}`])),
        keep: ['district', 'ward'],
        'keep-as': 'typed',
        ...(hasClasses(task) ? { classes: ['good', 'bad'], 'unknown-classes': 'drop-row' } : {}),
        ...SETTINGS,
        ...(hasSpans(task) ? { clean: ['urls', 'whitespace'], 'span-offsets': 'utf-16' } : {}),
        ...(task === 'multi-label-classification' ? { 'labels-as': 'multi-hot' } : {}),
        card: { title: 'T', about: 'A\nB', languages: ['en', 'ne'], license: 'mit', tags: ['a b', 'c'] },
      },
      two: { repo: 'owner/two', source: 'made', task: 'chat' },
    },
  };
}

const VALUES: readonly unknown[] = [
  ...[null, true, -1, 0, 1, 1.5, 2 ** 53, {}, { x: 1 }, { file: 'rows.sql' }],
  ...['', ' ', 'x', 'A', 'a b', ' a', 'a.b', 'a\nb', 'a\0b', '\ud800', 'é'.repeat(64), '😀'.repeat(32)],
  ...[
    'x'.repeat(61),
    'x'.repeat(2000),
    'a/b',
    'a--b/c',
    '1/1/1',
    '80/10/10',
    'sklearn',
    'rows',
    'en',
    'chat',
    'python',
    'drop-class',
  ],
  ...[[], ['x'], ['x', 'y'], ['x', 'x'], ['urls'], ['urls', 'urls'], ['a b', 'a.b'], [1, 2], ['x', null]],
];

const TASK_KEYS: readonly unknown[] = [
  'task',
  'columns',
  'publish-as',
  'classes',
  'unknown-classes',
  'clean',
  'split-method',
];

type Path = readonly (string | number)[];

/** True of what a task decides at the first dataset. */
function isOfTask([top, name, key]: Path): boolean {
  return top === 'datasets' && name === 'one' && TASK_KEYS.includes(key);
}

/** The file with one thing changed on some of its paths, in every way. */
function* mutations(file: unknown, isChanged: (path: Path) => boolean): Generator<unknown> {
  yield file;
  for (const path of pathsOf(file, [])) {
    if (!isChanged(path)) continue;
    const key = path.at(-1)!;
    for (const value of VALUES)
      yield changed(file, path, (parent) => Object.assign(parent, { [key]: value }));
    yield changed(file, path, (parent) => {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
    });
    if (typeof key === 'number') continue;
    for (const name of [`${key}x`, key.toUpperCase(), 'label', 'classes', 'preset', 'x'.repeat(61), '']) {
      yield changed(file, path, (parent) => {
        const { [key]: value } = parent;
        delete parent[key];
        parent[name] = value;
      });
      yield changed(file, path, (parent) => Object.assign(parent, { [name]: parent[name] ?? 'x' }));
    }
  }
}

function* pathsOf(value: unknown, path: Path): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    yield here;
    yield* pathsOf(part, here);
  }
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((part: unknown, key) => (part as Record<string | number, unknown>)[key], value);
}

function changed(file: unknown, path: Path, change: (parent: Record<string, unknown>) => void): unknown {
  const copy = structuredClone(file);
  change(at(copy, path.slice(0, -1)) as Record<string, unknown>);
  return copy;
}

function compareAll(files: Iterable<unknown>): { taken: number; refused: number } {
  const counts = { taken: 0, refused: 0 };
  for (const file of files) counts[compare(JSON.stringify(file, null, 1)) ? 'taken' : 'refused']++;
  return counts;
}

/** Has the reader and the schema judge a file, and checks that they agree. */
function compare(text: string): boolean {
  const options = { workspace: WORKSPACE, presetsFolder: PRESETS };
  const problems = problemsOf(() => readConfig(text, options)).filter(
    (problem) => !INEXPRESSIBLE.some(({ says }) => says.test(problem)),
  );
  const isTaken = problems.length === 0;
  const verdict = { text, isTaken: isTakenBySchema(text), problems };
  expect(verdict).toEqual({ text, isTaken, problems });
  return isTaken;
}

function isTakenBySchema(text: string): boolean {
  try {
    return isValid(parse(text));
  } catch {
    return false;
  }
}
