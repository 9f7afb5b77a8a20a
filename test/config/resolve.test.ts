import { expect, test } from '@jest/globals';
import { type ResolvedColumns, resolveDataset } from '../../src/config/resolve.ts';
import type { DatasetDefinition } from '../../src/model/definition.ts';
import type { DescribedColumn, DescribedSource } from '../../src/model/selection.ts';
import { TASK_NAMES, type Task } from '../../src/model/tasks.ts';
import { describedColumns, taskDefinition } from '../support/tasks.ts';

const INSTANT = { type: 'timestamp with time zone', category: 'D' };
const TEXT = { type: 'text', category: 'S', elementCategory: null };

function column(name: string, type: Partial<Omit<DescribedColumn, 'name'>> = {}): DescribedColumn {
  return { name, ...TEXT, ...type };
}

/** A source with these columns in both SELECTs, or others in the confirmed rows. */
function source(
  corrections: DescribedColumn[],
  confirmed: DescribedColumn[] | null = corrections,
): DescribedSource {
  return { corrections, confirmed, pending: null };
}

function resolved(definition: DatasetDefinition, described: DescribedSource): ResolvedColumns {
  const found = resolveDataset(definition, described);
  if (Array.isArray(found)) throw new Error(found.map(({ message }) => message).join('\n'));
  return found;
}

function problems(definition: DatasetDefinition, described: DescribedSource): string[] {
  const found = resolveDataset(definition, described);
  if (!Array.isArray(found)) throw new Error('It was resolved.');
  return found.map(({ message, statement }) => `${statement.sql}: ${message}`);
}

const KINDS: Readonly<Record<Task, string>> = {
  'text-classification': 'text string | label class',
  'multi-label-classification': 'text string | labels classes',
  'token-classification': 'text string | spans spans',
  'text-scoring': 'text string | score float32',
  'text-pair-classification': 'text_a string, text_b string | label class',
  'text-pair-scoring': 'text_a string, text_b string | score float32',
  chat: 'messages messages | ',
  'prompt-completion': 'prompt string, completion string | ',
  preference: 'prompt string, chosen string, rejected string | ',
  'unpaired-preference': 'prompt string, completion string | label bool',
};

test.each(TASK_NAMES)('a dataset of %s has the columns of its roles, texts first', (task) => {
  const { shape, corrections } = resolved(taskDefinition(task), source(describedColumns(task)));
  const told = (columns: typeof shape.texts) => columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  expect(`${told(shape.texts)} | ${told(shape.values)}`).toBe(KINDS[task]);
  const read = [...corrections.texts, ...corrections.values].map((found) => found.column);
  expect(read).toEqual([...shape.texts, ...shape.values].map(({ name }) => name));
  expect(corrections).toMatchObject({ id: 'id', group: null });
});

test('columns are those that were said, and have the names they are to have on the Hub', () => {
  const definition = taskDefinition('text-classification', {
    columns: { id: 'Nr', text: 'Body "text"', label: 'mood', group: 'customer' },
    publishAs: { label: 'sentiment' },
    keep: ['shop', 'tags'],
  });
  const columns = ['Nr', 'Body "text"', 'mood', 'customer', 'shop'].map((name) => column(name));
  const tags = column('tags', { type: 'text[]', category: 'A', elementCategory: 'S' });
  const { shape, corrections, confirmed } = resolved(definition, source([...columns, tags]));
  expect([...shape.texts, ...shape.values]).toEqual([
    { name: 'text', type: 'string' },
    { name: 'sentiment', type: 'class' },
    { name: 'shop', type: 'string' },
    { name: 'tags', type: 'strings' },
  ]);
  expect(corrections).toEqual({
    id: 'Nr',
    texts: [{ column: 'Body "text"', as: 'text' }],
    values: [
      { column: 'mood', as: 'text' },
      { column: 'shop', as: 'text' },
      { column: 'tags', as: 'list' },
    ],
    group: { column: 'customer', as: 'text' },
    predicted: null,
    annotator: null,
    time: null,
    confidence: null,
  });
  expect(confirmed).toEqual(corrections);
});

test('a card says what was said of it, else the name of the repo', () => {
  const described = source(describedColumns('chat'), null);
  const card = (changes: Partial<DatasetDefinition>) =>
    resolved(taskDefinition('chat', changes), described).shape.card;
  expect(card({ repo: 'owner/night-shift' })).toMatchObject({
    title: 'night-shift',
    languages: [],
    license: null,
    tags: [],
  });
  const said = {
    title: 'Chats',
    about: 'Of the night shift.',
    languages: ['en'],
    license: 'mit',
    tags: ['night'],
  };
  expect(card({ card: said })).toEqual(said);
});

test('a source without confirmed rows needs none of its columns', () => {
  const definition = taskDefinition('chat');
  const chat = { ...definition, source: { ...definition.source, confirmed: null } };
  expect(resolved(chat, source(describedColumns('chat'), null)).confirmed).toBeNull();
});

test('a group that is there by its name is taken, and the confirmed rows must have it too', () => {
  const columns = describedColumns('chat');
  const grouped = describedColumns('chat', ['group']);
  const definition = taskDefinition('chat');
  expect(resolved(definition, source(grouped)).corrections.group).toEqual({ column: 'group', as: 'text' });
  expect(resolved(definition, source(columns, grouped)).corrections.group).toBeNull();
  expect(problems(definition, source(grouped, columns))).toEqual([
    'SELECT 2: Dataset chat. The role group: the SELECT has no column group. It has id, messages. Add AS "group" to the right column, or map it with columns.',
  ]);
});

test('what only tells of the corrections need not be in the confirmed rows', () => {
  const definition = taskDefinition('chat', {
    columns: { predicted: 'guess', annotator: 'who', time: 'at' },
  });
  const columns = describedColumns('chat');
  const more = [...describedColumns('chat', ['guess', 'who']), column('at', INSTANT)];
  const { corrections, confirmed } = resolved(definition, source(more, columns));
  expect(corrections).toMatchObject({
    group: null,
    annotator: { column: 'who', as: 'text' },
    time: { column: 'at', as: 'time' },
  });
  expect(confirmed).toMatchObject({ annotator: null, time: null });
  expect(problems(definition, source(columns)).map((problem) => problem.slice(0, 60))).toEqual(
    ['predicted', 'annotator', 'time'].map((role) =>
      `SELECT 1: Dataset chat. The role ${role}: the SELECT has no column`.slice(0, 60),
    ),
  );
});

test.each<['annotator' | 'time', Omit<DescribedColumn, 'name'>, 'text' | 'time' | null]>([
  ['annotator', { type: 'integer', category: 'N', elementCategory: null }, 'text'],
  ['annotator', { type: 'mood', category: 'E', elementCategory: null }, 'text'],
  ['annotator', { type: 'uuid', category: 'U', elementCategory: null }, 'text'],
  ['annotator', { type: 'jsonb', category: 'U', elementCategory: null }, null],
  ['annotator', { type: 'text[]', category: 'A', elementCategory: 'S' }, null],
  ['time', { type: 'timestamp without time zone', category: 'D', elementCategory: null }, 'time'],
  ['time', { type: 'date', category: 'D', elementCategory: null }, 'time'],
  ['time', { type: 'bigint', category: 'N', elementCategory: null }, 'text'],
  ['time', { type: 'time without time zone', category: 'D', elementCategory: null }, null],
  ['time', { type: 'interval', category: 'T', elementCategory: null }, null],
  ['time', { type: 'text', category: 'S', elementCategory: null }, null],
])('%s of a column by its own name is read where its type fits, %j', (role, type, as) => {
  const own = source([...describedColumns('chat'), column(role, type)], describedColumns('chat', [role]));
  const found = resolved(taskDefinition('chat'), own);
  expect(found.corrections[role]).toEqual(as === null ? null : { column: role, as });
  expect(found.confirmed?.[role]).toBeNull();
  const said = taskDefinition('chat', { columns: { [role]: 'who' } });
  const named = source([...describedColumns('chat'), column('who', type)], describedColumns('chat'));
  if (as !== null) expect(resolved(said, named).corrections[role]).toEqual({ column: 'who', as });
  else {
    const told = `Dataset chat. The column who is ${type.type}, and ${role} must be `;
    expect(problems(said, named)).toEqual([expect.stringContaining(told)]);
  }
});

test.each<[Omit<DescribedColumn, 'name'>, boolean]>([
  [{ type: 'text', category: 'S', elementCategory: null }, true],
  [{ type: 'mood', category: 'E', elementCategory: null }, true],
  [{ type: 'integer', category: 'N', elementCategory: null }, true],
  [{ type: 'jsonb', category: 'U', elementCategory: null }, false],
  [{ type: 'text[]', category: 'A', elementCategory: 'S' }, false],
  [{ type: 'bytea', category: 'U', elementCategory: null }, false],
])('what was predicted is read where a row has one class, of a column like %j: %s', (type, fits) => {
  const columns = describedColumns('text-classification');
  const own = source([...columns, column('predicted', type)], columns);
  const found = resolved(taskDefinition('text-classification'), own);
  expect(found.corrections.predicted).toEqual(fits ? { column: 'predicted', as: 'text' } : null);
  expect(found.confirmed?.predicted).toBeNull();
  const said = taskDefinition('text-classification', { columns: { predicted: 'guess' } });
  const named = source([...columns, column('guess', type)], columns);
  if (fits) expect(resolved(said, named).corrections.predicted?.column).toBe('guess');
  else {
    const told = 'and predicted must be a text, an enum or a number.';
    expect(problems(said, named)).toEqual([expect.stringContaining(told)]);
  }
  const labels = describedColumns('multi-label-classification');
  const several = taskDefinition('multi-label-classification', { columns: { predicted: 'guess' } });
  expect(resolved(several, source([...labels, column('guess', type)])).corrections.predicted).toBeNull();
});

test.each<[Omit<DescribedColumn, 'name'>, 'text' | 'list' | null]>([
  [{ type: 'jsonb', category: 'U', elementCategory: null }, 'text'],
  [{ type: 'json', category: 'U', elementCategory: null }, 'text'],
  [{ type: 'double precision[]', category: 'A', elementCategory: 'N' }, 'list'],
  [{ type: 'numeric', category: 'N', elementCategory: null }, null],
  [{ type: 'text[]', category: 'A', elementCategory: 'S' }, null],
  [{ type: 'text', category: 'S', elementCategory: null }, null],
])('probabilities are read from both SELECTs where a row has one class, of a column like %j', (type, as) => {
  const columns = describedColumns('text-classification');
  const of = (name: string) => [...columns, column(name, type)];
  const found = resolved(taskDefinition('text-classification'), source(of('confidence')));
  const read = as === null ? null : { column: 'confidence', as };
  expect([found.corrections.confidence, found.confirmed?.confidence]).toEqual([read, read]);
  expect(found.shape.values).toHaveLength(1);
  const half = resolved(taskDefinition('text-classification'), source(of('confidence'), columns));
  expect([half.corrections.confidence, half.confirmed?.confidence]).toEqual([read, null]);

  const said = taskDefinition('text-classification', { columns: { confidence: 'p' } });
  expect(problems(said, source(of('p'), columns))).toContainEqual(
    expect.stringContaining('The role confidence: the SELECT has no column p.'),
  );
  if (as === null) {
    const refused = expect.stringContaining('confidence must be json, jsonb or an array of numbers.');
    expect(problems(said, source(of('p')))).toEqual([refused, refused]);
  } else expect(resolved(said, source(of('p'))).corrections.confidence).toEqual({ column: 'p', as });
  const many = Array.from({ length: 1001 }, (_, id) => `class ${id}`);
  const most = 'The role confidence is for at most 1,000 classes, and the dataset has 1,001.';
  expect(problems({ ...said, classNames: many }, source(of('p')))).toContainEqual(
    expect.stringContaining(most),
  );
  const unnamed = taskDefinition('text-classification', { classNames: many });
  expect(resolved(unnamed, source(of('confidence'))).corrections.confidence).toBeNull();
});

test('an annotator by its own name that is there twice is not guessed', () => {
  const twice = describedColumns('chat', ['annotator', 'annotator']);
  expect(resolved(taskDefinition('chat'), source(twice)).corrections.annotator).toBeNull();
});

test('everything that is missing is told at once, with what is near and what is there', () => {
  const definition = taskDefinition('preference', { columns: { chosen: 'beter' }, keep: ['shop'] });
  const columns = ['id', 'prompt', 'better', 'rejected'].map((name) => column(name));
  const there = 'It has id, prompt, better, rejected.';
  expect(problems(definition, source(columns, [column('id')]))).toEqual([
    `SELECT 1: Dataset preference. The role chosen: the SELECT has no column beter; did you mean better? ${there}`,
    `SELECT 1: Dataset preference. keep: the SELECT has no column shop. ${there}`,
    ...[
      'The role prompt: the SELECT has no column prompt. It has id. Add AS prompt to the right column, or map it with columns.',
      'The role chosen: the SELECT has no column beter. It has id.',
      'The role rejected: the SELECT has no column rejected. It has id. Add AS rejected to the right column, or map it with columns.',
      'keep: the SELECT has no column shop. It has id.',
    ].map((problem) => `SELECT 2: Dataset preference. ${problem}`),
  ]);
});

test('names that are there are told in harmless characters, and not more than thirty', () => {
  const columns = [column('a\n::error::b'), ...Array.from({ length: 40 }, (_, index) => column(`c${index}`))];
  const [problem] = problems(taskDefinition('chat'), source(columns));
  expect(problem).toContain('It has a???error??b, c0, ');
  expect(problem).toMatch(/c28\. Add AS messages to /);
});

test('a column that stands there twice is told, whatever it is for', () => {
  const definition = taskDefinition('chat', { keep: ['shop'] });
  const columns = describedColumns('chat', ['id', 'messages', 'shop', 'shop', 'group', 'group']);
  const twice = (what: string, name: string) =>
    `SELECT 1: Dataset chat. ${what}: the SELECT has several columns ${name}. Give them different names with AS.`;
  expect(problems(definition, source(columns, describedColumns('chat', ['shop', 'group'])))).toEqual([
    twice('The role messages', 'messages'),
    twice('keep', 'shop'),
    twice('The role id', 'id'),
    twice('The role group', 'group'),
  ]);
});

test('texts and messages cannot be mixed, and a column that is missing mixes nothing', () => {
  const messages = { type: 'jsonb', category: 'U' };
  const definition = taskDefinition('preference');
  const [id, prompt, chosen] = ['id', 'prompt', 'chosen'].map((name) => column(name));
  expect(problems(definition, source([id, prompt, chosen, column('rejected', messages)], null))).toEqual([
    'SELECT 1: Dataset preference. prompt, chosen, rejected must all be texts, or all be messages (json or jsonb).',
  ]);
  expect(problems(definition, source([id, prompt, chosen], null))).toHaveLength(1);
});

test('a column of a type that does not fit its role is told', () => {
  const columns = [column('id'), column('messages')];
  expect(problems(taskDefinition('chat'), source(columns, null))).toEqual([
    'SELECT 1: Dataset chat. The column messages is text, and messages must be json or jsonb. Convert it in the SELECT.',
  ]);
});

test('a column that was said and is missing is told once', () => {
  const definition = taskDefinition('chat', { columns: { id: 'nr', group: 'user' } });
  expect(problems(definition, source(describedColumns('chat'), null))).toEqual([
    'SELECT 1: Dataset chat. The role id: the SELECT has no column nr. It has id, messages.',
    'SELECT 1: Dataset chat. The role group: the SELECT has no column user. It has id, messages.',
  ]);
});

test('an id must have an order, by which rows are sampled', () => {
  const columns = [column('id', { type: 'json', category: 'U' }), ...describedColumns('chat').slice(1)];
  expect(problems(taskDefinition('chat'), source(columns, null))).toEqual([
    'SELECT 1: Dataset chat. The column id is json, and id must be of a type whose values have an order, such as a number, a text or a uuid. Convert it in the SELECT.',
  ]);
});

test('a column must be the same of the corrections and of the confirmed rows', () => {
  const definition = taskDefinition('chat', { keep: ['size'] });
  const [text, number] = [TEXT, { type: 'integer', category: 'N' }].map((type) => [
    ...describedColumns('chat'),
    column('size', type),
  ]);
  expect(problems(definition, source(text, number))).toEqual([
    'SELECT 2: Dataset chat. size would be string from the corrections and int64 from the confirmed rows. Convert one of the two in its SELECT.',
  ]);
});
