import type { Arbiter } from './arbiter.ts';
import type { Copies, FormColumn } from './copies.ts';

/**
 * Columns by number of a text: its row that counts, by serial number plus 1, that row's values and its text as it is
 * published, and 1 for a conflict.
 */
export interface TextColumns {
  readonly firsts: Uint32Array;
  readonly values: Uint32Array;
  readonly forms: FormColumn | null;
  readonly isConflicting: Uint8Array;
}

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

/**
 * Has an arbiter decide on each text with several corrections: a row with the values it decides on counts, and takes
 * its place from the one that came first.
 *
 * @param texts numbers of the texts
 */
export function settleCopies(
  texts: Uint32Array,
  columns: TextColumns,
  copies: Copies,
  arbiter: Arbiter,
): void {
  const { firsts, values: kept, isConflicting } = columns;
  const { serials, values } = copies;
  const { first, next } = copies.chain(firsts.length);
  for (const number of texts) {
    if (first[number] === 0) continue;
    arbiter.hear(kept[number], firsts[number] - 1);
    for (let copy = first[number]; copy > 0; copy = next[copy - 1])
      arbiter.hear(values[copy - 1], serials[copy - 1]);
    const value = arbiter.decide();
    isConflicting[number] = value === null ? 1 : 0;
    if (value === null || value === kept[number]) continue;
    let winner = first[number] - 1;
    while (values[winner] !== value) winner = next[winner] - 1;
    swapCopy(winner, columns, copies);
  }
}
