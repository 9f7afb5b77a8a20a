import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DatasetRows } from '../../../src/engine/dataset-rows.ts';
import type { SplitName } from '../../../src/model/rows.ts';
import {
  findCopies,
  type PlacedText,
  place,
  randomText,
  seeded,
  similarityOf,
  templateTexts,
  wordSetOf,
} from './near-scene.ts';

const SPLITS: readonly SplitName[] = ['train', 'train', 'train', 'train', 'eval', 'test'];
const LIGHTS = 'The lights on the road to our school are broken since the storm';

function find(texts: readonly PlacedText[], drop: 'train' | 'none' = 'none') {
  const { rows, splits } = place(texts);
  return findCopies(rows, splits, { dropNearDuplicates: drop });
}

describe('a small dataset', () => {
  const placed: PlacedText[] = [
    [`${LIGHTS}!`, 'train'],
    ['The water of our village is brown and smells of fish', 'train'],
    ['Nobody collects the waste of ward seven any more', 'train'],
    [`${LIGHTS}, please`, 'test'],
    ['Why is the health post closed at noon', 'test'],
    ['the WATER of our village is brown, and smells of fish today', 'eval'],
    [`Please, ${LIGHTS}`, 'eval'],
    ['No water', 'eval'],
    ['?!', 'eval'],
  ];

  test('tells which rows of one split are near copies of rows of another', () => {
    const { found, droppedRows, examples, splits } = find(placed);
    expect(found).toMatchObject({ trainTest: 1, trainEval: 2, evalTest: 1, notCompared: 0, tooShort: 1 });
    expect(droppedRows).toEqual(new Uint32Array());
    expect([...splits.train]).toEqual([0, 1, 2]);
    expect(examples).toHaveLength(4);
    expect(examples).toContainEqual({ rows: [0, 3], splits: ['train', 'test'], similarity: 11 / 12 });
    expect(examples).toContainEqual({ rows: [6, 3], splits: ['eval', 'test'], similarity: 1 });
  });

  test('takes such rows out of train, and nothing else', () => {
    const { found, droppedRows, splits } = find(placed, 'train');
    expect([...droppedRows]).toEqual([0, 1]);
    expect([...splits.train]).toEqual([2]);
    expect([splits.eval, splits.test].map((rows) => [...rows])).toEqual([
      [5, 6, 7, 8],
      [3, 4],
    ]);
    expect(found).toMatchObject({ trainTest: 0, trainEval: 0, evalTest: 1 });
  });

  test('does not leave train empty', () => {
    const bare = placed.filter(([text, split]) => split !== 'train' || text.startsWith(LIGHTS));
    expect(() => find(bare, 'train')).toThrow('Every row of train is a near-duplicate');
  });

  test.each([
    ['four fifths of the words', 'one two three four five six seven eight', true],
    ['fewer', 'one two three four five six seven eleven twelve', false],
  ])('a near copy has at least four fifths of the words: %s', (_, text, isCopy) => {
    const { found } = find([
      ['one two three four five six seven eight nine ten', 'train'],
      [text, 'test'],
      ['nothing of the kind at all', 'eval'],
    ]);
    expect(found.trainTest).toBe(isCopy ? 1 : 0);
  });
});

describe('long texts', () => {
  const random = seeded(1);
  const originals = Array.from({ length: 1000 }, () => randomText(40 + random(40), random));

  test('nineteen of twenty near copies at least are found, with up to three words changed, and no other text is one', () => {
    const copies = originals.slice(0, 400).map((text) => {
      const words = text.split(' ');
      for (let change = random(3); change >= 0; change--) words[random(words.length)] = `new${random(1e6)}`;
      return words.join(' ');
    });
    const others = Array.from({ length: 400 }, () => randomText(50, random));
    const { found } = find([
      ...originals.map((text): PlacedText => [text, 'train']),
      ...copies.map((text, row): PlacedText => [text, row % 2 === 0 ? 'test' : 'eval']),
      ...others.map((text): PlacedText => [text, 'test']),
    ]);
    const count = found.trainTest + found.trainEval;
    expect(count).toBeGreaterThanOrEqual(380);
    expect(count).toBeLessThanOrEqual(400);
    expect(found.evalTest).toBe(0);
  });

  test('texts without a common word are never near copies', () => {
    const texts = originals.map((text, row) => text.replaceAll('w', `${SPLITS[row % SPLITS.length]}`));
    const { found, examples } = find(texts.map((text, row) => [text, SPLITS[row % SPLITS.length]]));
    expect(found).toMatchObject({ trainTest: 0, trainEval: 0, evalTest: 0 });
    expect(examples).toEqual([]);
  });
});

describe('texts of one to three words', () => {
  const pairs: readonly (readonly [one: string, other: string, isCopy: boolean])[] = [
    ['Thanks', 'thanks!', true],
    ['No water.', '«no» WATER', true],
    ['Road is bad', 'road is bad...', true],
    ['is road bad', 'Road is bad', true],
    ['no', 'No, no, no: no!', true],
    ['सडक बिग्रियो', 'सडक बिग्रियो।', true],
    ['Thanks', 'Thank', false],
    ['No water', 'No', false],
    ['Road is bad', 'Road is', false],
    ['Road is bad', 'Road is bad here', false],
    ['Road is bad', 'Road is wet', false],
  ];

  test.each(pairs)('%j and %j: %p', (one, other, isCopy) => {
    for (const [train, test] of [
      [one, other],
      [other, one],
    ]) {
      const { found } = find([
        [train, 'train'],
        [test, 'test'],
      ]);
      expect([found.trainTest, found.tooShort]).toEqual([isCopy ? 1 : 0, 0]);
    }
  });

  test('are found however many share some of their words, and dropped', () => {
    const placed = Array.from({ length: 3000 }, (_, row): PlacedText => {
      const text = `${row < 1500 ? 'good' : 'very good'} w${row >> 1}`;
      return row % 2 === 0 ? [text, 'train'] : [`${text}!`, 'test'];
    });
    expect(find(placed).found).toMatchObject({ trainTest: 1500, notCompared: 0, tooShort: 0 });
    const { found } = find([...placed, ['own', 'train']], 'train');
    expect(found).toMatchObject({ trainTest: 0, dropped: 1500 });
  });
});

describe('texts written from templates', () => {
  const placed = templateTexts(2000, seeded(7)).map((text, row): PlacedText => [text, SPLITS[row % 6]]);
  const sets = placed.map(([text]) => wordSetOf(text));
  const rowsIn = (split: SplitName) => placed.flatMap(([, where], row) => (where === split ? [row] : []));
  /** Rows of a split that are near copies of rows of another, by comparing all with all. */
  const copiesIn = (split: SplitName, other: SplitName) =>
    rowsIn(split).filter((row) => rowsIn(other).some((one) => similarityOf(sets[row], sets[one]) >= 0.8));

  // Many of these pairs are just near copies, which is what sketches miss first: of 5,146 real texts 98 to 100 % are found.
  test('nearly all near copies are found that comparing all with all finds, and nothing else', () => {
    const { found, examples } = find(placed);
    for (const [count, truth] of [
      [found.trainTest, copiesIn('test', 'train').length],
      [found.trainEval, copiesIn('eval', 'train').length],
      [found.evalTest, copiesIn('test', 'eval').length],
    ]) {
      expect(truth).toBeGreaterThan(20);
      expect(count).toBeGreaterThanOrEqual(0.9 * truth);
      expect(count).toBeLessThanOrEqual(truth);
    }
    for (const { rows, similarity } of examples) {
      expect(similarity).toBeGreaterThanOrEqual(0.8);
      expect(similarity).toBe(similarityOf(sets[rows[0]], sets[rows[1]]));
    }
  });

  test('nearly all of them are dropped, the same ones in whatever order the rows come', () => {
    const truth = new Set([...copiesIn('train', 'test'), ...copiesIn('train', 'eval')]);
    const { found } = find(placed, 'train');
    expect(found.dropped).toBeGreaterThanOrEqual(0.94 * truth.size);
    const orders = [placed.toReversed(), seededOrder(placed, 3), seededOrder(placed, 4)];
    const droppedOf = (texts: readonly PlacedText[]) => {
      const { rows, splits } = placeInSplitOrder(texts);
      const { found: there, droppedRows } = findCopies(rows, splits, { dropNearDuplicates: 'train' });
      return { ...there, droppedRows: [...droppedRows].map((row) => texts[row][0]) };
    };
    const expected = droppedOf(placed);
    for (const order of orders) expect(droppedOf(order)).toEqual(expected);
  });

  test('what is counted does not depend on the order of the rows where all were compared', () => {
    const few = placed.slice(0, 400);
    const countsOf = (texts: readonly PlacedText[]) => ({ ...find(texts).found, examples: [] });
    expect(countsOf(few).notCompared).toBe(0);
    for (const order of [few.toReversed(), seededOrder(few, 5)])
      expect(countsOf(order)).toEqual(countsOf(few));
  });
});

describe('texts that are all alike', () => {
  test.each([
    ['near copies of each other', (row: number) => `${LIGHTS} of two weeks ago, number ${row}`],
    [
      'almost near copies',
      (row: number) => `one two three four five six seven eight nine ten ${manyOwn(row, 4)}`,
    ],
  ])('%s take time linear in their number', (_, textOf) => {
    for (const drop of ['none', 'train'] as const) {
      for (const count of [1000, 4000]) {
        const texts = Array.from(
          { length: count },
          (_row, row): PlacedText => [textOf(row), SPLITS[row % 6]],
        );
        const { rows, splits } = place([...texts, [randomText(9, seeded(count)), 'train']]);
        const counted = countReads(rows);
        findCopies(counted.rows, splits, { dropNearDuplicates: drop });
        expect(counted.reads()).toBe(rows.length);
      }
    }
  });

  test('what was not compared is counted', () => {
    const texts = Array.from({ length: 3000 }, (_, row): PlacedText => {
      return [`one two three four five six seven eight nine ten ${manyOwn(row, 4)}`, SPLITS[row % 6]];
    });
    expect(find(texts).found.notCompared).toBeGreaterThan(0);
  });
});

test('any texts can be searched', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 }).map((words) => words.join(' ')),
  );
  const split = fc.constantFrom<SplitName>('train', 'eval', 'test');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, split), { maxLength: 30 }),
      fc.constantFrom('none' as const),
      (texts, drop) => {
        const { rows, splits } = place(texts);
        const { found, examples } = findCopies(rows, splits, { dropNearDuplicates: drop });
        expect(found.trainTest).toBeLessThanOrEqual(splits.test.length);
        expect(found.trainEval).toBeLessThanOrEqual(splits.eval.length);
        expect(found.evalTest).toBeLessThanOrEqual(splits.test.length);
        for (const { rows: pair, splits: names } of examples) {
          expect(names).toEqual(pair.map((row) => texts[row][1]));
        }
      },
    ),
  );
});

function manyOwn(row: number, count: number): string {
  return Array.from({ length: count }, (_, word) => `own${row}x${word}`).join(' ');
}

function seededOrder<T>(values: readonly T[], seed: number): T[] {
  const random = seeded(seed);
  return values
    .map((value) => ({ value, key: random(2 ** 31) }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

/** Splits in an order that only the texts decide, as splits are. */
function placeInSplitOrder(texts: readonly PlacedText[]) {
  const { rows, splits } = place(texts);
  const ordered = (split: SplitName) =>
    Uint32Array.from([...splits[split]].sort((a, b) => (texts[a][0] < texts[b][0] ? -1 : 1)));
  return { rows, splits: { train: ordered('train'), eval: ordered('eval'), test: ordered('test') } };
}

/** Rows that count how often a text is asked for. */
function countReads(rows: DatasetRows): { rows: DatasetRows; reads: () => number } {
  let reads = 0;
  const textAt = (row: number) => {
    reads++;
    return rows.textAt(row);
  };
  return { rows: { ...rows, textAt }, reads: () => reads };
}
