import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, parseDocument } from 'yaml';
import { card, frontMatter } from './card-scene.ts';

const TEXT = 'Written by hand.\n';
/** Keys as people write them; none may be read and written anew, by whatever rules. */
const PIECES = [
  'license: mit  # as agreed\n',
  'version: 1.10\n',
  'released: 2024-01-01\n',
  'mode: 010\n',
  'octal: 0o14\n',
  'country: NO\n',
  "quoted: 'it''s'\n",
  'escaped: "\\u0041\\n"\n',
  'tags:\n- a\n# between\n- b\n',
  'indented:\n  - a\n\n  - b: 1\n    c:\n',
  'block: |+\n  first\n\n  # no comment\n\n',
  'folded: >-\n  one\n  two\n',
  'flow: { a: 1, b: [x, y] }\n',
  'split: [\n  a,\n  b ]\n',
  'anchor: &a { x: 1 }\nalias: *a\n',
  'empty:\n',
  '"with spaces": 1\n',
  '? complex\n: value\n',
  'नेपाली: पानी\n',
  'wide:   1\t\n',
  'returned: x\r\n',
  '# a remark\n',
  '\n',
];
const OWN = ['language: [en]\n', 'configs:\n- config_name: old\n', 'pretty_name: Mine\n', 'task_ids: []\n'];

describe('front matter', () => {
  test('a license and tags of the file replace those of the card; without them, those of the card stay', () => {
    const existing = card(
      `---\nlicense: mit # as agreed\ntags:\n- a\nlicense_name: ours\n---\n${TEXT}`,
    ).markdown;
    const written = card(existing, {}, null, { license: 'cc-by-4.0', tags: ['no', '1_000'] });
    expect(
      parse(written.markdown.slice(4, written.markdown.indexOf('\n---\n')), { version: '1.1' }),
    ).toMatchObject({
      license: 'cc-by-4.0',
      tags: ['no', '1_000'],
      license_name: 'ours',
    });
    expect(written.markdown.match(/^(?:license|tags):/gm)).toEqual(['license:', 'tags:']);
    expect(frontMatter(card(existing))).toMatchObject({ license: 'mit', tags: ['a'], license_name: 'ours' });
    expect(frontMatter(card(existing, {}, null, { tags: ['b'] }))).toMatchObject({
      license: 'mit',
      tags: ['b'],
    });
  });

  test('keys of others survive any number of rewrites byte for byte, in their order', () => {
    const pieces = fc.uniqueArray(fc.constantFrom(...PIECES, ...OWN), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 3 }), (given, rewrites) => {
        let { markdown } = card(`---\n${given.join('')}---\n${TEXT}`);
        for (let times = 1; times < rewrites; times++) {
          markdown = card(markdown, { num_samples: 10 + times }).markdown;
        }
        const yaml = /^---\n([\s\S]*?\n)---\n/.exec(markdown)![1];
        const { errors } = parseDocument(yaml, { uniqueKeys: true });
        expect(errors).toEqual([]);
        let from = 0;
        for (const piece of given.filter((found) => !OWN.includes(found) && found.trim() !== '')) {
          const at = yaml.indexOf(piece, from);
          expect([piece, at >= from && (at === 0 || yaml[at - 1] === '\n')]).toEqual([piece, true]);
          from = at + piece.length;
        }
        expect(yaml.slice(from).match(/^[a-z_]+:/gm)).toEqual([
          'language:',
          'task_categories:',
          'task_ids:',
          'size_categories:',
          'pretty_name:',
          'dataset_info:',
          'configs:',
        ]);
        expect(markdown.endsWith(TEXT)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['a byte order mark', '\uFEFF---\nlicense: mit\n---\n'],
    ['an empty line', '\n---\nlicense: mit\n---\n'],
    ['lines of white space', ' \n\t\r\n---\nlicense: mit\n---\n'],
    ['other line ends', '---\r\nlicense: mit\r\n---\r\n'],
    ['spaces after the rules', '---  \nlicense: mit\n--- \n'],
  ])('is read after or with %s', (_, start) => {
    const { markdown } = card(`${start}${TEXT}`);
    expect(markdown).toMatch(/^---\nlicense: mit\r?\nlanguage:/);
    expect(markdown.match(/license/g)).toHaveLength(1);
    expect(markdown).toMatch(/prepare-dataset:end -->\n\nWritten by hand\.\n$/);
    expect(card(markdown).markdown).toBe(markdown);
  });

  test('a key that occurs twice is kept where it is last, and as a comment where it is first', () => {
    const yaml = 'license: mit\ntags:\n- a\nlicense: apache-2.0\nlanguage: en\nlanguage: ne\nmine: 1.10\n';
    const { markdown } = card(`---\n${yaml}---\n${TEXT}`);
    expect(markdown).toMatch(
      /^---\n# license: mit\ntags:\n- a\nlicense: apache-2\.0\nmine: 1\.10\nlanguage:\n {2}- "en"\n {2}- "ne"\n/,
    );
    expect(card(markdown).markdown).toBe(markdown);
  });

  test.each([
    ['an alias of a key that is ours', 'language: &l [en]\nmine: *l\n', { mine: ['en'] }],
    [
      'a mapping in braces',
      '{ license: mit, configs: [], version: 1.10 }\n',
      { license: 'mit', version: 1.1 },
    ],
    ['keys that are indented', '  license: mit\n  tags: [a]\n', { license: 'mit', tags: ['a'] }],
    ['a mapping in braces with a key twice', '{ a: 1, a: 2, configs: [] }\n', { a: 2 }, '# a: 1'],
  ])('of %s keeps its values', (_, yaml, values, ...lines) => {
    const next = card(`---\n${yaml}---\n${TEXT}`);
    expect(frontMatter(next)).toMatchObject({ ...values, language: ['en', 'ne'] });
    expect(card(next.markdown)).toEqual(next);
    for (const line of lines) expect(next.markdown).toContain(`\n${line}\n`);
  });

  test('datasets is dropped where the Python service wrote it, and nowhere else', () => {
    const ours = card(`---\ndatasets:\n- owner/urgency\n---\n${TEXT}`);
    expect(frontMatter(ours)).not.toHaveProperty('datasets');
    const theirs = card(`---\ndatasets:\n- owner/urgency\n- other/base\n---\n${TEXT}`);
    expect(frontMatter(theirs).datasets).toEqual(['owner/urgency', 'other/base']);
  });
});

describe('text', () => {
  test('before and after the block survives any number of rewrites byte for byte', () => {
    const piece = fc.constantFrom(
      ...['---\n', '\n', '\r\n', '  ', '# Title', 'नेपाली', '\uFEFF', '<!-- x -->', '```\n'],
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { markdown } = card(null);
        const block = /<!-- prepare-dataset:begin[\s\S]*prepare-dataset:end -->/.exec(markdown)![0];
        const front = markdown.slice(0, markdown.indexOf('# Sambodhan'));
        const person = `Mine.${before}`;
        const once = card(`${front}${person}${block}${after}`).markdown;
        expect(once).toBe(`${front}${person}${block}${after}`);
        const twice = card(once, { num_samples: 11 }).markdown;
        expect(card(twice).markdown).toBe(once);
      }),
    );
  });

  test('white space before the text stays too', () => {
    const { markdown } = card('    indented code\n\nText.\n');
    expect(markdown).toMatch(/prepare-dataset:end -->\n\n {4}indented code\n\nText\.\n$/);
  });

  test.each([
    ['a rule above and below', '---\nAsk Mira first.\n---\n'],
    ['rules around a list', '---\n- one\n- two\n---\n'],
    ['rules around nothing but space', '---\n \n---\n'],
    ['one rule', '---\nAsk Mira first.\n'],
    ['two documents', '---\na: 1\n...\nb: 2\n---\n'],
    ['what is not YAML', '---\n: [broken\n---\n'],
    ['an alias of nothing', '---\nlicense: *missing\n---\n'],
    ['aliases that grow without end', `---\na: &a [x, x, x, x, x, x, x, x, x]\n${aliases()}---\n`],
    ['a mapping that refers to itself', '---\na: &a { <<: *a }\n---\n'],
    ['brackets that nest too deep', `---\n${'['.repeat(50_000)}\n---\n`],
    ['a flood of broken anchors', `---\n${'&a '.repeat(300_000)}\n---\n`],
  ])('that begins with %s is kept as it is', (_, start) => {
    const next = card(`${start}${TEXT}`);
    expect(frontMatter(next).language).toEqual(['en', 'ne']);
    if (start.includes(' \n---')) expect(next.markdown.endsWith(TEXT)).toBe(true);
    else expect(next.markdown.endsWith(`-->\n\n${start}${TEXT}`)).toBe(true);
    expect(card(next.markdown)).toEqual(next);
  });

  test('is told from a card that nobody wrote in', () => {
    const ours = card(null).markdown;
    expect(card(ours).generatedBlobId).not.toBeNull();
    expect(card(ours.replace('language:', 'license: mit\nlanguage:')).generatedBlobId).toBeNull();
    expect(card(`${ours}More.\n`).generatedBlobId).toBeNull();
    expect(card(ours.replace('# Sambodhan', 'Mine.\n\n# Sambodhan')).generatedBlobId).toBeNull();
  });

  test('of a card without a block stands below it', () => {
    const next = card('# My dataset\n\nWritten by hand.\n');
    expect(next.markdown).toMatch(/prepare-dataset:end -->\n\n# My dataset\n\nWritten by hand\.\n$/);
  });
});

/** Nine levels of aliases: 9 to the power of 10 values in all. */
function aliases(): string {
  const keys = [...'abcdefghij'];
  return keys
    .slice(1)
    .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${keys[at]}`).join(', ')}]\n`)
    .join('');
}
