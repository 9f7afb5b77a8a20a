import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from '../../src/text/edit-distance.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['urgent', 'urgent', 0],
  ['urgnet', 'urgent', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
  ['😀a', 'a😀', 1],
  ['😁😀', '😀', 1],
  ['😀😁', '😀', 1],
  ['😀', '😁', 1],
  ['aab', 'aba', 1],
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

test('does not depend on how much both words have in common', () => {
  const words = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', '😀', '😁') });
  fc.assert(
    fc.property(words, words, words, words, (a, b, start, end) => {
      const more = editDistance(`${start}${a}${end}`, `${start}${b}${end}`);
      expect(more).toBeLessThanOrEqual(editDistance(a, b));
      expect(editDistance(`x${a}y`, `z${b}w`)).toBeLessThanOrEqual(editDistance(a, b) + 2);
    }),
  );
});

test('is that of the whole table', () => {
  const words = fc.string({ maxLength: 7, unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(fc.property(words, words, (a, b) => expect(editDistance(a, b)).toBe(wholeTable(a, b))));
});

/** The distance by its recursive definition. */
function wholeTable(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [a1, b1] = [a.slice(0, -1), b.slice(0, -1)];
  const edits = Math.min(
    wholeTable(a1, b) + 1,
    wholeTable(a, b1) + 1,
    wholeTable(a1, b1) + (a.at(-1) === b.at(-1) ? 0 : 1),
  );
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return isSwap ? Math.min(edits, wholeTable(a.slice(0, -2), b.slice(0, -2)) + 1) : edits;
}
