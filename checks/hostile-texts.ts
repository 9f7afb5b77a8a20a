// Checks that what a text costs, from the database's bytes to the ranked row, grows as its length does, also for texts
// made to be slow: blocks of code run, by V8's precise coverage, and bytes that Node's own functions walk. Counts are the
// same in each run, however busy the machine is.
import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';
import { textOfHtml } from '../src/engine/rows/clean-html.ts';
import { RowCollector } from '../src/engine/rows/collect-rows.ts';
import type { CollectedDataset } from '../src/engine/rows/dataset-collector.ts';
import { TextRanker } from '../src/engine/rows/rank.ts';
import { TextIndex } from '../src/engine/rows/text-index.ts';
import { CLEANING_STEPS } from '../src/model/cleaning.ts';
import { PII_KINDS } from '../src/model/trust.ts';
import { openPiiReader } from '../src/pii/pii-reader.ts';
import { Checks } from '../test/support/checks.ts';
import { textDatasets, textShape } from '../test/support/shapes.ts';

const BYTES = 200_000;
const FACTOR = 4;
/** Room for what a text costs whatever its length; a cost that grew with the square would be 16 times. */
const MOST_GROWTH = 1.1 * FACTOR;
/** Steps a byte: several looks at each, and no more. */
const MOST_STEPS = 40;
/** Where personal data is looked for, in texts made of numbers and addresses: each digit is looked at in some stretches. */
const MOST_STEPS_OF_PII = 150;
const BYTES_OF_PII = 40_000;
const CLASS_NAME = 'NORMAL';
const DATASETS = textDatasets(textShape([CLASS_NAME]));
const GUARDED = DATASETS.map((dataset) => ({
  ...dataset,
  pii: { find: PII_KINDS, action: 'redact', region: 'DE' } as const,
}));
const CLEANED = DATASETS.map((dataset) => ({
  ...dataset,
  shape: { ...dataset.shape, clean: CLEANING_STEPS },
}));
const className = Buffer.from(CLASS_NAME);
const TEXTS = {
  'ordinary text': 'वडा कार्यालय अगाडिको सडक बिग्रियो, please repair the road near the school. ',
  '<': '<',
  spaces: ' ',
  'www.': 'www.',
  'one emoji': '😀',
  'http://': 'http://',
  'tags and spaces': '<b> ',
  'h without a URL': 'h',
  'tags that end far away': '<'.repeat(1000),
};
/** Texts that are slow to clean by all steps, were they not read once. */
const HTML_AND_URLS = {
  'ordinary text': TEXTS['ordinary text'],
  '<': '<',
  '&': '&',
  '&#1': '&#1',
  '<b>': '<b>',
  'closing tags': '</b>',
  'tags that nest': '<div><b>',
  'closing tags of no element': '<div></p>',
  'tags that never end': '<a href="',
  'comments that never end': '<!-',
  scripts: '<script></scrip',
  'titles with entities': '<title>&amp;',
  'a script that never ends': `${'<script>'}${'</'.repeat(1000)}`,
  'www.': 'www.',
  'https://': 'https://',
  'https://a': 'https://a',
  'URLs in Chinese': 'https://a查',
  brackets: 'https://a)',
  'full stops': 'https://a...',
  spaces: ' ',
};
/** Texts that are slow to look through for personal data, were it not for its bounds. */
const ADDRESSES_AND_NUMBERS = {
  'ordinary text': TEXTS['ordinary text'],
  '@': '@',
  'a@': 'a@',
  'a@b.': 'a@b.',
  'a local part without an end': 'é.',
  'labels without an end': `${'a@'}${'é.'.repeat(1000)}`,
  'invisible characters before an @': `${'\u200b'.repeat(1000)}@`,
  'invisible characters after an @': `x@${'\u200b'.repeat(1000)}`,
  'wide @ between letters': 'é＠',
  'full stops of Chinese': 'a@中。',
  'addresses in all alphabets': 'josé@müller.de вася@пример.рф ',
  digits: '1',
  '0/': '0/',
  'pairs with slashes': '01/02/03/04/05/06/',
  'area codes with slashes': '0621/1 2 3 4 5 ',
  'calling codes': '0049 ',
  'numbers of everything': '0049 30/23 12-51.23 (0) ',
  'groups of three': '123 ',
  'hexadecimal digits': '0301234567abcdef',
  references: 'Rechnungsnr. 0301234567 ',
};

// Code that V8 optimizes in the middle of a text, or takes back to unoptimized, is counted wrong for a part of it.
setFlagsFromString('--no-opt');
setFlagsFromString('--no-maglev');
let walked = 0;
countWalks();
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const checks = new Checks();
for (const [name, piece] of Object.entries(TEXTS)) {
  await check(name, piece, { datasets: DATASETS, bytes: BYTES, mostSteps: MOST_STEPS });
}
for (const [name, piece] of Object.entries(HTML_AND_URLS)) {
  await check(`cleaning by all steps ${name}`, piece, {
    datasets: CLEANED,
    bytes: BYTES,
    mostSteps: MOST_STEPS,
  });
}
for (const [name, piece] of Object.entries(ADDRESSES_AND_NUMBERS)) {
  await check(`looking for personal data in ${name}`, piece, {
    datasets: GUARDED,
    bytes: BYTES_OF_PII,
    mostSteps: MOST_STEPS_OF_PII,
  });
}
checks.close();

function filledWith(piece: string, bytes: number): Buffer {
  return Buffer.from(piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece))));
}

async function check(
  name: string,
  piece: string,
  { datasets, bytes, mostSteps }: { datasets: readonly CollectedDataset[]; bytes: number; mostSteps: number },
): Promise<void> {
  await costOf(filledWith(piece, bytes), datasets);
  const small = await costOf(filledWith(piece, bytes), datasets);
  const large = await costOf(filledWith(piece, FACTOR * bytes), datasets);
  const growth = large / small;
  const steps = large / (FACTOR * bytes);
  checks.check(
    `${name}: ${steps.toFixed(1)} steps a byte, ${growth.toFixed(2)} × for ${FACTOR} × the length`,
    growth <= MOST_GROWTH && steps <= mostSteps,
    `${mostSteps}, ${MOST_GROWTH}`,
  );
}

/** Blocks run and bytes walked for one text. */
async function costOf(text: Buffer, datasets: readonly CollectedDataset[]): Promise<number> {
  const collector = new RowCollector(datasets, new TextIndex(new TextRanker(42)), 42, {
    openPii: openPiiReader,
    textOfHtml,
  });
  await session.post('Profiler.takePreciseCoverage');
  walked = 0;
  collector.add('corrections', [text, className]);
  const bytes = walked;
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const own = result.filter(({ url }) =>
    /\/src\/(?:engine|pii|version|text)\/|\/(?:htmlparser2|entities)\//.test(url),
  );
  const counts = own.flatMap(({ functions }) =>
    functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)),
  );
  return counts.reduce((sum, count) => sum + count, bytes);
}

/** Has the functions that walk bytes outside of JavaScript tell how many. */
function countWalks(): void {
  const { indexOf, includes } = Buffer.prototype;
  const { set, copyWithin, indexOf: indexOfByte } = Uint8Array.prototype;
  Uint8Array.prototype.indexOf = function (byte, from = 0) {
    const found = indexOfByte.call(this, byte, from);
    walked += (found < 0 ? this.length : found) - from;
    return found;
  };
  Buffer.prototype.indexOf = function (...args: Parameters<typeof indexOf>) {
    const found = indexOf.apply(this, args);
    walked += (found < 0 ? this.length : found) - (typeof args[1] === 'number' ? args[1] : 0);
    return found;
  };
  Buffer.prototype.includes = function (...args: Parameters<typeof includes>) {
    return this.indexOf(...args) >= 0;
  };
  Uint8Array.prototype.set = function (...args) {
    walked += args[0].length;
    set.apply(this, args);
  };
  Uint8Array.prototype.copyWithin = function (...args) {
    walked += (args[2] ?? this.length) - args[1];
    return copyWithin.apply(this, args) as typeof this;
  };
}
