import type { Arbiter } from './arbiter.ts';
import type { Copies, FormColumn } from './copies.ts';
import type { Notes } from './correction-notes.ts';
import type { KeptOrder } from './kept-order.ts';

/**
 * Columns by number of a text: its row that counts, by serial number plus 1, that row's values and its text as it is
 * published, 1 for a text that has corrections, and 1 for a conflict.
 */
export interface TextColumns {
  readonly firsts: Uint32Array;
  readonly values: Uint32Array;
  readonly forms: FormColumn | null;
  readonly isCorrected: Uint8Array;
  readonly isConflicting: Uint8Array;
}

type LabelOf = (value: number) => number;

/** Has a copy count instead of the row of its text that did, which becomes the copy. */
export function swapCopy(copy: number, { firsts, values, forms }: TextColumns, copies: Copies): void {
  const number = copies.numbers[copy];
  const out = { serial: firsts[number] - 1, value: values[number], form: forms?.at(number) ?? 0 };
  firsts[number] = copies.serials[copy] + 1;
  values[number] = copies.values[copy];
  forms?.set(number, copies.forms!.at(copy));
  copies.serials[copy] = out.serial;
  copies.values[copy] = out.value;
  copies.forms?.set(copy, out.form);
}

/** Marks as conflicting the texts whose rows that count have different labels, and no others. */
export function findConflicts(
  { values: kept, isCorrected, isConflicting }: TextColumns,
  copies: Copies,
  { labelOf }: { readonly labelOf: LabelOf },
): void {
  const { numbers, values, corrections, length } = copies;
  for (let copy = 0; copy < length; copy++) isConflicting[numbers[copy]] = 0;
  for (let copy = 0; copy < length; copy++) {
    const number = numbers[copy];
    if (copy >= corrections && isCorrected[number] === 1) continue;
    if (values[copy] !== kept[number] && labelOf(values[copy]) !== labelOf(kept[number]))
      isConflicting[number] = 1;
  }
}

/**
 * Has an arbiter decide on each text with several corrections: a row with the label it decides on counts, and takes
 * its place from the one that came first.
 *
 * @param texts numbers of the texts
 */
export function settleCopies(
  texts: Uint32Array,
  columns: TextColumns,
  copies: Copies,
  {
    arbiter,
    notes,
    labelOf,
  }: { readonly arbiter: Arbiter; readonly notes: Notes; readonly labelOf: LabelOf },
): void {
  const { firsts, values: kept, isConflicting } = columns;
  const { serials, values } = copies;
  const { first, next } = copies.chain(firsts.length);
  const hear = (value: number, serial: number) =>
    arbiter.hear(labelOf(value), notes.annotatorOf(serial), notes.timeOf(serial));
  for (const number of texts) {
    if (first[number] === 0) continue;
    hear(kept[number], firsts[number] - 1);
    for (let copy = first[number]; copy > 0; copy = next[copy - 1]) hear(values[copy - 1], serials[copy - 1]);
    const label = arbiter.decide();
    isConflicting[number] = label === null ? 1 : 0;
    if (label === null || label === labelOf(kept[number])) continue;
    let winner = first[number] - 1;
    while (labelOf(values[winner]) !== label) winner = next[winner] - 1;
    swapCopy(winner, columns, copies);
  }
}

/** Has of the rows of each text that have the label of the one that counts the first in the order count. */
export function settleKept(
  columns: TextColumns,
  copies: Copies,
  { labelOf, order }: { readonly labelOf: LabelOf; readonly order: KeptOrder },
): void {
  const { firsts, values: kept, isCorrected, isConflicting } = columns;
  const { serials, numbers, values, corrections, length } = copies;
  for (let copy = 0; copy < length; copy++) {
    const number = numbers[copy];
    const isCorrection = copy < corrections;
    if (isConflicting[number] === 1 || (!isCorrection && isCorrected[number] === 1)) continue;
    if (labelOf(values[copy]) !== labelOf(kept[number])) continue;
    const counting = { serial: firsts[number] - 1, value: kept[number] };
    if (order({ serial: serials[copy], value: values[copy] }, counting, isCorrection))
      swapCopy(copy, columns, copies);
  }
}
