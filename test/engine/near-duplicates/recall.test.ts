import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { findCopies, type PlacedText, place, seeded, similarityOf, wordSetOf } from './near-scene.ts';

const DOCS = path.resolve(import.meta.dirname, '../../../docs/reference/gates.md');
const PAIRS_A_BAND = 2000;
/** Different words of both texts of a pair. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 80;
/** Bands of similarity, as docs/reference/gates.md lists them, and the share that must be found. */
const BANDS = [
  { from: 0.8, to: 0.85, least: 0.94 },
  { from: 0.85, to: 0.9, least: 0.98 },
  { from: 0.9, to: 0.95, least: 0.995 },
  { from: 0.95, to: 1, least: 0.999 },
] as const;

/** Pairs of texts of random words, of which they share as many as the band says. */
function pairsOf({ from, to }: (typeof BANDS)[number]): readonly (readonly [string, string])[] {
  const random = seeded(Math.round(100 * from));
  const pairs: (readonly [string, string])[] = [];
  while (pairs.length < PAIRS_A_BAND) {
    const words = Array.from(
      { length: FEWEST_WORDS + random(MOST_WORDS - FEWEST_WORDS) },
      (_, word) => `w${word}x${random(2 ** 31)}`,
    );
    const own = 1 + random(Math.ceil(words.length * (1 - from)));
    const ownOfOne = random(own + 1);
    const pair = [words.slice(ownOfOne), [...words.slice(own), ...words.slice(0, ownOfOne)]].map((some) =>
      some.join(' '),
    );
    const [one, other] = pair;
    const similarity = similarityOf(wordSetOf(one), wordSetOf(other));
    if (similarity >= from && similarity < to) pairs.push([one, other]);
  }
  return pairs;
}

const found = BANDS.map((band) => {
  const placed = pairsOf(band).flatMap(([one, two]): PlacedText[] => [
    [one, 'train'],
    [two, 'test'],
  ]);
  const { rows, splits } = place(placed);
  return findCopies(rows, splits, { dropNearDuplicates: 'none' }).found.trainTest / PAIRS_A_BAND;
});

test.each(BANDS.map((band, index) => ({ ...band, share: found[index] })))(
  'of pairs with a similarity of $from to $to at least $least are found',
  ({ share, least }) => {
    expect(share).toBeGreaterThanOrEqual(least);
  },
);

test('docs/reference/gates.md says how many', () => {
  const lines = BANDS.map(
    ({ from, to }, index) =>
      `| ${from.toFixed(2)} to ${to === 1 ? 'below 1' : `below ${to.toFixed(2)}`} | ${(100 * found[index]).toFixed(1)} % |`,
  );
  expect(readFileSync(DOCS, 'utf8')).toContain(lines.join('\n'));
});
