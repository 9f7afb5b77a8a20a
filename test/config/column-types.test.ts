import { expect, test } from '@jest/globals';
import { isOrdered, keptColumn, typeOf, typeProblem } from '../../src/config/column-types.ts';
import type { KeptForm, SourceDefinition } from '../../src/model/definition.ts';
import type { DescribedColumn } from '../../src/model/selection.ts';
import type { PublishedRole, Task } from '../../src/model/tasks.ts';
import { taskDefinition } from '../support/tasks.ts';

/** Columns as a server describes them: category, or the category of an array's elements in brackets. */
const COLUMNS: Readonly<Record<string, string>> = {
  text: 'S',
  'character varying': 'S',
  mood: 'E',
  bigint: 'N',
  real: 'N',
  numeric: 'N',
  money: 'N',
  oid: 'N',
  regclass: 'N',
  boolean: 'B',
  json: 'U',
  jsonb: 'U',
  xml: 'U',
  bytea: 'U',
  uuid: 'U',
  point: 'G',
  'text[]': '[S]',
  'mood[]': '[E]',
  'integer[]': '[N]',
  'boolean[]': '[B]',
  'bigint[]': '[N]',
  'real[]': '[N]',
  'double precision[]': '[N]',
  'numeric[]': '[N]',
  'uuid[]': '[U]',
  'jsonb[]': '[U]',
  int2vector: '[N]',
  'timestamp with time zone': 'D',
  'timestamp without time zone': 'D',
  date: 'D',
  'time without time zone': 'D',
  interval: 'T',
};

function column(type: string): DescribedColumn {
  const [, element] = /^\[(.)\]$/.exec(COLUMNS[type]) ?? [];
  return {
    name: 'it',
    type,
    category: element === undefined ? COLUMNS[type] : 'A',
    elementCategory: element ?? null,
  };
}

/** Types that a role takes, each with what it becomes. */
function taken(task: Task, role: PublishedRole): Record<string, string> {
  const types = Object.keys(COLUMNS).map((type) => [type, typeOf(taskDefinition(task), role, column(type))]);
  return Object.fromEntries(types.filter(([, found]) => found !== null));
}

const TEXTS = { text: 'string', 'character varying': 'string', mood: 'string' };
const JSON_TEXTS = { json: 'string', jsonb: 'string' };

const PLAIN = {
  bigint: 'int64 by text',
  real: 'float32 by text',
  boolean: 'bool by text',
  'text[]': 'strings by list',
  'mood[]': 'strings by list',
};

test('roles take the types they are documented to take', () => {
  expect(taken('text-classification', 'text')).toEqual({ ...TEXTS, ...JSON_TEXTS });
  expect(taken('text-pair-scoring', 'text_b')).toEqual({ ...TEXTS, ...JSON_TEXTS });
  expect(Object.keys(taken('text-classification', 'label'))).toEqual(
    Object.keys(COLUMNS).filter(
      (type) => !['json', 'jsonb', 'bytea', 'int2vector'].includes(type) && !type.endsWith('[]'),
    ),
  );
  const lists = ['json', 'jsonb', 'text[]', 'mood[]'].map((type) => [type, 'classes']);
  expect(taken('multi-label-classification', 'labels')).toEqual(Object.fromEntries(lists));
  expect(taken('text-scoring', 'score')).toEqual({ bigint: 'float32', real: 'float32', numeric: 'float32' });
  expect(taken('unpaired-preference', 'label')).toEqual({ boolean: 'bool' });
  const messages = { json: 'messages', jsonb: 'messages' };
  expect(taken('chat', 'messages')).toEqual(messages);
  expect(taken('preference', 'rejected')).toEqual({ ...TEXTS, ...messages });
});

/** What each type becomes when it is kept, and how it is read, but for texts that are read as they are. */
function kept(keepAs?: KeptForm): Record<string, string> {
  const types = Object.keys(COLUMNS).map((type) => {
    const found = keptColumn({ keepAs }, column(type));
    return [type, `${found.type} by ${found.read.as}`];
  });
  return Object.fromEntries(types.filter(([, found]) => found !== 'string by text'));
}

test('what is kept is a truth, a number, a text or a list of texts; anything else is its text', () => {
  const others = ['integer', 'boolean', 'bigint', 'real', 'double precision', 'numeric', 'uuid', 'jsonb'];
  expect(kept()).toEqual({
    ...PLAIN,
    ...Object.fromEntries(others.map((type) => [`${type}[]`, 'string by list'])),
    int2vector: 'string by list',
  });
  expect(kept('text')).toEqual(kept());
});

test('what is kept as typed is a list, a timestamp or a date, if it is an array or a time', () => {
  expect(kept('typed')).toEqual({
    ...PLAIN,
    'boolean[]': 'bools by list',
    'integer[]': 'int64s by list',
    'bigint[]': 'int64s by list',
    'real[]': 'float32s by list',
    'double precision[]': 'float64s by list',
    'numeric[]': 'strings by texts',
    'uuid[]': 'strings by texts',
    'jsonb[]': 'strings by texts',
    int2vector: 'string by list',
    'timestamp with time zone': 'timestamptz by text',
    'timestamp without time zone': 'timestamp by text',
    date: 'date by text',
  });
});

test('json, xml and shapes have no order', () => {
  expect(Object.keys(COLUMNS).filter((type) => !isOrdered(column(type)))).toEqual(['json', 'xml', 'point']);
});

test.each<[SourceDefinition['origin'], string]>([
  ['file', 'Convert it in the SELECT.'],
  ['preset', 'Name another column in columns, or write the SELECT yourself.'],
  ['built-in', 'Create a view that converts it in the first schema of the search_path, or change its type.'],
])('what to do about a type depends on where the SELECT comes from: %s', (origin, advice) => {
  const definition = taskDefinition('text-scoring');
  const told = typeProblem(
    { ...definition, source: { ...definition.source, origin } },
    'score',
    column('money'),
  );
  expect(told).toBe(`The column it is money, and score must be a number. ${advice}`);
});
