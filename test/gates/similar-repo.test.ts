import { expect, test } from '@jest/globals';
import { similarRepoOf } from '../../src/gates/similar-repo.ts';

function compare(name: string, ...others: string[]) {
  return similarRepoOf(
    `owner/${name}`,
    others.map((other) => `owner/${other}`),
    [],
  );
}

test.each([
  ['urgency-data', 'Urgency_Data'],
  ['urgency-data', 'urgencydata'],
  ['a-b', 'a.b'],
])('%s is %s but for case and punctuation', (name, other) => {
  expect(compare(name, 'else', other)).toEqual({ kind: 'punctuation' });
});

test.each([
  ['urgncy', 'urgency', 1, 4],
  ['urgnecy', 'urgency', 1, 4],
  ['urgency-grievances', 'urgency-greivences', 2, 11],
  ['corrections', 'correction', 1, 11],
  ['urgencydata', 'urgncy-data', 1, 4],
  ['review-en', 'reviews-en', 1, 7],
])('%s is %s but for %d edits, the first at place %d', (name, other, edits, place) => {
  expect(compare(name, 'elsewhere', other)).toEqual({ kind: 'edits', edits, place });
});

test('of several the nearest counts', () => {
  expect(compare('urgency-grievances', 'urgency-grievXYces', 'urgency-grievancez')).toMatchObject({
    edits: 1,
    place: 18,
  });
});

test.each([
  ['reviews-v1', 'reviews-v2'],
  ['reviews', 'reviews2'],
  ['reviews-2025-q4', 'reviews-2026-q1'],
  ['a-en', 'a-ne-b'],
  ['it', 'en'],
  ['cat', 'car'],
  ['misspelt-twice-here', 'mispelt-twise-heer'],
  ['urgency', 'urgentcies'],
  ['reviews-en', 'reviews-ne'],
  ['reviews-a', 'reviews-b'],
  ['open-corrections', 'seen-corrections'],
  ['short-name', 'shrot-nmae'],
])('%s is another than %s', (name, other) => {
  expect(compare(name, other)).toEqual({ kind: 'none' });
});

test('neither itself, nor a repo of the run, nor one of another owner is similar', () => {
  const datasets = ['owner/reviews', 'owner/review', 'other/reviews_'];
  expect(similarRepoOf('owner/reviews', datasets, ['owner/review'])).toEqual({ kind: 'none' });
  expect(similarRepoOf('owner/reviews', datasets, [])).toMatchObject({ kind: 'edits' });
  expect(similarRepoOf('Owner/rewiews', datasets, [])).toMatchObject({ kind: 'edits' });
});

test('is not told where the Hub does not tell', () => {
  expect(similarRepoOf('owner/reviews', null, [])).toEqual({ kind: 'not-listed' });
});
