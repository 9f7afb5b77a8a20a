import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Field, Scalar } from './description.ts';
import { PROSE } from './texts.ts';

/** The file of the built-in datasets, which is no source. */
export const BUILT_IN_FILE = 'sambodhan.yml';

/** A value the user of a preset gives. */
interface PresetParameter {
  readonly type: 'integer' | 'text' | 'one-of';
  readonly values?: readonly string[];
  readonly default?: string | number;
  readonly required?: boolean;
  readonly description: string;
}

/** SQL in which `${name}` stands for a parameter's value as a literal; one for all, or by a parameter's value. */
export type PresetSql = string | { readonly by: string; readonly [value: string]: string };

/** A source that comes with the action, as its file has it. */
export interface Preset {
  readonly description: string;
  readonly parameters?: Readonly<Record<string, PresetParameter>>;
  readonly corrections: PresetSql;
  readonly confirmed?: PresetSql;
  readonly pending?: PresetSql;
  readonly unjudged?: PresetUnjudged;
  /** SQL that the SELECTs have in common, by name: a placeholder of that name is replaced by it. */
  readonly shared?: Readonly<Record<string, PresetSql>>;
}

/** What a source leaves out and why. In its texts, `${name}` stands for a parameter's value. */
interface PresetUnjudged {
  /** Texts by the name of a cause. A dataset all of whose rows are left out for one of these is held. */
  readonly causes: Readonly<Record<string, string>>;
  /** Texts of further causes, which say nothing against the source. */
  readonly expected?: Readonly<Record<string, string>>;
  /** SELECT of two columns: `cause`, one of the names above, and `rows`, how many rows were left out for it. */
  readonly select: PresetSql;
}

/** What the user says of a preset's parameters; one that was not said is undefined. */
export type PresetValues = Readonly<Record<string, unknown>>;

/** Names of the sources that come with the action. */
export function presetNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yml') && file !== BUILT_IN_FILE)
    .map((file) => path.basename(file, '.yml'))
    .sort();
}

/** Reads a source that comes with the action; its file is the action's own, and not checked. */
export function readPreset(folder: string, name: string): Preset {
  return parse(readFileSync(path.join(folder, `${name}.yml`), 'utf8'));
}

/** The keys of a source with a preset, as a file that declares datasets has them. */
export function parameterFields({ parameters = {} }: Preset): Readonly<Record<string, Field>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]): [string, Field] => {
      const field = { is: scalarOf(parameter), about: phraseOf(parameter.description) };
      return [name, parameter.required ? { ...field, isRequired: true } : field];
    }),
  );
}

/** A sentence as what is said of a key: it may stand within one. */
function phraseOf(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

const PLACEHOLDER = /\$\{([^}]*)\}/g;

/**
 * The SQL of a preset with its parameters filled in, each quoted by code, and with the SQL that its SELECTs share.
 *
 * @returns null when the preset has no such SQL for these values
 * @throws Error about a placeholder that is no parameter, which is the preset's mistake
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
 * A text of a preset about its rows, with its parameters filled in as they are.
 *
 * @throws Error about a placeholder that is no parameter, which is the preset's mistake
 */
export function fillInText(text: string, preset: Preset, values: PresetValues): string {
  return text.replace(PLACEHOLDER, (placeholder, name: string) =>
    String(requireValue(placeholder, name, preset, values) ?? ''),
  );
}

function requireValue(placeholder: string, name: string, preset: Preset, values: PresetValues): unknown {
  if (Object.hasOwn(preset.parameters ?? {}, name)) return givenValue(name, preset, values);
  throw new Error(`A preset names ${placeholder}, which is none of its parameters.`);
}

function givenValue(name: string, { parameters }: Preset, values: PresetValues): unknown {
  return values[name] ?? parameters?.[name]?.default;
}

/** A value as SQL has it, NULL for one that was not given; a backslash is one because standard_conforming_strings is on. */
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
