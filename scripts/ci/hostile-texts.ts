// Checks that texts made to be slow cost at most twice the time of ordinary text of the same size, from the database's
// bytes to the ranked row. Each is run many times in turn, and the fastest run counts: noise only ever adds.

import { RowCollector } from '../../src/dataset/collect-rows.ts';
import { BUILT_IN_LABELS } from '../../src/dataset/label-schema.ts';
import { TextRanker } from '../../src/dataset/rank.ts';
import { TextIndex } from '../../src/dataset/text-index.ts';
import { Checks } from '../../test/support/checks.ts';

const BYTES = 1_000_000;
const ROUNDS = 25;
const LIMIT = 2;
const [{ classNames }] = BUILT_IN_LABELS;
const className = Buffer.from(classNames[0]);
const ordinary = filledWith('वडा कार्यालय अगाडिको सडक बिग्रियो, please repair the road near the school. ');
const hostile = {
  '<': '<',
  spaces: ' ',
  'www.': 'www.',
  'one emoji': '😀',
  'http://': 'http://',
  'tags and spaces': '<b> ',
};

const texts = [ordinary, ...Object.values(hostile).map(filledWith)];
const fastest = texts.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < ROUNDS; round++) {
  for (const [index, text] of texts.entries()) {
    fastest[index] = Math.min(fastest[index], cpuMsOf(text));
  }
}
const [base, ...others] = fastest;
const checks = new Checks();
for (const [index, name] of Object.keys(hostile).entries()) {
  const ms = others[index];
  const times = `${ms.toFixed(1)} ms, ${(ms / base).toFixed(2)} × the ${base.toFixed(1)} ms of ordinary text`;
  checks.check(`1 MB of ${name}: ${times}`, ms <= LIMIT * base, `the limit is ${LIMIT} ×`);
}
checks.close();

function filledWith(piece: string): Buffer {
  return Buffer.from(piece.repeat(Math.ceil(BYTES / Buffer.byteLength(piece))));
}

function cpuMsOf(text: Buffer): number {
  const collector = new RowCollector([{ classNames }], new TextIndex(new TextRanker(42)));
  const before = process.cpuUsage();
  collector.add('reviewed', [text, className]);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
