import { describe, expect, test } from '@jest/globals';
import { Bits } from '../../../src/dataset/near-duplicates/bits.ts';
import {
  type BlockLimits,
  CopySearch,
  type SplitTexts,
} from '../../../src/dataset/near-duplicates/copy-search.ts';
import { SPLIT_NAMES, type SplitName } from '../../../src/dataset/rows.ts';
import { MersenneTwister } from '../../../src/dataset/split/mersenne-twister.ts';

const WHOLE: BlockLimits = { texts: 1 << 20, words: 1 << 25 };

function textsOf(splits: Readonly<Record<SplitName, readonly string[]>>): SplitTexts {
  const { train, eval: evaluation, test } = splits;
  return {
    sizes: { train: train.length, eval: evaluation.length, test: test.length },
    forEach(split, visit) {
      for (const [place, text] of splits[split].entries()) visit(Buffer.from(text), place);
    },
  };
}

/** Groups of one to four texts that differ in one word of twenty, dealt out to the splits. */
function planted(groups: number): Record<SplitName, string[]> {
  const splits: Record<SplitName, string[]> = { train: [], eval: [], test: [] };
  const random = new MersenneTwister(7);
  for (let group = 0; group < groups; group++) {
    const copies = 1 + random.permutation(4)[0];
    for (let copy = 0; copy < copies; copy++) {
      const words = Array.from({ length: 20 }, (_, word) =>
        word === copy ? `other${copy}` : `w${group}x${word}`,
      );
      splits[SPLIT_NAMES[random.permutation(3)[0]]].push(words.join(' '));
    }
    splits[SPLIT_NAMES[group % 3]].push(`short ${group}`);
  }
  return splits;
}

function told(
  { trainTest, trainEval, evalTest, tooShort, notCompared, copiesOfTrain }: CopySearch,
  train: number,
) {
  const dropped = Array.from({ length: train }, (_, place) => place).filter((place) =>
    copiesOfTrain.has(place),
  );
  return { trainTest, trainEval, evalTest, tooShort, notCompared, dropped };
}

describe.each(['none', 'train'] as const)('drop: %s', (drop) => {
  const splits = planted(400);
  const { length } = splits.train;
  const whole = told(new CopySearch(textsOf(splits), drop, WHOLE), length);

  test('finds what was planted', () => {
    expect(whole.evalTest).toBeGreaterThan(50);
    expect(drop === 'none' ? whole.trainTest : whole.dropped.length).toBeGreaterThan(50);
    expect([whole.tooShort, whole.notCompared]).toEqual([400, 0]);
  });

  test.each<BlockLimits>([
    { texts: 64, words: 1 << 25 },
    { texts: splits.test.length, words: 1 << 25 },
    { texts: splits.test.length + 5, words: 1 << 25 },
    { texts: 1 << 20, words: 1000 },
  ])('finds the same in blocks of $texts texts and $words words', (limits) => {
    expect(told(new CopySearch(textsOf(splits), drop, limits), length)).toEqual(whole);
  });

  test('keeps no more than a block, and goes through the texts once where one is enough', () => {
    const visits = { train: 0, eval: 0, test: 0 };
    const texts = textsOf(splits);
    const counting: SplitTexts = {
      ...texts,
      forEach(split, visit) {
        visits[split]++;
        texts.forEach(split, visit);
      },
    };
    new CopySearch(counting, drop, WHOLE);
    expect(visits).toEqual({ train: 1, eval: 1, test: 1 });
  });
});

test('examples tell where the rows are', () => {
  const text = 'the lights on the road to our school are broken since the storm';
  const search = new CopySearch(
    textsOf({
      train: ['nothing like the others here', text],
      eval: [`${text} again`],
      test: ['a b c d e', `${text} too`],
    }),
    'none',
    WHOLE,
  );
  expect(search.examples.map(({ rows }) => rows)).toEqual([
    [
      { split: 'train', place: 1 },
      { split: 'eval', place: 0 },
    ],
    [
      { split: 'train', place: 1 },
      { split: 'test', place: 1 },
    ],
    [
      { split: 'eval', place: 0 },
      { split: 'test', place: 1 },
    ],
  ]);
});

test('bits are counted once', () => {
  const bits = new Bits(70);
  for (const number of [0, 31, 32, 69, 31]) bits.add(number);
  expect([bits.count, bits.has(31), bits.has(33), bits.has(69)]).toEqual([4, true, false, true]);
});
