import type { FileContent } from '../model/file.ts';
import {
  type ClassBalance,
  rowsOfClass,
  SPLIT_NAMES,
  type SplitMethod,
  type SplitName,
  type SplitShares,
} from '../model/rows.ts';
import { type DatasetShape, hasOnlyClass, multiHotColumn } from '../model/shape.ts';
import { hasSpans, TASKS } from '../model/tasks.ts';
import type { TrustSettings } from '../model/trust.ts';
import { counted } from '../text/markdown.ts';
import { ClassCounter } from './class-rows.ts';
import { findSuspects } from './confident-learning.ts';
import { ContentHash } from './content-hash.ts';
import type { Bits } from './near-duplicates/bits.ts';
import type { RowPlace } from './near-duplicates/copy-search.ts';
import { canReviewLabels, reviewLabels } from './near-duplicates/label-review.ts';
import { findNearDuplicates, type NearDuplicates } from './near-duplicates/near-duplicates.ts';
import type { ReviewRows } from './near-duplicates/review-rows.ts';
import type { OrderedRows } from './ordered-rows.ts';
import type { RowCounts } from './rows/row-counts.ts';
import { tokenCountIn, withoutChoice } from './rows/values.ts';
import { ShardPlan } from './shard-plan.ts';
import { type EarlierSplit, MovedRows } from './split/split-stable.ts';
import { tooFewRowsError } from './split/too-few-rows.ts';

export interface PrepareOptions {
  readonly fractions: SplitShares;
  readonly method: SplitMethod;
  readonly seed: number;
  readonly dropNearDuplicates: TrustSettings['dropNearDuplicates'];
  /** `none` to skip the search for near-duplicates; default `count`. */
  readonly nearDuplicates?: TrustSettings['nearDuplicates'];
  /** True to also list rows that are worth another look, because labels of near-duplicates differ; default false. */
  readonly review?: boolean;
  /** True to also list the ids of the rows; default false. */
  readonly listIds?: boolean;
  /**
   * Number of blocks of rows that are searched for near-duplicates at once, which does not change the result; default
   * 1.
   */
  readonly searchBlocks?: number;
  /** How the rows were split before, to count those that move; left out where that has not changed, or cannot be counted. */
  readonly earlierSplit?: EarlierSplit;
  /**
   * Index of the last version: rows whose texts it has in another split are left out. Left out itself where a text can come to
   * no other split.
   */
  readonly ledger?: FileContent;
  /** True where rows of the same group stay in one split; default false. */
  readonly isGrouped?: boolean;
}

/** A class with rows, but with no row in these splits. */
export interface MissingClass {
  readonly className: string;
  readonly splits: readonly SplitName[];
  readonly rows: number;
  /** Groups that its rows are in; null where rows have none. */
  readonly groups: number | null;
}

/** The report of a dataset that is ready to be written. */
export interface PreparedDataset {
  readonly shape: DatasetShape;
  /** Rows of all splits: those collected without the near duplicates that were dropped. */
  readonly numSamples: number;
  readonly splitSizes: Readonly<Record<SplitName, number>>;
  /** Bytes of each split as `datasets` counts them. */
  readonly splitBytes: Readonly<Record<SplitName, number>>;
  readonly classBalance: ClassBalance;
  readonly missingClasses: readonly MissingClass[];
  /**
   * Number of groups that the rows of each class are in, before near-duplicates are left out; null if rows have no
   * group.
   */
  readonly classGroups: readonly number[] | null;
  readonly counts: RowCounts;
  /** Null if they were not searched. */
  readonly nearDuplicates: NearDuplicates | null;
  readonly contentSha256: string;
  /** Rows that {@link PrepareOptions.earlierSplit} puts into another split; null without one. */
  readonly movedRows: number | null;
}

/** Two rows of different splits that are near-duplicates, by their names. */
export interface NamedPair<Name> {
  readonly names: readonly [Name, Name];
  readonly splits: readonly [SplitName, SplitName];
  /** Share of their different words that both have, from 0 to 1. */
  readonly similarity: number;
}

/** A dataset that is ready to be written, and what is needed for that. */
export interface PreparedRows<Name> {
  readonly dataset: PreparedDataset;
  readonly examples: readonly NamedPair<Name>[];
  /** Null if they were not searched. */
  readonly review: ReviewRows<Name> | null;
  readonly plan: WritePlan;
}

/** How the rows of a dataset are written. */
export interface WritePlan {
  /** Rows of each row group of each shard. */
  readonly shards: Readonly<Record<SplitName, readonly (readonly number[])[]>>;
  /** Places in train of the rows that are left out; null for none. */
  readonly leftOut: Bits | null;
}

/**
 * Summarises the rows of a dataset in one pass after the search for near-duplicates, unless that search is off.
 *
 * @param options.counts what happened to the rows that are not among these
 * @param options.classGroups groups of each class; null, or left out, where rows have none
 * @param options.drop receives the names of the rows of train that are left out as near-duplicates
 * @param options.keep receives the names of the others in the order of the data files; left out where nobody needs them
 * @param options.maxShardBytes bound of a data file, in bytes as `datasets` counts them
 * @throws Error when there are too few rows to split, or none is left in train; SpillError
 */
export function prepareRows<Name>(
  rows: OrderedRows<Name>,
  how: Pick<
    PrepareOptions,
    'dropNearDuplicates' | 'nearDuplicates' | 'review' | 'searchBlocks' | 'earlierSplit'
  >,
  options: {
    readonly counts: RowCounts;
    readonly classGroups?: readonly number[] | null;
    readonly drop: (name: Name) => void;
    readonly keep?: (name: Name, split: SplitName) => void;
    readonly maxShardBytes?: number;
  },
): PreparedRows<Name> {
  checkSizes(rows);
  const { shape, sizes } = rows;
  const { counts, classGroups = null, drop, keep, maxShardBytes } = options;
  const search = how.nearDuplicates === 'none' ? null : findNearDuplicates(rows, how);
  const dropCount = search?.found.dropped ?? 0;
  const leftOut = search !== null && dropCount > 0 ? search.copies.dropped : null;
  const examples = search?.copies.examples ?? [];
  const isReviewed = how.review === true && search !== null && canReviewLabels(shape);
  const review = isReviewed ? reviewLabels(rows, leftOut) : null;
  const suspects = (counts.confidence?.rows ?? 0) > 0 ? findSuspects(rows, leftOut) : null;
  const suspectPlaces = suspects?.listed.map(({ place }) => ({ rows: [place] })) ?? [];
  const names = namesOf<Name>([...examples, ...(review?.pairs ?? []), ...suspectPlaces]);
  const nameOf = ({ split, place }: RowPlace) => names[split].get(place)!;
  const hash = new ContentHash();
  const classes = ofSplits(() => new ClassCounter(shape));
  const hotValues = multiHotColumn(shape) === null ? 0 : shape.classNames.length;
  const plans = ofSplits(() => new ShardPlan(maxShardBytes, Math.max(1, hotValues)));
  const moved = how.earlierSplit === undefined ? null : new MovedRows(shape, how.earlierSplit);
  const splitSizes = { ...sizes, train: sizes.train - dropCount };
  const splitBytes = { train: 0, eval: 0, test: 0 };
  const more = bytesBesideParts(shape) + 4 * hotValues;
  const bytesOf = hasSpans(shape.task) ? bytesOfTokens : ({ length }: Uint8Array) => length;
  for (const split of SPLIT_NAMES) {
    const dropped = split === 'train' ? leftOut : null;
    const wanted = names[split].size > 0 ? names[split] : null;
    const counter = classes[split];
    const plan = plans[split];
    hash.beginSplit(split, splitSizes[split]);
    rows.forEach(split, (row, place) => {
      if (wanted?.has(place)) wanted.set(place, row.name);
      if (dropped?.has(place)) {
        drop(row.name);
        return;
      }
      keep?.(row.name, split);
      const values = row.values === null ? null : withoutChoice(shape, row.values);
      hash.addRow(row, values);
      counter.add(row.classId, values);
      moved?.add(split, row.text);
      const bytes = row.byteLength + (values === null ? 0 : bytesOf(values, row.byteLength)) + more;
      splitBytes[split] += bytes;
      plan.add(bytes);
    });
  }
  const classBalance = balanceOf(shape, classes);
  return {
    dataset: {
      shape,
      numSamples: splitSizes.train + splitSizes.eval + splitSizes.test,
      splitSizes,
      splitBytes,
      classBalance,
      missingClasses: findMissingClasses(shape, classBalance, classGroups),
      classGroups,
      counts,
      nearDuplicates: search?.found ?? null,
      contentSha256: hash.digest(),
      movedRows: moved === null ? null : moved.count,
    },
    examples: examples.map(({ rows: [one, other], similarity }) => ({
      names: [nameOf(one), nameOf(other)],
      splits: [one.split, other.split],
      similarity,
    })),
    review:
      review === null && suspects === null
        ? null
        : {
            counts: {
              ...review?.counts,
              ...(suspects === null ? {} : { 'confident-learning': suspects.count }),
            },
            pairs: (review?.pairs ?? []).map(({ reason, rows: [one, other], sources }) => ({
              reason,
              names: [nameOf(one), nameOf(other)],
              sources,
            })),
            suspects: (suspects?.listed ?? []).map((suspect) => ({
              ...suspect,
              name: nameOf(suspect.place),
            })),
          },
    plan: { shards: ofSplits((split) => plans[split].shards), leftOut },
  };
}

/** @throws Error when a split has no rows */
function checkSizes(ordered: Pick<OrderedRows, 'shape' | 'sizes' | 'ranks'>): void {
  const { train, eval: evaluation, test } = ordered.sizes;
  if (train > 0 && evaluation > 0 && test > 0) return;
  const rows = train + evaluation + test;
  const { ranks, shape } = ordered;
  const { splitRole } = TASKS[shape.task];
  const isGrouped = ranks < rows;
  const keys =
    splitRole === null
      ? `in ${counted(ranks, 'group')}`
      : `of ${counted(ranks, `${splitRole} or group`, `${splitRole}s or groups`)}`;
  const size = isGrouped ? `${rows} rows ${keys}` : `${rows} rows`;
  const more = splitRole === null ? 'groups' : `${splitRole}s`;
  const what = isGrouped
    ? `The rows of a ${splitRole ?? 'group'} stay in one split: collect reviews of more ${more}`
    : 'Collect more reviews';
  throw tooFewRowsError(
    `${size} are too few: train, eval and test need at least one row each. ${what}, or choose other shares for split.`,
  );
}

/** The places of some rows by their splits, for their names. */
function namesOf<Name>(
  pairs: readonly { readonly rows: readonly RowPlace[] }[],
): Record<SplitName, Map<number, Name | undefined>> {
  const names = ofSplits(() => new Map<number, Name | undefined>());
  for (const { rows } of pairs) for (const { split, place } of rows) names[split].set(place, undefined);
  return names;
}

/**
 * Bytes `datasets` counts for each row beside those of its identity and, where a class is not all, its packed values: a
 * text counts with a 4-byte offset, a class as 8 bytes; other values as they are packed, which is close.
 */
function bytesBesideParts(shape: DatasetShape): number {
  const offsets = 4 * shape.texts.length - (shape.texts.length - 1);
  return hasOnlyClass(shape) ? offsets + 8 : offsets;
}

/**
 * Bytes `datasets` counts for the values of a text with spans: the text again, with an offset of 4 bytes and a tag of 8 for
 * each token; a span with a label of some letters as twice its packed bytes.
 */
function bytesOfTokens(values: Uint8Array, textBytes: number): number {
  return textBytes + 12 * tokenCountIn(values) + 2 * values.length;
}

function balanceOf(
  { classNames }: DatasetShape,
  classes: Readonly<Record<SplitName, ClassCounter>>,
): ClassBalance {
  return Object.fromEntries(
    classNames.map((name, classId) => [name, ofSplits((split) => classes[split].rows[classId])]),
  );
}

/** Classes that have rows, but none in some splits. */
function findMissingClasses(
  { classNames }: DatasetShape,
  classBalance: ClassBalance,
  classGroups: readonly number[] | null,
): MissingClass[] {
  return Object.entries(classBalance).flatMap(([className, balance]) => {
    const splits = SPLIT_NAMES.filter((split) => balance[split] === 0);
    if (splits.length === 0 || splits.length === SPLIT_NAMES.length) return [];
    const groups = classGroups === null ? null : classGroups[classNames.indexOf(className)];
    return [{ className, splits, rows: rowsOfClass(classBalance, className), groups }];
  });
}

function ofSplits<T>(make: (split: SplitName) => T): Record<SplitName, T> {
  return { train: make('train'), eval: make('eval'), test: make('test') };
}
