import { expect, test } from '@jest/globals';
import { cardFeatures, hubFeatures } from '../../src/model/features.ts';
import type { DatasetShape } from '../../src/model/shape.ts';
import { textShape } from '../support/shapes.ts';

const SHAPE: DatasetShape = {
  ...textShape(['good', 'bad']),
  texts: [
    { name: 'prompt', type: 'messages' },
    { name: 'answer', type: 'string' },
  ],
  values: [
    { name: 'label', type: 'class' },
    { name: 'labels', type: 'classes' },
    { name: 'tags', type: 'strings' },
    { name: 'flag', type: 'bool' },
    { name: 'count', type: 'int64' },
    { name: 'score', type: 'float32' },
    { name: 'share', type: 'float64' },
  ],
};

// The spelling of lists is the one that `datasets` before 4.0 and since read alike; checks/tasks.ts has both read it.
test('a parquet file tells its features as datasets does', () => {
  const string = { dtype: 'string', _type: 'Value' };
  const classes = { names: ['good', 'bad'], _type: 'ClassLabel' };
  const features = hubFeatures(SHAPE);
  expect(features).toEqual({
    prompt: [{ role: string, content: string }],
    answer: string,
    label: classes,
    labels: { feature: classes, _type: 'Sequence' },
    tags: { feature: string, _type: 'Sequence' },
    flag: { dtype: 'bool', _type: 'Value' },
    count: { dtype: 'int64', _type: 'Value' },
    score: { dtype: 'float32', _type: 'Value' },
    share: { dtype: 'float64', _type: 'Value' },
  });
  expect(Object.keys(features)).toEqual([...SHAPE.texts, ...SHAPE.values].map(({ name }) => name));
});

test('a card tells the same', () => {
  const classes = { class_label: { names: { '0': 'good', '1': 'bad' } } };
  expect(cardFeatures(SHAPE)).toEqual([
    {
      name: 'prompt',
      list: [
        { name: 'role', dtype: 'string' },
        { name: 'content', dtype: 'string' },
      ],
    },
    { name: 'answer', dtype: 'string' },
    { name: 'label', dtype: classes },
    { name: 'labels', sequence: classes },
    { name: 'tags', sequence: 'string' },
    { name: 'flag', dtype: 'bool' },
    { name: 'count', dtype: 'int64' },
    { name: 'score', dtype: 'float32' },
    { name: 'share', dtype: 'float64' },
  ]);
});

test('a column may have a name that is a property of every object', () => {
  const values = [{ name: '__proto__', type: 'bool' as const }];
  expect(Object.keys(hubFeatures({ ...SHAPE, values }))).toEqual(['prompt', 'answer', '__proto__']);
});
