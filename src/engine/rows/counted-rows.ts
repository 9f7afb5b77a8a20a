import type { RowSource } from '../../model/rows.ts';
import type { Deduplicator, Settling } from './deduplicate.ts';
import type { DroppedRows, DropReason } from './dropped-rows.ts';
import type { Rank } from './group-ranks.ts';
import { VERDICTS, type Verdict } from './verdicts.ts';

const REASONS = {
  [VERDICTS.corrected]: 'corrected',
  [VERDICTS.conflict]: 'conflict',
  [VERDICTS.outvoted]: 'outvoted',
} as const satisfies Partial<Record<Verdict, DropReason>>;

/** Deduplicates those rows that count by their ids. */
export class CountedRows {
  readonly #deduplicator: Deduplicator;
  readonly #dropped: DroppedRows;
  readonly #left = { corrected: 0, conflict: 0, outvoted: 0 };
  /** Numbers of texts that have corrections of which some do not count. */
  readonly #disputed = new Set<number>();

  constructor(deduplicator: Deduplicator, dropped: DroppedRows) {
    this.#deduplicator = deduplicator;
    this.#dropped = dropped;
  }

  /**
   * Takes a row as `Deduplicator` does. A confirmed row of a text all of whose corrections do not count does not either: a
   * person judged that text.
   */
  add(
    source: RowSource,
    row: {
      readonly number: number;
      readonly value: number;
      readonly serial: number;
      readonly rank?: Rank;
      readonly form: number;
    },
    verdict: Verdict,
  ): void {
    const { number, value, serial, rank, form } = row;
    if (verdict !== VERDICTS.counts && verdict !== VERDICTS.repeats) {
      this.#drop(REASONS[verdict], serial);
      if (source === 'corrections') this.#disputed.add(number);
      return;
    }
    const isJudged =
      source === 'confirmed' && this.#disputed.has(number) && !this.#deduplicator.isCorrected(number);
    if (isJudged) this.#drop('corrected', serial);
    else this.#deduplicator.add(source, number, value, serial, rank, form);
  }

  /**
   * The rows that are left, as `Deduplicator` has them, and how many ids several rows of conflicting texts have; no row can
   * be added afterwards.
   *
   * @param verdictOf by serial number of a row
   */
  finish(settling: Settling, verdictOf: (serial: number) => Verdict) {
    const { conflictingRows, outvotedRows, ...left } = this.#deduplicator.finish(this.#dropped, settling);
    const isSecond = (serial: number) => verdictOf(serial) === VERDICTS.repeats;
    return {
      ...left,
      conflictingRows: conflictingRows + this.#left.conflict,
      outvotedRows: outvotedRows + this.#left.outvoted,
      correctedRows: this.#left.corrected,
      repeatedIds: this.#dropped.countOf('conflict', isSecond),
    };
  }

  #drop(reason: (typeof REASONS)[keyof typeof REASONS], serial: number): void {
    this.#left[reason]++;
    this.#dropped.add(reason, serial);
  }
}
