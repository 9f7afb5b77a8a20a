import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readConfig } from '../../src/config/read-config.ts';
import { presetsFolder, problemsOf, workspaceOf } from './config-scene.ts';

const OPTIONS = { workspace: workspaceOf({}), presetsFolder: presetsFolder() };
const MIB = 1024 * 1024;

function read(text: string): string[] {
  return problemsOf(() => readConfig(`${text}\n`, OPTIONS));
}

test('any text is read, or told in a ConfigError', () => {
  const words = fc.constantFrom(
    ...['version: 1', 'sources:', 'datasets:', 'defaults:', 'a:', 'corrections:', 'SELECT 1', 'task: chat'],
    ...['task: text-classification', 'classes:', 'source: a', 'repo: a/b', 'preset: example', 'project: 1'],
    ...[
      '- ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      ': ',
      '? ',
      '|',
      '>',
      '|2-',
      '"',
      "'",
      '#',
      '&x ',
      '*x ',
      '!!str ',
      '!',
      '%',
    ],
    ...[
      '<<: ',
      '---',
      '...',
      '\\',
      '\n',
      '\n  ',
      '\n    ',
      '\n      ',
      '\t',
      '\r\n',
      '\r',
      '~',
      'null',
      '1',
      '😀',
    ],
    ...[
      '\u2028',
      '\ufeff',
      '\0',
      '\ud800',
      'keep:',
      'card:',
      'file: x',
      'split: 1/1/1',
      'columns:',
      '__proto__: ',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: words }, fc.string({ unit: 'binary' }))),
      (pieces) => {
        read(pieces.join(''));
      },
    ),
    { numRuns: 3000 },
  );
});

test('any value is read, or told in a ConfigError', () => {
  const keys = fc.constantFrom(
    ...['version', 'sources', 'datasets', 'a', 'corrections', 'repo', 'source', 'task', 'classes', 'columns'],
    ...[
      'publish-as',
      'keep',
      'card',
      'split',
      'split-method',
      'preset',
      'file',
      'text',
      'constructor',
      '__proto__',
    ],
  );
  const leaves = fc.oneof(
    fc.constantFrom(
      'a',
      'a/b',
      'chat',
      'text-classification',
      'example',
      'sklearn',
      '1/1/1',
      '',
      null,
      true,
      1,
      -1,
    ),
    fc.string(),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaves,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 8 }),
    ),
  }));
  const files = fc.record(
    { version: fc.constant(1), sources: value, datasets: value, defaults: value },
    { requiredKeys: ['sources', 'datasets'] },
  );
  fc.assert(
    fc.property(files, (file) => {
      read(stringify(file));
    }),
    { numRuns: 1000 },
  );
});

const CLASSES = Array.from({ length: 60_000 }, (_, id) => `c${id}`).join(', ');
const SOURCE = 'version: 1\nsources: { s: { corrections: SELECT 1 } }\ndatasets:\n';
const NESTS = 'The file has more than 100 nested levels. Reduce the nesting.';

/** Each would take hours, or all memory, if it took more than its length asks for. */
test.each([
  ['lists in lists', '['.repeat(100_000), `config:1:101: ${NESTS}`],
  ['mappings in mappings', '{a: '.repeat(100_000), `config:1:398: ${NESTS}`],
  ['lists below lists', '- '.repeat(100_000), `config:1:200: ${NESTS}`],
  ['keys of keys', '? '.repeat(100_000), `config:1:200: ${NESTS}`],
  [
    'a long line',
    `version: ${'x'.repeat(MIB - 20)}`,
    'config:1:1: The file has no sources. Add sources: sources of rows, by name.',
  ],
  [
    'many keys',
    `version: 1\n${lines(40_000, (index) => `versio${index}: 1`)}`,
    'config:2:1: Unknown key "versio0" in the file; did you mean version?',
  ],
  [
    'a key very often',
    `version: 1\n${'version: 1\n'.repeat(40_000)}`,
    'config:2:1: The key "version" occurs twice. Remove one.',
  ],
  [
    'brackets that close nothing',
    `version: 1\n${']'.repeat(40_000)}`,
    expect.stringMatching(/^config:2:1: This is not YAML\. Unexpected flow-seq-end token/),
  ],
  ['commas', `[${','.repeat(40_000)}`, 'config:1:3: This is not YAML. Unexpected , in flow sequence.'],
  [
    'aliases',
    `version: &x 1\nclasses: [${'*x, '.repeat(40_000)}]`,
    'config:1:1: The file has no sources. Add sources: sources of rows, by name.',
  ],
  [
    'escapes',
    `version: "${'\\x41'.repeat(40_000)}"`,
    'config:1:1: The file has no sources. Add sources: sources of rows, by name.',
  ],
  [
    'sources that are not there',
    `version: 1\nsources:\n${lines(4_000, (index) => `  s${index}: { corrections: SELECT 1 }`)}\ndatasets:\n${lines(
      4_000,
      (index) => `  d${index}: { repo: a/d${index}, source: x${index}, task: chat }`,
    )}`,
    'config:4004:29: The source "x0" does not exist; did you mean s0?',
  ],
  [
    'aliases of long lists',
    `${SOURCE}  a: { repo: a/a, source: s, task: text-classification, classes: &all [${CLASSES}] }\n${lines(
      5_000,
      (index) => `  d${index}: { repo: a/d${index}, source: s, task: text-classification, classes: *all }`,
    )}`,
    'config:6:68: The aliases of the file up to this one stand for 100000 values, which is too many.',
  ],
  [
    'aliases of aliases',
    `a: &a0 [x]\n${lines(30, (index) => `b: &a${index + 1} [${`*a${index}, `.repeat(10)}]`)}\nversion: *a30`,
    'config:1:1: Unknown key "a" in the file; known: version, defaults, sources, datasets.',
  ],
])('%s', (_, text, problem) => {
  expect(read(text)[0]).toEqual(problem);
});

test('of very many problems the first hundred are told', () => {
  const problems = read(lines(200, (index) => `k${index}: 1`));
  expect(problems).toHaveLength(101);
  expect(problems[100]).toBe('There are more problems than these.');
});

test('many datasets and sources are read', () => {
  const text = `version: 1\nsources:\n${lines(4_000, (index) => `  s${index}: { corrections: SELECT 1 }`)}\ndatasets:\n${lines(
    4_000,
    (index) => `  d${index}: { repo: a/d${index}, source: s${index}, task: chat }`,
  )}`;
  expect(readConfig(text, OPTIONS)).toHaveLength(4_000);
});

function lines(count: number, lineOf: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => lineOf(index)).join('\n');
}
