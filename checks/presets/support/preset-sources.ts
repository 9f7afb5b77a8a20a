import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A source of a configuration file that names a preset, with the values put into the preset's SELECTs. */
export interface PresetSource {
  readonly name: string;
  readonly corrections: string;
  /** Undefined when the preset has none. */
  readonly pending: string | undefined;
}

interface Parameter {
  readonly default?: unknown;
}

/**
 * Reads one of the configurations beside this folder. Until the action reads such files itself, this is the one place
 * that puts parameters into a preset.
 *
 * @param name of the file, without its ending
 * @throws Error when a placeholder has no value
 */
export async function presetSources(name: string): Promise<PresetSource[]> {
  const { sources } = parse(await configuration(name));
  return Promise.all(
    Object.entries<Record<string, unknown>>(sources).map(async ([source, { preset, ...given }]) => {
      const { parameters, corrections, pending } = parse(
        await readFile(path.join(ROOT, 'presets', `${preset}.yml`), 'utf8'),
      );
      const values: Record<string, unknown> = {};
      for (const [key, parameter] of Object.entries<Parameter>(parameters)) {
        values[key] = given[key] ?? parameter.default;
      }
      const sql = (text: unknown) => text && fill(chosen(text, values), values);
      return { name: source, corrections: sql(corrections), pending: sql(pending) } as PresetSource;
    }),
  );
}

/** Text of one of the configurations beside this folder, as the input `config` takes it. */
export function configuration(name: string): Promise<string> {
  return readFile(path.join(import.meta.dirname, '../config', `${name}.yml`), 'utf8');
}

function chosen(text: unknown, values: Record<string, unknown>): string {
  if (typeof text === 'string') return text;
  const { by, ...texts } = text as { by: string } & Record<string, string>;
  return texts[String(values[by])];
}

function fill(text: string, values: Record<string, unknown>): string {
  return text.replace(/\$\{([\w-]+)\}/g, (placeholder, key) => {
    const value = values[key];
    if (value === undefined) throw new Error(`Nothing is said for ${placeholder}`);
    return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
  });
}
