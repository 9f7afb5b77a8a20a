import { type RowSource, SPLIT_NAMES, type SplitName } from '../../model/rows.ts';
import type { DatasetShape } from '../../model/shape.ts';
import { TASKS } from '../../model/tasks.ts';
import type { OrderedRow, OrderedRows } from '../ordered-rows.ts';
import { originCode } from '../rows/row-origin.ts';
import { labelPartOf } from '../rows/values.ts';
import type { BandIndex } from './band-index.ts';
import { Bits } from './bits.ts';
import { CopyBlock, type OnCopy } from './copy-block.ts';
import type { RowPlace } from './copy-search.ts';
import { Query } from './query.ts';

/**
 * Why a row is worth another look: it is a confirmed row, and a near-duplicate was corrected to another label; or else it is
 * a row that has a near-duplicate with another label.
 */
const REVIEW_REASONS = ['near-duplicate-corrected', 'near-duplicate-label'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** A row that is worth another look. */
interface ReviewPair {
  readonly reason: ReviewReason;
  /** The row, then its near-duplicate with another label. */
  readonly rows: readonly [RowPlace, RowPlace];
  /** Where both were read. */
  readonly sources: readonly [RowSource, RowSource];
}

/** The clusters of near-duplicates whose labels differ. */
interface LabelReview {
  /** Number of clusters by the reason of the row that each is listed with. */
  readonly counts: Readonly<Record<ReviewReason, number>>;
  /** One pair for each cluster, {@link ReviewLimits.pairs} of each reason at most. */
  readonly pairs: readonly ReviewPair[];
}

/** What the search does at most; its memory is that of one block and two bits a row. */
export interface ReviewLimits {
  /** Texts of a block, and words from which on it takes no further text. */
  readonly texts: number;
  readonly words: number;
  /** Blocks that rows are compared with, so that the time is linear in the rows. */
  readonly blocks: number;
  /** Pairs that are listed of each reason. */
  readonly pairs: number;
}

const LIMITS: ReviewLimits = { texts: 3 << 17, words: 3 << 22, blocks: 4, pairs: 10_000 };
/** Order in which rows are compared: the smaller splits first. */
const ORDER: readonly SplitName[] = ['test', 'eval', 'train'];
const CONFIRMED = originCode('confirmed');
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Returns true for a task whose rows have a label that is right or wrong. */
export function canReviewLabels({ task }: Pick<DatasetShape, 'task'>): boolean {
  const { holds } = TASKS[task];
  return holds !== null && holds !== 'number';
}

/**
 * Finds near-duplicates whose labels differ, in the same split too. The rows of test, eval and train are numbered through in
 * that order. A block of them is kept, and the block's rows and all rows after it are compared with it; then the next block
 * follows. The result depends only on the rows and their order, not on where they are stored.
 *
 * @param leftOut places in train of rows that are not published; null for none
 * @throws SpillError
 */
export function reviewLabels(
  rows: OrderedRows,
  leftOut: Bits | null,
  limits: Partial<ReviewLimits> = {},
): LabelReview {
  const search = new LabelSearch(rows, leftOut, { ...LIMITS, ...limits });
  const { counts, pairs } = search;
  return { counts, pairs: REVIEW_REASONS.flatMap((reason) => pairs[reason]) };
}

/**
 * The texts of a block that have a near-duplicate in it. Each text is searched for once when it is read, among those before
 * it: most have none, and are not found in an index without them, which is fast. Only the others are searched for again.
 */
class AlikeTexts {
  readonly #numbers: Bits;
  /** False once a text was not compared with all that are similar, so that any text may be its near-duplicate. */
  #isComplete = true;

  /** @param size texts of the block at most */
  constructor(size: number) {
    this.#numbers = new Bits(size);
  }

  /** Searches for a text in an index of those before it. @param number of the text in the block */
  search(number: number, block: CopyBlock, index: BandIndex, query: Query): void {
    if (!this.#isComplete) return;
    this.#isComplete = block.search(query, index, (copy) => {
      this.#numbers.add(copy);
      this.#numbers.add(number);
      return false;
    });
  }

  /** True unless a text has no near-duplicate in the block. */
  mayHave(number: number): boolean {
    return !this.#isComplete || this.#numbers.has(number);
  }
}

class LabelSearch {
  readonly counts: Record<ReviewReason, number> = {
    'near-duplicate-corrected': 0,
    'near-duplicate-label': 0,
  };
  readonly pairs: Readonly<Record<ReviewReason, ReviewPair[]>> = {
    'near-duplicate-corrected': [],
    'near-duplicate-label': [],
  };
  readonly #rows: OrderedRows;
  readonly #leftOut: Bits | null;
  readonly #limits: ReviewLimits;
  readonly #query = new Query();
  /** Number of the first row of each split. */
  readonly #starts: Readonly<Record<SplitName, number>>;
  readonly #end: number;
  readonly #confirmed: Bits;
  /** Rows of clusters that are listed. */
  readonly #listed: Bits;
  /** Near-duplicates of the current row. */
  #copies: number[] = [];

  constructor(rows: OrderedRows, leftOut: Bits | null, limits: ReviewLimits) {
    const { test, eval: evaluation, train } = rows.sizes;
    this.#rows = rows;
    this.#leftOut = leftOut;
    this.#limits = limits;
    this.#starts = { test: 0, eval: test, train: test + evaluation };
    this.#end = test + evaluation + train;
    this.#confirmed = new Bits(this.#end);
    this.#listed = new Bits(this.#end);
    let start = 0;
    for (let block = 0; block < limits.blocks && start < this.#end; block++) start = this.#searchFrom(start);
  }

  /** Keeps a block of rows from this one on, and compares its rows and all after it. @returns the first row after it */
  #searchFrom(start: number): number {
    const { texts, words } = this.#limits;
    const query = this.#query;
    const block = new CopyBlock(start, Math.min(this.#end - start, texts));
    const labels = new Int32Array(Math.min(this.#end - start, texts));
    const index = block.emptyIndex();
    const alike = new AlikeTexts(labels.length);
    this.#forEachFrom(start, (row, number, isLeft) => {
      if (number !== block.end || block.isFull(words)) return;
      labels[number - start] = this.#labelOf(row);
      if (row.origin === CONFIRMED) this.#confirmed.add(number);
      const isRead = !isLeft && query.read(row.text);
      if (isRead) alike.search(number - start, block, index, query);
      block.add(isRead ? query : null);
      if (isRead) index.add(number - start);
    });
    const { end } = block;
    let current = 0;
    const onCopy: OnCopy = (copy) => {
      if (start + copy !== current) this.#copies.push(start + copy);
      return false;
    };
    const compare = (number: number, label: number) => {
      current = number;
      this.#copies = [];
      block.search(query, index, onCopy);
      this.#judge(number, (copy) => labels[copy - start] !== label);
    };
    for (let number = start; number < end; number++) {
      if (alike.mayHave(number - start) && !this.#listed.has(number) && block.take(number - start, query))
        compare(number, labels[number - start]);
    }
    this.#forEachFrom(end, (row, number, isLeft) => {
      if (isLeft || this.#listed.has(number) || !query.find(row)) return;
      if (row.origin === CONFIRMED) this.#confirmed.add(number);
      compare(number, this.#labelOf(row));
    });
    index.close();
    block.close();
    return end;
  }

  /** Visits the rows from a number on. */
  #forEachFrom(start: number, visit: (row: OrderedRow, number: number, isLeftOut: boolean) => void): void {
    for (const split of ORDER) {
      const first = this.#starts[split];
      if (first + this.#rows.sizes[split] <= start) continue;
      const leftOut = split === 'train' ? this.#leftOut : null;
      this.#rows.forEach(split, (row, place) => {
        if (first + place >= start) visit(row, first + place, leftOut?.has(place) ?? false);
      });
    }
  }

  /** Lists the current row with a near-duplicate whose label differs, unless their cluster is listed. */
  #judge(number: number, differs: (copy: number) => boolean): void {
    const copies = this.#copies;
    if (copies.some((copy) => this.#listed.has(copy))) {
      this.#listed.add(number);
      return;
    }
    const isConfirmed = this.#confirmed.has(number);
    const others = copies.filter(differs).sort((a, b) => a - b);
    if (others.length === 0) return;
    const corrected = others.find((copy) => this.#confirmed.has(copy) !== isConfirmed);
    for (const listed of [number, ...copies]) this.#listed.add(listed);
    if (corrected === undefined) this.#list('near-duplicate-label', number, others[0]);
    else if (isConfirmed) this.#list('near-duplicate-corrected', number, corrected);
    else this.#list('near-duplicate-corrected', corrected, number);
  }

  #list(reason: ReviewReason, row: number, other: number): void {
    this.counts[reason]++;
    if (this.pairs[reason].length === this.#limits.pairs) return;
    this.pairs[reason].push({
      reason,
      rows: [this.#placeOf(row), this.#placeOf(other)],
      sources: [this.#sourceOf(row), this.#sourceOf(other)],
    });
  }

  #placeOf(number: number): RowPlace {
    const split = SPLIT_NAMES.find(
      (name) => number >= this.#starts[name] && number < this.#starts[name] + this.#rows.sizes[name],
    )!;
    return { split, place: number - this.#starts[split] };
  }

  #sourceOf(number: number): RowSource {
    return this.#confirmed.has(number) ? 'confirmed' : 'corrections';
  }

  /** A number that is the same for the same label: its class id, or a hash (FNV-1a, 32 bits) of its packed bytes. */
  #labelOf({ classId, values }: OrderedRow): number {
    if (values === null) return classId;
    let hash = FNV_BASIS;
    for (const byte of labelPartOf(this.#rows.shape, values)) hash = Math.imul(hash ^ byte, FNV_PRIME);
    return hash | 0;
  }
}
