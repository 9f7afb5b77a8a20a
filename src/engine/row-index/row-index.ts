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
import { type Entries, type Entry, type EntryStore, joinByRank } from './entries.ts';
import { IndexWriter } from './index-writer.ts';
import { type MatchStore, NO_PLACE } from './matches.ts';
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

/** The rows of the version before, as a job gets them. */
export interface ComparedRows extends Pick<EarlierRows, 'isContinued'> {
  /** Its index; null if it is the ledger with which the rows were prepared, so that their matches are known. */
  readonly content: FileContent | null;
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
 * @param options.matches what {@link leaveOutMoved} found in the ledger; null without one
 * @throws Error if the earlier index is malformed, or is the ledger without matches; SpillError
 */
export async function writeRowIndex(
  rows: OrderedRows,
  options: {
    readonly leftOut: Bits | null;
    readonly earlier: ComparedRows | null;
    readonly matches: LedgerMatches | null;
    readonly open: OpenEntries;
    readonly sink: FileSink;
  },
): Promise<RowIndex> {
  const { earlier, matches, open, sink, leftOut } = options;
  const { train, eval: evaluation, test } = rows.sizes;
  const index = new IndexWriter(sink, train + evaluation + test);
  const content = earlier?.content ?? null;
  const current = content === null ? null : open('current');
  let written = 0;
  forEachEntry(rows, leftOut, (entry, origin) => {
    index.add(entry, ROW_ORIGINS[origin]);
    current?.add(entry);
    written++;
  });
  if (earlier === null) return { file: index.end(), changes: null };
  const comparison = new Comparison(rows.shape, { isContinued: earlier.isContinued, index });
  if (content !== null) await compare(current!, { content, open, comparison });
  else if (matches !== null) compareMatches(matches, { leftOut, comparison });
  else throw new Error('The rows were prepared without the index with which they are compared.');
  current?.close();
  const changes = comparison.end(written);
  return { file: index.end(), changes };
}

/** Compares the entries of the rows with an earlier index. */
async function compare(
  current: EntryStore,
  how: { readonly content: FileContent; readonly open: OpenEntries; readonly comparison: Comparison },
): Promise<void> {
  const { content, open, comparison } = how;
  const earlier = open('earlier');
  await readIndex(content, (entry) => earlier.add(entry));
  joinByRank(current, earlier, {
    earlier: (theirs, other) => comparison.leave(theirs, other),
    both: (ours, row, theirs, other) => comparison.keep(theirs, other, ours.value[row]),
  });
  earlier.close();
}

/** Compares the rows with the ledger, by their matches. */
function compareMatches(
  { store, unwrittenOf }: LedgerMatches,
  how: { readonly leftOut: Bits | null; readonly comparison: Comparison },
): void {
  const { leftOut, comparison } = how;
  const unwritten = leftOut === null ? null : unwrittenOf(leftOut);
  store.forEach((matches, row) => {
    const place = matches.place[row];
    const isLeft = SPLIT_NAMES[matches.split[row]] === 'train' && unwritten?.has(place) === true;
    if (place === NO_PLACE || isLeft) comparison.leave(matches, row);
    else comparison.keep(matches, row, matches.now[row]);
  });
}

/** Counts how rows differ from those of the version before, and writes those that are no longer there. */
class Comparison {
  #kept = 0;
  #removed = 0;
  #relabelled = 0;
  readonly #pairs: Map<number, number> | null;
  readonly #isContinued: boolean;
  readonly #index: IndexWriter;

  constructor(
    { task }: DatasetShape,
    { isContinued, index }: { readonly isContinued: boolean; readonly index: IndexWriter },
  ) {
    this.#pairs = hasOneClass(task) ? new Map() : null;
    this.#isContinued = isContinued;
    this.#index = index;
  }

  /** Counts an entry of the earlier index whose row is not written. */
  leave(entries: Entries, row: number): void {
    if (entries.mark[row] !== EARLIER) this.#removed++;
    if (this.#isContinued) this.#index.add(entryAt(entries, row), 'earlier');
  }

  /** Counts an entry of the earlier index whose row is written. @param now its value */
  keep({ mark, value }: Entries, row: number, now: number): void {
    if (mark[row] === EARLIER) return;
    this.#kept++;
    const before = value[row];
    if (before === now) return;
    this.#relabelled++;
    const pair = before * CLASSES + now;
    this.#pairs?.set(pair, 1 + (this.#pairs.get(pair) ?? 0));
  }

  /** @param rows how many are written */
  end(rows: number): RowChanges {
    const classes = Array.from(this.#pairs ?? [], ([pair, count]): [number, number, number] => [
      Math.floor(pair / CLASSES),
      pair % CLASSES,
      count,
    ]);
    classes.sort(([a, b, count], [c, d, other]) => other - count || a - c || b - d);
    return {
      added: rows - this.#kept,
      removed: this.#removed,
      relabelled: this.#relabelled,
      classes: classes.slice(0, MOST_PAIRS),
    };
  }
}

/** More than there are classes. */
const CLASSES = 2 ** 20;

/** How the rows that were split match the ledger, for the index that is written later. */
export interface LedgerMatches {
  /** Matches of the rows before any is left out: one that came to another split matches nothing. */
  readonly store: MatchStore;
  /** Returns the places in train, counted before any row is left out, of rows that are not written. */
  readonly unwrittenOf: (leftOut: Bits) => Bits;
}

/** Opens a store of matches. @param most how many there can be */
export type OpenMatches = (most: number) => MatchStore;

/**
 * Finds the rows whose texts an earlier version has in another split, in this version or before: a model that was trained on
 * them must not be tested on them.
 *
 * @returns the places of these rows by split, null when there is none; and the matches of the others
 * @throws Error when `earlier` is no index; SpillError
 */
async function findMoved(
  rows: OrderedRows,
  earlier: FileContent,
  { open, openMatches }: { readonly open: OpenEntries; readonly openMatches: OpenMatches },
): Promise<{ places: Readonly<Record<SplitName, Bits>> | null; store: MatchStore }> {
  const [current, before] = [open('current'), open('earlier')];
  forEachEntry(rows, null, (entry) => current.add(entry));
  let entries = 0;
  await readIndex(earlier, (entry) => {
    before.add(entry);
    entries++;
  });
  const { sizes } = rows;
  const moved = { train: new Bits(sizes.train), eval: new Bits(sizes.eval), test: new Bits(sizes.test) };
  const store = openMatches(entries);
  joinByRank(current, before, {
    both(ours, row, theirs, other) {
      const [split, place] = [ours.split[row], ours.mark[row]];
      const isMoved = split !== theirs.split[other];
      if (isMoved) moved[SPLIT_NAMES[split]].add(place);
      store.add(theirs, other, isMoved ? NO_PLACE : place, ours.value[row]);
    },
    earlier: (theirs, other) => store.add(theirs, other, NO_PLACE, 0),
  });
  store.end();
  current.close();
  before.close();
  return { places: SPLIT_NAMES.some((split) => moved[split].count > 0) ? moved : null, store };
}

/** Rows without those whose texts an earlier version has in another split. */
interface UnmovedRows<Name> {
  readonly rows: OrderedRows<Name>;
  /** How many there were. */
  readonly moved: number;
  /** Null without a ledger. */
  readonly matches: LedgerMatches | null;
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
    readonly openMatches: OpenMatches;
    readonly drop: (name: Name) => void;
  },
): Promise<UnmovedRows<Name>> {
  if (how.ledger === undefined) return { rows, moved: 0, matches: null };
  const { places, store } = await findMoved(rows, how.ledger, how);
  if (places === null) return { rows, moved: 0, matches: { store, unwrittenOf: (leftOut) => leftOut } };
  let moved = 0;
  for (const split of SPLIT_NAMES) {
    if (places[split].count === 0) continue;
    moved += places[split].count;
    rows.forEach(split, (row, place) => places[split].has(place) && how.drop(row.name));
  }
  const remaining = new RemainingRows(rows, places);
  const unwrittenOf = (leftOut: Bits) => remaining.placesWithout('train', leftOut);
  return { rows: remaining, moved, matches: { store, unwrittenOf } };
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

function entryAt({ rankHigh, rankLow, split, value }: Entries, row: number): Omit<Entry, 'mark'> {
  return { rankHigh: rankHigh[row], rankLow: rankLow[row], split: split[row], value: value[row] };
}
