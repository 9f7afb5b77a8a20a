import { SPLIT_NAMES, type SplitName } from '../../model/rows.ts';
import { type DatasetShape, hasOnlyClass } from '../../model/shape.ts';
import { ContentHash } from '../content-hash.ts';
import { Bits } from '../near-duplicates/bits.ts';
import type { NearPair, SplitTexts } from '../near-duplicates/copy-search.ts';
import { findNearDuplicates, type NearCopies } from '../near-duplicates/near-duplicates.ts';
import { bytesBesideParts } from '../parquet.ts';
import { findMissingClasses, type PreparedDataset, type PrepareOptions } from '../prepare.ts';
import type { RowCounts } from '../rows/row-counts.ts';
import { toldId } from '../rows/row-ids.ts';
import { ShardPlan } from '../shard-plan.ts';
import { countMoved } from '../split/count-moved.ts';
import { tooFewRows } from '../split/split.ts';
import { classReader } from './class-reader.ts';
import { DroppedRuns } from './dropped-runs.ts';
import { forEachOrdered, orderedFile } from './ordered-rows.ts';
import type { SettledRows } from './settle.ts';

/** Rows of a dataset on disk, in the order of their ranks. */
export interface OrderedSource {
  readonly shape: DatasetShape;
  readonly folder: string;
  /** What the names of the dataset's files begin with. */
  readonly name: string;
  readonly counts: RowCounts;
  readonly settled: Pick<SettledRows, 'sizes' | 'ranks'>;
}

/** A near copy as it is told. */
interface ToldPair {
  readonly ids: readonly [string, string];
  readonly splits: readonly [SplitName, SplitName];
  readonly similarity: number;
}

/** A dataset that is ready to be written. */
export interface PreparedSpilled {
  readonly dataset: PreparedDataset;
  readonly examples: readonly ToldPair[];
  /** Files of the near duplicates that were dropped. */
  readonly droppedFiles: readonly string[];
  /** How the rows of each split are cut into shards and row groups. */
  readonly shards: Readonly<Record<SplitName, readonly (readonly number[])[]>>;
  readonly copies: NearCopies;
}

/**
 * Sums up what a dataset on disk comes to, in two passes over its rows: near copies, unless they are not searched, then
 * everything else.
 *
 * @throws Error when there are too few rows to split, or none is left in train; SpillError
 */
export function prepareSpilled(source: OrderedSource, options: PrepareOptions): PreparedSpilled {
  const { shape, folder, name, settled } = source;
  const { sizes } = settled;
  const { earlierSplit } = options;
  if (sizes.train === 0 || sizes.eval === 0 || sizes.test === 0)
    throw tooFewRows(sizes.train + sizes.eval + sizes.test, settled.ranks);
  const isClassOnly = hasOnlyClass(shape);
  const { found, copies } =
    options.nearDuplicates === 'none'
      ? { found: null, copies: { examples: [], dropped: new Bits(sizes.train) } }
      : findNearDuplicates(textsOf(source), options);
  const ids = new WantedIds(copies.examples);
  const dropped = new DroppedRuns(folder, `${name}-copies`);
  const hash = new ContentHash();
  const classIdsOf = classReader(shape);
  const balance = shape.classNames.map(() => ({ train: 0, eval: 0, test: 0 }));
  const splitBytes = { train: 0, eval: 0, test: 0 };
  const splitSizes = { ...sizes, train: sizes.train - copies.dropped.count };
  const plans = { train: new ShardPlan(), eval: new ShardPlan(), test: new ShardPlan() };
  const more = bytesBesideParts(shape);
  for (const split of SPLIT_NAMES) {
    hash.beginSplit(split, splitSizes[split]);
    forEachOrdered(orderedFile(folder, name, split), isClassOnly, ({ row, id, source: from }, place) => {
      ids.take(split, place, id);
      if (split === 'train' && copies.dropped.count > 0 && copies.dropped.has(place)) {
        dropped.add({ source: from, id, reason: 'near-duplicate' });
        return;
      }
      if (row.values === null) hash.addClass(row.classId);
      else hash.addValues(row.values);
      hash.addText(row.text);
      for (const classId of classIdsOf(row)) balance[classId][split]++;
      const bytes = row.text.length + (row.values?.length ?? 0) + more;
      splitBytes[split] += bytes;
      plans[split].add(bytes);
    });
  }
  dropped.flush();
  const classBalance = Object.fromEntries(shape.classNames.map((className, id) => [className, balance[id]]));
  return {
    dataset: {
      shape,
      numSamples: splitSizes.train + splitSizes.eval + splitSizes.test,
      splitSizes,
      splitBytes,
      classBalance,
      missingClasses: findMissingClasses(classBalance),
      counts: source.counts,
      nearDuplicates: found,
      contentSha256: hash.digest(),
      movedRows: earlierSplit === undefined ? null : countMoved(earlierSplit, leftTexts(source, copies)),
    },
    examples: copies.examples.map((pair) => ids.told(pair)),
    droppedFiles: dropped.files,
    shards: { train: plans.train.shards, eval: plans.eval.shards, test: plans.test.shards },
    copies,
  };
}

function textsOf({ shape, folder, name, settled }: OrderedSource): SplitTexts {
  return {
    sizes: settled.sizes,
    forEach(split, visit) {
      forEachOrdered(orderedFile(folder, name, split), hasOnlyClass(shape), ({ row }, place) =>
        visit(row.text, place),
      );
    },
  };
}

/** The texts of a split without the near duplicates that are dropped. */
function leftTexts(source: OrderedSource, { dropped }: NearCopies): Parameters<typeof countMoved>[1] {
  const texts = textsOf(source);
  return (split, visit) =>
    texts.forEach(split, (text, place) => {
      if (split !== 'train' || !dropped.has(place)) visit(text);
    });
}

/** The ids of some rows, taken as they come by. */
class WantedIds {
  readonly #ids: Record<SplitName, Map<number, string>> = {
    train: new Map(),
    eval: new Map(),
    test: new Map(),
  };

  constructor(pairs: readonly NearPair[]) {
    for (const { rows } of pairs) for (const { split, place } of rows) this.#ids[split].set(place, '');
  }

  take(split: SplitName, place: number, id: Uint8Array): void {
    const ids = this.#ids[split];
    if (ids.size > 0 && ids.has(place)) ids.set(place, toldId(id));
  }

  told({ rows: [one, other], similarity }: NearPair): ToldPair {
    const ids = [one, other].map(({ split, place }) => this.#ids[split].get(place)!) as [string, string];
    return { ids, splits: [one.split, other.split], similarity };
  }
}
