import type { DatasetRows, SplitRows } from '../../src/engine/dataset-rows.ts';
import { MemoryRows } from '../../src/engine/memory-rows.ts';
import { memorySink, writeDataFiles } from '../../src/engine/parquet.ts';
import { type PrepareOptions, prepareRows } from '../../src/engine/prepare.ts';
import { MemoryEntries } from '../../src/engine/row-index/entries.ts';
import { type EarlierRows, writeRowIndex } from '../../src/engine/row-index/row-index.ts';
import type { RowCounts } from '../../src/engine/rows/row-counts.ts';
import { ShardPlan } from '../../src/engine/shard-plan.ts';
import { splitRows } from '../../src/engine/split/split.ts';
import type { DatasetShape } from '../../src/model/shape.ts';

/** Splits rows in memory, and gives all that comes of them; `write` writes the data files. */
export function prepareInMemory(
  shape: DatasetShape,
  { rows, counts }: { readonly rows: DatasetRows; readonly counts: RowCounts },
  how: PrepareOptions,
  maxShardBytes?: number,
) {
  const all = splitRows({ rows, classNames: shape.classNames, ...how });
  const ordered = new MemoryRows(shape, rows, all);
  const dropped: number[] = [];
  const drop = (row: number) => dropped.push(row);
  const { dataset, examples, review, plan } = prepareRows(ordered, how, { counts, drop, maxShardBytes });
  const left = new Set(dropped);
  const splits: SplitRows = { ...all, train: all.train.filter((row) => !left.has(row)) };
  const { leftOut } = plan;
  return {
    ordered,
    dataset,
    examples,
    review,
    dropped,
    splits,
    write: () => writeDataFiles(ordered, plan, toMemory),
    index: (earlier: EarlierRows | null) =>
      writeRowIndex(ordered, {
        leftOut,
        earlier,
        matches: null,
        open: () => new MemoryEntries(),
        sink: memorySink(dataset.numSamples),
      }),
  };
}

/** Writes rows of one text and one class each as train, in an order. */
export function writeTrain(
  shape: DatasetShape,
  rows: DatasetRows,
  { order, maxShardBytes }: { order?: readonly number[]; maxShardBytes?: number } = {},
) {
  const train = Uint32Array.from(order ?? Array.from({ length: rows.length }, (_, row) => row));
  const ordered = new MemoryRows(shape, rows, { train, eval: new Uint32Array(), test: new Uint32Array() });
  const plan = new ShardPlan(maxShardBytes);
  for (const row of train) plan.add(rows.byteLengthAt(row) + 4 + 8);
  const shards = { train: plan.shards, eval: [], test: [] };
  return writeDataFiles(ordered, { shards, leftOut: null }, toMemory);
}

function toMemory(...[, , rows]: Parameters<Parameters<typeof writeDataFiles>[2]>) {
  return memorySink(rows);
}
