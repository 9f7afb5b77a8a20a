import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Bits } from '../../../src/engine/near-duplicates/bits.ts';
import {
  CopySearch,
  type SearchLimits,
  type SplitTexts,
} from '../../../src/engine/near-duplicates/copy-search.ts';
import { EarlySketches } from '../../../src/engine/near-duplicates/early-sketches.ts';
import { SKETCH_WORDS } from '../../../src/engine/near-duplicates/sketches.ts';
import { FnvRanker } from '../../../src/engine/rows/fnv-ranker.ts';
import { TextIndex } from '../../../src/engine/rows/text-index.ts';
import { MersenneTwister } from '../../../src/engine/split/mersenne-twister.ts';
import { SPLIT_NAMES, type SplitName } from '../../../src/model/rows.ts';

const WHOLE: SearchLimits = { texts: 1 << 20, words: 1 << 25, blocks: 1 };

function textsOf(splits: Readonly<Record<SplitName, readonly string[]>>): SplitTexts {
  const { train, eval: evaluation, test } = splits;
  return {
    sizes: { train: train.length, eval: evaluation.length, test: test.length },
    forEach(split, visit) {
      for (const [place, text] of splits[split].entries())
        visit({ text: Buffer.from(text), copySketch: () => false }, place);
    },
  };
}

/** The same texts, of which the first third has sketches that were made before. */
async function sketchedTextsOf(splits: Readonly<Record<SplitName, readonly string[]>>) {
  const index = new TextIndex(new FnvRanker());
  const numbers = new Map(
    SPLIT_NAMES.map((split) => [split, splits[split].map((text) => numberIn(index, text))]),
  );
  const early = new EarlySketches(index);
  early.begin();
  await setImmediate();
  early.end();
  await setImmediate();
  const sketches = index.sketches!;
  const made = Array.from({ length: index.length }, (_, text) => sketches[SKETCH_WORDS * text] !== 0);
  let found = 0;
  const texts: SplitTexts = {
    ...textsOf(splits),
    forEach(split, visit) {
      for (const [place, number] of numbers.get(split)!.entries()) {
        const copySketch = (target: Int32Array) => {
          if (!made[number]) return false;
          found++;
          target.set(sketches.subarray(SKETCH_WORDS * number, SKETCH_WORDS * (number + 1)));
          return true;
        };
        visit({ text: index.at(number), copySketch }, place);
      }
    },
  };
  return { texts, made, foundSketches: () => found };
}

function numberIn(index: TextIndex, text: string): number {
  return index.numberOf(Buffer.from(text));
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
    splits[SPLIT_NAMES[group % 3]].push(`short ${group}`, `${'?'.repeat(group + 1)}`);
    splits[SPLIT_NAMES[random.permutation(3)[0]]].push(`Short, ${group >> 1}`);
  }
  return splits;
}

/** A word that all texts of a group have. */
function groupOf(text: string): string {
  return text.split(' ')[10];
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

  test.each<Partial<SearchLimits>>([
    { texts: 64 },
    { texts: splits.test.length },
    { texts: splits.test.length + 5 },
    { words: 1000 },
  ])('finds the same in blocks of %j, one or several at a time', (limits) => {
    const byBlocks = [1, 2, 1000].map((blocks) => {
      const search = new CopySearch(textsOf(splits), drop, { ...WHOLE, ...limits, blocks });
      expect(told(search, length)).toEqual(whole);
      return search.examples;
    });
    expect(byBlocks[0]).toHaveLength(20);
    for (const { rows } of byBlocks[0]) {
      const [one, other] = rows.map(({ split, place }) => groupOf(splits[split][place]));
      expect(one).toBe(other);
    }
    expect(byBlocks[1]).toEqual(byBlocks[0]);
    expect(byBlocks[2]).toEqual(byBlocks[0]);
  });

  test('finds the same in blocks of one text, one or several at a time', () => {
    const few = planted(40);
    const found = (limits: SearchLimits) =>
      told(new CopySearch(textsOf(few), drop, limits), few.train.length);
    expect(found(WHOLE).evalTest).toBeGreaterThan(5);
    for (const blocks of [1, 2, 1000]) {
      expect(found({ ...WHOLE, texts: 1, blocks })).toEqual(found(WHOLE));
    }
  });

  test.each<[Partial<SearchLimits>, number]>([
    [{}, 1],
    [{ texts: 100, blocks: 100 }, 1],
    [{ texts: 100 }, Math.ceil((splits.test.length + splits.eval.length) / 100)],
    [{ texts: 100, blocks: 2 }, Math.ceil((splits.test.length + splits.eval.length) / 200)],
  ])('keeps no more than %j and goes through train %d times', (limits, visits) => {
    const visited = { train: 0, eval: 0, test: 0 };
    const texts = textsOf(splits);
    const counting: SplitTexts = {
      ...texts,
      forEach(split, visit) {
        visited[split]++;
        texts.forEach(split, visit);
      },
    };
    new CopySearch(counting, drop, { ...WHOLE, ...limits });
    expect(visited.train).toBe(visits);
    if (limits.texts === undefined) expect(visited).toEqual({ train: 1, eval: 1, test: 1 });
  });
});

test.each(['none', 'train'] as const)(
  'finds the same with sketches that were made before, drop %s',
  async (drop) => {
    const splits = planted(400);
    const { texts, made, foundSketches } = await sketchedTextsOf(splits);
    expect(made.filter((has) => has).length).toBeGreaterThan(100);
    expect(made).toContain(false);
    const without = new CopySearch(textsOf(splits), drop, WHOLE);
    const found = new CopySearch(texts, drop, WHOLE);
    expect(foundSketches()).toBeGreaterThan(100);
    const { trainTest, trainEval, evalTest, tooShort, examples, notCompared } = found;
    expect({ trainTest, trainEval, evalTest, tooShort, examples, notCompared }).toEqual({
      trainTest: without.trainTest,
      trainEval: without.trainEval,
      evalTest: without.evalTest,
      tooShort: without.tooShort,
      examples: without.examples,
      notCompared: without.notCompared,
    });
    expect(found.copiesOfTrain).toEqual(without.copiesOfTrain);
  },
);

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
