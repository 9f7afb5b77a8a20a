import type { RowSource } from '../../model/rows.ts';
import { enlarged, release } from './text-store.ts';

/** Numbers of texts as they are published. */
export class FormColumn {
  #forms: Uint32Array<ArrayBuffer>;

  /** @param length rows it has room for */
  constructor(length: number) {
    this.#forms = new Uint32Array(length);
  }

  at(row: number): number {
    return this.#forms[row];
  }

  set(row: number, form: number): void {
    this.#forms[row] = form;
  }

  enlarge(): void {
    this.#forms = enlarged(this.#forms);
  }

  close(): void {
    release(this.#forms);
  }
}

/** Rows of texts that were met before, in the order they arrived. */
export class Copies {
  /** Serial number of each row, number of its text, and of its values. */
  serials = new Uint32Array(256);
  numbers = new Uint32Array(256);
  values = new Uint32Array(256);
  /** Number of its text as it is published; null where that is the text itself. */
  readonly forms: FormColumn | null;
  length = 0;
  /** How many of them are corrections: the first ones. */
  corrections = 0;

  constructor({ hasForms }: { readonly hasForms: boolean }) {
    this.forms = hasForms ? new FormColumn(256) : null;
  }

  add(source: RowSource, serial: number, number: number, value: number, form: number): void {
    if (this.length === this.serials.length) {
      this.serials = enlarged(this.serials);
      this.numbers = enlarged(this.numbers);
      this.values = enlarged(this.values);
      this.forms?.enlarge();
    }
    this.forms?.set(this.length, form);
    if (source === 'corrections') this.corrections++;
    this.serials[this.length] = serial;
    this.numbers[this.length] = number;
    this.values[this.length++] = value;
  }

  /**
   * Chains the corrected copies of each text, in the order they arrived.
   *
   * @param texts numbers of texts are below
   * @returns by number of the text its first copy, and by copy the next one, each plus 1, 0 for none
   */
  chain(texts: number): { first: Uint32Array; next: Uint32Array } {
    const first = new Uint32Array(texts);
    const next = new Uint32Array(this.corrections);
    for (let copy = this.corrections - 1; copy >= 0; copy--) {
      const number = this.numbers[copy];
      next[copy] = first[number];
      first[number] = copy + 1;
    }
    return { first, next };
  }

  close(): void {
    release(this.serials, this.numbers, this.values);
    this.forms?.close();
  }
}
