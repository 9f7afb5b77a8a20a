import { expect, test } from '@jest/globals';
import { RowCollector } from '../../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../../src/engine/rows/rank.ts';
import { TextIndex } from '../../../src/engine/rows/text-index.ts';
import type { Column } from '../../../src/model/shape.ts';
import type { Task } from '../../../src/model/tasks.ts';
import { ordinaryTask } from '../../support/tasks.ts';

const SHOP: Column = { name: 'shop', type: 'string' };

/** Agreement of two annotators who give two texts these values, in the rows' order: text, annotator, values. */
function agreement(task: Task, kept: readonly Column[], rows: readonly (readonly string[])[]) {
  const { shape } = ordinaryTask(task);
  const values = [...shape.values, ...kept];
  const texts = shape.texts.map(() => 0);
  const layout = {
    texts,
    values: values.map((_, index) => 2 + index),
    member: null,
    group: null,
    id: 0,
    predicted: null,
    annotator: 1,
    time: null,
  };
  const dataset = {
    shape: { ...shape, values },
    layout,
    isIdItem: false,
    annotators: 'unanimous',
    pii: null,
  } as const;
  const collector = new RowCollector([dataset], new TextIndex(new TextRanker(42)), 42);
  for (const row of rows)
    collector.add(
      'corrections',
      row.map((field) => Buffer.from(field)),
    );
  return collector.finish()[0].counts.agreement?.alpha;
}

test.each<[Task, readonly Column[], readonly (readonly string[])[], number | null]>([
  ['text-classification', [], [['bug'], ['bug'], ['praise'], ['praise']], 1],
  [
    'text-classification',
    [SHOP],
    [
      ['bug', 'a'],
      ['bug', 'b'],
      ['praise', 'a'],
      ['praise', 'b'],
    ],
    1,
  ],
  [
    'multi-label-classification',
    [SHOP],
    [
      ['["bug","praise"]', 'a'],
      ['["praise","bug"]', 'b'],
      ['[]', 'a'],
      ['[]', 'a'],
    ],
    1,
  ],
  [
    'unpaired-preference',
    [SHOP],
    [
      ['t', 'a'],
      ['t', 'b'],
      ['f', 'a'],
      ['f', 'b'],
    ],
    1,
  ],
  [
    'text-scoring',
    [SHOP],
    [
      ['1', 'a'],
      ['2', 'b'],
      ['9', 'a'],
      ['8', 'a'],
    ],
    0.97,
  ],
  ['prompt-completion', [SHOP], [['a'], ['b'], ['a'], ['a']], null],
])(
  'annotators of %s agree on what they decide, not on what is kept beside it',
  (task, kept, values, alpha) => {
    const rows = values.map((own, index) => [`text ${index >> 1}`, index % 2 === 0 ? 'ann' : 'bob', ...own]);
    expect(agreement(task, kept, rows)).toBe(alpha);
  },
);
