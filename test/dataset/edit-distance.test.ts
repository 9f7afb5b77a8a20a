import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from '../../src/dataset/edit-distance.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['urgent', 'urgent', 0],
  ['urgnet', 'urgent', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
  ['😀a', 'a😀', 1],
])('%s and %s are %d apart', (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
});

test('beyond the most that is of interest is only told to be so', () => {
  const words = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(words, words, fc.nat(4), (a, b, most) => {
      const edits = editDistance(a, b);
      expect(editDistance(a, b, most)).toBe(edits <= most ? edits : Number.POSITIVE_INFINITY);
    }),
  );
});

test('an edit is one apart, wherever it is', () => {
  const word = fc.string({ minLength: 2, maxLength: 12, unit: 'grapheme' });
  fc.assert(
    fc.property(word, fc.nat(), (text, at) => {
      const characters = Array.from(text);
      const place = at % characters.length;
      expect(editDistance(text, characters.toSpliced(place, 1).join(''))).toBe(1);
      expect(editDistance(text, characters.toSpliced(place, 0, '\u0001').join(''))).toBe(1);
      expect(editDistance(text, characters.toSpliced(place, 1, '\u0001').join(''))).toBeLessThanOrEqual(1);
    }),
  );
});
