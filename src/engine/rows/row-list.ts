import type { RowSource } from '../../model/rows.ts';
import { FormColumn } from './copies.ts';
import { GroupRanks, type Rank } from './group-ranks.ts';
import { enlarged, release } from './text-store.ts';

/** The rows of a dataset in the order in which they were read, before it is known which of them count. */
export class RowList {
  length = 0;
  #serials = new Uint32Array(1024);
  #numbers = new Uint32Array(1024);
  #values = new Uint32Array(1024);
  /** Ranks of the rows' groups; null where rows are not grouped. */
  readonly #ranks: GroupRanks | null;
  /** Numbers of texts as they are published; null where these are the texts themselves. */
  readonly #forms: FormColumn | null;
  #corrections = 0;

  constructor({ isGrouped = false, hasForms = false } = {}) {
    this.#ranks = isGrouped ? new GroupRanks(1024) : null;
    this.#forms = hasForms ? new FormColumn(1024) : null;
  }

  /** Takes a row as `Deduplicator` does. */
  add(
    source: RowSource,
    number: number,
    value: number,
    serial: number,
    rank?: Rank,
    form: number = number,
  ): void {
    if (this.length === this.#serials.length) {
      this.#serials = enlarged(this.#serials);
      this.#numbers = enlarged(this.#numbers);
      this.#values = enlarged(this.#values);
      this.#ranks?.enlarge();
      this.#forms?.enlarge();
    }
    if (source === 'corrections') this.#corrections++;
    if (rank !== undefined) this.#ranks!.set(this.length, rank);
    this.#forms?.set(this.length, form);
    this.#serials[this.length] = serial;
    this.#numbers[this.length] = number;
    this.#values[this.length++] = value;
  }

  sourceOf(row: number): RowSource {
    return row < this.#corrections ? 'corrections' : 'confirmed';
  }

  serialOf(row: number): number {
    return this.#serials[row];
  }

  numberOf(row: number): number {
    return this.#numbers[row];
  }

  valueOf(row: number): number {
    return this.#values[row];
  }

  /** Number of the row's text as it is published. */
  formOf(row: number): number {
    return this.#forms?.at(row) ?? this.#numbers[row];
  }

  /** Rank of the row's group; undefined where rows are not grouped. */
  rankOf(row: number): Rank | undefined {
    return this.#ranks?.rankOf(row);
  }

  /** Bytes of memory it takes. */
  get bytes(): number {
    return (12 + (this.#ranks === null ? 0 : 8) + (this.#forms === null ? 0 : 4)) * this.length;
  }

  /** Frees its memory; nothing can be asked of it afterwards. */
  close(): void {
    this.length = 0;
    release(this.#serials, this.#numbers, this.#values);
    this.#ranks?.close();
    this.#forms?.close();
  }
}
