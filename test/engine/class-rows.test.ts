import { expect, test } from '@jest/globals';
import { ClassCounter, countClassRows } from '../../src/engine/class-rows.ts';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import { sumClassRows } from '../../src/model/rows.ts';
import { SHARES } from '../support/shapes.ts';
import { ordinaryTask } from '../support/tasks.ts';

function collect(task: Parameters<typeof ordinaryTask>[0], rows: readonly (readonly string[])[]) {
  const { shape } = ordinaryTask(task);
  const texts = shape.texts.map((_, index) => index);
  const values = shape.values.map((_, index) => texts.length + index);
  const dataset = {
    shape,
    layout: {
      texts,
      values,
      member: null,
      group: null,
      id: -1,
      predicted: null,
      annotator: null,
      time: null,
    },
    isIdItem: false,
    annotators: 'unanimous' as const,
    pii: null,
    shares: SHARES,
  };
  const collector = new RowCollector([dataset], new TextIndex(new TextRanker(42)), 42);
  for (const row of rows) {
    collector.add(
      'corrections',
      row.map((field) => Buffer.from(field)),
    );
  }
  return { shape, ...collector.finish()[0] };
}

test('counts the rows of each class, those of none too', () => {
  const { shape, rows } = collect('text-pair-classification', [
    ['a', 'b', 'praise'],
    ['a', 'c', 'praise'],
    ['b', 'c', 'bug'],
  ]);
  expect(countClassRows(shape, rows)).toEqual([1, 0, 2]);
});

test('counts a row of several classes for each of them', () => {
  const { shape, rows } = collect('multi-label-classification', [
    ['a', '["praise", "bug"]'],
    ['b', '["praise"]'],
    ['c', '[]'],
  ]);
  expect(countClassRows(shape, rows)).toEqual([1, 0, 2]);
});

test('counts the class that packed values begin with', () => {
  const { shape } = ordinaryTask('text-classification');
  const counter = new ClassCounter({ ...shape, values: [...shape.values, { name: 'note', type: 'bool' }] });
  counter.add(0, Uint8Array.of(1, 2, 0, 0, 0, 1, 1));
  expect(counter.rows).toEqual([0, 0, 1]);
});

test('counts nothing without classes', () => {
  const { shape, rows } = collect('text-scoring', [['a', '0.5']]);
  expect(countClassRows(shape, rows)).toEqual([]);
});

test('sums the splits in the order of the ids, of names that look like numbers too', () => {
  const shape = { ...ordinaryTask('text-classification').shape, classNames: ['2', '1', '__proto__'] };
  const balance = JSON.parse(
    '{"1":{"train":1,"eval":1,"test":1},"2":{"train":4,"eval":0,"test":1},"__proto__":{"train":7,"eval":0,"test":0}}',
  );
  expect(sumClassRows(shape, balance)).toEqual([5, 3, 7]);
});
