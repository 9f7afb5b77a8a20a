import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DiskMatches } from '../../../src/engine/disk/disk-matches.ts';
import { MemoryEntries } from '../../../src/engine/row-index/entries.ts';
import { type MatchStore, MemoryMatches, NO_PLACE } from '../../../src/engine/row-index/matches.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'matches-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([0, 1, 2_000])('%d matches on disk are those in memory, each time that they are read', (count) => {
  const entries = new MemoryEntries();
  for (let row = 0; row < count; row++) {
    const high = 0xffffffff - row;
    entries.add({ rankHigh: high, rankLow: row, split: row % 3, value: high - 1e6, mark: row % 2 });
  }
  const stores = [new MemoryMatches(count), new DiskMatches(path.join(folder, `${count}`))];
  const [inMemory, onDisk] = stores.map((store) => {
    for (let row = 0; row < count; row++)
      store.add(entries, row, row % 5 === 0 ? NO_PLACE : row + 7, row + 9);
    store.end();
    return [readAll(store), readAll(store)];
  });
  expect(inMemory[0]).toHaveLength(count);
  expect(inMemory.slice(1)).toEqual(inMemory.slice(0, 1));
  expect(onDisk).toEqual(inMemory);
  if (count > 0) expect(inMemory[0].at(-1)).toEqual(lastOf(count - 1));
});

function readAll(store: MatchStore): number[][] {
  const all: number[][] = [];
  store.forEach(({ rankHigh, rankLow, split, value, mark, place, now }, row) => {
    all.push([rankHigh[row], rankLow[row], split[row], value[row], mark[row], place[row], now[row]]);
  });
  return all;
}

function lastOf(row: number): number[] {
  const high = 0xffffffff - row;
  return [high, row, row % 3, high - 1e6, row % 2, row % 5 === 0 ? NO_PLACE : row + 7, row + 9];
}
