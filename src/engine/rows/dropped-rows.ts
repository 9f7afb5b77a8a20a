import type { RowSource } from '../../model/rows.ts';
import type { RowIds } from './row-ids.ts';
import { enlarged } from './text-store.ts';

/** Why a row was dropped, other than for being a copy of one that is kept. */
export const DROP_REASONS = [
  'no-text',
  'invalid-utf8',
  'empty',
  'unknown-class',
  'malformed',
  'conflict',
  'outvoted',
  'near-duplicate',
  'pii',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** What the sources are called where people read of them. */
export const SOURCE_NAMES: Readonly<Record<RowSource, string>> = { reviewed: 'reviewed', pool: 'confirmed' };
const CHUNK_CHARACTERS = 1 << 16;

/** The rows of a dataset that were dropped, and why: a few bytes each. */
export class DroppedRows {
  readonly #ids: RowIds;
  #serials = new Uint32Array(64);
  #reasons = new Uint8Array(64);
  #length = 0;

  constructor(ids: RowIds) {
    this.#ids = ids;
  }

  get length(): number {
    return this.#length;
  }

  /** Bytes of memory they take. */
  get bytes(): number {
    return 5 * this.#length;
  }

  /** Tells of each in the order in which they were added. @param visit is told the row's serial number */
  forEach(visit: (reason: DropReason, serial: number) => void): void {
    for (let entry = 0; entry < this.#length; entry++) {
      visit(DROP_REASONS[this.#reasons[entry]], this.#serials[entry]);
    }
  }

  /** @param serial the row's serial number, see `RowIds` */
  add(reason: DropReason, serial: number): void {
    if (this.#length === this.#serials.length) {
      this.#serials = enlarged(this.#serials);
      this.#reasons = enlarged(this.#reasons);
    }
    this.#serials[this.#length] = serial;
    this.#reasons[this.#length++] = DROP_REASONS.indexOf(reason);
  }

  /**
   * Every row as a line of JSON, `{"id":"7","source":"reviewed","reason":"empty"}`, in pieces of some 64 kB: corrections
   * first, by their ids, whatever the order they were read in.
   */
  *lines(): Generator<Uint8Array> {
    const order = Uint32Array.from({ length: this.#length }, (_, entry) => entry);
    order.sort((a, b) => this.#compare(a, b));
    let text = '';
    for (const entry of order) {
      const serial = this.#serials[entry];
      const line = {
        id: this.#ids.of(serial),
        source: SOURCE_NAMES[this.#ids.sourceOf(serial)],
        reason: DROP_REASONS[this.#reasons[entry]],
      };
      text += `${JSON.stringify(line)}\n`;
      if (text.length < CHUNK_CHARACTERS) continue;
      yield Buffer.from(text);
      text = '';
    }
    if (text !== '') yield Buffer.from(text);
  }

  /** Ids of the first rows dropped for a reason, in the order of {@link lines}, `most` at most. */
  idsOf(reason: DropReason, most: number): string[] {
    const wanted = DROP_REASONS.indexOf(reason);
    const first: number[] = [];
    for (let entry = 0; entry < this.#length; entry++) {
      if (this.#reasons[entry] !== wanted) continue;
      const after = first.findLastIndex((other) => this.#compare(other, entry) <= 0);
      first.splice(after + 1, 0, entry);
      if (first.length > most) first.pop();
    }
    return first.map((entry) => this.#ids.of(this.#serials[entry]));
  }

  #compare(a: number, b: number): number {
    const ids = this.#ids.compare(this.#serials[a], this.#serials[b]);
    return ids || this.#reasons[a] - this.#reasons[b];
  }
}
