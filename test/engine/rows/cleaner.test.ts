import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { textOfHtml } from '../../../src/engine/rows/clean-html.ts';
import { createCleaner } from '../../../src/engine/rows/cleaner.ts';
import { CLEANING_STEPS, type Cleaning } from '../../../src/model/cleaning.ts';

function clean(cleaning: Cleaning, text: string): string {
  return Buffer.from(createCleaner(cleaning, textOfHtml).clean(Buffer.from(text))).toString();
}

describe('html', () => {
  test.each([
    ['Wenn x < 5 und y > 3 stuerzt die App ab', 'Wenn x < 5 und y > 3 stuerzt die App ab'],
    ['<p>Hello team</p><p>Ticket', 'Hello team Ticket'],
    ['a<br>b<BR/>c', 'a b c'],
    ['un<b>believ</b>able', 'unbelievable'],
    ['<table><tr><td>1</td><td>2</td></tr></table>', '1 2'],
    ['Tom &amp; Jerry &lt;b&gt; caf&eacute; &#x1F600;&nbsp;x', 'Tom & Jerry <b> café 😀 x'],
    ['AT&T and R&D, a &unknown; b', 'AT&T and R&D, a &unknown; b'],
    ['x <script>if (a < b) { "<p>" }</script>y<style>p > a {}</style>z', 'x yz'],
    ['a <title>Mail</title>b<template><p>c</p></template> d', 'a b d'],
    ['<!doctype html><?xml version="1"?><!-- gone -->here<!-- never closed', 'here'],
    ['<!--> a <!-- b --!> c', 'a c'],
    ['<a href="https://shop.example/?a>b" title="<p>">link</a>', 'link'],
    ['I </3 you', 'I </3 you'],
    ['cheaper than <b', 'cheaper than <b'],
    ['cheaper than <a href="https://shop', 'cheaper than <a href="https://shop'],
    ['</b>cheaper than </b', 'cheaper than </b'],
    ['<b>bold</b> </ 3', 'bold </ 3'],
    ['<', '<'],
    ['<foo', '<foo'],
    ['<textarea>a &amp; <b></textarea>', 'a & <b>'],
  ])('%j is shown as %j', (html, text) => {
    expect(clean(['html', 'whitespace'], html)).toBe(text);
  });

  test('without the step whitespace blocks are lines', () => {
    expect(clean(['html'], '<p>a</p>\n<p>b  c</p>')).toBe('a\n\n\nb  c');
  });
});

describe('urls', () => {
  test.each([
    ['请打开https://example.com/a查看，包裹没有收到', '请打开查看，包裹没有收到'],
    ['เปิดhttps://a.example/bดูครับ', 'เปิดดูครับ'],
    ['https://example.com에서 받았어요', '에서 받았어요'],
    ['Siehe https://müller.de/größe, danke.', 'Siehe , danke.'],
    ['смотри http://пример.рф/путь!', 'смотри !'],
    ['see (https://en.wiki.example/Foo_(bar)).', 'see ().'],
    ['HTTPS://Shop.example/A?b=1&c=2#d end', 'end'],
    ['www.shop.example, and WWW.Shop.example.', ', and .'],
    ['Awww... how cute', 'Awww... how cute'],
    ['me@www.shop.example', 'me@www.shop.example'],
    ['http:// and www. and https://, too', 'http:// and www. and https://, too'],
    ['http://[2001:db8::1]:80/x y', 'y'],
    ['"https://a.example"<https://b.example>', '""<>'],
    ['a https://x.example', 'a'],
    ['((a https://x.example))', '((a ))'],
  ])('%j becomes %j', (text, expected) => {
    expect(clean(['urls', 'whitespace'], text)).toBe(expected);
  });
});

describe('whitespace', () => {
  test.each([
    ['  a \t\n b\u00a0\u3000c \r\n', 'a b c'],
    ['a b', 'a b'],
    ['ab ', 'ab'],
    ['a\u001fb', 'a b'],
    ['a\u200bb\ufeff', 'a\u200bb\ufeff'],
    [' ', ''],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(clean(['whitespace'], text)).toBe(expected);
  });
});

test('python cleans as the built-in datasets', () => {
  expect(clean('python', '<b>a</b>  x < 5 https://x.example,\nb > c')).toBe('a x < 5 b > c');
});

test('none trims the ends only', () => {
  expect(clean('none', ' a  <b>\n')).toBe('a  <b>');
  expect(clean('none', ' a\u001fb')).toBe('a b');
});

test('without a step for white space the ends are trimmed all the same', () => {
  expect(clean(['urls'], ' a  b https://x.example ')).toBe('a  b');
});

test('steps are done in one order: entities make URLs, and blocks make white space', () => {
  const html = '<p>see https://shop.example/?a=1&amp;b=2</p><p>end';
  expect(clean(CLEANING_STEPS, html)).toBe('see end');
});

test.each<Cleaning>(['none', 'python', ['html'], ['urls'], ['whitespace'], CLEANING_STEPS])(
  'a text in which %j changes nothing is handed back itself',
  (cleaning) => {
    const text = Buffer.from('a text with 3 < 5 but nothing more');
    const plain = Buffer.from('plain text');
    expect(createCleaner(cleaning, textOfHtml).clean(plain)).toBe(plain);
    if (cleaning !== 'python') expect(createCleaner(cleaning, textOfHtml).clean(text)).toBe(text);
  },
);

const PIECES = [
  '<',
  '>',
  '</p>',
  '<b ',
  '<!--',
  '-->',
  '&',
  '&lt;',
  ';',
  '"',
  ' ',
  '\u001f',
  'a',
  '查',
  'https://',
  'www.',
  '.',
  ')',
  '<script>',
  '</script>',
  '&#31;',
  '&#xD800;',
];

test('any text becomes valid UTF-8 without the separator of texts', () => {
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(texts, fc.subarray([...CLEANING_STEPS], { minLength: 1 }), (text, steps) => {
      const bytes = createCleaner(steps, textOfHtml).clean(Buffer.from(text));
      expect(bytes).not.toContain(0x1f);
      expect(Buffer.from(Buffer.from(bytes).toString())).toEqual(Buffer.from(bytes));
    }),
  );
});
