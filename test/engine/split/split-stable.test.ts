import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitStable } from '../../../src/engine/split/split-stable.ts';
import { SPLIT_NAMES, type SplitName } from '../../../src/model/rows.ts';
import { parseSplit } from '../../../src/model/split-shares.ts';
import { labelledTexts } from '../../support/texts.ts';
import { type Row, rowsOf, SHARES, split, textsOf } from './split-scene.ts';

const RANKS = 2n ** 64n;
const shares = fc.constantFrom('80/10/10', '70/15/15', '0.6/0.2/0.2', '33.3/33.3/33.4', '10/45/45', '98/1/1');
const seed = fc.nat(2 ** 32 - 1);
const rows = fc
  .uniqueArray(fc.tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(3)), {
    selector: ([text]) => text,
    maxLength: 60,
  })
  .map((found): Row[] => found);

describe('stable split', () => {
  test("places each row by its text's hash and the shares alone", () => {
    fc.assert(
      fc.property(rows, shares, seed, (found, text, number) => {
        const placed = placesOf(found, text, number);
        for (const [row] of found) expect(placed.get(row)).toBe(placeByHand(row, text, number));
      }),
    );
  });

  test('moves no row when others come and go and classes change', () => {
    fc.assert(
      fc.property(
        rows,
        rows,
        fc.func(fc.boolean()),
        fc.func(fc.nat(3)),
        shares,
        (old, added, stays, newClass, text) => {
          const known = new Set(old.map(([row]) => row));
          const today = [
            ...added.filter(([row]) => !known.has(row)),
            ...old.filter(([row]) => stays(row)).map(([row]): Row => [row, newClass(row)]),
          ];
          const before = placesOf(old, text, 42);
          for (const [row, place] of placesOf(today, text, 42)) {
            if (known.has(row)) expect(before.get(row)).toBe(place);
          }
        },
      ),
    );
  });

  test('gives each split its share, up to chance', () => {
    const { train, eval: evaluation, test } = split(rowsOf([4000, 3000, 2000, 1000]));
    expect(train.length + evaluation.length + test.length).toBe(10_000);
    for (const { length } of [evaluation, test]) expect(Math.abs(length - 1000)).toBeLessThan(4 * 30);
  });

  test('writes each split in rank order, whatever order rows come in', () => {
    const found = rowsOf([90, 60, 33]);
    const texts = textsOf(found, split(found));
    for (const name of SPLIT_NAMES) {
      const ranks = texts[name].map((text) => rankOf(text, 42));
      expect(ranks).toEqual(ranks.toSorted((a, b) => (a < b ? -1 : 1)));
    }
    const reversed = found.toReversed();
    expect(textsOf(reversed, split(reversed))).toEqual(texts);
  });

  test('has the bounds themselves in the split above them', () => {
    const { testBelow, evalBelow } = SHARES;
    const ranks = [testBelow, evalBelow].flatMap(({ high, low }) => [
      [high - 1, 0xffff_ffff],
      [high, low - 1],
      [high, low],
      [high + 1, 0],
    ]);
    const texts = {
      ...labelledTexts(rowsOf([8])),
      rankHigh: Uint32Array.from(ranks, ([high]) => high),
      rankLow: Uint32Array.from(ranks, ([, low]) => low),
    };
    expect(splitStable(texts, SHARES)).toEqual({
      test: Uint32Array.of(0, 1),
      eval: Uint32Array.of(2, 3, 4, 5),
      train: Uint32Array.of(6, 7),
    });
  });

  test('orders ranks by their lower half where the upper ones are equal', () => {
    const texts = { ...labelledTexts(rowsOf([30])), rankHigh: new Uint32Array(30).fill(2 ** 31) };
    const lower = Array.from(splitStable(texts, SHARES).train, (row) => texts.rankLow[row]);
    expect(lower).toEqual(lower.toSorted((a, b) => a - b));
    expect(lower).toHaveLength(30);
  });

  test('orders two rows alone whose upper halves are equal', () => {
    const texts = {
      ...labelledTexts(rowsOf([2])),
      rankHigh: new Uint32Array(2),
      rankLow: Uint32Array.of(2, 1),
    };
    expect(splitStable(texts, SHARES).test).toEqual(Uint32Array.of(1, 0));
  });

  test('breaks ties between equal ranks by the texts', () => {
    const tied = {
      ...labelledTexts(rowsOf([30])),
      rankHigh: new Uint32Array(30),
      rankLow: new Uint32Array(30),
    };
    const written = Array.from(splitStable(tied, SHARES).test, (row) =>
      Buffer.from(tied.textAt(row)).toString(),
    );
    expect(written).toEqual(written.toSorted());
    expect(written).toHaveLength(30);
  });

  test('sorts by every bit of the upper half', () => {
    const rankHigh = Uint32Array.from({ length: 33 }, (_, bit) => (bit === 32 ? 0 : 2 ** bit)).reverse();
    const texts = { ...labelledTexts(rowsOf([33])), rankHigh };
    const { test, eval: evaluation, train } = splitStable(texts, SHARES);
    const order = [...test, ...evaluation, ...train];
    expect(order.map((row) => rankHigh[row])).toEqual([...rankHigh].sort((a, b) => a - b));
  });
});

function placesOf(found: readonly Row[], text: string, number: number): Map<string, SplitName> {
  const splits = textsOf(found, splitStable(labelledTexts(found, number), parseSplit(text)));
  const placed = SPLIT_NAMES.flatMap((name) => splits[name].map((row): [string, SplitName] => [row, name]));
  expect(placed).toHaveLength(found.length);
  return new Map(placed);
}

/** The rule as it is written down: r < test share: test; r < test + eval share: eval; else train. */
function placeByHand(text: string, sharesText: string, number: number): SplitName {
  const [train, evaluation, test] = sharesText
    .split('/')
    .map((part) => BigInt(Math.round(Number(part) * 10)));
  const whole = train + evaluation + test;
  const rank = rankOf(text, number) * whole;
  if (rank < test * RANKS) return 'test';
  return rank < (test + evaluation) * RANKS ? 'eval' : 'train';
}

function rankOf(text: string, number: number): bigint {
  return createHash('sha256').update(`${number}:${text}`).digest().readBigUInt64BE();
}
