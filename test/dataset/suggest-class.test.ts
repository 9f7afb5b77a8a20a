import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { suggestClass } from '../../src/dataset/suggest-class.ts';

const ACCEPTED = ['NORMAL', 'URGENT', 'HIGHLY URGENT', 'Straße', 'no', 'level 1', 'level 2', 'सामान्य'];

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
])('%j is probably %j', (met, meant) => {
  expect(suggestClass(met, ACCEPTED)).toBe(meant);
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
  expect(suggestClass(met, ACCEPTED)).toBeNull();
});

test('a name that is the same as two classes but for punctuation says nothing', () => {
  expect(suggestClass('A B', ['a-b', 'ab'])).toBeNull();
});

test('takes names of any kind', () => {
  const name = fc.string({ unit: 'binary', maxLength: 80 });
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 5 }), (met, accepted) => {
      const meant = suggestClass(met, accepted);
      expect(meant === null || accepted.includes(meant)).toBe(true);
    }),
  );
});
