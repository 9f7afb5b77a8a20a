import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  fillIn,
  fillInText,
  type Preset,
  type PresetSql,
  presetNames,
  readPreset,
} from '../../src/config/presets.ts';
import { presetsFolder, readText } from './config-scene.ts';

const OWN = path.resolve('presets');
const EXAMPLE: Preset = readPreset(presetsFolder(), 'example');

type Statements = Pick<Preset, 'corrections' | 'confirmed' | 'pending' | 'shared'> & {
  readonly unjudged?: Pick<NonNullable<Preset['unjudged']>, 'select'>;
};

/** The statements of a source with the preset `example`. */
function sourceOf(parameters: string) {
  const text = `version: 1
sources: { talks: { preset: example, ${parameters} } }
datasets: { talk: { repo: owner/talk, source: talks, task: chat } }
`;
  return readText(text, presetsFolder())[0]!.source;
}

test('the values of a preset are literals of SQL', () => {
  const { corrections, confirmed, pending } = sourceOf(`project: -7, control: "it''s \\\\ $& \${project}"`);
  expect(corrections.sql).toBe(`SELECT (-7) AS id, 'it''''s \\ $& \${project}' AS text, NULL AS label`);
  expect(confirmed!.sql).toBe('SELECT 1 AS id');
  expect(pending).toBeNull();
});

test('a preset has defaults, and SQL by the value of a parameter', () => {
  expect(sourceOf('project: 7, note: a').corrections.sql).toBe(
    "SELECT 7 AS id, 'choice' AS text, 'a' AS label",
  );
  const { corrections, confirmed } = sourceOf('project: 7, format: pairs');
  expect([corrections.sql, confirmed]).toEqual(['SELECT 7 AS pairs', null]);
});

test('what a preset leaves out has causes in words, and SQL that its SELECTs share', () => {
  const { unjudged } = sourceOf(`project: 7, control: "it''s \${note} $&"`);
  expect(unjudged!.sql).toBe(
    `SELECT unnest(ARRAY['hidden', 'noted', 'tie']) AS cause, 1 AS rows FROM (SELECT 'it''''s \${note} $&' AS rating WHERE 7 > 0) AS counted`,
  );
  expect([...unjudged!.causes]).toEqual([
    ['hidden', { text: `ratings without “it''s \${note} $&”`, isExpected: false }],
    ['noted', { text: 'rows with the note “”', isExpected: false }],
    ['tie', { text: 'rows of both', isExpected: true }],
  ]);
  const pairs = sourceOf('project: 7, format: pairs').unjudged!;
  expect(pairs.sql).toContain("(SELECT 'choice' AS pair WHERE 7 > 0)");
  expect(pairs.causes.get('hidden')!.text).toBe('pairs without “choice”');
});

test('a placeholder that is no parameter is never filled in', () => {
  const message = `A preset names \${constructor}, which is not one of its parameters.`;
  expect(() => fillIn(`SELECT \${constructor}`, EXAMPLE, {})).toThrow(message);
  expect(() => fillInText(`rows of \${constructor}`, EXAMPLE, {})).toThrow(message);
});

test('the file of the built-in datasets is no preset', () => {
  const folder = presetsFolder();
  cpSync(path.join(OWN, 'sambodhan.yml'), path.join(folder, 'sambodhan.yml'));
  expect(presetNames(folder)).toEqual(['example']);
});

describe.each([
  { name: 'example', folder: presetsFolder() },
  ...presetNames(OWN).map((name) => ({ name, folder: OWN })),
])('the preset $name', ({ name, folder }) => {
  const preset = readPreset(folder, name);
  const parameters = Object.entries(preset.parameters ?? {});

  test('has parameters that are described, and have a default of their type', () => {
    expect(preset.description).toMatch(/^[A-Z].*\.$/s);
    for (const [parameter, { type, values, default: standard, required, description }] of parameters) {
      expect(parameter).toMatch(/^[a-z][a-z-]*$/);
      expect(parameter).not.toBe('preset');
      expect(['integer', 'text', 'one-of']).toContain(type);
      expect(description).toMatch(/^[A-Z].*\.$/s);
      if (required) expect(standard).toBeUndefined();
      if (type === 'one-of') expect(values).toContain(standard ?? values![0]);
      else expect(values).toBeUndefined();
      if (standard !== undefined) expect(typeof standard).toBe(type === 'integer' ? 'number' : 'string');
    }
  });

  const statementsOf = ({ corrections, confirmed, pending, unjudged, shared }: Statements) => {
    return { corrections, confirmed, pending, 'what it leaves out': unjudged?.select, ...shared };
  };
  const { sqlite } = preset;
  const inSqlite = Object.entries(sqlite ? statementsOf(sqlite) : {});
  test.each([
    ...Object.entries(statementsOf(preset)).map(([key, sql]) => ({ key, sql, of: preset })),
    ...inSqlite.map(([key, sql]) => ({ key, sql, of: { ...preset, ...sqlite, unjudged: preset.unjudged } })),
  ])('has $key with known placeholders', ({ key, sql, of }) => {
    if (key === 'corrections') expect(sql).toBeDefined();
    if (sql === undefined) return;
    const texts =
      typeof sql === 'string'
        ? [sql]
        : Object.entries(sql).flatMap(([by, text]) => (by === 'by' ? [] : [text]));
    if (typeof sql === 'object') {
      const { type, values } = preset.parameters![sql.by]!;
      expect(type).toBe('one-of');
      const given = Object.keys(sql).filter((by) => by !== 'by');
      if (key === 'corrections') expect(given.sort()).toEqual([...values!].sort());
      else expect(values).toEqual(expect.arrayContaining(given));
    }
    for (const text of texts) {
      expect(fillIn(text, of, {})).not.toContain('${');
      for (const { index } of text.matchAll(/\$\{/g)) {
        const before = text.slice(0, index);
        expect(before).not.toMatch(/[\w$'"]$/);
        expect(before.split("'").length % 2).toBe(1);
      }
    }
  });

  if (sqlite !== undefined) {
    test('has the same statements in SQLite, by the same values', () => {
      const own = statementsOf(preset);
      const valuesOf = (sql: PresetSql | undefined) =>
        typeof sql === 'object' ? Object.keys(sql).sort() : [];
      for (const key of ['corrections', 'confirmed', 'pending', 'what it leaves out'] as const) {
        expect([key, statementsOf(sqlite)[key] === undefined]).toEqual([key, own[key] === undefined]);
        expect([key, valuesOf(statementsOf(sqlite)[key])]).toEqual([key, valuesOf(own[key])]);
      }
      const causes = [preset.unjudged!.causes, preset.unjudged!.expected ?? {}].flatMap(Object.keys);
      const all = JSON.stringify(sqlite);
      for (const cause of causes) expect(all).toContain(`'${cause}'`);
    });
  }

  test('counts what it leaves out by causes that are described', () => {
    const { unjudged, shared } = preset;
    const { causes, expected = {} } = unjudged!;
    const names = [...Object.keys(causes), ...Object.keys(expected)];
    expect(new Set(names).size).toBe(names.length);
    const all = JSON.stringify([unjudged!.select, shared]);
    for (const cause of names) expect(all).toContain(`'${cause}'`);
    for (const text of [...Object.values(causes), ...Object.values(expected)]) {
      expect(fillInText(text, preset, {})).toMatch(/^[^$\n]+[^.:]$/);
    }
  });
});

test('a source says what becomes of row-level security, with a preset too', () => {
  expect(sourceOf('project: 7').rowSecurity).toBeUndefined();
  expect(sourceOf('project: 7, row-security: allow').rowSecurity).toBe('allow');
  expect(sourceOf('project: 7, row-security: strict').rowSecurity).toBe('strict');
  expect(() => sourceOf('project: 7, row-security: off')).toThrow('row-security must be strict or allow');
});
