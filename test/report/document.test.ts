import { expect, test } from '@jest/globals';
import type { Block } from '../../src/report/document.ts';
import { writeHtml } from '../../src/report/write-html.ts';
import { writeLog } from '../../src/report/write-log.ts';
import { writeMarkdown } from '../../src/report/write-markdown.ts';
import { writeText } from '../../src/report/write-text.ts';
import { code, givenLink, link, ownWords, piece, strong, words } from '../../src/text/line.ts';
import { oneLine } from '../../src/text/markdown.ts';

const PAGE = 'https://hub.example/x';
/** Every kind of block, and every part of a line. */
const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 2, line: words`Rows of ${'<a> & |b|'}` },
  { kind: 'paragraph', line: words`${strong('a_b')}: ${code('v1')}, ${link('page', PAGE)}` },
  { kind: 'paragraph', line: words`${piece('- it is ')}${givenLink('#3', `${PAGE} ü`)}${piece('. Done')}` },
  { kind: 'list', items: ['one: 1', ownWords('two: 2')] },
  {
    kind: 'table',
    header: ['Name', 'Rows'],
    rows: [
      ['a|b', 1200],
      ['c', 7],
    ],
  },
  { kind: 'link', line: 'Run 1', url: PAGE },
  { kind: 'warning', line: 'Look.' },
  { kind: 'note', line: 'Dry.' },
  { kind: 'code', language: 'python', text: 'a < b' },
  { kind: 'failure', text: 'It broke: <x>\n- one' },
  {
    kind: 'details',
    summary: words`✅ ${strong('<all>')} in full`,
    isOpen: true,
    blocks: [
      { kind: 'details', summary: 'Ids', isOpen: false, blocks: [{ kind: 'paragraph', line: '1, 2' }] },
    ],
  },
];

test('a document is written as Markdown in which no text formats anything', () => {
  expect(writeMarkdown(BLOCKS)).toBe(
    [
      '## Rows of &lt;a&gt; &amp; \\|b\\|',
      `**a\\_b**: \`v1\`, [page](${PAGE})`,
      `\\- it is [\\#3](<${PAGE}%20%C3%BC>). Done`,
      '- one&#58; 1\n- two: 2',
      '| Name | Rows |\n| --- | ---: |\n| a\\|b | 1,200 |\n| c | 7 |',
      `[Run 1](<${PAGE}>)`,
      '> [!WARNING]\n> Look.',
      '> [!NOTE]\n> Dry.',
      '```python\na < b\n```',
      '❌ It broke&#58; &lt;x&gt;\n\n- one',
      '<details open>\n<summary>✅ <strong>&lt;all&gt;</strong> in full</summary>\n\n<details><summary>Ids</summary>\n\n1, 2\n\n</details>\n\n</details>',
    ].join('\n\n'),
  );
});

test('a document is written as text with tables in columns', () => {
  expect(writeText({ title: 'Title', blocks: BLOCKS })).toBe(
    `${[
      'Title',
      'Rows of <a> & |b|\n-----------------',
      'a_b: v1, page',
      '- it is #3. Done',
      '- one: 1\n- two: 2',
      'Name   Rows\na|b   1,200\nc         7',
      `Run 1: ${PAGE}`,
      'Look.',
      'Dry.',
      'a < b',
      'It broke: <x>\n- one',
      '✅ <all> in full',
      'Ids',
      '1, 2',
    ].join('\n\n')}\n`,
  );
});

test('a document is written as HTML in which no text is markup', () => {
  const html = writeHtml({ title: 'A & B', blocks: BLOCKS });
  expect(html).toContain(
    '<h1 style="font-size:18px">A &amp; B</h1>\n<h2 style="font-size:16px">Rows of &lt;a&gt; &amp; |b|</h2>',
  );
  expect(html).toContain(`<p><strong>a_b</strong>: <code>v1</code>, <a href="${PAGE}">page</a></p>`);
  expect(html).toContain('<ul>\n<li>one: 1</li>\n<li>two: 2</li>\n</ul>');
  expect(html).toContain('text-align:right">1,200</td>');
  expect(html).toContain('<pre>a &lt; b</pre>\n<p>It broke: &lt;x&gt;<br>\n- one</p>');
  expect(html).toContain('<p>✅ <strong>&lt;all&gt;</strong> in full</p>\n<p>Ids</p>\n<p>1, 2</p>');
});

test('a document is written as lines of a log, all but headings indented', () => {
  expect(writeLog(BLOCKS, oneLine)).toEqual([
    'Rows of <a> & |b|',
    '  a_b: v1, page',
    '  - it is #3. Done',
    '  - one: 1',
    '  - two: 2',
    '  - Name  Rows',
    '  - a|b   1,200',
    '  - c     7',
    `  Run 1: ${PAGE}`,
    '  Look.',
    '  Dry.',
    '  a < b',
    '  It broke: <x>',
    '  - one',
    '  ✅ <all> in full',
    '  Ids',
    '  1, 2',
  ]);
});
