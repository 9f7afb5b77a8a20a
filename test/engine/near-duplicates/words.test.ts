import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WordReader } from '../../../src/engine/near-duplicates/words.ts';

const reader = new WordReader();

function wordsOf(text: string): number[] {
  return [...reader.hashes.subarray(0, reader.read(Buffer.from(text)))];
}

test.each([
  ['case', 'The ROAD is bad', 'the road is bad'],
  ['punctuation and white space', '«Road», (is)\t— bad!\u00a0…', 'Road is bad'],
  ['dandas', 'सडक बिग्रियो। मर्मत गर॥', 'सडक बिग्रियो मर्मत गर'],
  ['separators of texts', 'a question\u001fan answer', 'a question an answer'],
  ['marks of Chinese and Japanese', '道路、坏了。', '道路 坏了'],
])('%s make no difference', (_, text, plain) => {
  expect(wordsOf(text)).toEqual(wordsOf(plain));
});

test.each([
  ['letters', 'road', 'roads'],
  ['order within a word', 'ab', 'ba'],
  ['digits', 'ward 7', 'ward 8'],
  ['Devanagari', 'सडक', 'सडका'],
  ['characters of four bytes', 'x😀', 'x😁'],
  ['characters of two bytes', 'é', 'è'],
])('%s make a difference', (_, one, other) => {
  expect(wordsOf(one)).not.toEqual(wordsOf(other));
});

test('the words are those a person sees', () => {
  expect(wordsOf('one two, two 3')).toHaveLength(4);
  expect(new Set(wordsOf('one two, two 3')).size).toBe(3);
  expect(wordsOf(' \u001f.,— ।')).toEqual([]);
});

test('a script without spaces has words, which an insertion before them leaves as they are', () => {
  const text = '这条路的路灯已经坏了三个星期了请市政府尽快派人来修理谢谢我们每天晚上都要走这条路非常危险';
  const before = new Set(wordsOf(text));
  const after = wordsOf(`我想说${text}`);
  expect(before.size).toBeGreaterThan(4);
  expect(after.filter((word) => !before.has(word)).length).toBeLessThanOrEqual(2);
});

test('of a long text only so many words are read', () => {
  expect(reader.read(Buffer.alloc(400_000, 'a '))).toBe(65_536);
});

test('any text is read, and by itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(wordsOf(`${one} ${other}`)).toEqual([...wordsOf(one), ...wordsOf(other)]);
    }),
  );
});
