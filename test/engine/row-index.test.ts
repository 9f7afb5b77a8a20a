import { describe, expect, jest, test } from '@jest/globals';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { MemoryRows } from '../../src/engine/memory-rows.ts';
import { Bits } from '../../src/engine/near-duplicates/bits.ts';
import type { OrderedRows } from '../../src/engine/ordered-rows.ts';
import { memorySink } from '../../src/engine/parquet.ts';
import { MemoryEntries } from '../../src/engine/row-index/entries.ts';
import { IndexWriter } from '../../src/engine/row-index/index-writer.ts';
import { MemoryMatches } from '../../src/engine/row-index/matches.ts';
import { leaveOutMoved, type RowIndex, writeRowIndex } from '../../src/engine/row-index/row-index.ts';
import { INDEX_SCHEMA } from '../../src/engine/row-index/schema.ts';
import type { FileContent } from '../../src/model/file.ts';
import type { DatasetShape } from '../../src/model/shape.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import { smallCounts } from '../support/metadata.ts';
import { prepareInMemory } from '../support/prepare.ts';
import { textShape } from '../support/shapes.ts';
import { labelledTexts } from '../support/texts.ts';

type Text = readonly [text: string, classId: number];

const texts = (from: number, to: number, classId = 0): Text[] =>
  Array.from({ length: to - from }, (_, index) => [`text number ${from + index} of these`, classId]);

function prepare(rows: readonly Text[], shares = '80/10/10') {
  return prepareInMemory(
    textShape(['a', 'b', 'c']),
    { rows: labelledTexts(rows), counts: smallCounts() },
    { fractions: parseSplit(shares), method: 'stable', seed: 42, dropNearDuplicates: 'none' },
  );
}

function indexOf(
  rows: readonly Text[],
  earlier: FileContent | null = null,
  isContinued = true,
): Promise<RowIndex> {
  return prepare(rows).index(earlier === null ? null : { content: earlier, isContinued });
}

async function linesOf({ file }: RowIndex) {
  return parquetReadObjects({ file: Uint8Array.from(Buffer.concat(file.chunks!)).buffer, compressors });
}

test('has a line for each row in file order: the rank of its text, its class, its split and its origin', async () => {
  const rows = [...texts(0, 60), ...texts(60, 100, 1)];
  const lines = await linesOf(await indexOf(rows));
  const { rankHigh, rankLow, classIds } = labelledTexts(rows);
  const expected = Array.from(classIds, (classId, row) => ({
    rank: (BigInt(rankHigh[row]) << 32n) | BigInt(rankLow[row]),
    value: BigInt(classId),
    origin: 'unknown',
  }));
  const byRank = (a: { rank: bigint }, b: { rank: bigint }) => (a.rank < b.rank ? -1 : 1);
  expect(lines.map(({ split: _, ...line }) => line).toSorted(byRank as never)).toEqual(
    expected.toSorted(byRank),
  );
  const splits = lines.map(({ split }) => split);
  expect(splits).toEqual(
    ['train', 'eval', 'test'].flatMap((split) => splits.filter((other) => other === split)),
  );
});

test('counts rows that came, went and got another class, and keeps those that went with their splits', async () => {
  const first = await indexOf(texts(0, 100));
  expect(first.changes).toBeNull();
  const second = await indexOf([...texts(20, 30, 1), ...texts(30, 130)], first.file);
  expect(second.changes).toEqual({ added: 30, removed: 20, relabelled: 10, classes: [[0, 1, 10]] });
  const lines = await linesOf(second);
  const gone = lines.filter(({ origin }) => origin === 'earlier');
  expect(gone).toHaveLength(20);
  const before = new Map((await linesOf(first)).map(({ rank, split }) => [rank, split]));
  for (const { rank, split } of gone) expect(split).toBe(before.get(rank));
  // A row that comes back is new again, and its line is one of the version's rows.
  const third = await indexOf(texts(0, 130), second.file);
  expect(third.changes).toEqual({ added: 20, removed: 0, relabelled: 10, classes: [[1, 0, 10]] });
  expect((await linesOf(third)).filter(({ origin }) => origin === 'earlier')).toEqual([]);
  const anew = await indexOf(texts(50, 130), third.file, false);
  expect([anew.changes?.removed, (await linesOf(anew)).length]).toEqual([50, 80]);
});

test.each([0, 1])(
  'lists pairs of classes with as many rows by their ids, whichever comes first',
  async (first) => {
    const labelled = (one: number) => [...texts(0, 10, one), ...texts(10, 20, 1 - one), ...texts(20, 60)];
    const { file } = await indexOf(labelled(first));
    const { changes } = await indexOf(labelled(1 - first), file);
    expect(changes?.classes).toEqual([
      [0, 1, 10],
      [1, 0, 10],
    ]);
  },
);

test('counts a text that left in one version as removed in that version only', async () => {
  const first = await indexOf(texts(0, 100));
  const second = await indexOf(texts(20, 100), first.file);
  const third = await indexOf(texts(20, 100), second.file);
  expect([second.changes?.removed, third.changes?.removed]).toEqual([20, 0]);
  expect((await linesOf(third)).filter(({ origin }) => origin === 'earlier')).toHaveLength(20);
});

test('lists pairs of one class before, with as many rows, by the class they have now', async () => {
  const labelled = (one: number, other: number): Text[] => [
    ...texts(0, 5, one),
    ...texts(5, 10, other),
    ...texts(10, 60),
  ];
  const { file } = await indexOf(labelled(0, 0));
  for (const [one, other] of [
    [1, 2],
    [2, 1],
  ]) {
    const { changes } = await indexOf(labelled(one, other), file);
    expect(changes?.classes).toEqual([
      [0, 1, 5],
      [0, 2, 5],
    ]);
  }
});

test('has no line for a row of train that is not written, and one for the same place of another split', async () => {
  const { ordered } = prepare(texts(0, 100));
  const { train, eval: evaluation, test: tested } = ordered.sizes;
  const leftOut = new Bits(train);
  for (const place of [0, 2]) leftOut.add(place);
  const how = {
    leftOut,
    earlier: null,
    matches: null,
    open: () => new MemoryEntries(),
    sink: memorySink(100),
  };
  const lines = await linesOf(await writeRowIndex(ordered, how));
  const counted = ['train', 'eval', 'test'].map((name) => lines.filter(({ split }) => split === name).length);
  expect(counted).toEqual([train - 2, evaluation, tested]);
});

test('has no value for rows of a task without one', async () => {
  const shape: DatasetShape = { ...textShape([]), task: 'chat', values: [] };
  const row = { rankHigh: 1, rankLow: 2, origin: 0, classId: 7, values: new Uint8Array([7]) };
  const rows = {
    shape,
    sizes: { train: 1, eval: 0, test: 0 },
    forEach: (split: string, visit: (row: never, place: number) => void) =>
      split === 'train' && visit(row as never, 0),
  };
  const how = {
    leftOut: null,
    earlier: null,
    matches: null,
    open: () => new MemoryEntries(),
    sink: memorySink(1),
  };
  const index = await writeRowIndex(rows as unknown as OrderedRows, how);
  expect(await linesOf(index)).toEqual([
    { rank: (1n << 32n) | 2n, value: 0n, split: 'train', origin: 'unknown' },
  ]);
});

test('is read over several row groups', async () => {
  const first = await indexOf(texts(0, 1100));
  const second = await indexOf(texts(1100, 2200), first.file);
  expect(await linesOf(second)).toHaveLength(2200);
  const third = await indexOf(texts(0, 1100, 1), second.file);
  expect(third.changes).toEqual({ added: 1100, removed: 1100, relabelled: 0, classes: [] });
});

test('has no row group without rows', async () => {
  const { file } = await indexOf(texts(0, 1024));
  const { row_groups } = parquetMetadata(Uint8Array.from(Buffer.concat(file.chunks!)).buffer);
  expect(row_groups.map(({ num_rows, columns }) => [Number(num_rows), columns.length])).toEqual([[1024, 4]]);
});

describe('rows whose texts an earlier version has in another split', () => {
  const moved = async (ledger: FileContent | undefined, current = texts(0, 200)) => {
    const { ordered } = prepare(current);
    const dropped: number[] = [];
    const left = await leaveOutMoved(ordered, {
      ledger,
      open: () => new MemoryEntries(),
      openMatches: (most) => new MemoryMatches(most),
      drop: (row) => dropped.push(row),
    });
    return { ...left, dropped };
  };

  test('are left out, also when that version came before the last', async () => {
    const { file } = await prepare(texts(0, 100), '70/10/20').index(null);
    const { file: later } = await prepare(texts(90, 300), '70/10/20').index({
      content: file,
      isContinued: true,
    });
    const { rows, moved: count, dropped } = await moved(later);
    expect(count).toBe(dropped.length);
    const before = prepare(texts(0, 200), '70/10/20');
    const now = prepare(texts(0, 200));
    const splitOf = ({ splits }: typeof now, row: number) =>
      Object.entries(splits).find(([, numbers]) => numbers.includes(row))![0];
    const expected = Array.from({ length: 200 }, (_, row) => row).filter(
      (row) => splitOf(before, row) !== splitOf(now, row),
    );
    expect(expected.length).toBeGreaterThan(10);
    expect(dropped.toSorted((a, b) => a - b)).toEqual(expected);
    const left: number[] = [];
    for (const split of ['train', 'eval', 'test'] as const)
      rows.forEach(split, ({ name }, place) => left.push(name as number, place));
    expect(left.length / 2).toBe(200 - count);
  });

  test('are left out if it is a single one', async () => {
    const { file } = await prepare(texts(0, 200), '70/10/20').index(null);
    const all = await linesOf({ file, changes: null });
    const now = await linesOf(await indexOf(texts(0, 200)));
    const splits = new Map(now.map(({ rank, split }) => [rank, split]));
    const one = all.find(({ rank, split }) => splits.get(rank) !== split)!;
    const index = new IndexWriter(memorySink(1), 1);
    const halves = { rankHigh: Number(one.rank >> 32n), rankLow: Number(one.rank & 0xffffffffn) };
    index.add({ ...halves, split: ['train', 'eval', 'test'].indexOf(one.split), value: 0 }, 'earlier');
    expect(await moved(index.end())).toMatchObject({ moved: 1, dropped: [expect.anything()] });
  });

  test('are left out without a count of all ranks, which takes longer than the rest', async () => {
    const ranks = jest.spyOn(MemoryRows.prototype, 'ranks', 'get');
    const { file } = await prepare(texts(0, 100), '70/10/20').index(null);
    const { rows, moved: count } = await moved(file);
    expect([count > 0, ranks.mock.calls.length]).toEqual([true, 0]);
    expect([rows.ranks, ranks.mock.calls.length]).toEqual([200, 1]);
    ranks.mockRestore();
  });

  test.each([
    ['none is left out', false, '80/10/10'],
    ['some of train are left out', true, '80/10/10'],
    ['some of train are left out and others have moved', true, '70/10/20'],
  ])('are compared by their matches as by the index itself if %s', async (_, isLess, before) => {
    const { file: first } = await prepare(texts(0, 150), before).index(null);
    const { file: ledger } = await prepare([...texts(60, 90, 1), ...texts(90, 230)], before).index({
      content: first,
      isContinued: true,
    });
    const { rows, matches, moved: count } = await moved(ledger, [...texts(0, 120), ...texts(120, 200, 2)]);
    expect(count > 0).toBe(before === '70/10/20');
    const leftOut = isLess ? new Bits(rows.sizes.train) : null;
    for (let place = 0; place < rows.sizes.train; place += 3) leftOut?.add(place);
    const write = (content: FileContent | null, isContinued: boolean) => {
      const how = { leftOut, earlier: { content, isContinued }, matches, open: () => new MemoryEntries() };
      return writeRowIndex(rows, { ...how, sink: memorySink(200) });
    };
    for (const isContinued of [true, false]) {
      const [known, anew] = [await write(null, isContinued), await write(ledger, isContinued)];
      expect(known.changes).toEqual(anew.changes);
      expect(known.changes!.relabelled).toBeGreaterThan(0);
      expect(known.changes!.removed).toBeGreaterThan(isLess ? 60 : 29);
      expect(await linesOf(known)).toEqual(await linesOf(anew));
      expect((await linesOf(known)).some(({ origin }) => origin === 'earlier')).toBe(isContinued);
    }
  });

  test('cannot be compared by matches without a ledger', async () => {
    const { rows, matches } = await moved(undefined);
    const how = { leftOut: null, matches, open: () => new MemoryEntries(), sink: memorySink(200) };
    const written = writeRowIndex(rows, { ...how, earlier: { content: null, isContinued: true } });
    await expect(written).rejects.toThrow('prepared without the index');
  });

  test('are none without a ledger', async () => {
    expect(await moved(undefined)).toMatchObject({ moved: 0, dropped: [] });
  });

  test.each([
    ['no parquet', Buffer.from('no index at all, but long enough to be looked at')],
    ['another parquet file', null],
  ])('cannot be found with %s', async (_, bytes) => {
    const chunks = bytes === null ? prepare(texts(0, 100)).write()[0].chunks! : [Uint8Array.from(bytes)];
    await expect(moved({ chunks })).rejects.toThrow();
  });

  test('cannot be found with an index that names another split', async () => {
    const bytes = parquetWriteBuffer({
      schema: INDEX_SCHEMA,
      columnData: [
        { name: 'rank', data: [1n] },
        { name: 'value', data: [0n] },
        { name: 'split', data: ['validation'] },
        { name: 'origin', data: [null] },
      ],
    });
    await expect(moved({ chunks: [new Uint8Array(bytes)] })).rejects.toThrow('it names an unknown split');
  });
});
