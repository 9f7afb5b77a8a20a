import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { DatasetRows } from '../../src/engine/dataset-rows.ts';
import { DiskRows, OrderedFiles } from '../../src/engine/disk/disk-rows.ts';
import { MemoryRows } from '../../src/engine/memory-rows.ts';
import { Bits } from '../../src/engine/near-duplicates/bits.ts';
import type { OrderedRows } from '../../src/engine/ordered-rows.ts';
import { memorySink, writeDataFiles } from '../../src/engine/parquet.ts';
import { prepareRows } from '../../src/engine/prepare.ts';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { emptyRow } from '../../src/engine/rows/row-spill.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import { splitStable } from '../../src/engine/split/split-stable.ts';
import { SPLIT_NAMES } from '../../src/model/rows.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import { textDatasets, textShape } from '../support/shapes.ts';
import { labelledTexts } from '../support/texts.ts';

const SHAPE = textShape(['a', 'b']);
const SHARES = parseSplit('60/20/20');
const EARLIER = { ...parseSplit('20/60/20'), seed: 7, folded: false, byRole: false };
const folder = mkdtempSync(path.join(tmpdir(), 'ordered-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows of which some are near copies of others. */
const ROWS = labelledTexts(
  Array.from({ length: 90 }, (_, row): [string, number] => {
    const number = row % 60;
    const words = Array.from({ length: 9 }, (_word, word) => `w${number}x${word}`).join(' ');
    return [`${words} नेपाल${row < 60 ? '' : ' more'}`, row % 2];
  }),
);

function inMemory(rows: DatasetRows): MemoryRows {
  return new MemoryRows(SHAPE, rows, splitStable(rows, SHARES));
}

let files = 0;

/** The same rows on disk; their ids are their numbers. */
function onDisk(rows: DatasetRows): DiskRows {
  const name = `rows${files++}`;
  const ordered = new OrderedFiles(folder, name, { hasOnlyClass: true, confidences: 0 });
  const splits = splitStable(rows, SHARES);
  for (const split of ['test', 'eval', 'train'] as const) {
    for (const number of splits[split]) {
      const row = { ...emptyRow(), text: rows.textAt(number), classId: rows.classIds[number] };
      const rank = { high: rows.rankHigh[number], low: rows.rankLow[number] };
      const source = number % 3 === 0 ? ('confirmed' as const) : ('corrections' as const);
      ordered.append(split, { source, id: Buffer.from(`${number}`), row }, rank);
    }
  }
  ordered.close();
  return new DiskRows({ shape: SHAPE, folder, name }, ordered);
}

/** Number of a row by its name. */
function numberOf(name: unknown): number {
  if (typeof name === 'number') return name;
  return Number(Buffer.from((name as { id: Uint8Array }).id).toString());
}

function rowsOf(ordered: OrderedRows) {
  return SPLIT_NAMES.map((split) => {
    const rows: unknown[] = [];
    ordered.forEach(split, (row, place) => {
      const copy = Buffer.alloc(row.byteLength);
      row.copyText(copy, 0);
      expect(Buffer.compare(copy, row.text)).toBe(0);
      rows.push([numberOf(row.name), place, `${copy}`, row.classId, row.values]);
    });
    return rows;
  });
}

/** Grouped rows have few ranks, of which several have the same half. */
const GROUPED: DatasetRows = {
  ...ROWS,
  rankHigh: ROWS.rankHigh.map((_, row) => 2 ** 30 * (row % 4)),
  rankLow: ROWS.rankLow.map((_, row) => row % 3),
};

test.each([
  ['rows', ROWS, 90],
  ['grouped rows', GROUPED, 12],
])('%s on disk are those in memory', (_, rows, ranks) => {
  const [memory, disk] = [inMemory(rows), onDisk(rows)];
  expect([memory.ranks, disk.ranks]).toEqual([ranks, ranks]);
  expect(disk.sizes).toEqual(memory.sizes);
  expect(rowsOf(disk)).toEqual(rowsOf(memory));
});

test('names of rows on disk stay when other rows are read, of more than are read at once', () => {
  const long = Array.from({ length: 300 }, (_, row): [string, number] => [`${row} `.repeat(4000), 0]);
  const names: { source: string; id: Uint8Array }[] = [];
  onDisk(labelledTexts(long)).forEach('train', ({ name }) => {
    names.push(name);
  });
  expect(names.length).toBeGreaterThan(100);
  expect(new Set(names.map(numberOf)).size).toBe(names.length);
  for (const name of names) expect(name.source).toBe(numberOf(name) % 3 === 0 ? 'confirmed' : 'corrections');
});

describe.each([
  ['memory', inMemory],
  ['disk', onDisk],
])('in %s', (_, make) => {
  test('rows that are left out are in no group', () => {
    const ordered = make(ROWS) as OrderedRows;
    const leftOut = new Bits(ordered.sizes.train);
    for (const place of [0, 5, 6]) leftOut.add(place);
    const texts: string[] = [];
    ordered.forEach('train', ({ text }, place) => {
      if (!leftOut.has(place)) texts.push(Buffer.from(text).toString());
    });
    const sizes = [4, 1, texts.length - 5];
    const groups = Array.from(ordered.groups('train', sizes, leftOut), ({ rows, group }) =>
      Array.from(group, (row) => Buffer.from(rows.textAt(row)).toString()),
    );
    expect(groups.map(({ length }) => length)).toEqual(sizes);
    expect(groups.flat()).toEqual(texts);
  });
});

describe.each(['none', 'train'] as const)('drop-near-duplicates: %s', (dropNearDuplicates) => {
  const [{ counts }] = new RowCollector(textDatasets(SHAPE), new TextIndex(new TextRanker(42)), 42).finish();
  const prepare = (ordered: OrderedRows) => {
    const dropped: number[] = [];
    const drop = (name: unknown) => dropped.push(numberOf(name));
    const how = { dropNearDuplicates, earlierSplit: EARLIER };
    const { dataset, examples, plan } = prepareRows(ordered, how, { counts, drop, maxShardBytes: 400 });
    const written = writeDataFiles(ordered, plan, (_, __, rows) => memorySink(rows));
    const pairs = examples.map(({ names, ...pair }) => ({ ...pair, numbers: names.map(numberOf) }));
    return { dataset, pairs, dropped, files: written.map(({ path: file, sha256 }) => [file, sha256]) };
  };
  const memory = prepare(inMemory(ROWS));

  test('what comes of rows on disk comes of them in memory', () => {
    expect(prepare(onDisk(ROWS))).toEqual(memory);
  });

  test('examples are near copies, by the names of their rows and with their splits', () => {
    const splits = splitStable(ROWS, SHARES);
    expect(memory.pairs.length).toBeGreaterThan(3);
    for (const { numbers, splits: names } of memory.pairs) {
      expect(Math.abs(numbers[0] - numbers[1])).toBe(60);
      for (const [index, name] of names.entries()) expect([...splits[name]]).toContain(numbers[index]);
    }
  });

  test('what is said of rows without those that are left out is what is said of the others alone', () => {
    const { dataset, dropped } = memory;
    const kept = [...ROWS.classIds.keys()].filter((row) => !dropped.includes(row));
    const texts = kept.map((row): [string, number] => [
      Buffer.from(ROWS.textAt(row)).toString(),
      ROWS.classIds[row],
    ]);
    const { contentSha256, classBalance } = prepare(inMemory(labelledTexts(texts))).dataset;
    expect(dataset.contentSha256).toBe(contentSha256);
    expect(dataset.classBalance).toEqual(classBalance);
  });

  test('rows that are left out are neither counted nor moved nor cut into shards', () => {
    const { dataset, dropped, files: written } = memory;
    expect(dropped.length > 0).toBe(dropNearDuplicates === 'train');
    const kept = [...ROWS.classIds.keys()].filter((row) => !dropped.includes(row));
    expect(dataset.numSamples).toBe(kept.length);
    const bytes = kept.reduce((sum, row) => sum + ROWS.byteLengthAt(row) + 12, 0);
    const { train, eval: evaluation, test: tested } = dataset.splitBytes;
    expect(train + evaluation + tested).toBe(bytes);
    expect(written.length).toBeGreaterThan(bytes / 400);
    const [before, after] = [splitStable(rankedBy(EARLIER.seed), EARLIER), splitStable(ROWS, SHARES)];
    const isMoved = (row: number) =>
      SPLIT_NAMES.some((name) => after[name].includes(row) && !before[name].includes(row));
    expect(dataset.movedRows).toBe(kept.filter(isMoved).length);
  });
});

function rankedBy(seed: number): DatasetRows {
  const texts = Array.from({ length: ROWS.length }, (_, row): [string, number] => [
    Buffer.from(ROWS.textAt(row)).toString(),
    0,
  ]);
  return labelledTexts(texts, seed);
}
