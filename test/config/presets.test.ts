import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fillIn, type Preset, type PresetSql, presetNames, readPreset } from '../../src/config/presets.ts';
import { presetsFolder, readText } from './config-scene.ts';

const OWN = path.resolve('presets');
const EXAMPLE: Preset = readPreset(presetsFolder(), 'example');

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

test('a placeholder that is no parameter is never filled in', () => {
  expect(() => fillIn(`SELECT \${constructor}`, EXAMPLE, {})).toThrow(
    `A preset names \${constructor}, which is none of its parameters.`,
  );
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

  test.each(['corrections', 'confirmed', 'pending'] as const)('has %s with known placeholders', (key) => {
    const sql: PresetSql | undefined = preset[key];
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
      expect(fillIn(text, preset, {})).not.toContain('${');
      for (const { index } of text.matchAll(/\$\{/g)) {
        const before = text.slice(0, index);
        expect(before).not.toMatch(/[\w$'"]$/);
        expect(before.split("'").length % 2).toBe(1);
      }
    }
  });
});

test('a source says what becomes of row-level security, with a preset too', () => {
  expect(sourceOf('project: 7').rowSecurity).toBeUndefined();
  expect(sourceOf('project: 7, row-security: allow').rowSecurity).toBe('allow');
  expect(sourceOf('project: 7, row-security: strict').rowSecurity).toBe('strict');
  expect(() => sourceOf('project: 7, row-security: off')).toThrow('row-security must be strict or allow');
});
