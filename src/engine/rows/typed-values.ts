/** Columns whose values PostgreSQL writes as text, and which are published as another type. */
export type TypedColumn = 'bools' | 'int64s' | 'float32s' | 'float64s' | 'timestamptz' | 'timestamp' | 'date';

/** A value of such a column: a list, the microseconds since 1970, or the days. */
export type TypedValue =
  | readonly (boolean | null)[]
  | readonly (bigint | null)[]
  | readonly (number | null)[]
  | bigint
  | number;

const FLOAT = /^(?:-?\d+(?:\.\d+)?(?:e[-+]?\d+)?|"(?:NaN|-?Infinity)")$/;
const DAY_MS = 86_400_000;

/**
 * Returns the value that a text of PostgreSQL stands for: a list as JSON, or a time in ISO style, in UTC where it has a zone.
 *
 * @returns null for a list of several dimensions, for infinity, and for a year before 1 or after 9999, which Python's
 * datetime does not have
 */
export function typedValueOf(type: TypedColumn, text: string): TypedValue | null {
  switch (type) {
    case 'bools':
      return listOf(text, /^(?:true|false)$/, (element) => element === 'true');
    case 'int64s':
      return listOf(text, /^-?\d+$/, BigInt);
    case 'float32s':
    case 'float64s':
      return listOf(text, FLOAT, (element) => Number(element.replaceAll('"', '')));
    case 'timestamptz':
      return text.endsWith('+00') ? microsecondsOf(text.slice(0, -'+00'.length)) : null;
    case 'timestamp':
      return microsecondsOf(text);
    case 'date':
      return daysOf(text);
  }
}

function listOf<T>(json: string, pattern: RegExp, make: (element: string) => T): (T | null)[] | null {
  if (json === '[]') return [];
  if (!json.startsWith('[') || !json.endsWith(']')) return null;
  const elements = json.slice(1, -1).split(',');
  if (!elements.every((element) => element === 'null' || pattern.test(element))) return null;
  return elements.map((element) => (element === 'null' ? null : make(element)));
}

function microsecondsOf(text: string): bigint | null {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) return null;
  const [, date, time, fraction = ''] = match;
  const milliseconds = millisecondsOf(date, time);
  return milliseconds === null ? null : BigInt(milliseconds) * 1000n + BigInt(fraction.padEnd(6, '0'));
}

function daysOf(text: string): number | null {
  const milliseconds = /^\d{4}-\d\d-\d\d$/.test(text) ? millisecondsOf(text, '00:00:00') : null;
  return milliseconds === null ? null : milliseconds / DAY_MS;
}

/** @returns null for a date or a time that does not exist, which SQLite takes, and Date.parse takes for a later one */
function millisecondsOf(date: string, time: string): number | null {
  const milliseconds = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(milliseconds) || date.startsWith('0000')) return null;
  return new Date(milliseconds).toISOString().startsWith(`${date}T${time}`) ? milliseconds : null;
}
