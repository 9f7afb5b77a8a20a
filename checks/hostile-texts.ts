// Checks that what a text costs, from the database's bytes to the ranked row, grows as its length does, also for texts
// made to be slow: blocks of code run, by V8's precise coverage, and bytes that Node's own functions walk. Counts are the
// same in each run, however busy the machine is.
import { Session } from 'node:inspector/promises';
import { RowCollector } from '../src/dataset/rows/collect-rows.ts';
import { TextRanker } from '../src/dataset/rows/rank.ts';
import { TextIndex } from '../src/dataset/rows/text-index.ts';
import { Checks } from '../test/support/checks.ts';
import { textDatasets, textShape } from '../test/support/shapes.ts';

const BYTES = 200_000;
const FACTOR = 4;
/** Room for what a text costs whatever its length; a cost that grew with the square would be 16 times. */
const MOST_GROWTH = 1.1 * FACTOR;
/** Steps a byte: several looks at each, and no more. */
const MOST_STEPS = 40;
const CLASS_NAME = 'NORMAL';
const DATASETS = textDatasets(textShape([CLASS_NAME]));
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

let walked = 0;
countWalks();
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const checks = new Checks();
for (const [name, piece] of Object.entries(TEXTS)) {
  await costOf(filledWith(piece, BYTES));
  const small = await costOf(filledWith(piece, BYTES));
  const large = await costOf(filledWith(piece, FACTOR * BYTES));
  const growth = large / small;
  const steps = large / (FACTOR * BYTES);
  const told = `${steps.toFixed(1)} steps a byte, ${growth.toFixed(2)} × for ${FACTOR} × the length`;
  checks.check(
    `${name}: ${told}`,
    growth <= MOST_GROWTH && steps <= MOST_STEPS,
    `${MOST_STEPS}, ${MOST_GROWTH}`,
  );
}
checks.close();

function filledWith(piece: string, bytes: number): Buffer {
  return Buffer.from(piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece))));
}

/** Blocks run and bytes walked for one text. */
async function costOf(text: Buffer): Promise<number> {
  const collector = new RowCollector(DATASETS, new TextIndex(new TextRanker(42)), 42);
  await session.post('Profiler.takePreciseCoverage');
  walked = 0;
  collector.add('reviewed', [text, className]);
  const bytes = walked;
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const own = result.filter(({ url }) => url.includes('/src/dataset/'));
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
