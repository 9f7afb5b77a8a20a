import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { TextRanker } from '../../../src/engine/rows/rank.ts';
import { TextIndex } from '../../../src/engine/rows/text-index.ts';
import { TextReader } from '../../../src/engine/rows/text-store.ts';

/** Around the lengths at which the columns (1024, …) and the table (at 2048, …) grow. */
const COUNTS = [1023, 1024, 1025, 2048, 2049, 4097, 40_000];
const TEXTS = Array.from({ length: 40_000 }, (_, number) => Buffer.from(`text ${number}`));

test.each(COUNTS)('gives %d texts their numbers, each time the same, and their ranks', (count) => {
  const index = new TextIndex(new TextRanker(42));
  const texts = TEXTS.slice(0, count);
  for (let times = 0; times < 2; times++) {
    expect(texts.map((text) => index.numberOf(text))).toEqual([...texts.keys()]);
  }
  const last = count - 1;
  const { rankHigh, rankLow } = index.ranksOf(Uint32Array.of(last, 0));
  for (const [at, number] of [last, 0].entries()) {
    const digest = createHash('sha256').update(`42:text ${number}`).digest();
    expect([rankHigh[at], rankLow[at]]).toEqual([digest.readUInt32BE(0), digest.readUInt32BE(4)]);
  }
  const { memory } = index;
  index.close();
  expect(Buffer.from(new TextReader(memory).at(last)).toString()).toBe(`text ${last}`);
});

test.each([
  ['in their upper half', (text: string) => [Number(text), 7]],
  ['in their lower half', (text: string) => [7, Number(text)]],
  ['in nothing', () => [0, 2 ** 32 - 1]],
])('tells apart texts whose ranks differ %s', (_, rankOf) => {
  const ranker = {
    high: 0,
    low: 0,
    rank(text: Uint8Array) {
      [this.high, this.low] = rankOf(Buffer.from(text).toString());
    },
  };
  const index = new TextIndex(ranker);
  const texts = Array.from({ length: 2500 }, (_, number) => Buffer.from(String(number)));
  for (let times = 0; times < 2; times++) {
    expect(texts.map((text) => index.numberOf(text))).toEqual([...texts.keys()]);
  }
});
