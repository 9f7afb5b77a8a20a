import type { RowSource } from '../../model/rows.ts';
import type { Arbiter } from './arbiter.ts';
import type { Rank } from './group-ranks.ts';
import { VERDICTS, type Verdicts } from './verdicts.ts';

/** A row of an id that has several. */
export interface ItemRow {
  readonly serial: number;
  readonly source: RowSource;
  /** False for a row that was dropped when it was read, of which only {@link serial} and {@link source} count. */
  readonly isUsable: boolean;
  /** Rank of its text, which identifies the text. */
  readonly text: Rank;
  /** Number of its label, see `DecidedLabels`. */
  readonly label: number;
  /** Who corrected it, and when. */
  readonly annotator: number;
  readonly time: number;
}

/**
 * Decides which rows of an id count, for an id is one item. Its confirmed rows do not if it has a correction, even one that
 * was dropped. Of rows with different texts only those count that have the label and the text that are decided on.
 */
export class ItemJudge {
  readonly #arbiter: Arbiter | null;
  readonly #verdicts: Verdicts;

  /**
   * @param arbiter decides on the corrections of an id; without one those that disagree are left out
   * @param verdicts are set, by the serial numbers of the rows
   */
  constructor(arbiter: Arbiter | null, verdicts: Verdicts) {
    this.#arbiter = arbiter;
    this.#verdicts = verdicts;
  }

  /** @param rows all rows of an id, in any order */
  judge(rows: readonly ItemRow[]): void {
    const corrections = rows.filter(({ source }) => source === 'corrections');
    const isCorrected = corrections.length > 0;
    const counting = (isCorrected ? corrections : rows).filter(({ isUsable }) => isUsable);
    if (isCorrected) {
      for (const { serial, source, isUsable } of rows)
        if (source === 'confirmed' && isUsable) this.#verdicts.set(serial, VERDICTS.corrected);
    }
    if (counting.length < 2) return;
    const left = counting.every(({ text }) => isSame(text, counting[0].text))
      ? counting
      : this.#decide(counting, isCorrected ? this.#arbiter : null);
    if (left.length > 1) this.#verdicts.set(left[1].serial, VERDICTS.repeats);
  }

  /** Decides on rows of several texts. @returns those that count */
  #decide(rows: readonly ItemRow[], arbiter: Arbiter | null): readonly ItemRow[] {
    const label = arbiter === null ? onlyLabel(rows) : heardLabel(rows, arbiter);
    if (label === null) {
      this.#verdicts.conflictingIds++;
      for (const { serial } of rows) this.#verdicts.set(serial, VERDICTS.conflict);
      return [];
    }
    const { text } = rows.filter((row) => row.label === label).reduce(newer);
    const counts = (row: ItemRow) => row.label === label && isSame(row.text, text);
    for (const row of rows) if (!counts(row)) this.#verdicts.set(row.serial, VERDICTS.outvoted);
    return rows.filter(counts);
  }
}

function isSame(a: Rank, b: Rank): boolean {
  return a.high === b.high && a.low === b.low;
}

/** The label that all rows have; null when they differ. */
function onlyLabel(rows: readonly ItemRow[]): number | null {
  const [{ label }] = rows;
  return rows.every((row) => row.label === label) ? label : null;
}

function heardLabel(rows: readonly ItemRow[], arbiter: Arbiter): number | null {
  for (const { label, annotator, time } of rows) arbiter.hear(label, annotator, time);
  return arbiter.decide();
}

/** The newer of two rows; of the same time the one whose text has the lower rank, whatever the order they were read in. */
function newer(a: ItemRow, b: ItemRow): ItemRow {
  if (a.time !== b.time) return a.time > b.time ? a : b;
  return (a.text.high - b.text.high || a.text.low - b.text.low) <= 0 ? a : b;
}
