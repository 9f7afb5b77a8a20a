import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Field, Scalar } from './description.ts';
import { PROSE } from './texts.ts';

/** The file of the built-in datasets, which is not a preset. */
export const BUILT_IN_FILE = 'sambodhan.yml';

/** Value that a user gives to a parameter of a preset. */
interface PresetParameter {
  readonly type: 'integer' | 'text' | 'one-of';
  readonly values?: readonly string[];
  readonly default?: string | number;
  readonly required?: boolean;
  readonly description: string;
}

/**
 * SQL in which `${name}` is replaced by the literal of a parameter's value: one for all values, or one for each value
 * of a parameter.
 */
export type PresetSql = string | { readonly by: string; readonly [value: string]: string };

/** A source that comes with the action, as in its file. */
export interface Preset {
  readonly description: string;
  readonly parameters?: Readonly<Record<string, PresetParameter>>;
  readonly corrections: PresetSql;
  readonly confirmed?: PresetSql;
  readonly pending?: PresetSql;
  readonly unjudged?: PresetUnjudged;
  /** SQL that the SELECTs share, by name: it replaces the placeholder of that name. */
  readonly shared?: Readonly<Record<string, PresetSql>>;
  /** What takes the place of all this SQL in a SQLite file; missing if the preset reads PostgreSQL only. */
  readonly sqlite?: Pick<Preset, 'corrections' | 'confirmed' | 'pending' | 'shared'> & {
    readonly unjudged?: Pick<PresetUnjudged, 'select'>;
  };
}

/** Rows that a source leaves out, and why. In its texts, `${name}` is replaced by a parameter's value. */
interface PresetUnjudged {
  /** Texts by the name of a cause. If all rows of a dataset are left out for these causes, the dataset is held. */
  readonly causes: Readonly<Record<string, string>>;
  /** Texts of further causes, which are normal. */
  readonly expected?: Readonly<Record<string, string>>;
  /** SELECT of two columns: `cause`, one of the names above, and `rows`, the number of rows left out for it. */
  readonly select: PresetSql;
}

/** Values of a preset's parameters; undefined for one that is not given. */
export type PresetValues = Readonly<Record<string, unknown>>;

/** Returns the names of the sources that come with the action. */
export function presetNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yml') && file !== BUILT_IN_FILE)
    .map((file) => path.basename(file, '.yml'))
    .sort();
}

/** Reads a source that comes with the action. Its file is part of the action and is not checked. */
export function readPreset(folder: string, name: string): Preset {
  return parse(readFileSync(path.join(folder, `${name}.yml`), 'utf8'));
}

/** Returns the keys of a source with a preset, as in a file that declares datasets. */
export function parameterFields({ parameters = {} }: Preset): Readonly<Record<string, Field>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]): [string, Field] => {
      const field = { is: scalarOf(parameter), about: phraseOf(parameter.description) };
      return [name, parameter.required ? { ...field, isRequired: true } : field];
    }),
  );
}

/** Returns a sentence in the form of a key's description, for use within a sentence. */
function phraseOf(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

const PLACEHOLDER = /\$\{([^}]*)\}/g;

/**
 * Returns the SQL of a preset with its shared SQL and its parameters filled in, each value quoted by code.
 *
 * @returns null if the preset has no such SQL for these values
 * @throws Error about an unknown placeholder, which is a mistake in the preset
 */
export function fillIn(sql: PresetSql | undefined, preset: Preset, values: PresetValues): string | null {
  const text = typeof sql === 'object' ? sql[String(givenValue(sql.by, preset, values))] : sql;
  if (text === undefined) return null;
  const { shared = {} } = preset;
  return text.replace(PLACEHOLDER, (placeholder, name: string) =>
    Object.hasOwn(shared, name)
      ? (fillIn(shared[name], preset, values) ?? '')
      : literalOf(requireValue(placeholder, name, preset, values)),
  );
}

/**
 * Returns a text of a preset about its rows, with its parameters filled in unquoted.
 *
 * @throws Error about an unknown placeholder, which is a mistake in the preset
 */
export function fillInText(text: string, preset: Preset, values: PresetValues): string {
  return text.replace(PLACEHOLDER, (placeholder, name: string) =>
    String(requireValue(placeholder, name, preset, values) ?? ''),
  );
}

function requireValue(placeholder: string, name: string, preset: Preset, values: PresetValues): unknown {
  if (Object.hasOwn(preset.parameters ?? {}, name)) return givenValue(name, preset, values);
  throw new Error(`A preset names ${placeholder}, which is not one of its parameters.`);
}

function givenValue(name: string, { parameters }: Preset, values: PresetValues): unknown {
  return values[name] ?? parameters?.[name]?.default;
}

/**
 * Returns a value as a SQL literal, NULL if none is given. A backslash is a plain character because
 * standard_conforming_strings is on.
 */
function literalOf(value: unknown): string {
  if (value === undefined) return 'NULL';
  if (typeof value === 'number') return value < 0 ? `(${value})` : String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}

function scalarOf({ type, values = [] }: PresetParameter): Scalar {
  if (type === 'one-of') return { kind: 'choice', values };
  if (type === 'text') return { ...PROSE, longest: 1_000, rule: 'text, at most 1000 characters' };
  const { MIN_SAFE_INTEGER: least, MAX_SAFE_INTEGER: most } = Number;
  return { kind: 'number', least, most, isWhole: true };
}
