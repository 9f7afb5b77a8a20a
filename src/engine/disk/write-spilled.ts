import path from 'node:path';
import type { DataFile } from '../../model/file.ts';
import { SPLIT_NAMES, type SplitName } from '../../model/rows.ts';
import { hasOnlyClass } from '../../model/shape.ts';
import { type RowGroup, shardPath, writeShard } from '../parquet.ts';
import { diskSink } from './disk-sink.ts';
import { orderedFile, orderedReader } from './ordered-rows.ts';
import type { OrderedSource, PreparedSpilled } from './prepare-spilled.ts';
import { RecordFile } from './record-file.ts';
import { RowGroupMaker } from './row-group.ts';

/** Writes the data files of a dataset on disk, a row group at a time. @throws SpillError */
export function writeSpilled(
  source: OrderedSource,
  { shards, copies }: Pick<PreparedSpilled, 'shards' | 'copies'>,
): DataFile[] {
  const { shape, folder, name } = source;
  const maker = new RowGroupMaker(shape);
  return SPLIT_NAMES.flatMap((split) => {
    const isDropped = (place: number) =>
      split === 'train' && copies.dropped.count > 0 && copies.dropped.has(place);
    const groups = groupsOf(source, split, { sizes: shards[split].flat(), isDropped, maker });
    return shards[split].map((shard, index): DataFile => {
      const file = path.join(folder, `${name}-${split}-${index}.parquet`);
      const written = writeShard(shape, take(groups, shard.length), diskSink(file));
      return { split, path: shardPath(split, index, shards[split].length), ...written };
    });
  });
}

/** The row groups of a split; each is valid until the next. */
function* groupsOf(
  { shape, folder, name }: OrderedSource,
  split: SplitName,
  {
    sizes,
    isDropped,
    maker,
  }: { sizes: readonly number[]; isDropped: (place: number) => boolean; maker: RowGroupMaker },
): Generator<RowGroup> {
  const records = new RecordFile(orderedFile(folder, name, split));
  const reader = orderedReader(hasOnlyClass(shape));
  let place = 0;
  try {
    for (const size of sizes) {
      maker.begin();
      for (let rows = 0; rows < size; ) {
        if (!records.next()) throw new Error(`${split} of ${shape.name} has fewer rows than were counted.`);
        if (isDropped(place++)) continue;
        reader.read(records);
        maker.add(reader.row);
        rows++;
      }
      yield maker.group;
    }
  } finally {
    records.close();
  }
}

/** The next items of an iterator, which is left open. */
function* take<T>(items: Iterator<T>, count: number): Generator<T> {
  for (let taken = 0; taken < count; taken++) {
    const { value, done } = items.next();
    if (done) return;
    yield value;
  }
}
