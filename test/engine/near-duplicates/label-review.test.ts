import { describe, expect, test } from '@jest/globals';
import type { SplitRows } from '../../../src/engine/dataset-rows.ts';
import { MemoryRows } from '../../../src/engine/memory-rows.ts';
import { Bits } from '../../../src/engine/near-duplicates/bits.ts';
import {
  canReviewLabels,
  type ReviewLimits,
  reviewLabels,
} from '../../../src/engine/near-duplicates/label-review.ts';
import type { RowSource, SplitName } from '../../../src/model/rows.ts';
import { TASK_NAMES } from '../../../src/model/tasks.ts';
import { textShape } from '../../support/shapes.ts';
import { labelledTexts } from '../../support/texts.ts';
import { randomText, seeded, similarityOf, templateTexts, wordSetOf } from './near-scene.ts';

interface LabelledRow {
  readonly text: string;
  readonly label: number;
  readonly source: RowSource;
  readonly split: SplitName;
}

const CODES: Readonly<Record<RowSource, number>> = { corrections: 0, confirmed: 1 };

/** Reviews rows, and gives the pairs by the numbers of the rows. */
function review(
  rows: readonly LabelledRow[],
  { limits, leftOut = [] }: { limits?: Partial<ReviewLimits>; leftOut?: readonly number[] } = {},
) {
  const numbersIn = (split: SplitName) =>
    Uint32Array.from(rows.flatMap((row, number) => (row.split === split ? [number] : [])));
  const splits: SplitRows = { train: numbersIn('train'), eval: numbersIn('eval'), test: numbersIn('test') };
  const stored = {
    ...labelledTexts(rows.map(({ text, label }) => [text, label])),
    origins: Uint8Array.from(rows, ({ source }) => CODES[source]),
  };
  const without = new Bits(splits.train.length);
  for (const number of leftOut) without.add(splits.train.indexOf(number));
  const ordered = new MemoryRows(textShape(['a', 'b', 'c']), stored, splits);
  const { counts, pairs } = reviewLabels(ordered, leftOut.length === 0 ? null : without, limits);
  const found = pairs.map(({ reason, rows: places, sources }) => {
    const [row, other] = places.map(({ split, place }) => splits[split][place]);
    expect(sources).toEqual([rows[row].source, rows[other].source]);
    return { reason, row, other };
  });
  return { counts, found };
}

const SAME = 'the light on our road is out';
const rowOf = (text: string, label: number, source: RowSource, split: SplitName = 'train'): LabelledRow => ({
  text,
  label,
  source,
  split,
});

test('a confirmed row comes before the correction of its near-duplicate, and any other row after', () => {
  const { counts, found } = review([
    rowOf(SAME, 0, 'corrections', 'test'),
    rowOf(`${SAME}.`, 1, 'confirmed'),
    rowOf('no water since Monday in this ward', 1, 'corrections'),
    rowOf('No water since Monday, in this ward!', 2, 'corrections'),
    rowOf('nobody collects the waste here', 1, 'confirmed', 'eval'),
    rowOf('nobody collects the waste, here', 2, 'confirmed'),
    rowOf('a text of its own', 1, 'confirmed'),
    rowOf('a bridge that broke', 2, 'corrections'),
    rowOf('a bridge - that broke', 2, 'confirmed'),
  ]);
  expect(counts).toEqual({ 'near-duplicate-corrected': 1, 'near-duplicate-label': 2 });
  expect(found).toEqual([
    { reason: 'near-duplicate-corrected', row: 1, other: 0 },
    { reason: 'near-duplicate-label', row: 4, other: 5 },
    { reason: 'near-duplicate-label', row: 2, other: 3 },
  ]);
});

test('a cluster is listed once, with a correction where it has one', () => {
  const cluster = [
    rowOf(SAME, 0, 'confirmed'),
    rowOf(`${SAME}.`, 1, 'confirmed'),
    rowOf(`${SAME}!`, 2, 'confirmed'),
    rowOf(`${SAME}?`, 1, 'corrections'),
  ];
  expect(review(cluster)).toEqual({
    counts: { 'near-duplicate-corrected': 1, 'near-duplicate-label': 0 },
    found: [{ reason: 'near-duplicate-corrected', row: 0, other: 3 }],
  });
});

test('rows that are left out of train are not compared', () => {
  const rows = [rowOf(SAME, 0, 'corrections', 'test'), rowOf(`${SAME}.`, 1, 'confirmed')];
  expect(review(rows).found).toHaveLength(1);
  expect(review(rows, { leftOut: [1] }).found).toEqual([]);
});

test('counts go past the pairs that are listed', () => {
  const rows = Array.from({ length: 10 }, (_, number) => [
    rowOf(`text number ${number} of some words`, 0, 'corrections'),
    rowOf(`text number ${number}, of some words`, 1, 'corrections'),
  ]).flat();
  const { counts, found } = review(rows, { limits: { pairs: 4 } });
  expect(counts).toEqual({ 'near-duplicate-corrected': 0, 'near-duplicate-label': 10 });
  expect(found).toHaveLength(4);
});

test('rows past the last block are compared with its rows and those before, and not with each other', () => {
  const rows = [
    rowOf(SAME, 0, 'corrections', 'test'),
    rowOf('an ordinary text of a test', 0, 'corrections', 'eval'),
    rowOf(`${SAME}.`, 1, 'corrections'),
    rowOf('no water since Monday', 0, 'corrections'),
    rowOf('no water since Monday!', 1, 'corrections'),
  ];
  const rowsOf = (blocks: number) =>
    review(rows, { limits: { texts: 1, blocks } }).found.map(({ row }) => row);
  expect([rowsOf(1), rowsOf(3), rowsOf(4)]).toEqual([[2], [2], [2, 4]]);
});

describe.each([{}, { texts: 150, blocks: 100 }, { words: 900, blocks: 100 }])(
  'with blocks of %p',
  (limits) => {
    const below = seeded(5);
    const beginnings = Array.from({ length: 150 }, () => randomText(20, below));
    const rows = Array.from({ length: 1000 }, (): LabelledRow => {
      const split = (['train', 'train', 'train', 'eval', 'test'] as const)[below(5)];
      const text = `${beginnings[below(150)]} own${below(1e9)}`;
      return rowOf(text, below(8) === 0 ? 1 : 0, below(2) === 0 ? 'confirmed' : 'corrections', split);
    });
    const words = rows.map(({ text }) => wordSetOf(text));
    const near = rows.map((_, row) =>
      rows.flatMap((_, other) =>
        other !== row && similarityOf(words[row], words[other]) >= 0.8 ? [other] : [],
      ),
    );
    const clusterOf = (row: number) => Math.min(row, ...near[row]);
    const { counts, found } = review(rows, { limits });

    test('each cluster with different labels is listed once, and no other', () => {
      const differing = rows.flatMap((_, row) =>
        near[row].some((other) => rows[other].label !== rows[row].label) ? [clusterOf(row)] : [],
      );
      const clusters = found.map(({ row }) => clusterOf(row));
      expect(new Set(differing).size).toBeGreaterThan(50);
      expect(clusters.sort()).toEqual([...new Set(differing)].sort());
      expect(counts['near-duplicate-corrected'] + counts['near-duplicate-label']).toBe(found.length);
    });

    test('each pair is of near-duplicates with different labels, and has the reason of its sources', () => {
      for (const { reason, row, other } of found) {
        expect(near[row]).toContain(other);
        expect(rows[row].label).not.toBe(rows[other].label);
        const isCorrected = rows[row].source === 'confirmed' && rows[other].source === 'corrections';
        expect(reason).toBe(isCorrected ? 'near-duplicate-corrected' : 'near-duplicate-label');
      }
    });
  },
);

test('the labels of classes and flags are compared, and no score and no answer', () => {
  expect(TASK_NAMES.filter((task) => canReviewLabels({ task }))).toEqual([
    'text-classification',
    'multi-label-classification',
    'token-classification',
    'text-pair-classification',
    'unpaired-preference',
  ]);
});

test('texts that are alike to more than are compared are searched for again, whatever was found before them', () => {
  const random = seeded(7);
  const texts = templateTexts(20_000, random);
  const rows = texts.map((text, row) =>
    rowOf(text, random(3), row % 2 === 0 ? 'confirmed' : 'corrections', row % 10 === 0 ? 'test' : 'train'),
  );
  const { counts, found } = review(rows);
  // As many as when each text was searched for among all.
  expect(counts).toEqual({ 'near-duplicate-corrected': 860, 'near-duplicate-label': 492 });
  expect(found).toHaveLength(860 + 492);
});
