import { describe as describeBlock, expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/problems.ts';
import type { Corrections, StatementProblem } from '../../src/model/corrections.ts';
import type {
  DatasetDefinition,
  SourceDefinition,
  Statement,
  UnjudgedStatement,
} from '../../src/model/definition.ts';
import type { DescribedColumn, DescribedSource } from '../../src/model/selection.ts';
import { DEFAULT_TRUST, type TrustSettings } from '../../src/model/trust.ts';
import { describeTargets } from '../../src/pipeline/describe-targets.ts';
import { targetOf } from '../support/built-in.ts';
import { statementOf } from '../support/statements.ts';
import { describedColumns, taskDefinition } from '../support/tasks.ts';

const NUMBER = { type: 'bigint', category: 'N', elementCategory: null };
const WAITING = statementOf('SELECT count(*) FROM reviews');

interface Database {
  readonly columns?: DescribedColumn[];
  readonly pending?: DescribedColumn[];
  readonly count?: number;
  readonly causes?: ReadonlyMap<string, number>;
  readonly problem?: Omit<StatementProblem, 'source' | 'statement'>;
}

/** A database that describes each source alike, and what it was asked. */
function databaseOf({ columns, pending, count = 3, causes = new Map(), problem }: Database) {
  const asked: string[] = [];
  const described: DescribedSource = {
    corrections: columns ?? describedColumns('chat'),
    confirmed: describedColumns('chat'),
    pending: pending ?? [{ name: 'count', ...NUMBER }],
  };
  const corrections = {
    async describe(sources: readonly SourceDefinition[]) {
      asked.push(`describe ${sources.length}`);
      const [source] = sources;
      if (problem === undefined) return { sources: sources.map(() => described), problems: [] };
      const problems = [{ source, statement: source.corrections, ...problem }];
      return { sources: [null, ...sources.slice(1).map(() => described)], problems };
    },
    async count({ sql }: Statement, column: string) {
      asked.push(`${sql}: ${column}`);
      return count;
    },
    async countCauses({ sql }: Statement, value: { statement: Statement; column: string } | null) {
      asked.push(`${sql} and ${value?.statement.sql}: ${value?.column}`);
      return { value: count, causes };
    },
  } as unknown as Corrections;
  return { corrections, asked };
}

function chat(changes: Partial<SourceDefinition> = {}, more: Partial<DatasetDefinition> = {}) {
  const definition = taskDefinition('chat', more);
  return { ...definition, source: { ...definition.source, ...changes } };
}

function describe(database: Database, definitions: readonly DatasetDefinition[] = [chat()], settings = {}) {
  const { corrections, asked } = databaseOf(database);
  const targets = definitions.map((definition) => targetOf(definition, settings));
  return { described: describeTargets(corrections, targets), targets, asked };
}

/** What is thrown, when it is a problem with the file. */
async function problems(database: Database, definitions?: readonly DatasetDefinition[], settings = {}) {
  const error = await describe(database, definitions, settings).described.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConfigError)) throw error;
  return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

test('a source that datasets share is described and counted once', async () => {
  const shared = chat({ pending: WAITING });
  const other = chat({ name: 'other' });
  const { described, targets, asked } = describe({}, [shared, { ...shared, name: 'again' }, other]);
  const read = await described;
  expect(asked).toEqual(['describe 2', 'SELECT count(*) FROM reviews: count']);
  expect(read.map(({ target }) => target)).toEqual(targets);
  expect(read.map(({ reading }) => reading.source)).toEqual(['answers', 'answers', 'other']);
  expect(read.map(({ pending }) => pending)).toEqual([3, 3, null]);
});

test.each([
  ['of a file is told where it stands', 'file', '3:9 no such column'],
  ['of a preset is told as what the database says', 'preset', null],
  ['of the built-in datasets is told as what the database says', 'built-in', null],
] as const)('a SELECT %s', async (_, origin, expected) => {
  const error = new Error('the database says so');
  const found = problems({ problem: { message: 'no such column', offset: 4, error } }, [chat({ origin })]);
  if (expected === null) await expect(found).rejects.toBe(error);
  else expect(await found).toEqual([expected]);
});

test('a SELECT that cannot be read from is told where it starts, wherever it comes from', async () => {
  const problem = { message: 'It gives no rows.', offset: null, error: null };
  expect(await problems({ problem }, [chat({ origin: 'preset' })])).toEqual(['3:5 It gives no rows.']);
});

test('what every dataset lacks is told at once', async () => {
  const lacking = [chat({}, { keep: ['shop'] }), chat({}, { name: 'other', keep: ['size'] })];
  const of = (dataset: string, column: string) =>
    `3:5 Dataset ${dataset}. keep: the SELECT has no column ${column}. It has id, messages.`;
  expect(await problems({}, lacking)).toEqual([
    of('chat', 'shop'),
    of('chat', 'shop'),
    of('other', 'size'),
    of('other', 'size'),
  ]);
});

test('what the built-in datasets lack is told once, without a place', async () => {
  const definition = chat({ origin: 'built-in', confirmed: null });
  const { described } = describe({ columns: [] }, [definition, definition]);
  const thrown = await described.catch((error: unknown) => error);
  expect(thrown).not.toBeInstanceOf(ConfigError);
  expect((thrown as Error).message.split('\n')).toHaveLength(2);
});

test('a group and scikit-learn exclude each other', async () => {
  const columns = describedColumns('chat', ['group']);
  const definition = chat({ confirmed: null });
  const message = '3:5 Dataset chat. The rows of a group stay in one split only with split-method: stable.';
  expect(await problems({ columns }, [definition], { splitMethod: 'sklearn' })).toEqual([message]);
  expect(await describe({ columns }, [definition]).described).toHaveLength(1);
});

const TYPED = (type: string, category: string) => ({ name: 'time', type, category, elementCategory: null });

test.each<[string, Partial<TrustSettings>, DescribedColumn[], string | null]>([
  ['majority without annotator', { annotators: 'majority' }, [], 'annotators: majority needs'],
  ['majority', { annotators: 'majority' }, describedColumns('chat', ['annotator']).slice(-1), null],
  ['latest without time', { annotators: 'latest' }, [], 'annotators: latest needs'],
  ['latest of numbers', { annotators: 'latest' }, [TYPED('bigint', 'N')], null],
  ['max-age without time', { maxAge: 14 }, [], 'max-age needs'],
  ['max-age of numbers', { maxAge: 14 }, [TYPED('bigint', 'N')], 'max-age needs'],
  ['max-age', { maxAge: 14 }, [TYPED('timestamp with time zone', 'D')], null],
])('the columns that settings need are there: %s', async (_, trust, more, expected) => {
  const columns = [...describedColumns('chat'), ...more];
  const { corrections } = databaseOf({ columns });
  const target = { ...targetOf(chat({ confirmed: null })), trust: { ...DEFAULT_TRUST, ...trust } };
  const error = await describeTargets(corrections, [target]).then(
    () => null,
    (thrown: unknown) => thrown as ConfigError,
  );
  const told = error?.problems.map(({ line, message }) => `${line} ${message}`) ?? [];
  expect(told).toEqual(expected === null ? [] : [expect.stringContaining(`3 Dataset chat. ${expected}`)]);
});

test.each<[string, Database]>([
  ['no column', { pending: [] }],
  ['two columns', { pending: ['a', 'b'].map((name) => ({ name, ...NUMBER })) }],
  ['no number', { count: Number.NaN }],
  ['a part of a row', { count: 1.5 }],
  ['fewer than none', { count: -1 }],
])('rows that wait are one number, not %s', async (_, database) => {
  expect(await problems(database, [chat({ pending: WAITING })])).toEqual([
    '3:5 This SELECT must give one row with one number: how many corrections wait for review.',
  ]);
});

describeBlock('rows that a source leaves out', () => {
  const UNJUDGED: UnjudgedStatement = {
    ...statementOf('SELECT cause, rows FROM lost'),
    causes: new Map([
      ['hidden', { text: 'rows without a result', isExpected: false }],
      ['broken', { text: 'rows that cannot be read', isExpected: false }],
      ['tie', { text: 'rows of both', isExpected: true }],
    ]),
  };

  test('are counted by cause in their order, together with those that wait', async () => {
    const causes = new Map([
      ['tie', 1],
      ['broken', 0],
      ['hidden', 83],
    ]);
    const shared = chat({ pending: WAITING, unjudged: UNJUDGED });
    const { described, asked } = describe({ causes }, [shared, { ...shared, name: 'again' }]);
    const read = await described;
    expect(asked.slice(1)).toEqual(['SELECT cause, rows FROM lost and SELECT count(*) FROM reviews: count']);
    expect(read.map(({ pending }) => pending)).toEqual([3, 3]);
    const left = [
      { text: 'rows without a result', isExpected: false, rows: 83 },
      { text: 'rows of both', isExpected: true, rows: 1 },
    ];
    expect(read.map(({ unjudged }) => unjudged)).toEqual([left, left]);
  });

  test('are counted where nothing waits', async () => {
    const { described, asked } = describe({}, [chat({ unjudged: UNJUDGED })]);
    const [{ pending, unjudged }] = await described;
    expect(asked.slice(1)).toEqual(['SELECT cause, rows FROM lost and undefined: undefined']);
    expect({ pending, unjudged }).toEqual({ pending: null, unjudged: [] });
  });

  test('are not told by a name that nobody described', async () => {
    const database = { causes: new Map([['a text of a row', 1]]) };
    await expect(describe(database, [chat({ unjudged: UNJUDGED })]).described).rejects.toThrow(
      /^A preset counts rows for a cause that it does not describe\.$/,
    );
  });

  test('do not hide a wrong number of those that wait', async () => {
    const definition = chat({ pending: WAITING, unjudged: UNJUDGED });
    expect(await problems({ count: Number.NaN }, [definition])).toEqual([
      '3:5 This SELECT must give one row with one number: how many corrections wait for review.',
    ]);
  });
});

test('none may wait', async () => {
  const definition = chat({ pending: WAITING });
  const [{ pending }] = await describe({ count: 0 }, [definition]).described;
  expect(pending).toBe(0);
});

test('rows that a policy hides are a problem with the source, also of a preset', async () => {
  const hidden = {
    message: 'Policies hide rows.',
    offset: null,
    error: new Error('refused'),
    isHidden: true,
  };
  for (const origin of ['file', 'preset'] as const) {
    const shared = chat({ origin });
    const definitions = [shared, { ...shared, name: 'again' }, chat({ name: 'others' }, { name: 'other' })];
    expect(await problems({ problem: hidden }, definitions)).toEqual(['3:5 Policies hide rows.']);
  }
  const builtIn = describe({ problem: hidden }, [chat({ origin: 'built-in' })]).described;
  await expect(builtIn).rejects.toBe(hidden.error);
  const other = describe({ problem: { ...hidden, isHidden: false } }, [chat({ origin: 'preset' })]).described;
  await expect(other).rejects.toBe(hidden.error);
});
