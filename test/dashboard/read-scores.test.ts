import { expect, test } from '@jest/globals';
import { readScores } from '../../src/dashboard/read-scores.ts';

const DATASETS = [
  { name: 'tone', repo: 'owner/tone' },
  { name: 'constructor', repo: 'owner/constructor' },
];
const CARD = `---
model-index:
- results:
  - dataset: {type: owner/tone, revision: v1}
    metrics: [{type: accuracy, value: 1}]
---
`;

test('each card is read once, and what a model does not tell is told in its place', async () => {
  const asked: string[] = [];
  const scores = await readScores(
    DATASETS,
    new Map([
      ['tone', ['o/good', 'o/bare', 'o/gone']],
      ['constructor', ['o/good']],
    ]),
    async (model) => {
      asked.push(model);
      if (model === 'o/gone') throw new Error('The Hub does not find o/gone.');
      return model === 'o/bare' ? null : CARD;
    },
  );
  expect(asked.sort()).toEqual(['o/bare', 'o/gone', 'o/good']);
  const of = (dataset: string) =>
    scores.get(dataset)?.map(({ model, scores, missing }) => [model, scores.length, missing]);
  expect(of('tone')).toEqual([
    ['o/good', 1, null],
    ['o/bare', 0, 'The model has no card yet.'],
    ['o/gone', 0, 'The Hub does not find o/gone.'],
  ]);
  expect(of('constructor')).toEqual([
    ['o/good', 0, 'The model-index of its card has no score on owner/constructor.'],
  ]);
});

test('without models nothing is asked for', async () => {
  const scores = await readScores(DATASETS, new Map(), () => Promise.reject(new Error('asked')));
  expect([...scores.values()]).toEqual([[], []]);
});
