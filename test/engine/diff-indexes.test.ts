import { describe, expect, test } from '@jest/globals';
import { memorySink, type WrittenFile } from '../../src/engine/parquet.ts';
import {
  DifferingRows,
  diffIndexes,
  type IndexedVersion,
  valuesOf,
} from '../../src/engine/row-index/diff-indexes.ts';
import { IndexWriter } from '../../src/engine/row-index/index-writer.ts';
import { SPLIT_NAMES, type SplitName } from '../../src/model/rows.ts';

interface Row {
  readonly rank: number;
  readonly split: SplitName;
  readonly value: number;
}

/** Writes an index as a version does: splits one after the other, rows by rank, then rows of earlier versions. */
function versionOf(
  rows: readonly Row[],
  { earlier = [] as readonly Row[], sorted = true } = {},
): IndexedVersion {
  const writer = new IndexWriter(memorySink(rows.length), 1024);
  const splits = { train: 0, eval: 0, test: 0 };
  const add = ({ rank, split, value }: Row, origin: string) =>
    writer.add(
      {
        rankHigh: Math.floor(rank / 2 ** 32),
        rankLow: rank % 2 ** 32,
        split: SPLIT_NAMES.indexOf(split),
        value,
      },
      origin,
    );
  for (const split of SPLIT_NAMES) {
    const own = rows.filter((row) => row.split === split);
    if (sorted) own.sort((a, b) => a.rank - b.rank);
    splits[split] = own.length;
    for (const row of own) add(row, 'confirmed');
  }
  for (const row of earlier) add(row, 'earlier');
  const file: WrittenFile = writer.end();
  return { content: file, splits };
}

function inFileOrder(rows: readonly Row[]): Row[] {
  return SPLIT_NAMES.flatMap((split) =>
    rows.filter((row) => row.split === split).sort((a, b) => a.rank - b.rank),
  );
}

/** A generator of numbers that repeats itself, by Park and Miller. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Counts by maps in memory what {@link diffIndexes} counts by merging. */
function expected(before: readonly Row[], now: readonly Row[]) {
  const old = new Map(before.map((row) => [row.rank, row]));
  const current = new Map(now.map((row) => [row.rank, row]));
  const both = now.filter(({ rank }) => old.has(rank)).map((row) => [old.get(row.rank)!, row] as const);
  return {
    added: now.length - both.length,
    removed: before.filter(({ rank }) => !current.has(rank)).length,
    moved: both.filter(([a, b]) => a.split !== b.split).length,
    relabelled: both.filter(([a, b]) => a.value !== b.value).length,
    same: both.filter(([a, b]) => a.value === b.value && a.split === b.split).length,
  };
}

function randomRows(next: (below: number) => number, count: number): Row[] {
  const ranks = new Set<number>();
  while (ranks.size < count) ranks.add(next(4000) * 2 ** 32 * 1 + next(3));
  return [...ranks].map((rank) => ({ rank, split: SPLIT_NAMES[next(3)], value: next(4) }));
}

describe('the difference of two indexes', () => {
  test.each([1, 2, 3, 4, 5])('is what maps in memory find, with seed %d', async (seed) => {
    const next = numbers(seed);
    const [before, now] = [randomRows(next, 3000), randomRows(next, 2500 + next(1000))];
    const versions = [versionOf(before), versionOf(now)] as const;
    const rows = new DifferingRows(...versions);
    const found = await diffIndexes(...versions, { hasClasses: true, rows });
    expect(found).toMatchObject(expected(before, now));
    const [old, current] = [inFileOrder(before), inFileOrder(now)];
    const valuesBefore = new Map(old.map(({ rank, value }) => [rank, value]));
    const valuesNow = new Map(current.map(({ rank, value }) => [rank, value]));
    const isRelabelled = ({ rank }: Row) =>
      valuesBefore.has(rank) && valuesNow.has(rank) && valuesBefore.get(rank) !== valuesNow.get(rank);
    const rowsAt = (all: readonly Row[], places: DifferingRows['added']) =>
      all.filter((_, place) => places.has(place));
    expect(rowsAt(current, rows.added)).toEqual(current.filter(({ rank }) => !valuesBefore.has(rank)));
    expect(rowsAt(old, rows.removed)).toEqual(old.filter(({ rank }) => !valuesNow.has(rank)));
    expect(rowsAt(old, rows.relabelled.before)).toEqual(old.filter(isRelabelled));
    expect(rowsAt(current, rows.relabelled.now)).toEqual(current.filter(isRelabelled));
    const sum = (counts: ReadonlyMap<number, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
    expect([found.addedValues, found.removedValues, found.relabelledPairs].map(sum)).toEqual([
      found.added,
      found.removed,
      found.relabelled,
    ]);
    const ofSplits = SPLIT_NAMES.map((split) => found.splits[split]);
    expect(ofSplits.reduce((rows, { added }) => rows + added, 0)).toBe(found.added);
    expect(ofSplits.reduce((rows, { movedIn }) => rows + movedIn, 0)).toBe(found.moved);
  });

  test('counts classes from and to, and no rows of earlier versions', async () => {
    const before = versionOf([
      { rank: 1, split: 'test', value: 0 },
      { rank: 2, split: 'train', value: 1 },
      { rank: 5, split: 'train', value: 1 },
    ]);
    const now = versionOf(
      [
        { rank: 1, split: 'test', value: 2 },
        { rank: 2, split: 'eval', value: 1 },
        { rank: 9, split: 'train', value: 3 },
      ],
      { earlier: [{ rank: 5, split: 'train', value: 1 }] },
    );
    const found = await diffIndexes(before, now, { hasClasses: true });
    expect(found).toMatchObject({ added: 1, removed: 1, moved: 1, relabelled: 1, same: 0 });
    expect([...found.relabelledPairs].map(([pair, rows]) => [...valuesOf(pair), rows])).toEqual([[0, 2, 1]]);
    expect([[...found.addedValues], [...found.removedValues]]).toEqual([[[3, 1]], [[1, 1]]]);
    expect(found.splits.eval).toEqual({ added: 0, removed: 0, movedIn: 1 });
  });

  test('of empty splits and of a version with itself is nothing', async () => {
    const rows: Row[] = [{ rank: 3, split: 'eval', value: 1 }];
    const found = await diffIndexes(versionOf(rows), versionOf(rows), { hasClasses: false });
    expect(found).toMatchObject({ added: 0, removed: 0, moved: 0, relabelled: 0, same: 1 });
    const none = await diffIndexes(versionOf([]), versionOf(rows), { hasClasses: true });
    expect(none).toMatchObject({ added: 1, removed: 0 });
  });

  test('is refused for rows in another order, and for splits of another size', async () => {
    const rows: Row[] = [
      { rank: 9, split: 'train', value: 0 },
      { rank: 3, split: 'train', value: 0 },
    ];
    const unsorted = versionOf(rows, { sorted: false });
    await expect(diffIndexes(unsorted, versionOf(rows), { hasClasses: true })).rejects.toThrow(
      'not in the order of their ranks',
    );
    const wrong = { ...versionOf(rows), splits: { train: 1, eval: 1, test: 0 } };
    await expect(diffIndexes(wrong, versionOf(rows), { hasClasses: true })).rejects.toThrow(
      'a row of eval is in train',
    );
  });
});
