import type { NameCheck } from './target-names.ts';

/** // Fields of a target as YAML gives them. Each function throws an Error with what is wrong at `place`. */
export type Fields = Record<string, unknown>;

/** Returns a mapping of names to values. */
export function mapping(value: unknown, place: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Error(`of ${place} must be a mapping of names to values`);
}

/** Returns a field with a text, empty if it is missing. */
export function text(fields: Fields, name: string, place: string): string {
  const value = fields[name] ?? '';
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value).trim();
  throw new Error(`of ${place} has a ${name} that is not a text`);
}

/** Returns a field with a name that passes a check, empty if it is missing. */
export function named(fields: Fields, name: string, place: string, check: NameCheck): string {
  const value = text(fields, name, place);
  const problem = value === '' ? null : check(value);
  if (problem === null) return value;
  throw new Error(`of ${place} has a ${name} that is ${problem}`);
}

/** Returns a field with a mapping of names to texts, empty if it is missing. */
export function texts(fields: Fields, name: string, place: string): Record<string, string> {
  const values = mapping(fields[name] ?? {}, `${place}: ${name}`);
  return Object.fromEntries(Object.keys(values).map((key) => [key, text(values, key, `${place}: ${name}`)]));
}

/** Returns a field with a list of texts, empty if it is missing. */
export function list(fields: Fields, name: string, place: string): string[] {
  const value = fields[name] ?? [];
  if (Array.isArray(value)) return value.map((_, index) => text({ [name]: value[index] }, name, place));
  throw new Error(`of ${place} has a ${name} that is not a list`);
}

/** Returns a field that is true or false, false if it is missing. */
export function flag(fields: Fields, name: string, place: string): boolean {
  const value = fields[name] ?? false;
  if (typeof value === 'boolean') return value;
  throw new Error(`of ${place} has a ${name} that is neither true nor false`);
}
