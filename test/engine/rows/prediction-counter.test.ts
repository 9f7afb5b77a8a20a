import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowCollector } from '../../../src/engine/rows/collect-rows.ts';
import { countPredictions } from '../../../src/engine/rows/prediction-counter.ts';
import { TextRanker } from '../../../src/engine/rows/rank.ts';
import { TextIndex } from '../../../src/engine/rows/text-index.ts';
import { SHARES, textShape } from '../../support/shapes.ts';

const CLASSES = ['a', 'b', 'ü ü'];
const bytes = (name: string | null) => (name === null ? null : Buffer.from(name));

function counted(classNames: readonly string[], rows: readonly (readonly [string | null, string | null])[]) {
  const counter = countPredictions({ classNames, isFolded: false }, { predicted: 1, values: [0] })!;
  for (const row of rows) counter.add(row.map(bytes));
  return counter.counts();
}

/** The same by names and plain arithmetic. */
function naive(classNames: readonly string[], rows: readonly (readonly [string | null, string | null])[]) {
  const idOf = (name: string | null) => classNames.indexOf(name?.trim() ?? '-');
  const known = rows.map((row) => row.map(idOf)).filter(([right]) => right >= 0);
  const met = new Map<string, number>();
  for (const pair of known) met.set(`${pair}`, (met.get(`${pair}`) ?? 0) + 1);
  const pairs = Array.from(met, ([pair, count]) => {
    const [right, predicted] = pair.split(',').map(Number);
    return [predicted < 0 ? null : predicted, right, count] as const;
  });
  return {
    reviewed: known.length,
    corrected: known.filter(([right, predicted]) => right !== predicted).length,
    pairs: pairs.sort((a, b) => b[2] - a[2] || a[1] - b[1] || (a[0] ?? -1) - (b[0] ?? -1)),
  };
}

const name = fc.constantFrom(null, 'a', ' b\n', 'ü ü', 'A', '', 'ab', '\uFFFD');

test.each([
  ['few', CLASSES],
  ['many', [...CLASSES, ...Array.from({ length: 300 }, (_, id) => `class ${id}`)]],
])('counts by pair as plain arithmetic does, of %s classes', (_, classNames) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 40 }), (rows) => {
      expect(counted(classNames, rows)).toEqual(naive(classNames, rows));
    }),
  );
});

test('tells the 1,000 most frequent pairs, and all rows', () => {
  const classNames = Array.from({ length: 40 }, (_, id) => `c${id}`);
  const rows = classNames.flatMap((right) => classNames.map((said) => [right, said] as const));
  const { reviewed, corrected, pairs } = counted(classNames, [...rows, ['c39', 'c38']]);
  expect([reviewed, corrected, pairs.length]).toEqual([1601, 1561, 1000]);
  expect(pairs.slice(0, 2)).toEqual([
    [38, 39, 2],
    [0, 0, 1],
  ]);
});

function collect(predicted: number | null) {
  const layout = {
    texts: [0],
    values: [1],
    member: 1,
    group: null,
    predicted,
    annotator: null,
    time: null,
    id: 3,
  };
  const dataset = {
    shape: textShape(CLASSES),
    layout,
    isIdItem: false,
    annotators: 'unanimous' as const,
    pii: null,
    shares: SHARES,
  };
  const collector = new RowCollector([dataset], new TextIndex(new TextRanker(42)), 42);
  const rows = [
    ['one', 'a', 'b', '1'],
    ['one', 'a', 'b', '2'],
    [null, 'b', 'b', '3'],
    ['other', 'nothing', 'a', '4'],
    ['none', null, 'a', '5'],
    ['free', 'a', 'something', '6'],
  ];
  for (const row of rows) collector.add('corrections', row.map(bytes));
  collector.add('confirmed', ['confirmed', 'a', null, '7'].map(bytes));
  return collector.finish()[0].counts;
}

test('every correction with a known class counts, whatever became of its text, and nothing of the pool', () => {
  const counts = collect(2);
  expect(counts.predictions).toEqual({
    reviewed: 4,
    corrected: 3,
    pairs: [
      [1, 0, 2],
      [null, 0, 1],
      [1, 1, 1],
    ],
  });
  expect(counts.unknownClassNames).toEqual([{ name: 'nothing', rows: 1 }]);
});

test('a dataset whose corrections do not tell predictions has none', () => {
  expect(collect(null)).not.toHaveProperty('predictions');
});
