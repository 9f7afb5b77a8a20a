import type { NameCheck } from './target-names.ts';

/** Fields of a target as YAML gives them. Each function throws an Error that says what `place` has wrong. */
export type Fields = Record<string, unknown>;

/** A mapping of names to values. */
export function mapping(value: unknown, place: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Error(`of ${place} must be a mapping of names to values`);
}

/** A field with a text, empty when it is missing. */
export function text(fields: Fields, name: string, place: string): string {
  const value = fields[name] ?? '';
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value).trim();
  throw new Error(`of ${place} has a ${name} that is no text`);
}

/** A field with a name that a check takes, empty when it is missing. */
export function named(fields: Fields, name: string, place: string, check: NameCheck): string {
  const value = text(fields, name, place);
  const problem = value === '' ? null : check(value);
  if (problem === null) return value;
  throw new Error(`of ${place} has a ${name} that is ${problem}`);
}

/** A field with a mapping of names to texts, empty when it is missing. */
export function texts(fields: Fields, name: string, place: string): Record<string, string> {
  const values = mapping(fields[name] ?? {}, `${place}: ${name}`);
  return Object.fromEntries(Object.keys(values).map((key) => [key, text(values, key, `${place}: ${name}`)]));
}

/** A field with a list of texts, empty when it is missing. */
export function list(fields: Fields, name: string, place: string): string[] {
  const value = fields[name] ?? [];
  if (Array.isArray(value)) return value.map((_, index) => text({ [name]: value[index] }, name, place));
  throw new Error(`of ${place} has a ${name} that is no list`);
}

/** A field that is true or false, false when it is missing. */
export function flag(fields: Fields, name: string, place: string): boolean {
  const value = fields[name] ?? false;
  if (typeof value === 'boolean') return value;
  throw new Error(`of ${place} has a ${name} that is neither true nor false`);
}
