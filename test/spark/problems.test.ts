import { expect, test } from '@jest/globals';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import { type SparkCandidate, sparkProblems } from '../../src/spark/problems.ts';
import { textDatasets, textShape } from '../support/shapes.ts';

const [{ shape, layout }] = textDatasets(textShape(['yes', 'no']));
const CANDIDATE: SparkCandidate = { shape, layout, splitMethod: 'stable', trust: DEFAULT_TRUST, columns: {} };

test('a dataset of a text and a class is prepared by Spark', () => {
  expect(sparkProblems(CANDIDATE, 'UTF8')).toEqual([]);
  expect(
    sparkProblems({ ...CANDIDATE, layout: { ...layout, group: 1, predicted: 1, confidence: 2 } }, 'LATIN1'),
  ).toEqual([]);
});

test.each<[Partial<SparkCandidate>, string]>([
  [{ shape: { ...shape, task: 'chat' } }, 'the task chat'],
  [{ shape: { ...shape, values: [...shape.values, { name: 'kept', type: 'bool' }] } }, 'further columns'],
  [{ shape: { ...shape, texts: [{ name: 'LABEL', type: 'string' }] } }, 'upper and lower case'],
  [{ shape: { ...shape, clean: ['whitespace'] } }, 'clean: [whitespace]; set clean: python'],
  [{ splitMethod: 'sklearn' }, 'sklearn'],
  [{ trust: { ...DEFAULT_TRUST, pii: { find: ['email'], action: 'count', region: null } } }, 'pii'],
  [{ trust: { ...DEFAULT_TRUST, annotators: 'latest' } }, 'annotators: latest'],
  [{ trust: { ...DEFAULT_TRUST, dropNearDuplicates: 'train' } }, 'drop-near-duplicates'],
  [{ layout: { ...layout, annotator: 1 } }, 'the role annotator'],
  [{ columns: { confidence: 'scores' } }, 'the role confidence'],
])('what Spark cannot do is told: %#', (change, what) => {
  const problems = sparkProblems({ ...CANDIDATE, ...change }, 'UTF8');
  expect(problems).toEqual([expect.stringContaining(what)]);
  expect(problems[0]).toMatch(
    /^Dataset urgency\. spark-command does not support .*\. Change that, or remove/,
  );
});

test('a database without an encoding is told', () => {
  expect(sparkProblems(CANDIDATE, 'SQL_ASCII')).toEqual([expect.stringContaining('SQL_ASCII')]);
});
