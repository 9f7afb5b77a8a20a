import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../src/config/read-config.ts';
import { presetsFolder, problemsOf, readText, workspaceOf } from './config-scene.ts';

const PRESETS = presetsFolder();
const SMALL = `version: 1
sources: { talks: { corrections: SELECT 1 } }
datasets: { talk: { repo: owner/talk, source: talks, task: chat } }
`;

test('a file that says everything', () => {
  const datasets = readText(
    `# yaml-language-server: $schema=config.schema.json
version: 1
defaults: { min-dataset-len: 500, split: 80/10/10, private: false }
sources:
  reviews:
    corrections: SELECT 1
    confirmed: |
      SELECT 2
    pending: SELECT 3
  talks: { preset: example, project: 7 }
datasets:
  mood:
    repo: owner/mood
    source: reviews
    task: text-classification
    columns: { text: message, label: correct_mood, predicted: model_mood, group: citizen_id }
    publish-as: { text: review }
    keep: [district]
    classes: [NO, "1", good & bad]
    min-dataset-len: 20
    correct-ratio: 0.25
    random-state: 7
    split: 0.6/0.2/0.2
    split-method: stable
    private: true
    card: { title: Moods, about: Read *this*., languages: [en, ne], license: cc-by-4.0, tags: ["no", off] }
  talk: { repo: owner/talk, source: talks, task: unpaired-preference }
  again: { repo: owner/again, source: reviews, task: chat }
`,
    PRESETS,
  );
  const place = { file: 'datasets.yml', column: 18, line: 6 };
  expect(datasets[0]).toEqual({
    name: 'mood',
    repo: 'owner/mood',
    source: {
      origin: 'file',
      name: 'reviews',
      corrections: { sql: 'SELECT 1', ...place, pieces: [{ start: 0, line: 6, column: 18 }] },
      confirmed: {
        sql: 'SELECT 2\n',
        file: 'datasets.yml',
        line: 7,
        column: 16,
        pieces: [{ start: 0, line: 8, column: 7 }],
      },
      pending: {
        sql: 'SELECT 3',
        file: 'datasets.yml',
        line: 9,
        column: 14,
        pieces: [{ start: 0, line: 9, column: 14 }],
      },
    },
    task: 'text-classification',
    clean: ['whitespace'],
    columns: { text: 'message', label: 'correct_mood', predicted: 'model_mood', group: 'citizen_id' },
    publishAs: { text: 'review' },
    keep: ['district'],
    classNames: ['NO', '1', 'good & bad'],
    settings: {
      minDatasetLen: 20,
      correctRatio: 0.25,
      randomState: 7,
      split: '0.6/0.2/0.2',
      splitMethod: 'stable',
      private: true,
    },
    trust: {},
    card: {
      title: 'Moods',
      about: 'Read *this*.',
      languages: ['en', 'ne'],
      license: 'cc-by-4.0',
      tags: ['no', 'off'],
    },
    place: { file: 'datasets.yml', line: 12, column: 3 },
  });
  expect(datasets.map(({ name }) => name)).toEqual(['mood', 'talk', 'again']);
  expect(datasets[1]).toMatchObject({
    columns: {},
    publishAs: {},
    keep: [],
    classNames: [],
    settings: { minDatasetLen: 500, split: '80/10/10', private: false },
    card: {},
  });
  expect(datasets[2]!.source).toBe(datasets[0]!.source);
});

test('what must hold before a publish is said for all datasets, and for one', () => {
  const [one, two] = readText(
    `version: 1
defaults: { max-shrinkage: 10, pii: { find: [card, email] }, max-age: 36h, publish: pull-request }
sources: { a: { corrections: SELECT 1 } }
datasets:
  one: { repo: o/one, source: a, task: text-classification, classes: [x, y] }
  two:
    repo: o/two
    source: a
    task: text-classification
    classes: [x, y]
    max-shrinkage: 12.5
    min-rows-per-class: 3
    lost-classes: allow
    pii: { action: redact, region: NP }
    max-age: 2w
`,
    PRESETS,
  );
  const pii = { find: ['email', 'card'], action: 'count', region: null };
  expect(one!.trust).toEqual({ maxShrinkage: 10, pii, maxAge: 1.5, publish: 'pull-request' });
  expect(two!.trust).toEqual({
    maxShrinkage: 12.5,
    minRowsPerClass: 3,
    lostClasses: 'allow',
    pii: { find: ['email', 'phone', 'iban', 'card'], action: 'redact', region: 'NP' },
    maxAge: 14,
    publish: 'pull-request',
  });
});

test('aliases stand for what has their anchor', () => {
  const datasets = readText(
    `version: 1
sources: { a: { corrections: &sql SELECT 1 }, b: { corrections: *sql } }
datasets:
  one: { repo: o/one, source: a, task: text-classification, classes: &classes [x, y], card: &card { title: T } }
  two: { repo: o/two, source: b, task: text-classification, classes: *classes, card: *card }
`,
    PRESETS,
  );
  expect(datasets[1]).toMatchObject({ classNames: ['x', 'y'], card: { title: 'T' } });
  expect(datasets[1]!.source.corrections).toEqual(datasets[0]!.source.corrections);
});

test('an alias stands for the last node before it that has its anchor', () => {
  const [dataset] = readText(
    `version: &x 1
sources: { a: { corrections: &x SELECT 1, confirmed: *x, pending: &x SELECT 2 } }
datasets: { talk: { repo: owner/talk, source: a, task: chat } }
`,
    PRESETS,
  );
  expect(dataset!.source.confirmed!.sql).toBe('SELECT 1');
});

test('a value with a line break is the YAML itself, whose SQL files are those of the workspace', () => {
  const workspace = workspaceOf({ 'talks.sql': 'SELECT 1' });
  const read = (text: string) => readConfig(text, { workspace, presetsFolder: PRESETS });
  const [dataset] = read(SMALL.replace('SELECT 1', '{ file: talks.sql }'));
  expect(dataset).toMatchObject({
    place: { file: null, line: 3, column: 13 },
    source: { corrections: { file: 'talks.sql' } },
  });
  expect(problemsOf(() => read(SMALL.replace('chat', 'chatt').replace('version: 1', 'version: 2')))).toEqual([
    'config:1:10: version must be 1, not "2".',
    expect.stringMatching(/^config:3:60: task must be one of .*; did you mean chat\?$/),
  ]);
});

test('a file below the workspace, whose SQL files are named from its folder', () => {
  const workspace = workspaceOf({ 'top.sql': 'SELECT 2' });
  mkdirSync(path.join(workspace, 'data/sql'), { recursive: true });
  writeFileSync(path.join(workspace, 'data/sql/talks.sql'), 'SELECT 1');
  const write = (file: string) =>
    writeFileSync(path.join(workspace, 'data/datasets.yml'), SMALL.replace('SELECT 1', `{ file: ${file} }`));
  const read = (given: string) => readConfig(given, { workspace, presetsFolder: PRESETS })[0];

  write('sql/talks.sql');
  const expected = {
    place: { file: 'data/datasets.yml' },
    source: { corrections: { file: 'data/sql/talks.sql' } },
  };
  expect(read('data/datasets.yml')).toMatchObject(expected);
  expect(read(path.join(workspace, 'data/../data/datasets.yml'))).toMatchObject(expected);

  write('../top.sql');
  expect(read('./data/datasets.yml')).toMatchObject({
    source: { corrections: { file: 'top.sql', sql: 'SELECT 2' } },
  });
});

const WORKSPACE = workspaceOf({
  'big.yml': `#${' '.repeat(1024 * 1024)}`,
  'fits.yml': `${SMALL}#${' '.repeat(1024 * 1024 - SMALL.length - 1)}`,
  'latin.yml': Buffer.from('version: 1\n# caf\xe9\n', 'latin1'),
  'datasets.yml': SMALL,
});
mkdirSync(path.join(WORKSPACE, 'folder'));
symlinkSync('datasets.yml', path.join(WORKSPACE, 'link.yml'));
symlinkSync('/etc/passwd', path.join(WORKSPACE, 'outside.yml'));
symlinkSync(path.dirname(WORKSPACE), path.join(WORKSPACE, 'up'));
execFileSync('mkfifo', [path.join(WORKSPACE, 'pipe.yml')]);

test.each([
  [
    'none.yml',
    'The workspace has no file "none.yml". Check the path, and that the repository is checked out.',
  ],
  [
    'datasets.yml/a',
    'The workspace has no file "datasets.yml/a". Check the path, and that the repository is checked out.',
  ],
  ['folder', '"folder" is a folder. Name a file in it.'],
  ['.', '"." is a folder. Name a file in it.'],
  ['pipe.yml', '"pipe.yml" is not a file that can be read.'],
  ['big.yml', 'The file "big.yml" is larger than 1 MiB.'],
  ['latin.yml', 'The file "latin.yml" is not UTF-8 in line 2. Save it as UTF-8.'],
  ['outside.yml', 'The file "outside.yml" is outside the workspace. Name a file of the repository.'],
  ['/etc/passwd', 'The file "/etc/passwd" is outside the workspace. Name a file of the repository.'],
  ['..', 'The file ".." is outside the workspace. Name a file of the repository.'],
  ['up', 'The file "up" is outside the workspace. Name a file of the repository.'],
  ['a\0b', 'The file "a?b" could not be read (ERR_INVALID_ARG_VALUE).'],
  ['x'.repeat(300), `The file "${'x'.repeat(60)}…" could not be read (ENAMETOOLONG).`],
])('what cannot be read: %j', (given, problem) => {
  const read = (file: string) => readConfig(file, { workspace: WORKSPACE, presetsFolder: PRESETS });
  expect(problemsOf(() => read(given))).toEqual([`config:1:1: ${problem}`]);
  const yaml = SMALL.replace('SELECT 1', `{ file: ${JSON.stringify(given)} }`);
  const inline = problemsOf(() => read(yaml));
  const isName = !given.includes('\0');
  expect(inline).toEqual([
    isName
      ? `config:2:42: ${problem}`
      : 'config:2:42: file must be the path of a file, in one line, not the text "a?b".',
  ]);
});

test('a link to another file of the workspace, which is then told as that one', () => {
  const [dataset] = readConfig('link.yml', { workspace: WORKSPACE, presetsFolder: PRESETS });
  expect(dataset!.place.file).toBe('datasets.yml');
});

test('a file, and YAML, of 1 MiB and of more', () => {
  const options = { workspace: WORKSPACE, presetsFolder: PRESETS };
  expect(readConfig('fits.yml', options)).toHaveLength(1);
  const fits = `${SMALL}#${'é'.repeat((1024 * 1024 - SMALL.length - 1) / 2)}`;
  expect(readConfig(fits, options)).toHaveLength(1);
  expect(problemsOf(() => readConfig(`${fits}éé`, options))).toEqual([
    'config:1:1: The YAML is larger than 1 MiB.',
  ]);
});

test('a file of SQL that holds none', () => {
  const workspace = workspaceOf({ 'empty.sql': '\n \n' });
  const yaml = SMALL.replace('SELECT 1', '{ file: empty.sql }');
  expect(problemsOf(() => readConfig(yaml, { workspace, presetsFolder: PRESETS }))).toEqual([
    'config:2:42: The file "empty.sql" must hold SQL, but it is empty or contains NUL.',
  ]);
});
