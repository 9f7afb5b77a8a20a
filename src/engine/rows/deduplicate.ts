import type { RowSource } from '../../model/rows.ts';
import { type Bounds, splitOf } from '../split/split-stable.ts';
import type { Arbiter } from './arbiter.ts';
import { Copies } from './copies.ts';
import type { Notes } from './correction-notes.ts';
import type { DroppedRows } from './dropped-rows.ts';
import { GroupRanks, type Rank } from './group-ranks.ts';
import type { KeptOrder } from './kept-order.ts';
import type { LeftRows } from './row-counts.ts';
import { findConflicts, settleCopies, settleKept } from './settle-copies.ts';
import type { RankColumns } from './stored-rows.ts';
import type { TextIndex } from './text-index.ts';
import { enlarged, release } from './text-store.ts';

/** What deduplication left, and what it dropped. */
export interface DeduplicatedRows
  extends Omit<LeftRows, 'rows' | 'correctedRows' | 'conflictingIds' | 'repeatedIds'> {
  readonly columns: RankColumns & {
    /** Number of the text of each row that is left, in the order they arrived. */
    readonly numbers: Uint32Array<ArrayBuffer>;
    /** Number of each row's values. */
    readonly values: Uint32Array<ArrayBuffer>;
    readonly textRanks: RankColumns | null;
  };
  /** Serial number of each row: of those with its text and its values the first. */
  readonly serials: Uint32Array<ArrayBuffer>;
}

/** How it is decided which row of a text is kept. */
export interface Settling {
  /** Decides on texts with several corrections; without one those that disagree are left out. */
  readonly arbiting: { readonly arbiter: Arbiter; readonly notes: Notes } | null;
  /** Gives the label of values by their number, see `DecidedLabels`. */
  readonly labelOf: (value: number) => number;
  /** Tells which of the rows of a text and a label is kept; null where their values are the same. */
  readonly order: KeptOrder | null;
}

const WITHOUT_ARBITER: Settling = { arbiting: null, labelOf: (value) => value, order: null };
const NO_ROW = 0;

/**
 * Keeps one row per text. Where a text has corrections its confirmed rows do not count; a text whose values then still
 * disagree is left out whole, unless an arbiter decides.
 */
export class Deduplicator {
  readonly #index: TextIndex;
  /** Numbers of this dataset's texts in the order they arrived. */
  #numbers = new Uint32Array(1024);
  #length = 0;
  /** By number of the text: serial number of its first row plus 1, or {@link NO_ROW} for another dataset's. */
  #firsts = new Uint32Array(1024);
  #values = new Uint32Array(1024);
  #isCorrected = new Uint8Array(1024);
  #isConflicting = new Uint8Array(1024);
  /** 1 for a text in groups of different splits. */
  #isScattered = new Uint8Array(0);
  readonly #copies = new Copies();
  /** Ranks by number of the text where they are not the texts' own. */
  readonly #ranks: GroupRanks | null;
  readonly #groups: Bounds | null;

  /**
   * @param index texts, which other datasets may share
   * @param groups the ranks at which splits end, when {@link add} is given ranks of groups; null when it is given none
   */
  constructor(index: TextIndex, groups: Bounds | null = null) {
    this.#index = index;
    this.#groups = groups;
    this.#ranks = groups === null ? null : new GroupRanks(1024);
    if (groups !== null) this.#isScattered = new Uint8Array(1024);
  }

  /**
   * Takes a cleaned, labelled row; all corrections come before the first confirmed row.
   *
   * @param number the text's number in the index
   * @param value number of the row's values
   * @param serial the row's serial number, see `RowIds`
   * @param rank rank of its group; of several groups with the same text the lowest counts, whichever comes first
   */
  add(source: RowSource, number: number, value: number, serial: number, rank?: Rank): void {
    while (number >= this.#firsts.length) this.#growColumns();
    if (this.#firsts[number] === NO_ROW) {
      if (this.#length === this.#numbers.length) this.#numbers = enlarged(this.#numbers);
      this.#numbers[this.#length++] = number;
      this.#firsts[number] = serial + 1;
      this.#values[number] = value;
      this.#isCorrected[number] = source === 'corrections' ? 1 : 0;
      if (rank !== undefined) this.#ranks!.set(number, rank);
      return;
    }
    this.#copies.add(source, serial, number, value);
    if (rank !== undefined) this.#compareSplits(number, rank);
    if (source === 'confirmed' && this.#isCorrected[number] === 1) return;
    if (this.#values[number] !== value) this.#isConflicting[number] = 1;
    if (rank !== undefined) this.#ranks!.lower(number, rank);
  }

  /** Finds a text in groups of different splits. Every row that was read counts, also one whose values do not. */
  #compareSplits(number: number, rank: Rank): void {
    const groups = this.#groups!;
    if (splitOf(rank, groups) !== splitOf(this.#ranks!.rankOf(number), groups)) this.#isScattered[number] = 1;
  }

  /** True when a text has a correction. @param number the text's number in the index */
  isCorrected(number: number): boolean {
    return this.#isCorrected[number] === 1;
  }

  /** Bytes of memory it takes. */
  get bytes(): number {
    const perText = this.#ranks === null ? 14 : 23;
    return perText * this.#length + 12 * this.#copies.length;
  }

  /**
   * Hands over the rows of a source that it has, of each text in the order in which they arrived.
   *
   * @param visit is told of each row's serial number, the numbers of its text and its values, and the rank of its group, or
   *   of the text
   */
  forEach(
    source: RowSource,
    visit: (serial: number, number: number, value: number, rank: Rank) => void,
  ): void {
    const ranks = this.#ranks ?? this.#index;
    const handOver = (serial: number, number: number, value: number) =>
      visit(serial, number, value, ranks.rankOf(number));
    const isCorrected = source === 'corrections' ? 1 : 0;
    for (const number of this.#numbers.subarray(0, this.#length)) {
      if (this.#isCorrected[number] === isCorrected)
        handOver(this.#firsts[number] - 1, number, this.#values[number]);
    }
    const { serials, numbers, values, corrections, length } = this.#copies;
    const [from, to] = source === 'corrections' ? [0, corrections] : [corrections, length];
    for (let copy = from; copy < to; copy++) handOver(serials[copy], numbers[copy], values[copy]);
  }

  /**
   * The rows that are left; no row can be added afterwards.
   *
   * @param dropped is told of the rows that are dropped and are no copies of rows that are left
   */
  finish(dropped: DroppedRows, settling = WITHOUT_ARBITER): DeduplicatedRows {
    const texts = this.#numbers.subarray(0, this.#length);
    const settled = {
      firsts: this.#firsts,
      values: this.#values,
      isCorrected: this.#isCorrected,
      isConflicting: this.#isConflicting,
    };
    const { arbiting, order } = settling;
    if (order !== null) findConflicts(settled, this.#copies, settling);
    if (arbiting !== null) settleCopies(texts, settled, this.#copies, { ...settling, ...arbiting });
    if (order !== null) settleKept(settled, this.#copies, { ...settling, order });
    let length = 0;
    let conflictingTexts = 0;
    let scatteredTexts = 0;
    for (const number of texts) {
      if (this.#isScattered[number] === 1) {
        scatteredTexts++;
        dropped.add('several-splits', this.#firsts[number] - 1);
      } else if (this.#isConflicting[number] === 1) {
        conflictingTexts++;
        dropped.add('conflict', this.#firsts[number] - 1);
      } else this.#numbers[length++] = number;
    }
    const { duplicateRows, outvotedRows, keptColumnRows, ...copies } = this.#dropCopies(dropped, settling);
    const conflictingRows = conflictingTexts + copies.conflicting;
    const scatteredRows = scatteredTexts + copies.scattered;
    const numbers = this.#numbers.subarray(0, length);
    const values = numbers.map((number) => this.#values[number]);
    const serials = numbers.map((number) => this.#firsts[number] - 1);
    const textRanks = this.#index.ranksOf(numbers);
    const columns = {
      numbers,
      values,
      ...(this.#ranks?.ranksOf(numbers) ?? textRanks),
      textRanks: this.#ranks === null ? null : textRanks,
    };
    this.#release();
    const counts = {
      duplicateRows,
      outvotedRows,
      keptColumnRows,
      conflictingTexts,
      conflictingRows,
      scatteredRows,
    };
    return { columns, serials, ...counts };
  }

  /** Frees its memory; nothing can be asked of it afterwards. */
  close(): void {
    this.#length = 0;
    this.#release();
    release(this.#numbers);
  }

  #release(): void {
    this.#copies.close();
    release(this.#firsts, this.#values, this.#isCorrected, this.#isConflicting, this.#isScattered);
    this.#ranks?.close();
  }

  #dropCopies(dropped: DroppedRows, { labelOf, order }: Settling) {
    const { serials, numbers, values, length } = this.#copies;
    let [duplicateRows, outvotedRows, keptColumnRows, conflicting, scattered] = [0, 0, 0, 0, 0];
    for (let copy = 0; copy < length; copy++) {
      const number = numbers[copy];
      if (this.#isScattered[number] === 1) {
        scattered++;
        dropped.add('several-splits', serials[copy]);
      } else if (this.#isConflicting[number] === 1) {
        conflicting++;
        dropped.add('conflict', serials[copy]);
      } else if (values[copy] === this.#values[number]) {
        // A duplicate is not listed.
        duplicateRows++;
      } else if (order !== null && labelOf(values[copy]) === labelOf(this.#values[number])) {
        keptColumnRows++;
        dropped.add('kept-column', serials[copy]);
      } else {
        outvotedRows++;
        dropped.add('outvoted', serials[copy]);
      }
    }
    return { duplicateRows, outvotedRows, keptColumnRows, conflicting, scattered };
  }

  #growColumns(): void {
    this.#firsts = enlarged(this.#firsts);
    this.#values = enlarged(this.#values);
    this.#isCorrected = enlarged(this.#isCorrected);
    this.#isConflicting = enlarged(this.#isConflicting);
    if (this.#ranks === null) return;
    this.#isScattered = enlarged(this.#isScattered);
    this.#ranks.enlarge();
  }
}
