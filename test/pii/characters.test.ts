import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CharacterReader, OTHER, UNSEEN_SIGN } from '../../src/pii/characters.ts';

const LAST_CODE_POINT = 0x10ffff;

test('reads the digits of every script as those of ASCII, and nothing else as a digit', () => {
  const reader = new CharacterReader();
  let value = -1;
  let digits = 0;
  const wrong: string[] = [];
  for (let codePoint = 0x80; codePoint <= LAST_CODE_POINT; codePoint++) {
    if (codePoint === 0xd800) codePoint = 0xe000;
    const character = String.fromCodePoint(codePoint);
    // The digits of a script follow each other from its zero on, and no two scripts meet within ten.
    value = /\p{Nd}/u.test(character) ? (value + 1) % 10 : -1;
    if (value >= 0) digits++;
    const bytes = Buffer.from(character);
    const sign = reader.at(bytes, 0);
    const isRight = value >= 0 ? sign === 0x30 + value : sign < 0x30 || sign > 0x39;
    if (!isRight || reader.width !== bytes.length) wrong.push(codePoint.toString(16));
  }
  expect(wrong).toEqual([]);
  expect(digits).toBeGreaterThan(600);
});

test.each([
  ['\u2011', '-'],
  ['\u00a0', ' '],
  ['\uff0b', '+'],
  ['\u202c', UNSEEN_SIGN],
  ['\u200d', UNSEEN_SIGN],
  ['क', OTHER],
  ['\0', OTHER],
])('reads %j as %j', (character, expected) => {
  const sign = typeof expected === 'string' ? expected.charCodeAt(0) : expected;
  expect(new CharacterReader().at(Buffer.from(character), 0)).toBe(sign);
});

test('comes to the end of any bytes', () => {
  const reader = new CharacterReader();
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      let position = 0;
      while (position < bytes.length) {
        reader.at(bytes, position);
        expect(reader.width).toBeGreaterThan(0);
        position += reader.width;
      }
      expect(position).toBe(bytes.length);
    }),
  );
});
