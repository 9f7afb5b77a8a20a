/** Returns the fields of an answer of any shape. */
export function fieldsOf(answer: unknown): Readonly<Record<string, unknown>> {
  return Object(answer);
}

/** Returns the items of a list; null for anything else. */
export function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** Returns a text; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Returns a whole number, such as an id; null for anything else. */
export function wholeNumberOf(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

/** Returns an address that a browser may open; null for anything else. */
export function webAddressOf(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\/[^\s<>"']+$/.test(value) ? value : null;
}
