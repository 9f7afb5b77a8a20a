import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TextCleaner } from '../../../src/engine/rows/clean.ts';
import { describeGolden, readGolden } from '../../support/golden.ts';

const WHITESPACE = '\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000';
const S = '\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const cleaner = new TextCleaner();

test('cleaning bytes gives what the regular expressions give on any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...WHITESPACE,
      '<',
      '>',
      'http://',
      'https://',
      'http',
      'www.',
      'ww',
      '\ufeff',
      '\u200b',
      '😡',
      'क',
    ),
    fc.constantFrom(
      '<b>',
      '</b>',
      'https://a.b/c?d',
      'www.x',
      '<a href="http://x">',
      'hhttp://',
      'httpss://',
    ),
  );
  const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('').toWellFormed());
  fc.assert(
    fc.property(texts, (text) => {
      expect(clean(text)).toBe(reference(text));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  'two  spaces',
  'three   spaces',
  'a tab after a \tspace',
  'ends in h',
  'ends in http',
  'ends in https:/',
  'ends in w',
  'ends in www',
  'ends in <',
])('%j alone is cleaned as by the regular expressions', (text) => {
  expect(clean(text)).toBe(reference(text));
});

test('a text with nothing to clean is returned as it is', () => {
  const text = Buffer.from('what the web has, नेपाल 😡 ok');
  expect(cleaner.clean(text)).toBe(text);
});

describe('time is linear in the length', () => {
  const inputs = {
    'of <': '<',
    'of spaces': ' ',
    'of www.': 'www.',
    'of URLs without end': 'http://',
    'of short URLs': 'www.x ',
    'of tags': '<b>',
    'of open tags on lines': '<\n',
    'of one emoji': '😡',
  };
  test.each(Object.entries(inputs))('1 MB %s costs about what 20 times 50 kB cost', (_, unit) => {
    const small = Buffer.from(unit.repeat(50_000 / unit.length));
    const large = Buffer.from(unit.repeat(1_000_000 / unit.length));
    cpuTime(large, 1);
    expect(cpuTime(large, 1) / cpuTime(small, 20)).toBeLessThan(6);
  });
});

describeGolden('golden files of cleaning', () => {
  test("gives what Python's clean_text gives", () => {
    for (const { in: text, out } of readGolden('clean_text.json').cases) expect(clean(text)).toBe(out);
  });

  test("knows Python's white space, and no other", () => {
    const { regex_s_codepoints: points } = readGolden('python_char_classes.json');
    const found = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      if (clean(`a${String.fromCodePoint(point)}b`) === 'a b') found.push(point);
    }
    expect(found).toEqual(points);
  });
});

function clean(text: string): string {
  return Buffer.from(cleaner.clean(Buffer.from(text))).toString();
}

function reference(text: string): string {
  return text
    .replace(new RegExp(`https?://[^${S}]+|www\\.[^${S}]+`, 'g'), '')
    .replace(/<[^\n]*?>/g, '')
    .replace(new RegExp(`[${S}]+`, 'g'), ' ')
    .replace(/^ | $/g, '');
}

/** Microseconds of processor time that cleaning a text some times takes at best: other processes do not count. */
function cpuTime(text: Uint8Array, times: number): number {
  const runs = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage();
    for (let time = 0; time < times; time++) cleaner.clean(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...runs);
}
