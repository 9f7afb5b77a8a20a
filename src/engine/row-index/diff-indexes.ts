import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { SPLIT_NAMES, type SplitName } from '../../model/rows.ts';
import { Bits } from '../near-duplicates/bits.ts';
import { COMPRESSORS, openContent } from '../parquet-content.ts';
import { halvesOf, type IndexContent } from './read-index.ts';

/** A row index, and how many rows of its version each split has. */
export interface IndexedVersion {
  readonly content: IndexContent;
  readonly splits: Readonly<Record<SplitName, number>>;
}

/** Rows of a split that only the earlier or only the later version has there. */
interface SplitDifference {
  added: number;
  removed: number;
  /** Rows that were in another split before. */
  movedIn: number;
}

/** How two versions differ. Rows are matched by their texts. */
export interface IndexDifference {
  added: number;
  removed: number;
  relabelled: number;
  moved: number;
  /** Rows of both versions with the same value and split. */
  same: number;
  readonly splits: Readonly<Record<SplitName, SplitDifference>>;
  /** Values of relabelled rows and how many rows they are, by {@link pairOf}. */
  readonly relabelledPairs: Map<number, number>;
  /** Rows by their value in the earlier and in the later version. */
  readonly addedValues: Map<number, number>;
  readonly removedValues: Map<number, number>;
}

/** Rows that differ between two versions, by their places in the data files of theirs. */
export class DifferingRows {
  readonly added: Bits;
  readonly removed: Bits;
  /** Rows with another value, by their places in the earlier and in the later version. */
  readonly relabelled: { readonly before: Bits; readonly now: Bits };

  constructor(before: IndexedVersion, now: IndexedVersion) {
    const [rowsBefore, rowsNow] = [before, now].map(({ splits }) => splits.train + splits.eval + splits.test);
    this.added = new Bits(rowsNow);
    this.removed = new Bits(rowsBefore);
    this.relabelled = { before: new Bits(rowsBefore), now: new Bits(rowsNow) };
  }
}

/** More than there are classes. */
const CLASSES = 2 ** 20;

/** Key of two values in {@link IndexDifference.relabelledPairs}. */
function pairOf(before: number, now: number): number {
  return before * CLASSES + now;
}

/** The values of a key of {@link pairOf}. */
export function valuesOf(pair: number): readonly [before: number, now: number] {
  return [Math.floor(pair / CLASSES), pair % CLASSES];
}

/**
 * Compares the rows of two versions. A file holds the rows of each split by ascending rank: the splits of both versions are
 * merged as they are read, a row group of each in memory.
 *
 * @param options.hasClasses true when the value of a row is the id of its class
 * @param options.rows takes the places of rows that differ; left out where nobody needs them
 * @throws Error when a file is no row index, or its rows are not in the order of their ranks
 */
export async function diffIndexes(
  before: IndexedVersion,
  now: IndexedVersion,
  { hasClasses, rows }: { readonly hasClasses: boolean; readonly rows?: DifferingRows },
): Promise<IndexDifference> {
  const difference: IndexDifference = {
    added: 0,
    removed: 0,
    relabelled: 0,
    moved: 0,
    same: 0,
    splits: {
      train: { added: 0, removed: 0, movedIn: 0 },
      eval: { added: 0, removed: 0, movedIn: 0 },
      test: { added: 0, removed: 0, movedIn: 0 },
    },
    relabelledPairs: new Map(),
    addedValues: new Map(),
    removedValues: new Map(),
  };
  const count = (counts: Map<number, number>, key: number) => {
    if (hasClasses) counts.set(key, 1 + (counts.get(key) ?? 0));
  };
  const [old, current] = await Promise.all([RankOrder.open(before), RankOrder.open(now)]);
  for (;;) {
    // A row group ends now and then, and only then is there anything to wait for.
    if (old.isHungry) await old.feed();
    if (current.isHungry) await current.feed();
    const [a, b] = [old.first, current.first];
    if (a === null && b === null) return difference;
    const order = a === null ? 1 : b === null ? -1 : compareRanks(a, b);
    if (order < 0) {
      difference.removed++;
      difference.splits[a!.split].removed++;
      count(difference.removedValues, a!.value);
      rows?.removed.add(a!.place);
    } else if (order > 0) {
      difference.added++;
      difference.splits[b!.split].added++;
      count(difference.addedValues, b!.value);
      rows?.added.add(b!.place);
    } else {
      if (a!.split !== b!.split) {
        difference.moved++;
        difference.splits[b!.split].movedIn++;
      }
      if (a!.value !== b!.value) {
        difference.relabelled++;
        count(difference.relabelledPairs, pairOf(a!.value, b!.value));
        rows?.relabelled.before.add(a!.place);
        rows?.relabelled.now.add(b!.place);
      } else if (a!.split === b!.split) difference.same++;
    }
    if (order <= 0) old.advance();
    if (order >= 0) current.advance();
  }
}

/** Compares the ranks that two cursors are at. */
function compareRanks(a: Cursor, b: Cursor): number {
  return a.high - b.high || a.low - b.low;
}

/** The rows of a version by ascending rank: those of its splits, merged. */
class RankOrder {
  readonly #cursors: readonly Cursor[];
  #first: Cursor | null = null;

  private constructor(cursors: readonly Cursor[]) {
    this.#cursors = cursors;
  }

  static async open({ content, splits }: IndexedVersion): Promise<RankOrder> {
    const { parquetMetadataAsync } = await import('hyparquet');
    const file = 'byteLength' in content ? content : await openContent(content);
    const metadata = await parquetMetadataAsync(file);
    let start = 0;
    const cursors = SPLIT_NAMES.map((split) => {
      const cursor = new Cursor(split, { file, metadata, start, end: start + splits[split] });
      start += splits[split];
      return cursor;
    });
    if (start > Number(metadata.num_rows)) throw new Error('it has fewer rows than its version');
    const order = new RankOrder(cursors);
    await order.feed();
    return order;
  }

  /** The split whose next row has the lowest rank; null at the end. */
  get first(): Cursor | null {
    return this.#first;
  }

  get isHungry(): boolean {
    return this.#first?.isHungry === true;
  }

  /** Reads on where a split has come to the end of what was read. */
  async feed(): Promise<void> {
    for (const cursor of this.#cursors) if (cursor.isHungry) await cursor.feed();
    this.#choose();
  }

  advance(): void {
    this.#first!.advance();
    if (!this.#first!.isHungry) this.#choose();
  }

  #choose(): void {
    let first: Cursor | null = null;
    for (const cursor of this.#cursors)
      if (!cursor.isAtEnd && (first === null || compareRanks(cursor, first) < 0)) first = cursor;
    this.#first = first;
  }
}

/** Where the rows of a split are read. */
interface SplitRange {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  /** Place of its first row in the file, and of the first after it. */
  readonly start: number;
  readonly end: number;
}

/** The next row of a split. */
class Cursor {
  readonly split: SplitName;
  readonly #range: SplitRange;
  /** Halves of the numbers that were read, the lower one first. */
  #ranks = new Uint32Array();
  #values = new Uint32Array();
  /** Place of the next row in what was read, and of the first that does not belong to the split. */
  #at = 0;
  #length = 0;
  /** Place in the file of the first row that was not read yet. */
  #next: number;
  high = 0;
  low = 0;
  value = 0;

  constructor(split: SplitName, range: SplitRange) {
    this.split = split;
    this.#range = range;
    this.#next = range.start;
  }

  /** True when all rows were handed over. */
  get isAtEnd(): boolean {
    return this.#at === this.#length && this.#next === this.#range.end;
  }

  /** Place of the next row in the file. */
  get place(): number {
    return this.#next - this.#length + this.#at;
  }

  /** True when the next row has to be read first. */
  get isHungry(): boolean {
    return this.#at === this.#length && this.#next < this.#range.end;
  }

  /** Reads the rest of the row group that the next row is in, or of the split. */
  async feed(): Promise<void> {
    const { parquetRead } = await import('hyparquet');
    const { file, metadata, end: last } = this.#range;
    const group = groupOf(metadata, this.#next);
    const end = Math.min(last, group.end);
    const columns: Record<string, ArrayLike<unknown>[]> = { rank: [], value: [], split: [] };
    await parquetRead({
      file,
      metadata,
      compressors: COMPRESSORS,
      columns: ['rank', 'value', 'split'],
      rowStart: group.start,
      rowEnd: group.end,
      onChunk: ({ columnName, columnData }) => columns[columnName].push(columnData),
    });
    const [first, behind] = [this.#next - group.start, end - group.start];
    const rows = group.end - group.start;
    this.#ranks = halvesOf(columns.rank, rows);
    this.#values = halvesOf(columns.value, rows);
    let row = 0;
    for (const piece of columns.split)
      for (let at = 0; at < piece.length; at++, row++)
        if (row >= first && row < behind && piece[at] !== this.split)
          throw new Error(`a row of ${this.split} is in ${piece[at]}`);
    this.#next = end;
    this.#at = first;
    this.#length = behind;
    this.#read();
  }

  advance(): void {
    this.#at++;
    if (this.#at < this.#length) this.#read();
  }

  #read(): void {
    const low = this.#ranks[2 * this.#at];
    const high = this.#ranks[2 * this.#at + 1];
    if (high < this.high || (high === this.high && low < this.low))
      throw new Error('its rows are not in the order of their ranks');
    this.high = high;
    this.low = low;
    this.value = this.#values[2 * this.#at];
  }
}

/** Places of the first row of the row group that a row is in, and of the first row after it. */
function groupOf({ row_groups: groups }: FileMetaData, row: number): { start: number; end: number } {
  let [start, end] = [0, 0];
  for (const { num_rows } of groups) {
    [start, end] = [end, end + Number(num_rows)];
    if (end > row) break;
  }
  return { start, end };
}
