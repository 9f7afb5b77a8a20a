import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { classSuggester } from '../../src/text/suggest-class.ts';

const ACCEPTED = ['NORMAL', 'URGENT', 'HIGHLY URGENT', 'Straße', 'no', 'level 1', 'level 2', 'सामान्य'];

const suggest = classSuggester(ACCEPTED);

test.each([
  ['normal', 'NORMAL'],
  ['ＮＯＲＭＡＬ', 'NORMAL'],
  ['Highly-Urgent', 'HIGHLY URGENT'],
  [' highly  urgent.', 'HIGHLY URGENT'],
  ['HIGHLY_URGENT', 'HIGHLY URGENT'],
  ['HIGHLYURGENT', 'HIGHLY URGENT'],
  ['STRASSE', 'Straße'],
  ['No', 'no'],
  ['Level  2', 'level 2'],
  ['सामा\u200dन्य', 'सामान्य'],
  ['NORML', 'NORMAL'],
  ['NORMALL', 'NORMAL'],
  ['NORMEL', 'NORMAL'],
  ['Nromal', 'NORMAL'],
  ['\u202Enormal\u0007', 'NORMAL'],
  ['n\u200do\u200drmal', 'NORMAL'],
])('%j is probably %j', (met, meant) => {
  expect(suggest(met)).toBe(meant);
});

test.each([
  ['', 'nothing'],
  ['--', 'nothing but punctuation'],
  ['Soon', 'another word'],
  ['NRML', 'two letters away'],
  ['on', 'too short to be misspelt'],
  ['level 3', 'another number'],
  ['levell', 'as near to several'],
])('%j is no class: %s', (met) => {
  expect(suggest(met)).toBeNull();
});

test('a number that is another is no misspelling, though only one class is near', () => {
  expect(classSuggester(['level 1', 'other'])('level 2')).toBeNull();
  expect(classSuggester(['level 1', 'other'])('levl 1')).toBe('level 1');
});

test('a name that is the same as two classes but for punctuation says nothing', () => {
  expect(classSuggester(['a-b', 'ab'])('A B')).toBeNull();
});

test('takes names of any kind', () => {
  const name = fc.string({ unit: 'binary', maxLength: 12 });
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 5 }), (met, accepted) => {
      const meant = classSuggester(accepted)(met);
      expect(meant === null || accepted.includes(meant)).toBe(true);
    }),
  );
});

test('folds each class once, however many names are met', () => {
  const accepted = Array.from({ length: 2000 }, (_, id) => `the same words ${id} of them`);
  const folds = jest.spyOn(String.prototype, 'normalize');
  const suggestOf = classSuggester(accepted);
  for (const name of accepted.slice(0, 20)) suggestOf(`${name}e`);
  expect(folds).toHaveBeenCalledTimes(accepted.length + 20);
  folds.mockRestore();
});
