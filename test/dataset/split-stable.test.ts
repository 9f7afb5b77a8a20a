import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SPLIT_NAMES, type SplitRows } from '../../src/dataset/rows.ts';
import { splitRows } from '../../src/dataset/split.ts';
import { parseSplit, splitSizes } from '../../src/dataset/split-sizes.ts';
import { labelledTexts } from '../support/texts.ts';
import { CLASS_NAMES, FRACTIONS, type Row, rowsOf, sizesOf, split } from './split-scene.ts';

const classCounts = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 4 });
const splittable = classCounts.filter(
  (counts) => counts.reduce((sum, count) => sum + (count > 2 ? count : 0), 0) > 20,
);
const fractions = fc.constantFrom('80/10/10', '70/15/15', '60/20/20', '34/33/33', '10/45/45').map(parseSplit);

describe('stable split', () => {
  test('has the sizes of scikit-learn, and every row once', () => {
    fc.assert(
      fc.property(splittable, fractions, (counts, shares) => {
        const rows = rowsOf(counts);
        const { rows: splits, tinyClasses } = split(rows, { fractions: shares });
        const tiny = tinyClasses.reduce((sum, { rows: count }) => sum + count, 0);
        const sizes = splitSizes(rows.length - tiny, shares);
        expect(sizesOf(splits)).toEqual({ ...sizes, train: sizes.train + tiny });
        const all = SPLIT_NAMES.flatMap((name) => [...splits[name]]);
        expect(all.sort((a, b) => a - b)).toEqual([...rows.keys()]);
      }),
    );
  });

  test('gives each class its share of test to the nearest row', () => {
    fc.assert(
      fc.property(splittable, (counts) => {
        const rows = rowsOf(counts);
        const { rows: splits } = split(rows);
        const n = counts.reduce((sum, count) => sum + (count > 2 ? count : 0), 0);
        const test = splitSizes(n, FRACTIONS).test;
        for (const [classId, count] of counts.entries()) {
          const held = [...splits.test].filter((row) => rows[row][1] === classId).length;
          if (count > 2) expect(Math.abs(held - (test * count) / n)).toBeLessThan(1);
          else expect(held).toBe(0);
        }
      }),
    );
  });

  test.each([
    { counts: [13, 13, 13, 13], shares: '80/10/10', test: [2, 2, 1, 1], eval: [2, 1, 1, 1] },
    { counts: [10, 10, 10], shares: '80/10/10', test: [1, 1, 1], eval: [1, 1, 1] },
    { counts: [3, 90, 3], shares: '80/10/10', test: [0, 10, 0], eval: [0, 10, 0] },
    { counts: [3, 3, 3, 3], shares: '10/45/45', test: [2, 2, 1, 1], eval: [1, 1, 2, 1] },
  ])('gives $counts in $shares test $test and eval $eval', ({ counts, shares, ...expected }) => {
    const rows = rowsOf(counts);
    const { rows: splits } = split(rows, { fractions: parseSplit(shares) });
    const held = (name: 'test' | 'eval') =>
      counts.map((_, classId) => [...splits[name]].filter((row) => rows[row][1] === classId).length);
    expect({ test: held('test'), eval: held('eval') }).toEqual(expected);
  });

  test('does not depend on the order rows come in', () => {
    fc.assert(
      fc.property(splittable, fc.nat(), (counts, turn) => {
        const rows = rowsOf(counts);
        const shuffled = [...rows.slice(turn % rows.length), ...rows.slice(0, turn % rows.length)].reverse();
        expect(textsOf(shuffled, split(shuffled).rows)).toEqual(textsOf(rows, split(rows).rows));
      }),
    );
  });

  test('ranks each class: lowest test, then eval, then train, and each split in rank order', () => {
    const rows = rowsOf([90, 60, 33]);
    const { rows: splits } = split(rows);
    const rank = (row: number) => rankOf(rows[row][0]);
    for (const name of SPLIT_NAMES) {
      const ranks = Array.from(splits[name], rank);
      expect(ranks).toEqual(ranks.toSorted());
    }
    for (const classId of [0, 1, 2]) {
      const [train, evaluation, test] = SPLIT_NAMES.map((name) =>
        Array.from(splits[name])
          .filter((row) => rows[row][1] === classId)
          .map(rank),
      );
      expect([test.at(-1)! < evaluation[0], evaluation.at(-1)! < train[0]]).toEqual([true, true]);
    }
  });

  // A test row lands in train only when so many new rows of its class rank below it that they fill test and eval,
  // which are twice as large as test was: chance does that to a class of ten rows, never to one of hundreds.
  test("keeps yesterday's test rows out of today's train as the data grows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 300, max: 600 }), { minLength: 2, maxLength: 4 }),
        fc.double({ min: 1, max: 5, noNaN: true }),
        (counts, factor) => {
          const yesterday = rowsOf(counts);
          const today = rowsOf(counts.map((count) => Math.ceil(count * factor)));
          const testBefore = textsOf(yesterday, split(yesterday).rows).test;
          const trainNow = new Set(textsOf(today, split(today).rows).train);
          expect(testBefore.filter((text) => trainNow.has(text))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('moves a test row to train exactly when test and eval of its class fill up below it', () => {
    fc.assert(
      fc.property(splittable, classCounts, (counts, added) => {
        const yesterday = rowsOf(counts);
        const today = rowsOf(counts.map((count, classId) => count + (added[classId] ?? 0)));
        const before = split(yesterday).rows;
        const now = textsOf(today, split(today).rows);
        const held = { test: new Set(now.test), eval: new Set(now.eval), train: new Set(now.train) };
        for (const classId of counts.keys()) {
          const ranked = today
            .filter(([, id]) => id === classId)
            .map(([text]) => text)
            .sort(byRank);
          const room = ranked.filter((text) => !held.train.has(text)).length;
          const testBefore = [...before.test].map((row) => yesterday[row]).filter(([, id]) => id === classId);
          for (const [text] of testBefore) {
            expect(held.train.has(text)).toBe(ranked.indexOf(text) >= room);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('orders ranks by their lower half where the upper ones are equal', () => {
    const texts = labelledTexts(rowsOf([30]));
    const close = { ...texts, rankHigh: new Uint32Array(30).fill(7) };
    const { train } = splitRows({
      texts: close,
      classNames: CLASS_NAMES,
      fractions: FRACTIONS,
      method: 'stable',
      seed: 42,
    }).rows;
    const lower = Array.from(train, (row) => close.rankLow[row]);
    expect(lower).toEqual(lower.toSorted((a, b) => a - b));
  });

  test('breaks ties between equal ranks by the texts', () => {
    const texts = labelledTexts(rowsOf([30]));
    const tied = { ...texts, rankHigh: new Uint32Array(30), rankLow: new Uint32Array(30) };
    const { rows } = splitRows({
      texts: tied,
      classNames: CLASS_NAMES,
      fractions: FRACTIONS,
      method: 'stable',
      seed: 42,
    });
    const written = Array.from(rows.train, (row) => Buffer.from(tied.textAt(row)).toString());
    expect(written).toEqual(written.toSorted());
  });
});

test.each([
  ['eval', 5, '80/10/10'],
  ['train', 8, '10/45/45'],
])('stable split refuses to leave %s empty', (_, count, shares) => {
  expect(() => split(rowsOf([count]), { fractions: parseSplit(shares) })).toThrow(/are too few to give/);
});

function rankOf(text: string): string {
  return createHash('sha256').update(`42:${text}`).digest('hex').slice(0, 16);
}

function byRank(a: string, b: string): number {
  return rankOf(a) < rankOf(b) ? -1 : 1;
}

function textsOf(rows: readonly Row[], splits: SplitRows): Record<string, string[]> {
  return Object.fromEntries(
    SPLIT_NAMES.map((name) => [name, Array.from(splits[name], (row) => rows[row][0])]),
  );
}
