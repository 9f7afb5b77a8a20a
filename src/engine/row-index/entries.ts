import { enlarged, release } from '../rows/text-store.ts';
import { rowsByRank } from '../split/split-stable.ts';

/** Columns of numbers by which rows with the same rank are matched. */
export interface Entries {
  readonly length: number;
  /** Rank of each row's identity, as two unsigned 32-bit halves. */
  readonly rankHigh: Uint32Array;
  readonly rankLow: Uint32Array;
  /** Position of each row's split among `SPLIT_NAMES`. */
  readonly split: Uint8Array;
  /** Value of each row as an index holds it. */
  readonly value: Uint32Array;
  /** Place of each row in its split, or another number the caller knows. */
  readonly mark: Uint32Array;
}

/** A row of {@link Entries}. */
export interface Entry {
  readonly rankHigh: number;
  readonly rankLow: number;
  readonly split: number;
  readonly value: number;
  readonly mark: number;
}

/** Keeps entries, and gives them back in buckets: each holds all ranks of a range, and the ranges ascend. */
export interface EntryStore {
  add(entry: Entry): void;
  /** Number of buckets, the same for all stores of a kind. */
  readonly buckets: number;
  /** The entries of a bucket, valid until the next is read. */
  bucket(number: number): Entries;
  /** Frees their memory. */
  close(): void;
}

/** Entries in memory: one bucket. */
export class MemoryEntries implements EntryStore, Entries {
  readonly buckets = 1;
  length = 0;
  rankHigh = new Uint32Array(1024);
  rankLow = new Uint32Array(1024);
  split = new Uint8Array(1024);
  value = new Uint32Array(1024);
  mark = new Uint32Array(1024);

  add({ rankHigh, rankLow, split, value, mark }: Entry): void {
    if (this.length === this.rankHigh.length) this.#enlarge();
    this.rankHigh[this.length] = rankHigh;
    this.rankLow[this.length] = rankLow;
    this.split[this.length] = split;
    this.value[this.length] = value;
    this.mark[this.length++] = mark;
  }

  bucket(): Entries {
    return this;
  }

  clear(): void {
    this.length = 0;
  }

  close(): void {
    this.length = 0;
    release(this.rankHigh, this.rankLow, this.split, this.value, this.mark);
  }

  #enlarge(): void {
    this.rankHigh = enlarged(this.rankHigh);
    this.rankLow = enlarged(this.rankLow);
    this.split = enlarged(this.split);
    this.value = enlarged(this.value);
    this.mark = enlarged(this.mark);
  }
}

/** Callbacks for the entries of the earlier one of two stores, with their positions in the current buckets. */
interface JoinVisitor {
  both(current: Entries, row: number, earlier: Entries, earlierRow: number): void;
  earlier(earlier: Entries, row: number): void;
}

/** Visits the entries of two stores of one kind in the order of their ranks, those with the same rank together. */
export function joinByRank(current: EntryStore, earlier: EntryStore, visitor: JoinVisitor): void {
  for (let number = 0; number < current.buckets; number++) {
    joinBuckets(current.bucket(number), earlier.bucket(number), visitor);
  }
}

function joinBuckets(current: Entries, earlier: Entries, visitor: JoinVisitor): void {
  const [ours, theirs] = [byRank(current), byRank(earlier)];
  let [row, other] = [0, 0];
  while (row < ours.length || other < theirs.length) {
    const order = compare(current, ours[row], earlier, theirs[other]);
    if (order > 0) visitor.earlier(earlier, theirs[other]);
    else if (order === 0) visitor.both(current, ours[row], earlier, theirs[other]);
    if (order <= 0) row++;
    if (order >= 0) other++;
  }
}

/** Compares two ranks; the position of none is undefined, and after all others. */
function compare(a: Entries, row: number | undefined, b: Entries, other: number | undefined): number {
  if (row === undefined) return 1;
  if (other === undefined) return -1;
  return a.rankHigh[row] - b.rankHigh[other] || a.rankLow[row] - b.rankLow[other];
}

const NO_TEXT = new Uint8Array();

function byRank({ length, rankHigh, rankLow }: Entries): Uint32Array {
  return rowsByRank({ length, rankHigh, rankLow, textAt: () => NO_TEXT });
}
