import { describe, expect, test } from '@jest/globals';
import { findSuspects } from '../../src/engine/confident-learning.ts';
import type { DatasetRows } from '../../src/engine/dataset-rows.ts';
import { MemoryRows } from '../../src/engine/memory-rows.ts';
import { Bits } from '../../src/engine/near-duplicates/bits.ts';
import { textShape } from '../support/shapes.ts';
import { labelledTexts } from '../support/texts.ts';
import { seeded } from './near-duplicates/near-scene.ts';

type Row = readonly [label: number, confidence: readonly number[] | null];

const CONFIRMED = 1;
const NAMES = ['a', 'b', 'c'];

/** Finds suspects, the first rows in test, by their numbers. */
function suspectsOf(
  rows: readonly Row[],
  { leftOut = [] as readonly number[], most = 100, inTest = 0 } = {},
) {
  const stored: DatasetRows = {
    ...labelledTexts(rows.map(([label], row) => [`text ${row}`, label])),
    origins: Uint8Array.from(rows, (_, row) => (row % 2 === 0 ? CONFIRMED : 0)),
    copyConfidence(row, target) {
      const confidence = rows[row][1];
      if (confidence !== null) target.set(confidence);
      return confidence !== null;
    },
  };
  const numbers = Uint32Array.from(rows, (_, row) => row);
  const splits = {
    train: numbers.subarray(inTest),
    eval: new Uint32Array(),
    test: numbers.subarray(0, inTest),
  };
  const without = new Bits(rows.length);
  for (const row of leftOut) without.add(row - inTest);
  const { count, listed } = findSuspects(new MemoryRows(textShape(NAMES), stored, splits), without, most);
  const found = listed.map(({ place, ...suspect }) => ({
    ...suspect,
    row: splits[place.split][place.place],
  }));
  return { count, found };
}

const SURE: readonly Row[] = [
  [0, [0.9, 0.1, 0]],
  [0, [0.8, 0.2, 0]],
  [1, [0.1, 0.9, 0]],
  [1, [0.2, 0.8, 0]],
];

test('a row is suspect whose probability of another class reaches the mean of the rows of that class', () => {
  const { count, found } = suspectsOf([...SURE, [0, [0.1, 0.9, 0]], [1, [0.3, 0.7, 0]], [0, null]], {
    inTest: 2,
  });
  expect(count).toBe(1);
  expect(found).toEqual([
    { row: 4, label: 0, suggested: 1, source: 'confirmed', selfConfidence: Math.fround(0.1) },
  ]);
});

describe('a row is not suspect', () => {
  test.each<[string, Row]>([
    ['where no class reaches its threshold', [0, [0.4, 0.3, 0.3]]],
    ['where only its own does', [1, [0, 1, 0]]],
    ['for a class without rows', [0, [0.4, 0, 0.6]]],
    ['without probabilities', [0, null]],
  ])('%s', (_, row) => {
    expect(suspectsOf([...SURE, row]).count).toBe(0);
  });

  test('whose label is the most probable class, though only another class reaches its threshold', () => {
    const rows: readonly Row[] = [
      [0, [0.95, 0.05, 0]],
      [1, [0.6, 0.4, 0]],
      [1, [0.7, 0.3, 0]],
      [0, [0.55, 0.45, 0]],
    ];
    // The thresholds are 0.75 and 0.35: row 3 reaches only that of class 1.
    expect(suspectsOf(rows).found.map(({ row }) => row)).toEqual([]);
  });
});

test('rows that are left out of train count neither for the thresholds nor as suspects', () => {
  const rows: readonly Row[] = [...SURE, [0, [0.1, 0.9, 0]], [1, [0, 1, 0]]];
  expect(suspectsOf(rows, { leftOut: [5] }).count).toBe(1);
  expect(suspectsOf(rows, { leftOut: [4] }).count).toBe(0);
});

/** A row with random probabilities of three classes. */
function randomRow(below: (bound: number) => number): Row {
  const random = () => (1 + below(1000)) / 1001;
  const parts = [random() ** 3, random() ** 3, random() ** 3];
  const sum = parts[0] + parts[1] + parts[2];
  return [Math.floor(3 * random()), random() < 0.1 ? null : parts.map((part) => Math.fround(part / sum))];
}

/** The definition of the paper, with cleanlab's tolerance and its rule for the most probable class. */
function bruteForce(rows: readonly Row[]): number[] {
  const known = rows.flatMap(([label, confidence], row) =>
    confidence === null ? [] : [{ row, label, confidence }],
  );
  const thresholds = NAMES.map((_, id) => {
    const own = known.filter(({ label }) => label === id).map(({ confidence }) => confidence[id]);
    return own.length === 0
      ? Number.POSITIVE_INFINITY
      : own.reduce((sum, each) => sum + each, 0) / own.length;
  });
  return known.flatMap(({ row, label, confidence }) => {
    const reached = [0, 1, 2].filter((id) => confidence[id] >= thresholds[id] - 1e-6);
    const most = confidence.indexOf(Math.max(...confidence));
    const likely = reached.length > 1 ? most : reached[0];
    return reached.length > 0 && likely !== label && most !== label ? [row] : [];
  });
}

test('the same rows as by the definition, those with the lowest self-confidence first', () => {
  const random = seeded(7);
  for (let round = 0; round < 20; round++) {
    const rows = Array.from({ length: 200 }, () => randomRow(random));
    const expected = bruteForce(rows);
    expect(expected.length).toBeGreaterThan(10);
    const { count, found } = suspectsOf(rows, { inTest: 60, most: 200 });
    expect(count).toBe(expected.length);
    expect(found.map(({ row }) => row).sort((a, b) => a - b)).toEqual(expected);
    const confidences = found.map(({ selfConfidence }) => selfConfidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
    const few = suspectsOf(rows, { inTest: 60, most: 5 });
    expect(few.count).toBe(count);
    expect(few.found).toEqual(found.slice(0, 5));
  }
});
