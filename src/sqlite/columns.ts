import type { DescribedColumn, ReadColumn } from '../model/selection.ts';

/**
 * A value as the SELECTs of {@link storedValue} give it: a text as its bytes, a whole number as a bigint, another number
 * as a number, and a blob as hexadecimal digits.
 */
export type StoredValue = bigint | number | string | Uint8Array | null;

/** The types of columns here, as PostgreSQL calls them and sorts them into categories. */
const CATEGORIES = {
  boolean: 'B',
  json: 'U',
  'timestamp without time zone': 'D',
  date: 'D',
  'time without time zone': 'D',
  bigint: 'N',
  numeric: 'N',
  'double precision': 'N',
  bytea: 'U',
  text: 'S',
  /** SQLite keeps no type for an expression; like a text, it is read as it is. */
  'of no declared type': 'S',
} as const;

type ColumnType = keyof typeof CATEGORIES;

/** A declared type is of the first kind whose pattern it matches; SQLite takes any words. */
const DECLARED: readonly (readonly [pattern: RegExp, type: ColumnType])[] = [
  [/bool/, 'boolean'],
  [/json/, 'json'],
  [/datetime|timestamp/, 'timestamp without time zone'],
  [/^date$/, 'date'],
  [/^time/, 'time without time zone'],
  [/(?:^|tiny|small|medium|big|u|\b)int(?:eger|\d+)?\b|serial/, 'bigint'],
  [/real|floa|doub/, 'double precision'],
  [/^num|^decimal/, 'numeric'],
  [/blob|bytea|binary/, 'bytea'],
  [/./, 'text'],
];

/** A type after the name of a column, as Python's sqlite3 reads it with PARSE_COLNAMES: `"completion [json]"`. */
const NAMED_TYPE = /^(.*\S)\s*\[\s*([a-z][a-z0-9 ,()]*?)\s*\]$/i;

/**
 * Describes a column of a SELECT by the words that PostgreSQL has for its type.
 *
 * @param name as SQLite gives it, possibly followed by a type in brackets, which wins
 * @param declared type of the column of the table, or of the CAST, that it shows; empty for another expression
 */
export function describeColumn(name: string, declared: string): DescribedColumn {
  const [, plain = name, named = declared] = NAMED_TYPE.exec(name) ?? [];
  const words = named.toLowerCase().replace(/\(.*/, '').trim();
  const type = DECLARED.find(([pattern]) => pattern.test(words))?.[1] ?? 'of no declared type';
  return { name: plain, type, category: CATEGORIES[type], elementCategory: null };
}

/** Returns SQL of the value of a column with its storage class: texts as their bytes, which nothing has decoded. */
export function storedValue(column: string): string {
  return `CASE typeof(${column}) WHEN 'text' THEN CAST(${column} AS BLOB) WHEN 'blob' THEN hex(${column}) ELSE ${column} END`;
}

/** A value does not fit the type of its column. The message is the end of a sentence about the column. */
export class WrongValueError extends Error {}

/** Returns the bytes of a value, as PostgreSQL would send them; null for NULL. @throws WrongValueError */
export type ReadValue = (value: StoredValue) => Uint8Array | null;

/** Returns how the values of a column become the bytes that PostgreSQL would send. */
export function readerOf({ type }: Pick<DescribedColumn, 'type'>, as: ReadColumn['as']): ReadValue {
  const read = as === 'time' ? instantOf : READERS[type as ColumnType];
  const asRead = as === 'json' && type !== 'json' ? (value: Stored) => jsonOf(read(value)) : read;
  return (value) => {
    if (value === null) return null;
    const found = asRead(value);
    return typeof found === 'string' ? Buffer.from(found) : found;
  };
}

type Stored = Exclude<StoredValue, null>;
type ReadStored = (value: Stored) => Uint8Array | string;

const READERS: Readonly<Record<ColumnType, ReadStored>> = {
  boolean(value) {
    if (value === 0n || value === 1n) return value === 1n ? 'true' : 'false';
    throw wrong('is boolean', value, 'Give 0 or 1');
  },
  // A column that is declared JSON keeps a number as one.
  json: (value) => textOf(value, 'is json', 'Read JSON in binary form by json(column)'),
  'timestamp without time zone': (value) => textOf(value, 'holds times', TIME_REMEDY),
  date: (value) => textOf(value, 'holds dates', TIME_REMEDY),
  'time without time zone': (value) => textOf(value, 'holds times', 'Give a text'),
  bigint(value) {
    if (typeof value === 'bigint') return String(value);
    throw wrong('holds whole numbers', value, 'Give a whole number, or CAST(… AS TEXT)');
  },
  numeric: numberOf,
  'double precision': numberOf,
  bytea(value) {
    if (typeof value === 'string') return `\\x${value.toLowerCase()}`;
    throw wrong('holds blobs', value, 'Give a blob');
  },
  text: (value) => textOf(value, 'holds texts', 'Give a text'),
  'of no declared type': (value) => textOf(value, 'has no declared type', 'Give a text'),
};

const TIME_REMEDY = "Give a text such as 2026-01-31 12:00:00, for example by datetime(column, 'unixepoch')";

function numberOf(value: Stored): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return realText(value);
  throw wrong('holds numbers', value, 'Give a number, or CAST(… AS TEXT)');
}

function textOf(value: Stored, rule: string, remedy: string): Uint8Array | string {
  if (typeof value === 'string') throw wrong(rule, value, remedy);
  if (typeof value === 'number') return realText(value);
  return typeof value === 'bigint' ? String(value) : value;
}

/** Texts that are not UTF-8 stay as they are, to be recognised as such. */
function jsonOf(text: Uint8Array | string): Uint8Array | string {
  if (typeof text === 'string') return JSON.stringify(text);
  const decoded = Buffer.from(text).toString();
  return Buffer.from(decoded).equals(text) ? JSON.stringify(decoded) : text;
}

const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * Returns the seconds since 1970 of a date or an instant in ISO 8601, in UTC without a time zone: what date_part('epoch', …)
 * gives. A number is refused: it may be days, seconds or milliseconds.
 */
function instantOf(value: Stored): string {
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : null;
  const parts = text === null ? null : INSTANT.exec(text);
  if (parts === null) throw wrong('holds times', value, TIME_REMEDY);
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = parts;
  const numbers = [year, month, day, hour, minute, second].map(Number);
  const date = new Date(0);
  date.setUTCFullYear(numbers[0], numbers[1] - 1, numbers[2]);
  date.setUTCHours(numbers[3], numbers[4], numbers[5]);
  const [isDate, isTime] = [date.getUTCMonth() + 1 === numbers[1], numbers[3] < 24 && numbers[4] < 60];
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [null, '+', '0'];
  // PostgreSQL takes no time zone that is further from UTC.
  const isZone = Number(hours) < 16 && Number(minutes) < 60;
  if (!isDate || !isTime || !isZone || numbers[5] > 59) throw wrong('holds times', value, TIME_REMEDY);
  const offset = (sign === '-' ? -60 : 60) * (60 * Number(hours) + Number(minutes));
  const microseconds = Number(fraction.padEnd(6, '0').slice(0, 6));
  return String(((date.getTime() / 1000 - offset) * 1e6 + microseconds) / 1e6);
}

/** Digits from which on PostgreSQL writes a double with an exponent. */
const EXPONENT_FROM = 15;

/** Returns a double as PostgreSQL writes it: the shortest digits that give it back. */
function realText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [digits, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < EXPONENT_FROM) return Object.is(value, -0) ? '-0' : String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function wrong(rule: string, value: Stored, remedy: string): WrongValueError {
  const held =
    typeof value === 'string'
      ? 'a blob'
      : value instanceof Uint8Array
        ? 'another text'
        : 'a number of another kind';
  return new WrongValueError(`${rule}, but a row has ${held} in it. ${remedy} in the SELECT.`);
}
