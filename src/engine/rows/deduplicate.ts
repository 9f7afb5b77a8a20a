import type { RowSource } from '../../model/rows.ts';
import { type Bounds, splitOf } from '../split/split-stable.ts';
import type { Arbiter } from './arbiter.ts';
import { Copies } from './copies.ts';
import type { DroppedRows } from './dropped-rows.ts';
import { GroupRanks, type Rank } from './group-ranks.ts';
import type { LeftRows } from './row-counts.ts';
import { settleCopies } from './settle-copies.ts';
import type { RankColumns } from './stored-rows.ts';
import type { TextIndex } from './text-index.ts';
import { enlarged, release } from './text-store.ts';

/** What deduplication left, and what it dropped. */
export interface DeduplicatedRows extends Omit<LeftRows, 'rows'> {
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

  /** Takes a text whose rows before were in groups of different splits. @param number of a text that was added */
  scatter(number: number): void {
    this.#isScattered[number] = 1;
  }

  /** Finds a text in groups of different splits. Every row that was read counts, also one whose values do not. */
  #compareSplits(number: number, rank: Rank): void {
    const groups = this.#groups!;
    if (splitOf(rank, groups) !== splitOf(this.#ranks!.rankOf(number), groups)) this.#isScattered[number] = 1;
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
   *   of the text, and whether the text is in groups of different splits
   */
  forEach(
    source: RowSource,
    visit: (serial: number, number: number, value: number, rank: Rank, isScattered: boolean) => void,
  ): void {
    const ranks = this.#ranks ?? this.#index;
    const handOver = (serial: number, number: number, value: number) =>
      visit(serial, number, value, ranks.rankOf(number), this.#isScattered[number] === 1);
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
   * @param arbiter decides on texts with several corrections; without one those that disagree are left out
   */
  finish(dropped: DroppedRows, arbiter: Arbiter | null = null): DeduplicatedRows {
    const texts = this.#numbers.subarray(0, this.#length);
    if (arbiter !== null) {
      const columns = { firsts: this.#firsts, values: this.#values, isConflicting: this.#isConflicting };
      settleCopies(texts, columns, this.#copies, arbiter);
    }
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
    const { scatteredCopies, conflictingCopies, outvotedRows } = this.#dropCopies(dropped);
    const duplicateRows = this.#copies.length - scatteredCopies - conflictingCopies - outvotedRows;
    const conflictingRows = conflictingTexts + conflictingCopies;
    const scatteredRows = scatteredTexts + scatteredCopies;
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
    const counts = { duplicateRows, outvotedRows, conflictingTexts, conflictingRows, scatteredRows };
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

  #dropCopies(dropped: DroppedRows) {
    const { serials, numbers, values, length } = this.#copies;
    let scatteredCopies = 0;
    let conflictingCopies = 0;
    let outvotedRows = 0;
    for (let copy = 0; copy < length; copy++) {
      const number = numbers[copy];
      if (this.#isScattered[number] === 1) {
        scatteredCopies++;
        dropped.add('several-splits', serials[copy]);
      } else if (this.#isConflicting[number] === 1) {
        conflictingCopies++;
        dropped.add('conflict', serials[copy]);
      } else if (values[copy] !== this.#values[number]) {
        outvotedRows++;
        dropped.add('outvoted', serials[copy]);
      }
    }
    return { scatteredCopies, conflictingCopies, outvotedRows };
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
