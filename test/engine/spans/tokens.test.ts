import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldText } from '../../../src/engine/rows/fold-text.ts';
import { characterKinds } from '../../../src/engine/spans/characters.ts';
import { tokensOf } from '../../../src/engine/spans/tokens.ts';
import { mixedText } from '../../support/mixed-text.ts';

const CASES = 100_000;
const SEED = 20_261_130;

function tokens(text: string): string[] {
  const offsets = tokensOf(text);
  return Array.from({ length: offsets.length / 2 }, (_, token) =>
    text.slice(offsets[2 * token], offsets[2 * token + 1]),
  );
}

test.each([
  ['', []],
  [' \t\n\u3000', []],
  ['Ada Lovelace lives in London.', ['Ada', 'Lovelace', 'lives', 'in', 'London', '.']],
  [
    "Müller's e-mail: a_b2@c.de",
    ['Müller', "'", 's', 'e', '-', 'mail', ':', 'a', '_', 'b2', '@', 'c', '.', 'de'],
  ],
  ['Café 3.5kg', ['Café', '3', '.', '5kg']],
  ['राम काठमाडौँमा बस्छ।', ['राम', 'काठमाडौँमा', 'बस्छ', '।']],
  ['東京タワーに12人', ['東', '京', 'タ', 'ワ', 'ー', 'に', '12', '人']],
  ['我用iPhone。', ['我', '用', 'iPhone', '。']],
  ['กรุงเทพมหานคร', ['ก', 'รุ', 'ง', 'เ', 'ท', 'พ', 'ม', 'ห', 'า', 'น', 'ค', 'ร']],
  ['서울에서', ['서울에서']],
  ['👩‍👩‍👧‍👦👍🏽❤️🇳🇵🇮🇳1️⃣', ['👩‍👩‍👧‍👦', '👍🏽', '❤️', '🇳🇵', '🇮🇳', '1️⃣']],
  ['🇳🇵🇮', ['🇳🇵', '🇮']],
  ['न्‍य', ['न्‍य']],
  ['\u0301a', ['\u0301', 'a']],
  ['\u200ba\u200bb \ufeff', ['a\u200bb']],
  ['\u{20000}\u{1f600}x', ['\u{20000}', '\u{1f600}', 'x']],
])('%j', (text, expected) => {
  expect(tokens(text)).toEqual(expected);
});

test(`joining the tokens of ${CASES} texts by their offsets gives each text back`, () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      const offsets = tokensOf(text);
      let position = 0;
      let joined = '';
      for (let token = 0; token < offsets.length; token += 2) {
        const [start, end] = [offsets[token], offsets[token + 1]];
        const between = text.slice(position, start);
        if (start < position || end <= start || !/^[\s\x1c-\x1f\x85\xad\u200b\u2060\ufeff]*$/.test(between))
          return false;
        if (!text.slice(start, end).isWellFormed()) return false;
        joined += between + text.slice(start, end);
        position = end;
      }
      return joined + text.slice(position) === text;
    }),
    { numRuns: CASES, seed: SEED },
  );
});

test('texts of the same folded form have the same number of tokens', () => {
  const numbers = (text: string) =>
    [text, foldText(text), text.normalize('NFD')].map((each) => tokensOf(each).length);
  fc.assert(
    fc.property(mixedText, (text) => new Set(numbers(text)).size === 1),
    { numRuns: 20_000, seed: SEED },
  );
  const wrong: number[] = [];
  for (let code = 0; code < 0x110000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const text = `a${String.fromCodePoint(code)}b`;
    if (tokensOf(text).length !== tokensOf(text.normalize()).length) wrong.push(code);
  }
  expect(wrong).toEqual([]);
});

test('the ranges are those of the Unicode of this runtime, but for later characters', () => {
  const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tai_Le', 'New_Tai_Lue'];
  const unspaced = [...scripts, 'Tai_Tham', 'Tai_Viet', 'Ahom'].map((name) => `\\p{scx=${name}}`);
  const alone = new RegExp(`^[${unspaced.join('')}]$`, 'u');
  const kindOf = (text: string) => {
    if (/[\p{M}\p{Cf}\p{Emoji_Modifier}]/u.test(text)) return 3;
    if (/\p{L}/u.test(text) && alone.test(text)) return 2;
    return /[\p{L}\p{N}]/u.test(text) ? 1 : 0;
  };
  const kinds = characterKinds();
  const wrong: string[] = [];
  for (let code = 0; code < kinds.length; code++) {
    const text = String.fromCodePoint(code);
    if (/[\p{Cn}\p{Cs}]/u.test(text) || kindOf(text) === kinds[code]) continue;
    wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
