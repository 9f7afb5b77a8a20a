import { expect, test } from '@jest/globals';
import { resolveDataset } from '../../src/config/resolve.ts';
import type { DatasetDefinition, DatasetSettings } from '../../src/model/definition.ts';
import type { Task } from '../../src/model/tasks.ts';
import type { ResolvedTarget } from '../../src/pipeline/describe-targets.ts';
import { planReading } from '../../src/pipeline/plan-reading.ts';
import { targetOf } from '../support/built-in.ts';
import { describedColumns, taskDefinition } from '../support/tasks.ts';

const { source } = taskDefinition('chat');
const NOW = new Date('2026-11-23T01:02:03Z');
const TEXT = { type: 'text', category: 'S', elementCategory: null };

/** A dataset of a source that has the columns of every task and `mood`. */
function entry(
  task: Task,
  changes: Partial<DatasetDefinition> = {},
  settings: Partial<DatasetSettings> = {},
): ResolvedTarget {
  const definition = taskDefinition(task, { source, ...changes });
  const columns = [
    ...describedColumns(task),
    { name: 'mood', ...TEXT },
    { name: 'who', ...TEXT },
    { name: 'key', ...TEXT },
  ];
  const confirmed = definition.source.confirmed === null ? null : columns.toReversed();
  const found = resolveDataset(definition, { corrections: columns, confirmed, pending: null });
  if (Array.isArray(found)) throw new Error(found[0].message);
  return { target: targetOf(definition, settings), ...found };
}

const LABEL = entry('text-classification');
const MOOD = entry('text-classification', { name: 'mood', columns: { label: 'mood' } });

test('datasets of a source are read together, each column once, first those that tell whose a row is', () => {
  const keeping = entry('text-scoring', { keep: ['mood', 'who'], columns: { group: 'who' } });
  const [plan, ...others] = planReading([LABEL, MOOD, keeping], NOW);
  expect(others).toEqual([]);
  const columns = ['label', 'mood', 'score', 'text', 'id', 'who'];
  const origin = { source, datasets: ['text-classification', 'mood', 'text-scoring'] };
  expect(plan.corrections).toEqual({
    origin: { ...origin, part: 'corrections' },
    sql: 'SELECT 1',
    id: 'id',
    fields: columns.map((column) => ({ column, as: 'text' })),
    members: [0, 1, 2],
  });
  expect(plan.confirmed).toEqual({
    ...plan.corrections,
    origin: { ...origin, part: 'confirmed' },
    sql: 'SELECT 2',
  });
  expect(plan.datasets.map(({ layout }) => layout)).toEqual([
    { texts: [3], values: [0], member: 0, group: null, id: 4, predicted: null, annotator: null, time: null },
    { texts: [3], values: [1], member: 1, group: null, id: 4, predicted: null, annotator: null, time: null },
    {
      texts: [3],
      values: [2, 1, 5],
      member: 2,
      group: 5,
      id: 4,
      predicted: null,
      annotator: null,
      time: null,
    },
  ]);
  expect(plan.datasets.map(({ shape }) => shape)).toEqual([LABEL, MOOD, keeping].map(({ shape }) => shape));
  expect(plan.datasets.map(({ target }) => target)).toEqual([LABEL.target, MOOD.target, keeping.target]);
});

test('who made a correction, and when, is read of the corrections only', () => {
  const [columns, time] = [{ annotator: 'who' }, { column: 'at', as: 'time' } as const];
  const noting = entry('text-classification', { name: 'noting', columns });
  const timed = { ...noting, corrections: { ...noting.corrections, time } };
  const [plan] = planReading([LABEL, timed], NOW);
  expect(plan.corrections.fields.slice(-2)).toEqual([{ column: 'who', as: 'text' }, time]);
  expect(plan.confirmed!.fields.slice(-2)).toEqual([null, null]);
  expect(plan.datasets.map(({ layout }) => [layout.annotator, layout.time])).toEqual([
    [null, null],
    [3, { field: 4, isInstant: true, until: NOW.getTime() / 1000 + 300 }],
  ]);
});

test('where one dataset takes every row, every row is read', () => {
  const [plan] = planReading([LABEL, entry('prompt-completion')], NOW);
  expect(plan.corrections.members).toBeNull();
  expect(plan.confirmed!.members).toBeNull();
  expect(plan.datasets.map(({ layout }) => layout.member)).toEqual([0, null]);
});

test('a column that the two SELECTs have by other ways is two fields', () => {
  const list = { column: 'label', as: 'list' } as const;
  const odd = { ...LABEL, confirmed: { ...LABEL.confirmed!, values: [list] } };
  const [plan] = planReading([LABEL, odd], NOW);
  expect(plan.corrections.fields.map((read) => read?.as)).toEqual(['text', 'text', 'text', 'text']);
  expect(plan.confirmed!.fields.map((read) => read?.as)).toEqual(['text', 'list', 'text', 'text']);
  expect(plan.datasets.map(({ layout }) => layout.values)).toEqual([[0], [1]]);
});

test.each<[string, ResolvedTarget]>([
  ['source', entry('text-classification', { source: { ...source } })],
  ['seed', entry('text-classification', {}, { randomState: 7 })],
  ['id', entry('text-classification', { columns: { id: 'key' } })],
  ['method', entry('text-classification', {}, { splitMethod: 'sklearn' })],
])('datasets of another %s are read by themselves', (_, other) => {
  const plans = planReading([LABEL, other, MOOD], NOW);
  expect(plans.map(({ datasets }) => datasets.map(({ target }) => target))).toEqual([
    [LABEL.target, MOOD.target],
    [other.target],
  ]);
});

test('with scikit-learn every dataset is read by itself, in the order of the ids', () => {
  const sklearn = { splitMethod: 'sklearn', randomState: 3 } as const;
  const entries = [0, 1].map(() => entry('text-classification', {}, sklearn));
  const plans = planReading([...entries, LABEL], NOW);
  expect(plans.map(({ ordered, seed }) => [ordered, seed])).toEqual([
    [true, 3],
    [true, 3],
    [false, 42],
  ]);
});

test('other ratios and shares are no reason to read again', () => {
  const other = entry('text-classification', {}, { correctRatio: 3, split: '60/20/20', minDatasetLen: 1 });
  expect(planReading([LABEL, other], NOW)).toHaveLength(1);
});

test('a source without confirmed rows has nothing to sample', () => {
  const [plan] = planReading([entry('chat', { source: { ...source, confirmed: null } })], NOW);
  expect(plan.confirmed).toBeNull();
});
