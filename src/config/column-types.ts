import type { DatasetDefinition, SourceDefinition } from '../model/definition.ts';
import type { DescribedColumn, ReadColumn } from '../model/selection.ts';
import type { ColumnType } from '../model/shape.ts';
import { type PublishedRole, TASKS, type ValueRole } from '../model/tasks.ts';

/** Types of plain columns that are kept, by the name of PostgreSQL's type; any other is kept as its text. */
const KEPT_TYPES: Readonly<Record<string, ColumnType>> = {
  boolean: 'bool',
  smallint: 'int64',
  integer: 'int64',
  bigint: 'int64',
  real: 'float32',
  'double precision': 'float64',
};

/** What a role's column must be. */
type Expected = 'text' | 'class' | 'list' | 'number' | 'flag' | 'messages' | 'textOrMessages';

const EXPECTED: Readonly<Record<Expected, string>> = {
  text: 'text, varchar, char, citext, an enum, or json or jsonb that holds texts',
  class: 'a text, an enum or a number',
  list: 'an array of texts, or json',
  number: 'a number',
  flag: 'boolean',
  messages: 'json or jsonb',
  textOrMessages: 'text, or json or jsonb that holds messages',
};
/** Roles that say something of a correction that is not published. */
export type NotedRole = 'predicted' | 'annotator' | 'time';

const NOTED: Readonly<Record<NotedRole, string>> = {
  predicted: EXPECTED.class,
  annotator: 'a text, an enum, a number or a uuid',
  time: 'timestamptz, timestamp, date or a number',
};
const INSTANTS: readonly string[] = ['timestamp with time zone', 'timestamp without time zone', 'date'];
const ORDERED = 'of a type whose values have an order, such as a number, a text or a uuid';

/** How a column of another type is read all the same. */
const CONVERT: Readonly<Record<SourceDefinition['origin'], string>> = {
  file: 'Convert it in the SELECT.',
  preset: 'Name another column in columns, or write the SELECT yourself.',
  'built-in': 'Read from a view that converts it, first on the search_path, or change its type.',
};

/** What the columns of texts must be, by their roles. */
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

/** What the column of a value must be, by what the value holds. */
const VALUES = { class: 'class', classes: 'list', number: 'number', flag: 'flag' } as const;

/** What the column of a published role must be. */
export function expectedOf({ task }: DatasetDefinition, role: PublishedRole): Expected {
  if (role !== 'label' && role !== 'labels' && role !== 'score') return TEXTS[role];
  return VALUES[TASKS[task].holds!];
}

/** A role whose column must be of some type: a group may be of any. */
type TypedRole = PublishedRole | NotedRole | 'id';

/** Why a column cannot have a role, in the user's words. */
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
  return role === 'predicted' || role === 'annotator' || role === 'time'
    ? NOTED[role]
    : EXPECTED[expectedOf(definition, role)];
}

/** How the column that says who made a correction, when, or what the model had said is read; null when its type does not fit. */
export function notedAs(role: NotedRole, column: DescribedColumn): ReadColumn['as'] | null {
  const { type, category } = column;
  if (role === 'predicted') return isClass(column) ? 'text' : null;
  if (isNumber(column)) return 'text';
  if (role === 'time') return INSTANTS.includes(type) ? 'time' : null;
  return category === 'S' || category === 'E' || type === 'uuid' ? 'text' : null;
}

/** What a column is published as in a role; null when its type does not fit. */
export function typeOf(
  definition: DatasetDefinition,
  role: PublishedRole,
  column: DescribedColumn,
): ColumnType | null {
  const { category } = column;
  const isText = category === 'S' || category === 'E';
  switch (expectedOf(definition, role)) {
    case 'text':
      return isText || isJson(column) ? 'string' : null;
    case 'class':
      return isClass(column) ? 'class' : null;
    case 'list':
      return isJson(column) || (category === 'A' && 'SE'.includes(column.elementCategory ?? '-'))
        ? 'classes'
        : null;
    case 'number':
      return isNumber(column) ? 'float32' : null;
    case 'flag':
      return category === 'B' ? 'bool' : null;
    case 'messages':
      return isJson(column) ? 'messages' : null;
    case 'textOrMessages':
      if (isJson(column)) return 'messages';
      return isText ? 'string' : null;
  }
}

/** What a further column is published as. */
export function keptType({ type, category, elementCategory }: DescribedColumn): ColumnType {
  if (category === 'A' && 'SE'.includes(elementCategory ?? '-')) return 'strings';
  return KEPT_TYPES[type] ?? 'string';
}

/** How a column is read. */
export function readOf({ name, category }: DescribedColumn): ReadColumn {
  return { column: name, as: category === 'A' ? 'list' : 'text' };
}

/** How the column of a published role is read: a text of the type json or jsonb as JSON, whose lists and objects are no texts. */
export function readOfRole(
  definition: DatasetDefinition,
  role: PublishedRole,
  column: DescribedColumn,
): ReadColumn {
  return expectedOf(definition, role) === 'text' && isJson(column)
    ? { column: column.name, as: 'json' }
    : readOf(column);
}

/** Of the types PostgreSQL files under numbers, money is written with its currency, and the rest name things. */
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
