import type { RowSource } from '../../model/rows.ts';
import { compareByLength, type RowIds, shownId } from './row-ids.ts';
import { enlarged } from './text-store.ts';

/** Reasons to drop a row, other than a duplicate of a row that is kept. */
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
  'no-answer',
  'same-answers',
  'tool-calls',
  'not-text',
  'several-splits',
  'moved',
  'corrected',
  'kept-column',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Names of the sources for people. */
export const SOURCE_NAMES: Readonly<Record<RowSource, string>> = {
  corrections: 'reviewed',
  confirmed: 'confirmed',
};
const CHUNK_CHARACTERS = 1 << 16;

/** A row as people identify it. */
export interface NamedRow {
  readonly source: RowSource;
  /** The first bytes of its id. */
  readonly id: Uint8Array;
}

/** A row that was dropped. */
export interface DroppedRow extends NamedRow {
  readonly reason: DropReason;
}

/**
 * The order in which dropped rows are listed, whatever the order they were read in: corrections first, then by their
 * ids, shorter ones first, so that numbers are in their order. @returns a number below, at or above 0
 */
export function compareDropped(a: DroppedRow, b: DroppedRow): number {
  if (a.source !== b.source) return a.source === 'corrections' ? -1 : 1;
  return compareByLength(a.id, b.id) || DROP_REASONS.indexOf(a.reason) - DROP_REASONS.indexOf(b.reason);
}

/**
 * Every row as a line of JSON, `{"id":"7","source":"reviewed","reason":"empty"}`, in pieces of some 64 kB.
 *
 * @param rows in the order of {@link compareDropped}
 */
export function* droppedLines(rows: Iterable<DroppedRow>): Generator<Uint8Array> {
  let text = '';
  for (const { id, source, reason } of rows) {
    text += `${JSON.stringify({ id: shownId(id), source: SOURCE_NAMES[source], reason })}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/** Ids of the first rows that were dropped for a reason, in the order of {@link compareDropped}; `most` at most. */
export class FirstDropped {
  readonly #reason: DropReason;
  readonly #most: number;
  readonly #rows: DroppedRow[] = [];

  constructor(reason: DropReason, most: number) {
    this.#reason = reason;
    this.#most = most;
  }

  add(row: DroppedRow): void {
    if (row.reason !== this.#reason) return;
    const after = this.#rows.findLastIndex((other) => compareDropped(other, row) <= 0);
    if (after + 1 >= this.#most) return;
    this.#rows.splice(after + 1, 0, { ...row, id: row.id.slice() });
    if (this.#rows.length > this.#most) this.#rows.pop();
  }

  get ids(): string[] {
    return this.#rows.map(({ id }) => shownId(id));
  }
}

/** The rows of a dataset that were dropped, and why: a few bytes each, as their ids are kept elsewhere. */
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

  /** @param serial the row's serial number, see `RowIds` */
  add(reason: DropReason, serial: number): void {
    if (this.#length === this.#serials.length) {
      this.#serials = enlarged(this.#serials);
      this.#reasons = enlarged(this.#reasons);
    }
    this.#serials[this.#length] = serial;
    this.#reasons[this.#length++] = DROP_REASONS.indexOf(reason);
  }

  /** How many rows that were dropped for a reason meet a condition. */
  countOf(reason: DropReason, isMeant: (serial: number) => boolean): number {
    const number = DROP_REASONS.indexOf(reason);
    let count = 0;
    for (let entry = 0; entry < this.#length; entry++)
      if (this.#reasons[entry] === number && isMeant(this.#serials[entry])) count++;
    return count;
  }

  /** Hands over each in the order in which they were added, and its serial number; the bytes of its id are a view. */
  forEach(visit: (row: DroppedRow, serial: number) => void): void {
    for (let entry = 0; entry < this.#length; entry++) visit(this.#at(entry), this.#serials[entry]);
  }

  /** Every row as {@link droppedLines}. */
  lines(): Generator<Uint8Array> {
    return droppedLines(this.#sorted());
  }

  /** Ids of the first rows dropped for a reason, as {@link FirstDropped}. */
  idsOf(reason: DropReason, most: number): string[] {
    const first = new FirstDropped(reason, most);
    for (let entry = 0; entry < this.#length; entry++) first.add(this.#at(entry));
    return first.ids;
  }

  *#sorted(): Generator<DroppedRow> {
    const order = Uint32Array.from({ length: this.#length }, (_, entry) => entry);
    order.sort((a, b) => compareDropped(this.#at(a), this.#at(b)));
    for (const entry of order) yield this.#at(entry);
  }

  #at(entry: number): DroppedRow {
    const serial = this.#serials[entry];
    const reason = DROP_REASONS[this.#reasons[entry]];
    return { source: this.#ids.sourceOf(serial), id: this.#ids.bytesOf(serial), reason };
  }
}
