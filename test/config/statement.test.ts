import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readConfig } from '../../src/config/read-config.ts';
import { placeOf } from '../../src/config/statement.ts';
import type { Statement } from '../../src/model/definition.ts';
import { presetsFolder, workspaceOf } from './config-scene.ts';

const PRESETS = presetsFolder();
const DATASETS = `
datasets:
  talk: { repo: owner/talk, source: talks, task: chat }
`;

/** The statement of a file, and the file's text. */
function readStatement(corrections: string, files: Record<string, string> = {}) {
  const text = `version: 1\nsources:\n  talks:\n    ${corrections}${DATASETS}`;
  const workspace = workspaceOf({ 'datasets.yml': text, ...files });
  const [dataset] = readConfig('datasets.yml', { workspace, presetsFolder: PRESETS });
  return { text, statement: dataset!.source.corrections };
}

/** Where a word of the SQL is said to stand, and what the file has there. */
function findWord(statement: Statement, text: string, word: string) {
  const { file, line, column } = placeOf(statement, Array.from(statement.sql.split(word)[0]!).length);
  const there = text.split(/\r?\n/)[line - 1]!.slice(column - 1);
  return { place: `${file}:${line}:${column}`, there: there.slice(0, word.length) };
}

test.each([
  ['plain', 'corrections: SELECT id,\n      wrong FROM t', '5:7'],
  ['plain, after a blank line', 'corrections: SELECT id,\n\n      wrong FROM t', '6:7'],
  ['literal', 'corrections: |\n      SELECT id,\n        wrong\n      FROM t', '6:9'],
  ['literal, with its indentation said', 'corrections: |2\n         SELECT id,\n        wrong', '6:9'],
  [
    'literal, after blank lines and a comment',
    "corrections: |- # '\n\n      SELECT id,\n\n      wrong",
    '8:7',
  ],
  ['literal, with an anchor', 'corrections: &sql |\n      SELECT\n      wrong', '6:7'],
  ['literal, with Windows line ends', 'corrections: |\r\n      SELECT id,\r\n       wrong\r\n', '6:8'],
  ['literal, after characters of two units', "corrections: |\n      SELECT '😀😀', wrong", '5:22'],
  ['folded', 'corrections: >\n      SELECT id,\n      other, wrong\n      FROM t', '6:14'],
  [
    'folded, with a line indented more',
    'corrections: >\n      SELECT id,\n\n         other, wrong\n      FROM t',
    '7:17',
  ],
  ['in single quotes', "corrections: 'SELECT ''it''''s'', wrong'", '4:39'],
  ['in single quotes, over lines', "corrections: 'SELECT ''a''\n\n       , wrong'", '6:10'],
  ['in double quotes', 'corrections: "SELECT \\"a\\", \\u0061, wrong"', '4:41'],
  [
    'in double quotes, over lines',
    'corrections: "SELECT \\\n       id,\\n \\x41\\U0001F600 \\\n       wrong"',
    '6:8',
  ],
  ['in double quotes, after white space', 'corrections: "SELECT\\t1,\\_\\L\\N2, wrong"', '4:38'],
])('a position in SQL that is %s', (_, corrections, place) => {
  const { text, statement } = readStatement(corrections);
  expect(findWord(statement, text, 'wrong')).toEqual({ place: `datasets.yml:${place}`, there: 'wrong' });
});

test('a position in SQL that is a file of its own', () => {
  const sql = '\uFEFF-- एक\r\nSELECT id,\n  wrong FROM t\n';
  const { statement } = readStatement('corrections: { file: talks.sql }', { 'talks.sql': sql });
  expect(findWord(statement, sql, 'wrong')).toEqual({ place: 'talks.sql:3:3', there: 'wrong' });
  expect(statement.sql).toBe(sql.slice(1));
});

test('a position in SQL of a preset is that of its name', () => {
  const { statement } = readStatement('project: 1\n    preset: example');
  expect(placeOf(statement, 0)).toEqual({ file: 'datasets.yml', line: 5, column: 13 });
  expect(placeOf(statement, 30)).toEqual({ file: 'datasets.yml', line: 5, column: 13 });
});

test('a position behind the end is at the end', () => {
  const { statement } = readStatement('corrections: |\n      SELECT 1\n      ORDER BY');
  expect(statement.sql).toBe('SELECT 1\nORDER BY\n');
  expect(placeOf(statement, 1000)).toEqual({ file: 'datasets.yml', line: 6, column: 16 });
});

test('the value of a statement starts where it is written', () => {
  const { statement } = readStatement('corrections: |\n      SELECT 1');
  expect([statement.line, statement.column]).toEqual([4, 18]);
});

test('every word of any SQL is found again, however it is written', () => {
  const words = fc.array(
    fc.tuple(
      fc.stringMatching(/^[^\s\p{C}]{1,4}$/u),
      fc.constantFrom(' ', '  ', '\n', '\n\n', '\n  ', '\t', ' \n'),
    ),
    { minLength: 1, maxLength: 20 },
  );
  /** A character that is nowhere else. */
  const mark = (index: number) => String.fromCodePoint(0xe000 + index);
  const styles = fc.constantFrom('PLAIN', 'BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_SINGLE', 'QUOTE_DOUBLE');
  fc.assert(
    fc.property(words, styles, fc.constantFrom(20, 80), (pairs, type, lineWidth) => {
      const sql = pairs.map(([word, space], index) => `${word}${mark(index)}${space}`).join('');
      const value = stringify({ corrections: sql }, { defaultStringType: type as 'PLAIN', lineWidth });
      const { text, statement } = readStatement(value.trimEnd().replaceAll('\n', '\n    '));
      for (const index of pairs.keys()) {
        expect(findWord(statement, text, mark(index)).there).toBe(mark(index));
      }
    }),
  );
});
