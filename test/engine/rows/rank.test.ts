import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TextRanker } from '../../../src/engine/rows/rank.ts';

test.each([0, 42, 2 ** 32 - 1])('ranks by the first 8 bytes of sha256(`%d:<text>`)', (seed) => {
  const ranker = new TextRanker(seed);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (text) => {
      expect(rankBy(ranker, text)).toEqual(sha256Rank(seed, text));
    }),
  );
});

test('ranks long texts too, and short ones after them', () => {
  const ranker = new TextRanker(42);
  for (const length of [65_530, 65_533, 65_534, 1_000_000, 5]) {
    const text = Buffer.alloc(length, 'क');
    expect(rankBy(ranker, text)).toEqual(sha256Rank(42, text));
  }
});

function rankBy(ranker: TextRanker, text: Uint8Array): number[] {
  ranker.rank(text);
  return [ranker.high, ranker.low];
}

function sha256Rank(seed: number, text: Uint8Array): number[] {
  const digest = createHash('sha256').update(`${seed}:`).update(text).digest();
  return [digest.readUInt32BE(0), digest.readUInt32BE(4)];
}
