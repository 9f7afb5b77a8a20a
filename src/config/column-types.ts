import type { DatasetDefinition, LabelForm, SourceDefinition } from '../model/definition.ts';
import type { DescribedColumn, ReadColumn } from '../model/selection.ts';
import type { ColumnType } from '../model/shape.ts';
import { type PublishedRole, TASKS, type ValueRole } from '../model/tasks.ts';

/**
 * Types of plain columns that are kept as they are, by the name of PostgreSQL's type; any other is kept as its text.
 */
const KEPT_TYPES: Readonly<Record<string, ColumnType>> = {
  boolean: 'bool',
  smallint: 'int64',
  integer: 'int64',
  bigint: 'int64',
  real: 'float32',
  'double precision': 'float64',
};

/** Types of arrays and times as `keep-as: typed` publishes them; any other array is a list of texts. */
const TYPED: Readonly<Record<string, ColumnType>> = {
  'boolean[]': 'bools',
  'smallint[]': 'int64s',
  'integer[]': 'int64s',
  'bigint[]': 'int64s',
  'real[]': 'float32s',
  'double precision[]': 'float64s',
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  date: 'date',
};

/** PostgreSQL counts these types as arrays, but has no cast to an array of texts. */
const VECTORS: readonly string[] = ['int2vector', 'oidvector'];

/** What a role's column must be. */
type Expected = 'text' | 'class' | 'list' | 'number' | 'flag' | 'messages' | 'textOrMessages' | 'spans';

const EXPECTED: Readonly<Record<Expected, string>> = {
  text: 'text, varchar, char, citext, an enum, or json or jsonb that holds texts',
  class: 'a text, an enum or a number',
  list: 'an array of texts, or json',
  number: 'a number',
  flag: 'boolean',
  messages: 'json or jsonb',
  spans: 'json or jsonb',
  textOrMessages: 'text, or json or jsonb that holds messages',
};
/** Roles that describe a row and are not published. */
export type NotedRole = 'predicted' | 'annotator' | 'time' | 'confidence';

const NOTED: Readonly<Record<NotedRole, string>> = {
  predicted: EXPECTED.class,
  annotator: 'a text, an enum, a number or a uuid',
  time: 'timestamptz, timestamp, date or a number',
  confidence: 'json, jsonb or an array of numbers',
};
const INSTANTS: readonly string[] = ['timestamp with time zone', 'timestamp without time zone', 'date'];
const ORDERED = 'of a type whose values have an order, such as a number, a text or a uuid';

/** How to read a column of another type. */
const CONVERT: Readonly<Record<SourceDefinition['origin'], string>> = {
  file: 'Convert it in the SELECT.',
  preset: 'Name another column in columns, or write the SELECT yourself.',
  'built-in': 'Create a view that converts it in the first schema of the search_path, or change its type.',
};

/** Rule for the columns of texts, by their roles. */
const TEXTS: Readonly<Record<Exclude<PublishedRole, ValueRole>, Expected>> = {
  text: 'text',
  text_a: 'text',
  text_b: 'text',
  messages: 'messages',
  prompt: 'textOrMessages',
  completion: 'textOrMessages',
  chosen: 'textOrMessages',
  rejected: 'textOrMessages',
};

/** Rule for the column of a value, by what the value holds. */
const VALUES = { class: 'class', classes: 'list', spans: 'spans', number: 'number', flag: 'flag' } as const;

/** Type of a list of classes by the form in which it is published. */
const LISTS: Readonly<Record<LabelForm, ColumnType>> = { 'class-ids': 'classes', 'multi-hot': 'multi-hot' };

/** Returns the rule for the column of a published role. */
export function expectedOf({ task }: DatasetDefinition, role: PublishedRole): Expected {
  if (role !== 'label' && role !== 'labels' && role !== 'score' && role !== 'spans') return TEXTS[role];
  return VALUES[TASKS[task].holds!];
}

/** A role with a rule for its type; a group may be of any type. */
type TypedRole = PublishedRole | NotedRole | 'id';

/** Returns why a column cannot have a role, for users. */
export function typeProblem(
  definition: DatasetDefinition,
  role: TypedRole,
  { name, type }: DescribedColumn,
): string {
  const expected = expectationOf(definition, role);
  return `The column ${name} is ${type}, and ${role} must be ${expected}. ${CONVERT[definition.source.origin]}`;
}

function expectationOf(definition: DatasetDefinition, role: TypedRole): string {
  if (role === 'id') return ORDERED;
  return role in NOTED ? NOTED[role as NotedRole] : EXPECTED[expectedOf(definition, role as PublishedRole)];
}

/** Returns how the column of a role that describes a row is read; null if its type does not fit. */
export function notedAs(role: NotedRole, column: DescribedColumn): ReadColumn['as'] | null {
  const { type, category } = column;
  if (role === 'predicted') return isClass(column) ? 'text' : null;
  if (role === 'confidence') {
    if (isJson(column)) return 'text';
    return category === 'A' && column.elementCategory === 'N' ? 'list' : null;
  }
  if (isNumber(column)) return 'text';
  if (role === 'time') return INSTANTS.includes(type) ? 'time' : null;
  return category === 'S' || category === 'E' || type === 'uuid' ? 'text' : null;
}

/** Returns the type under which a column is published in a role; null if its type does not fit. */
export function typeOf(
  definition: DatasetDefinition,
  role: PublishedRole,
  column: DescribedColumn,
): ColumnType | null {
  const { category } = column;
  const isText = category === 'S' || category === 'E';
  const expected = expectedOf(definition, role);
  switch (expected) {
    case 'text':
      return isText || isJson(column) ? 'string' : null;
    case 'class':
      return isClass(column) ? 'class' : null;
    case 'list':
      return isJson(column) || (category === 'A' && 'SE'.includes(column.elementCategory ?? '-'))
        ? LISTS[definition.labelsAs ?? 'class-ids']
        : null;
    case 'number':
      return isNumber(column) ? 'float32' : null;
    case 'flag':
      return category === 'B' ? 'bool' : null;
    case 'messages':
    case 'spans':
      return isJson(column) ? expected : null;
    case 'textOrMessages':
      if (isJson(column)) return 'messages';
      return isText ? 'string' : null;
  }
}

/** Returns the type under which a further column is published, and how it is read. */
export function keptColumn(
  { keepAs }: Pick<DatasetDefinition, 'keepAs'>,
  column: DescribedColumn,
): { readonly type: ColumnType; readonly read: ReadColumn } {
  const { name, type, category, elementCategory } = column;
  const read = readOf(column);
  if (category === 'A' && 'SE'.includes(elementCategory ?? '-')) return { type: 'strings', read };
  if (keepAs === 'typed') {
    if (Object.hasOwn(TYPED, type)) return { type: TYPED[type], read };
    if (category === 'A' && !VECTORS.includes(type))
      return { type: 'strings', read: { column: name, as: 'texts' } };
  }
  return { type: KEPT_TYPES[type] ?? 'string', read };
}

/** Returns how a column is read. */
function readOf({ name, category }: DescribedColumn): ReadColumn {
  return { column: name, as: category === 'A' ? 'list' : 'text' };
}

/**
 * Returns how the column of a published role is read: a text of type json or jsonb as JSON, whose lists and objects are
 * not texts.
 */
export function readOfRole(
  definition: DatasetDefinition,
  role: PublishedRole,
  column: DescribedColumn,
): ReadColumn {
  return expectedOf(definition, role) === 'text' && isJson(column)
    ? { column: column.name, as: 'json' }
    : readOf(column);
}

/** PostgreSQL counts these types as numbers, but money is written with its currency, and the others are names. */
function isNumber({ type, category }: DescribedColumn): boolean {
  return category === 'N' && !/^(money|oid|reg\w+)$/.test(type);
}

/** False for a type whose values have no order. */
export function isOrdered(column: DescribedColumn): boolean {
  return column.type !== 'json' && column.type !== 'xml' && column.category !== 'G';
}

function isClass(column: DescribedColumn): boolean {
  return column.category !== 'A' && !isJson(column) && column.type !== 'bytea';
}

function isJson({ type }: DescribedColumn): boolean {
  return type === 'json' || type === 'jsonb';
}
