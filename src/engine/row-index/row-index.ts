import type { FileContent } from '../../model/file.ts';
import { SPLIT_NAMES, type SplitName } from '../../model/rows.ts';
import type { DatasetShape } from '../../model/shape.ts';
import { hasOneClass, TASKS } from '../../model/tasks.ts';
import { Bits } from '../near-duplicates/bits.ts';
import type { OrderedRow, OrderedRows } from '../ordered-rows.ts';
import type { FileSink, WrittenFile } from '../parquet.ts';
import { RemainingRows } from '../remaining-rows.ts';
import { FnvRanker } from '../rows/fnv-ranker.ts';
import { ROW_ORIGINS } from '../rows/row-origin.ts';
import { firstClassIdIn, labelPartOf } from '../rows/values.ts';
import { type Entry, type EntryStore, joinByRank } from './entries.ts';
import { IndexWriter } from './index-writer.ts';
import { readIndex } from './read-index.ts';
import { EARLIER } from './schema.ts';

/** How the rows of a version differ from those of the version before. */
export interface RowChanges {
  /** Rows whose text the version before does not hold. */
  readonly added: number;
  /** Rows of the version before whose text this one does not hold. */
  readonly removed: number;
  /** Rows of both with another value. */
  readonly relabelled: number;
  /** Ids of the class before and now, and how many rows it is, the most first; empty where rows have not one class each. */
  readonly classes: readonly (readonly [before: number, now: number, rows: number])[];
}

/** The row index of a version, and what it shows. */
export interface RowIndex {
  readonly file: WrittenFile;
  /** Null when there is no index of the version before. */
  readonly changes: RowChanges | null;
}

/** The rows of the version before. */
export interface EarlierRows {
  /** Its index. */
  readonly content: FileContent;
  /** True if rows keep their splits, so that the index also holds rows that were removed, with their splits. */
  readonly isContinued: boolean;
}

/** Opens a store of entries. @param name of the entries, one of its kind */
export type OpenEntries = (name: 'current' | 'earlier') => EntryStore;

/** Pairs of classes that are kept of rows that got another. */
const MOST_PAIRS = 100;

/**
 * Writes the row index of a version: a line for each row in file order, then those of earlier versions that are
 * no longer in it, with the split they had, by ascending rank, as long as rows keep their splits.
 *
 * @param options.leftOut places in train of the rows that are not written; null for none
 * @param options.earlier index of the version before; null for none
 * @throws Error if that is malformed; SpillError
 */
export async function writeRowIndex(
  rows: OrderedRows,
  options: {
    readonly leftOut: Bits | null;
    readonly earlier: EarlierRows | null;
    readonly open: OpenEntries;
    readonly sink: FileSink;
  },
): Promise<RowIndex> {
  const { earlier, open, sink, leftOut } = options;
  const { train, eval: evaluation, test } = rows.sizes;
  const index = new IndexWriter(sink, train + evaluation + test);
  const current = earlier === null ? null : open('current');
  forEachEntry(rows, leftOut, (entry, origin) => {
    index.add(entry, ROW_ORIGINS[origin]);
    current?.add(entry);
  });
  const changes =
    current === null ? null : await compare(rows.shape, { current, earlier: earlier!, open, index });
  current?.close();
  return { file: index.end(), changes };
}

/** Compares the rows with an earlier index, and writes those that are no longer there. */
async function compare(
  shape: DatasetShape,
  how: { current: EntryStore; earlier: EarlierRows; open: OpenEntries; index: IndexWriter },
): Promise<RowChanges> {
  const { current, index } = how;
  const { content, isContinued } = how.earlier;
  const earlier = how.open('earlier');
  await readIndex(content, (entry) => earlier.add(entry));
  const pairs = hasOneClass(shape.task) ? new Map<number, number>() : null;
  let [added, removed, relabelled] = [0, 0, 0];
  joinByRank(current, earlier, {
    current: () => added++,
    earlier(entries, row) {
      if (entries.mark[row] !== EARLIER) removed++;
      if (isContinued) index.add(entryAt(entries, row), 'earlier');
    },
    both(ours, row, theirs, other) {
      if (theirs.mark[other] === EARLIER) added++;
      else if (ours.value[row] !== theirs.value[other]) {
        relabelled++;
        const pair = theirs.value[other] * CLASSES + ours.value[row];
        pairs?.set(pair, 1 + (pairs.get(pair) ?? 0));
      }
    },
  });
  earlier.close();
  const classes = Array.from(pairs ?? [], ([pair, count]): [number, number, number] => [
    Math.floor(pair / CLASSES),
    pair % CLASSES,
    count,
  ]);
  classes.sort(([a, b, rows], [c, d, others]) => others - rows || a - c || b - d);
  return { added, removed, relabelled, classes: classes.slice(0, MOST_PAIRS) };
}

/** More than there are classes. */
const CLASSES = 2 ** 20;

/**
 * Finds the rows whose texts an earlier version has in another split, in this version or before: a model that was trained on
 * them must not be tested on them.
 *
 * @returns the places of these rows by split; null when there is none
 * @throws Error when `earlier` is no index; SpillError
 */
async function findMoved(
  rows: OrderedRows,
  earlier: FileContent,
  open: OpenEntries,
): Promise<Readonly<Record<SplitName, Bits>> | null> {
  const [current, before] = [open('current'), open('earlier')];
  forEachEntry(rows, null, (entry) => current.add(entry));
  await readIndex(earlier, (entry) => before.add(entry));
  const { sizes } = rows;
  const moved = { train: new Bits(sizes.train), eval: new Bits(sizes.eval), test: new Bits(sizes.test) };
  joinByRank(current, before, {
    both(ours, row, theirs, other) {
      if (ours.split[row] !== theirs.split[other]) moved[SPLIT_NAMES[ours.split[row]]].add(ours.mark[row]);
    },
  });
  current.close();
  before.close();
  return SPLIT_NAMES.some((split) => moved[split].count > 0) ? moved : null;
}

/** Rows without those whose texts an earlier version has in another split. */
interface UnmovedRows<Name> {
  readonly rows: OrderedRows<Name>;
  /** How many there were. */
  readonly moved: number;
}

/**
 * Leaves out the rows whose texts an earlier version has in another split.
 *
 * @param how.ledger index of the last version; left out where no row can move
 * @param how.drop is given the names of the rows that are left out
 * @throws Error when the ledger is no index; SpillError
 */
export async function leaveOutMoved<Name>(
  rows: OrderedRows<Name>,
  how: {
    readonly ledger: FileContent | undefined;
    readonly open: OpenEntries;
    readonly drop: (name: Name) => void;
  },
): Promise<UnmovedRows<Name>> {
  const places = how.ledger === undefined ? null : await findMoved(rows, how.ledger, how.open);
  if (places === null) return { rows, moved: 0 };
  let moved = 0;
  for (const split of SPLIT_NAMES) {
    if (places[split].count === 0) continue;
    moved += places[split].count;
    rows.forEach(split, (row, place) => places[split].has(place) && how.drop(row.name));
  }
  return { rows: new RemainingRows(rows, places), moved };
}

/** Hands over an entry for each row, marked by its place; the object is valid during the call. */
function forEachEntry(
  rows: OrderedRows,
  leftOut: Bits | null,
  visit: (entry: Entry, origin: number) => void,
): void {
  const readValue = valueReader(rows.shape);
  const entry = new RowEntry();
  for (const [number, split] of SPLIT_NAMES.entries()) {
    entry.split = number;
    rows.forEach(split, (row, place) => {
      if (split === 'train' && leftOut?.has(place)) return;
      entry.row = row;
      entry.value = readValue(row);
      entry.mark = place;
      visit(entry, row.origin);
    });
  }
}

/** The entry of the current row, with its rank: a number that is read and set again takes memory each time. */
class RowEntry implements Entry {
  row: Pick<Entry, 'rankHigh' | 'rankLow'> = { rankHigh: 0, rankLow: 0 };
  split = 0;
  value = 0;
  mark = 0;

  get rankHigh(): number {
    return this.row.rankHigh;
  }

  get rankLow(): number {
    return this.row.rankLow;
  }
}

/**
 * Returns what reads the value of a row: its class, which answer was chosen, or 32 bits of a hash of what else the texts are
 * worth; 0 for nothing.
 */
function valueReader(shape: DatasetShape): (row: OrderedRow) => number {
  const { task } = shape;
  if (hasOneClass(task)) return ({ classId, values }) => (values === null ? classId : firstClassIdIn(values));
  if (TASKS[task].hasChoice) return ({ values }) => values!.at(-1)!;
  if (TASKS[task].value === null) return () => 0;
  const hash = new FnvRanker();
  return ({ values }) => {
    hash.rank(labelPartOf(shape, values!));
    return hash.low;
  };
}

function entryAt(
  { rankHigh, rankLow, split, value }: ReturnType<EntryStore['bucket']>,
  row: number,
): Omit<Entry, 'mark'> {
  return { rankHigh: rankHigh[row], rankLow: rankLow[row], split: split[row], value: value[row] };
}
