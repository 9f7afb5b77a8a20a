import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeMarkdown, formatCount, markdownTable, oneLine } from '../../src/text/markdown.ts';

describe('escapeMarkdown', () => {
  test('leaves plain words as they are, in any script', () => {
    expect(escapeMarkdown('Security and नेपाल')).toBe('Security and नेपाल');
  });

  test('makes no link of an address', () => {
    expect(escapeMarkdown('http://x.org www.x.org WWW.x.org')).toBe(
      'http&#58;//x.org www&#46;x.org WWW&#46;x.org',
    );
  });

  test('leaves nothing that ends a table cell, opens HTML or starts a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r<>@:]|(?<!\\)\||(?<!\\)(?:\\\\)*\]\(/);
      }),
    );
  });
});

test('oneLine removes line breaks, control characters and changes of direction', () => {
  expect(oneLine(' a\r\nb\u2028c\u202Ed\u0000e\u0085 ')).toBe('a b c d e');
});

test('markdownTable aligns columns of numbers to the right', () => {
  expect(markdownTable(['Class', 'Rows'], [['a', 1234]])).toBe(
    '| Class | Rows |\n| --- | ---: |\n| a | 1,234 |',
  );
});

test('formatCount separates thousands', () => {
  expect(formatCount(1_234_567)).toBe('1,234,567');
});
