import { describe, expect, test } from '@jest/globals';
import { comparedRows } from '../../src/promotion/compared-rows.ts';
import { judge, type Source } from '../../src/promotion/judge.ts';
import { type Predicted, readPredictions } from '../../src/promotion/read-predictions.ts';
import type { Population } from '../../src/version/metadata.ts';

const RULE = { alpha: 0.05, minGain: 0, maxClassDrop: 0.1 };
const POPULATION = {
  corrections: 900,
  right: null,
  confirmed: 9100,
  confirmed_is_estimated: true,
  sampled: 450,
};
const CLASSES = ['a', 'b', 'c'];

type Compares = 'class' | 'classes' | 'spans' | 'number' | 'choice' | 'flag';

/** A row: where it comes from, its label, and what candidate and production predict. */
type Row = readonly [source: Source, label: Predicted, candidate: Predicted, production: Predicted];

function decide(
  rows: readonly Row[],
  compares: Compares,
  population: Population | null = POPULATION,
  rule = RULE,
) {
  const predictions = (at: 2 | 3) => ({ predicted: rows.map((row) => row[at]), namesVersion: true });
  const compared = comparedRows(
    rows.map(([source, label]) => ({ source, label })),
    compares,
    { candidate: predictions(2), production: predictions(3) },
  );
  const hasClasses = compares.startsWith('class') || compares === 'spans';
  return judge(compared, { compares, population, rule, classes: hasClasses ? 3 : 0 });
}

const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);
/** Corrections that the candidate has right, and confirmed rows of which it loses some. */
const usual = (lost: number) => [
  ...times(200, ['reviewed', [0], [0], [1]]),
  ...times(200 - lost, ['confirmed', [1], [1], [1]]),
  ...times(lost, ['confirmed', [1], [2], [1]]),
];

describe('judge', () => {
  test('weights both kinds of rows by the population', () => {
    const { decision, basis, estimate, strata, classes } = decide(usual(2), 'class');
    expect([decision, basis]).toEqual(['promoted', 'weighted']);
    expect(strata.map(({ decides }) => decides)).toEqual([true, true]);
    // No row has the class c.
    expect(classes.map(({ id, rows }) => [id, rows])).toEqual([
      [0, 200],
      [1, 200],
    ]);
    expect(estimate!.gain).toBeCloseTo(0.09 - 0.91 * 0.01, 9);
    // Nearly all of the test split is better, and all rows together are not.
    expect(decide(usual(30), 'class')).toMatchObject({ decision: 'kept', reason: 'no-gain' });
  });

  test('decides by the reviewed rows alone where at least half of them were right', () => {
    const right = { ...POPULATION, right: 450 };
    expect(decide(usual(150), 'class', right)).toMatchObject({
      decision: 'promoted',
      basis: 'reviewed',
      strata: [{ decides: true }, { decides: false }],
    });
    expect(decide(usual(150), 'class', { ...right, right: 449 }).basis).toBe('weighted');
  });

  test('asks for a gain on each kind of rows where nobody knows their shares', () => {
    for (const population of [null, { ...POPULATION, confirmed: null }]) {
      expect(decide(usual(0), 'class', population)).toMatchObject({
        decision: 'kept',
        basis: 'unknown',
        estimate: null,
      });
    }
    const both = [...times(100, ['reviewed', [0], [0], [1]]), ...times(100, ['confirmed', [1], [1], [0]])];
    expect(decide(both, 'class', null).decision).toBe('promoted');
  });

  test('keeps production where only its errors are known, and needs enough rows', () => {
    const errors = times(300, ['reviewed', [0], [0], [1]]);
    expect(decide(errors, 'class', { ...POPULATION, right: 0 })).toMatchObject({
      decision: 'kept',
      reason: 'only-errors',
    });
    expect(decide(errors, 'class').basis).toBe('reviewed');
    expect(decide(errors.slice(0, 99), 'class').decision).toBe('too-few-rows');
    expect(decide([...errors, ...times(19, ['confirmed', [1], [1], [1]])], 'class').decision).toBe(
      'too-few-rows',
    );
  });

  test('keeps production when a class loses too much, unless few rows have it', () => {
    const lost = (count: number) => [
      ...times(500, ['reviewed', [0], [0], [1]]),
      ...times(count, ['reviewed', [2], [1], [2]]),
    ];
    expect(decide(lost(10), 'class')).toMatchObject({ decision: 'kept', reason: 'class-drop' });
    expect(decide(lost(9), 'class').decision).toBe('promoted');
    expect(decide(lost(10), 'class', POPULATION, { ...RULE, maxClassDrop: 1 }).decision).toBe('promoted');
  });

  test('promotes a gain of exactly min-gain', () => {
    const half: Row[] = [
      ...times(100, ['reviewed', [0], [0], [1]]),
      ...times(100, ['reviewed', [1], [1], [1]]),
    ];
    const reasonAt = (minGain: number) => decide(half, 'class', POPULATION, { ...RULE, minGain }).reason;
    expect([reasonAt(0.5), reasonAt(0.51)]).toEqual(['better', 'below-min-gain']);
  });

  test('counts several classes as right only together, in any order', () => {
    const rows: Row[] = [
      ...times(100, ['reviewed', [0, 2], [2, 0], [0]]),
      ...times(50, ['reviewed', [1], [1], [1, 2]]),
      ...times(50, ['reviewed', [], [], []]),
    ];
    const { decision, strata, macroF1 } = decide(rows, 'classes');
    expect(decision).toBe('promoted');
    expect(strata[0]).toMatchObject({ gained: 150, lost: 0, production: 0.75, candidate: 0 });
    expect(macroF1!.candidate).toBe(1);
    expect(macroF1!.production).toBeCloseTo((1 + 1 + 0) / 3, 9);
  });

  test('compares scores by their mean absolute error', () => {
    const rows = Array.from(
      { length: 200 },
      (_, row): Row => ['reviewed', 3, 3 + (row % 3) / 10, 3 + (row % 5) / 2],
    );
    const { decision, strata, macroF1 } = decide(rows, 'number');
    expect(decision).toBe('promoted');
    expect(strata[0].production).toBeCloseTo(1, 9);
    expect([strata[0].chance, macroF1]).toEqual([null, null]);
  });

  test('compares the spans of tags by their F1 score over all rows', () => {
    // Tags: 0 is O, 1 and 2 begin and continue a span of the first class, 3 and 4 of the second.
    const rows: Row[] = [
      ...times(60, ['reviewed', [1, 2, 0, 3], [1, 2, 0, 3], [1, 0, 0, 3]]),
      ...times(60, ['reviewed', [0, 1, 1], [0, 2, 1], [0, 1, 2]]),
      ...times(20, ['reviewed', [0, 0], [0, 0], [3, 0]]),
    ];
    const { decision, strata, estimate, classes, macroF1 } = decide(rows, 'spans');
    expect(decision).toBe('promoted');
    expect(estimate!.candidate).toBe(0);
    // Of 240 spans, production has 60 right, and predicts 200.
    expect(1 - estimate!.production!).toBeCloseTo((2 * 60) / (240 + 200), 12);
    expect(strata[0]).toMatchObject({ rows: 140, gained: 140, lost: 0, chance: null });
    expect(classes).toMatchObject([
      { id: 0, rows: 120, production: 0, candidate: 1 },
      { id: 1, rows: 60, production: 1, candidate: 1 },
    ]);
    expect(macroF1!.production).toBeCloseTo((0 + 120 / 140) / 2, 12);
  });

  test('keeps production when an entity type loses too much, and where nothing has spans', () => {
    const lost = (count: number): Row[] => [
      ...times(300, ['reviewed', [1, 0], [1, 0], [0, 0]]),
      ...times(count, ['reviewed', [0, 5], [0, 0], [0, 5]]),
    ];
    expect(decide(lost(10), 'spans')).toMatchObject({ decision: 'kept', reason: 'class-drop' });
    expect(decide(lost(9), 'spans').decision).toBe('promoted');
    const none = decide(times(200, ['reviewed', [0, 0], [0, 0], [0, 0]]), 'spans');
    expect(none).toMatchObject({ decision: 'kept', reason: 'no-gain', estimate: { candidate: 0, gain: 0 } });
  });

  test('weights spans of both kinds of rows by the population', () => {
    const of = (lost: number): Row[] => [
      ...times(200, ['reviewed', [1, 0], [1, 0], [3, 0]]),
      ...times(400 - lost, ['confirmed', [1, 0], [1, 0], [1, 0]]),
      ...times(lost, ['confirmed', [1, 0], [3, 0], [1, 0]]),
    ];
    const { estimate } = decide(of(4), 'spans');
    expect(estimate!.gain).toBeCloseTo(0.09 - 0.91 * 0.01, 12);
    for (const which of ['candidate', 'gain'] as const) {
      const [low, high] = estimate!.intervals[which];
      expect([which, low < estimate![which]!, high > estimate![which]!]).toEqual([which, true, true]);
    }
    expect(decide(of(0), 'spans').decision).toBe('promoted');
    expect(decide(of(40), 'spans')).toMatchObject({ decision: 'kept', reason: 'no-gain' });
    expect(decide(of(36), 'spans')).toMatchObject({ decision: 'kept', reason: 'chance' });
  });

  test.each([
    ['choice', 'chosen', 'rejected'],
    ['flag', true, false],
  ] as const)('compares by %s', (compares, right, wrong) => {
    const rows = [
      ...times(80, ['reviewed', right, right, wrong]),
      ...times(80, ['reviewed', right, right, right]),
    ];
    expect(decide(rows, compares).strata[0]).toMatchObject({ production: 0.5, candidate: 0, gained: 80 });
  });
});

describe('readPredictions', () => {
  const read = (compares: Compares, values: readonly unknown[], areIdsKnown = true) =>
    readPredictions(
      Buffer.from(values.map((predicted, row) => JSON.stringify({ row, predicted })).join('\n')),
      {
        input: 'candidate-predictions',
        compares,
        version: 'v20260101_000000',
        labels: values.map(() => (compares === 'spans' ? [0, 1, 2] : [0])),
        classNames: CLASSES,
        areIdsKnown,
      },
    ).then(({ predicted }) => predicted);

  test('takes what each task predicts', async () => {
    expect(await read('class', ['a', 1, ' c '])).toEqual([[0], [1], [2]]);
    expect(await read('classes', [['a', 2], []])).toEqual([[0, 2], []]);
    expect(
      await read('spans', [
        ['O', 'B-a', 'I-a'],
        [0, 3, 6],
      ]),
    ).toEqual([
      [0, 1, 2],
      [0, 3, 6],
    ]);
    expect(await read('number', [1.5, -2])).toEqual([1.5, -2]);
    expect(await read('choice', ['chosen', 'rejected'])).toEqual(['chosen', 'rejected']);
    expect(await read('flag', [true, false])).toEqual([true, false]);
  });

  test.each([
    ['class', '1'],
    ['class', null],
    ['classes', ['a', 'a']],
    ['classes', 'a'],
    ['spans', ['O', 'B-a']],
    ['spans', ['O', 'B-a', 'I-a', 'O']],
    ['spans', ['O', 'a', 'O']],
    ['spans', [0, 7, 0]],
    ['spans', 'O'],
    ['number', '3'],
    ['choice', 'neither'],
    ['flag', 'true'],
  ] as const)('refuses for %s the prediction %j', async (compares, value) => {
    await expect(read(compares, [value])).rejects.toThrow('1 row with a prediction that is not');
  });

  test('refuses ids where they may mean other classes', async () => {
    await expect(read('spans', [[0, 1, 2]], false)).rejects.toThrow('write names of tags in place of ids');
    await expect(read('spans', [['O', 'B-aa', 'O']])).rejects.toThrow('names or ids of its tags: O, B-a');
    await expect(read('spans', [['O']])).rejects.toThrow('if the model cut a row, add O for the rest');
    await expect(read('class', [0], false)).rejects.toThrow('write names of classes in place of ids');
    expect(await read('class', ['a'], false)).toEqual([[0]]);
  });
});
