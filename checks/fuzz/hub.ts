import fc from 'fast-check';
import { html, nameText } from '../../src/dashboard/html.ts';
import { parseVersion } from '../../src/dashboard/published-version.ts';
import { escapeMarkdown, oneLine } from '../../src/text/markdown.ts';
import { writeCard } from '../../src/version/card.ts';
import { parsePreviousVersion } from '../../src/version/metadata.ts';
import { metadata } from '../../test/support/metadata.ts';
import { textShape } from '../../test/support/shapes.ts';
import { type Fuzzer, fuzzer, hostileText, must } from './fuzzer.ts';

const TAG = 'v20261123_010203';
const FILE = { paths: ['data/file.parquet'], numBytes: 1, fileBytes: 1 };
const FILES = { train: FILE, eval: FILE, test: FILE };
const KNOWN = metadata();
const SHAPE = textShape(Object.keys(KNOWN.label_map));

/** JSON in which any part of real metadata may be of another kind. */
const foundMetadata = fc
  .tuple(fc.constantFrom(...Object.keys(KNOWN), 'class_balance', '__proto__'), fc.jsonValue(), fc.boolean())
  .map(([key, value, isWhole]) => {
    if (!isWhole) return JSON.stringify(value);
    const quality = key === 'class_balance' ? { ...KNOWN.quality, class_balance: value } : KNOWN.quality;
    return JSON.stringify({ ...KNOWN, quality, version_tag: TAG, [key]: value });
  });

const foundCard = fc.tuple(
  fc.constantFrom('---\n', '---\nlicense: mit\n', '', '\uFEFF---\n'),
  hostileText,
  fc.constantFrom('\n---\n', '\n', '\n--- \n'),
  hostileText,
  fc.constantFrom(
    '',
    '<!-- prepare-dataset:begin -->',
    '<!-- prepare-dataset:begin x -->y<!-- prepare-dataset:end -->',
  ),
  hostileText,
);

export const hubFuzzers: readonly Fuzzer[] = [
  fuzzer('metadata on the Hub', fc.oneof(hostileText, foundMetadata), (json) => {
    const found = parsePreviousVersion(json);
    if (found === null) return;
    must(/^v\d{8}_\d{6}$/.test(found.versionTag), 'a tag that is none');
    for (const rows of Object.values(found.classBalance ?? {})) {
      must(
        [rows.train, rows.eval, rows.test].every((count) => count >= 0),
        'a count that is none',
      );
    }
    parseVersion(TAG, json);
  }),
  fuzzer('a card on the Hub', foundCard, (parts) => {
    const existing = parts.join('');
    const card = writeCard({
      shape: SHAPE,
      metadata: KNOWN,
      files: FILES,
      previous: null,
      endpoint: 'https://h',
      existing,
    });
    must(card.markdown.startsWith('---\n'), 'no front matter');
    must(card.markdown.split('<!-- prepare-dataset:end -->').length >= 2, 'no block');
    if (existing.length % 8 !== 0) return;
    const again = writeCard({
      shape: SHAPE,
      metadata: KNOWN,
      files: FILES,
      previous: null,
      endpoint: 'https://h',
      existing: card.markdown,
    });
    must(
      again.markdown === card.markdown,
      `written again it differs: ${JSON.stringify(again.markdown.slice(0, 400))}`,
    );
  }),
  fuzzer('class names', hostileText, (name) => {
    const markdown = escapeMarkdown(name);
    must(!/[\r\n<>@\u202E]|^::/.test(markdown), `Markdown: ${markdown}`);
    must(!/(^|[^\\])[`|[\]*_]/.test(markdown.replaceAll('\\\\', '')), `Markdown: ${markdown}`);
    must(!/[\r\n]/.test(oneLine(name)), 'two lines');
    must(!/[<>"']/.test(String(html`${name}`)), 'HTML');
    must(!/<(?!\/?bdi>)/.test(String(nameText(name))), 'HTML of a name');
  }),
];
