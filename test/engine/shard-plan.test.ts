import { expect, test } from '@jest/globals';
import { ShardPlan } from '../../src/engine/shard-plan.ts';

function planned(rows: readonly number[], maxShardBytes?: number, rowValues?: number) {
  const plan = new ShardPlan(maxShardBytes, rowValues);
  for (const bytes of rows) plan.add(bytes);
  return plan.shards;
}

test('a split without rows is one shard without rows', () => {
  expect(planned([])).toEqual([[0]]);
});

test('a row group has at most 20,000 rows, and 32 MiB', () => {
  expect(planned(new Array(45_000).fill(10))).toEqual([[20_000, 20_000, 5000]]);
  const mebibytes = 1 << 20;
  expect(planned(new Array(40).fill(mebibytes))).toEqual([[32, 8]]);
  expect(planned([mebibytes, 40 * mebibytes, 31 * mebibytes, mebibytes, 1])).toEqual([[1, 1, 2, 1]]);
});

test('a shard has at most so many bytes, and a larger row is one of its own', () => {
  expect(planned([60, 40, 1, 99, 200, 1], 100)).toEqual([[2], [2], [1], [1]]);
  expect(planned(new Array(30_000).fill(10), 250_000)).toEqual([[20_000, 5000], [5000]]);
});

test('a row group of rows with long lists has at most a million values of them', () => {
  expect(planned(new Array(25_000).fill(10), undefined, 50)).toEqual([[20_000, 5000]]);
  expect(planned(new Array(2500).fill(10), undefined, 1000)).toEqual([[1000, 1000, 500]]);
});
