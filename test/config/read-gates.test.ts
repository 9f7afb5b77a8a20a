import { expect, test } from '@jest/globals';
import { readGates } from '../../src/config/read-config.ts';
import { problemsOf } from './config-scene.ts';

test('the input gates says what defaults of a file say', () => {
  expect(readGates('max-shrinkage: 20\nmax-age: 2w\nnear-duplicates: none\npii: { find: [card] }')).toEqual({
    maxShrinkage: 20,
    maxAge: 14,
    nearDuplicates: 'none',
    pii: { find: ['card'], action: 'count', region: null },
  });
});

test.each([
  ['max-shrinkag: 20', '1:1: Unknown key "max-shrinkag" in gates; did you mean max-shrinkage?'],
  ['min-dataset-len: 5', '1:1: Unknown key "min-dataset-len" in gates; known: max-shrinkage'],
  ['- a', '1:1: gates must be a mapping of keys and values, not a list.'],
  ['max-shrinkage: 101', '1:16: max-shrinkage must be a number from 0 to 100, not "101".'],
  ['pii: { find: [mail] }', '1:15: Kind 1 must be one of email, phone, iban, card, not "mail".'],
  ['max-age: 14', '1:10: max-age must be'],
  [
    'drop-near-duplicates: train\nnear-duplicates: none',
    '1:23: drop-near-duplicates needs the search that near-duplicates: none skips. Set near-duplicates: count, or remove',
  ],
  ['lost-classes: alow', '1:15: lost-classes must be hold or allow, not "alow"; did you mean allow?'],
  ['&a [*a]', '1:4: gates must be a mapping of keys and values, not a list.'],
])('%s is refused', (text, problem) => {
  const [told, ...others] = problemsOf(() => readGates(text));
  expect(others).toEqual([]);
  expect(told?.replace(/^config:/, '').startsWith(problem)).toBe(true);
});
