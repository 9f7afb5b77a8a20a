import type { RowSource } from '../../model/rows.ts';
import { type Bounds, splitOf } from '../split/split-stable.ts';
import type { Arbiter } from './arbiter.ts';
import { Copies, FormColumn } from './copies.ts';
import type { Notes } from './correction-notes.ts';
import type { DroppedRows } from './dropped-rows.ts';
import { GroupRanks, type Rank } from './group-ranks.ts';
import type { KeptOrder } from './kept-order.ts';
import type { LeftRows } from './row-counts.ts';
import { compareByLength, type RowIds } from './row-ids.ts';
import { findConflicts, settleCopies, settleKept, swapCopy, type TextColumns } from './settle-copies.ts';
import type { RankColumns } from './stored-rows.ts';
import type { TextIndex } from './text-index.ts';
import { enlarged, release, TextReader } from './text-store.ts';

/** What deduplication left, and what it dropped. */
export interface DeduplicatedRows
  extends Omit<LeftRows, 'rows' | 'correctedRows' | 'conflictingIds' | 'repeatedIds'> {
  readonly columns: RankColumns & {
    /** Number of the text of each row that is left, as it is published, in the order they arrived. */
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
  /** Decides which of the rows of a text and a label is kept; null if their values are the same. */
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
  /** By number of the text its row's text as it is published; null where that is the text itself. */
  readonly #forms: FormColumn | null;
  /** Numbers of the texts that have rows in several forms. */
  readonly #severalForms = new Set<number>();
  readonly #ids: RowIds | null;
  readonly #copies: Copies;
  /** Ranks by number of the text where they are not the texts' own. */
  readonly #ranks: GroupRanks | null;
  readonly #groups: Bounds | null;

  /**
   * @param index texts, which other datasets may share
   * @param options.groups the ranks at which splits end, when {@link add} is given ranks of groups; null when it is given none
   * @param options.ids names rows by their serial numbers; given where {@link add} is given forms
   */
  constructor(
    index: TextIndex,
    { groups = null, ids = null }: { groups?: Bounds | null; ids?: RowIds | null } = {},
  ) {
    this.#index = index;
    this.#ids = ids;
    this.#forms = ids === null ? null : new FormColumn(1024);
    this.#copies = new Copies({ hasForms: ids !== null });
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
   * @param form number in the index of the text as it is published
   */
  add(
    source: RowSource,
    number: number,
    value: number,
    serial: number,
    rank?: Rank,
    form: number = number,
  ): void {
    while (number >= this.#firsts.length) this.#growColumns();
    if (this.#firsts[number] === NO_ROW) {
      if (this.#length === this.#numbers.length) this.#numbers = enlarged(this.#numbers);
      this.#numbers[this.#length++] = number;
      this.#firsts[number] = serial + 1;
      this.#values[number] = value;
      this.#isCorrected[number] = source === 'corrections' ? 1 : 0;
      this.#forms?.set(number, form);
      if (rank !== undefined) this.#ranks!.set(number, rank);
      return;
    }
    this.#copies.add(source, serial, number, value, form);
    if (this.#forms !== null && this.#forms.at(number) !== form) this.#severalForms.add(number);
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

  /** Number of its texts so far. */
  get length(): number {
    return this.#length;
  }

  /** True when a text has a correction. @param number the text's number in the index */
  isCorrected(number: number): boolean {
    return this.#isCorrected[number] === 1;
  }

  /** Bytes of memory it takes. */
  get bytes(): number {
    const perForm = this.#forms === null ? 0 : 4;
    const perText = 14 + (this.#ranks === null ? 0 : 9) + perForm;
    return perText * this.#length + (12 + perForm) * this.#copies.length;
  }

  /**
   * Hands over the rows of a source that it has, of each text in the order in which they arrived.
   *
   * @param visit is given each row's serial number, the numbers of its text and its values, the rank of its group, or of the
   *   text, and the number of the text as it is published
   */
  forEach(
    source: RowSource,
    visit: (serial: number, number: number, value: number, rank: Rank, form: number) => void,
  ): void {
    const ranks = this.#ranks ?? this.#index;
    const handOver = (serial: number, number: number, value: number, form = number) =>
      visit(serial, number, value, ranks.rankOf(number), form);
    const isCorrected = source === 'corrections' ? 1 : 0;
    for (const number of this.#numbers.subarray(0, this.#length)) {
      if (this.#isCorrected[number] === isCorrected)
        handOver(this.#firsts[number] - 1, number, this.#values[number], this.#forms?.at(number));
    }
    const { serials, numbers, values, forms, corrections, length } = this.#copies;
    const [from, to] = source === 'corrections' ? [0, corrections] : [corrections, length];
    for (let copy = from; copy < to; copy++)
      handOver(serials[copy], numbers[copy], values[copy], forms?.at(copy));
  }

  /**
   * The rows that are left; no row can be added afterwards.
   *
   * @param dropped called with the rows that are dropped and are not duplicates of rows that are left
   */
  finish(dropped: DroppedRows, settling = WITHOUT_ARBITER): DeduplicatedRows {
    const texts = this.#numbers.subarray(0, this.#length);
    const settled = {
      firsts: this.#firsts,
      values: this.#values,
      forms: this.#forms,
      isCorrected: this.#isCorrected,
      isConflicting: this.#isConflicting,
    };
    const { arbiting, order } = settling;
    if (order !== null) findConflicts(settled, this.#copies, settling);
    if (arbiting !== null) settleCopies(texts, settled, this.#copies, { ...settling, ...arbiting });
    if (order !== null) settleKept(settled, this.#copies, { ...settling, order });
    if (this.#severalForms.size > 0) this.#chooseForms(settled);
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
    const left = this.#numbers.subarray(0, length);
    const textRanks = this.#index.ranksOf(left);
    const forms = this.#forms;
    const columns = {
      numbers: forms === null ? left : left.map((number) => forms.at(number)),
      values: left.map((number) => this.#values[number]),
      ...(this.#ranks?.ranksOf(left) ?? textRanks),
      textRanks: this.#ranks === null ? null : textRanks,
    };
    const serials = left.map((number) => this.#firsts[number] - 1);
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
    this.#forms?.close();
    this.#ranks?.close();
  }

  /**
   * Of the rows of a text that count and have its values, has the one with the lowest id give the text that is published,
   * whatever the order in which they came.
   */
  #chooseForms(columns: TextColumns): void {
    const { corrections, length, numbers, serials, values, forms } = this.#copies;
    const texts = new TextReader(this.#index.memory);
    for (let copy = 0; copy < length; copy++) {
      const number = numbers[copy];
      if (!this.#severalForms.has(number) || values[copy] !== this.#values[number]) continue;
      if (copy >= corrections && this.#isCorrected[number] === 1) continue;
      const order =
        this.#compareIds(serials[copy], this.#firsts[number] - 1) ||
        compareByLength(texts.at(forms!.at(copy)), texts.at(this.#forms!.at(number)));
      if (order < 0) swapCopy(copy, columns, this.#copies);
    }
  }

  /** Compares ids as `compareDropped` does. */
  #compareIds(one: number, other: number): number {
    return compareByLength(this.#ids!.bytesOf(one), this.#ids!.bytesOf(other));
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
    this.#forms?.enlarge();
    if (this.#ranks === null) return;
    this.#isScattered = enlarged(this.#isScattered);
    this.#ranks.enlarge();
  }
}
