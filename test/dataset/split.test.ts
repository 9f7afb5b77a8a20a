import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SPLIT_NAMES, type SplitRows } from '../../src/dataset/rows.ts';
import { splitRows } from '../../src/dataset/split.ts';
import { parseSplit, splitSizes } from '../../src/dataset/split-sizes.ts';
import { splitLikeSklearn } from '../../src/dataset/split-sklearn.ts';
import { describeGolden, goldenFiles, readGolden } from '../support/golden.ts';
import { labelledTexts } from '../support/texts.ts';

type Row = readonly [text: string, classId: number];

const CLASS_NAMES = ['a', 'b', 'c', 'd'];
const FRACTIONS = parseSplit('80/10/10');
const classCounts = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 4 });
const splittable = classCounts.filter(
  (counts) => counts.reduce((sum, count) => sum + (count > 2 ? count : 0), 0) > 20,
);
const fractions = fc.constantFrom('80/10/10', '70/15/15', '60/20/20', '34/33/33', '10/45/45').map(parseSplit);

describe('parseSplit', () => {
  test.each(['80/10/10', '0.8/0.1/0.1', ' 80 / 10 / 10 '])(
    'reads %j as the doubles 0.8, 0.1 and 0.1',
    (text) => {
      expect(parseSplit(text)).toEqual({ train: 0.8, eval: 0.1, test: 0.1 });
    },
  );

  test('divides whole percentages without a rounding error', () => {
    expect(parseSplit('70/15/15')).toEqual({ train: 0.7, eval: 0.15, test: 0.15 });
    expect(parseSplit('56/29/15')).toEqual({ train: 0.56, eval: 0.29, test: 0.15 });
  });

  test.each(['80/20', '80/10/11', '100/0/0', '120/-10/-10', 'a/b/c', '', '80/10/10/0', '1e2/0/0'])(
    'refuses %j',
    (text) => {
      expect(() => parseSplit(text)).toThrow(/^must be the shares of train, eval and test/);
    },
  );
});

test.each([
  [30, '70/20/10', { train: 20, eval: 6, test: 4 }],
  [52, '80/10/10', { train: 41, eval: 5, test: 6 }],
  [1000, '80/10/10', { train: 800, eval: 100, test: 100 }],
])("splitSizes gives scikit-learn's sizes of %d rows in %s", (n, split, sizes) => {
  expect(splitSizes(n, parseSplit(split))).toEqual(sizes);
});

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

describe.each(['stable', 'sklearn'] as const)('%s split', (method) => {
  test('puts classes of fewer than 3 rows into train, and says so', () => {
    const rows = rowsOf([60, 2, 1, 40]);
    const { rows: splits, tinyClasses } = split(rows, { method });
    expect(tinyClasses).toEqual([
      { classId: 1, rows: 2 },
      { classId: 2, rows: 1 },
    ]);
    const inTrain = Array.from(splits.train).filter((row) => [1, 2].includes(rows[row][1]));
    expect(inTrain).toHaveLength(3);
    if (method === 'sklearn') expect([...splits.train].slice(-3)).toEqual([60, 61, 62]);
    const all = SPLIT_NAMES.flatMap((name) => [...splits[name]]);
    expect(all.sort((a, b) => a - b)).toEqual([...rows.keys()]);
    expect(sizesOf(splits)).toEqual({ train: 83, eval: 10, test: 10 });
  });

  test('refuses what cannot be split', () => {
    expect(() => split(rowsOf([2, 1]), { method })).toThrow(/too few/);
    expect(() => split([], { method })).toThrow(/too few/);
  });

  test('is the same each time', () => {
    const rows = rowsOf([50, 50]);
    expect(split(rows, { method })).toEqual(split(rows, { method }));
  });
});

test.each([
  ['eval', 5, '80/10/10'],
  ['train', 8, '10/45/45'],
])('stable split refuses to leave %s empty', (_, count, shares) => {
  expect(() => split(rowsOf([count]), { fractions: parseSplit(shares) })).toThrow(/are too few to give/);
});

test('sklearn split says when the classes outnumber the rows of a split', () => {
  expect(() =>
    split(rowsOf([10, 10, 10, 10]), { method: 'sklearn', fractions: parseSplit('80/15/5') }),
  ).toThrow('4 classes do not fit into a split of 3 rows');
});

test('sklearn split says which class is too small', () => {
  expect(() => split(rowsOf([100, 5]), { method: 'sklearn' })).toThrow(
    'The class “b” has 5 rows, of which only 1 falls to eval and test together; split-method: sklearn needs 2 there. Collect more reviews, or use split-method: stable.',
  );
});

describeGolden('golden files of scikit-learn', () => {
  test.each(goldenFiles('split_'))('%s', (name) => {
    const golden = readGolden(name);
    const y: number[] = golden.y ?? labelsByRule(golden);
    const splits = splitLikeSklearn({
      rows: Uint32Array.from(y.keys()),
      classIds: Uint16Array.from(y),
      classNames: CLASS_NAMES,
      fractions: { train: golden.train_size, eval: golden.val_size, test: golden.test_size },
      seed: golden.random_state,
    });
    expect(Object.values(sizesOf(splits))).toEqual(golden.sizes);
    const hashes = SPLIT_NAMES.map((split) =>
      createHash('sha256')
        .update(Buffer.from(Int32Array.from(splits[split]).buffer))
        .digest('hex'),
    );
    expect(hashes).toEqual(golden.sha256_le_i32);
  });
});

function labelsByRule({
  n,
  y_rule: { a, b, c, mods },
}: {
  n: number;
  y_rule: Record<'a' | 'b' | 'c', number> & { mods: number[] };
}) {
  return Array.from({ length: n }, (_, i) => mods.reduce((value, mod) => value % mod, a * i * i + b * i + c));
}

function rankOf(text: string): string {
  return createHash('sha256').update(`42:${text}`).digest('hex').slice(0, 16);
}

function byRank(a: string, b: string): number {
  return rankOf(a) < rankOf(b) ? -1 : 1;
}

function rowsOf(counts: readonly number[]): Row[] {
  return counts.flatMap((count, classId) =>
    Array.from({ length: count }, (_, row): Row => [`text ${classId} ${row}`, classId]),
  );
}

function split(rows: readonly Row[], options: Partial<Parameters<typeof splitRows>[0]> = {}) {
  return splitRows({
    texts: labelledTexts(rows),
    classNames: CLASS_NAMES,
    fractions: FRACTIONS,
    method: 'stable',
    seed: 42,
    ...options,
  });
}

function sizesOf(splits: SplitRows): Record<string, number> {
  return Object.fromEntries(SPLIT_NAMES.map((name) => [name, splits[name].length]));
}

function textsOf(rows: readonly Row[], splits: SplitRows): Record<string, string[]> {
  return Object.fromEntries(
    SPLIT_NAMES.map((name) => [name, Array.from(splits[name], (row) => rows[row][0])]),
  );
}
