import type { RowLayout } from '../../model/shape.ts';
import { FnvRanker } from './fnv-ranker.ts';
import type { Fields } from './shared-identity.ts';
import { TextIndex } from './text-index.ts';
import { enlarged } from './text-store.ts';

/** Annotator of a correction that names none. */
export const UNNAMED = 0;
/** Time of a correction without a time: before any other. */
export const NEVER = Number.NEGATIVE_INFINITY;

/** Who made corrections, by number, and when, by the serial numbers of their rows. */
export interface Notes {
  /** Number of a correction's annotator, {@link UNNAMED} for none. */
  annotatorOf(serial: number): number;
  /** Time of a correction, which only orders it among others. */
  timeOf(serial: number): number;
}

/** Who made each correction of a dataset, and when, by the serial number of its row. */
export class CorrectionNotes implements Notes {
  /** Of the correction that was read last. */
  annotator = UNNAMED;
  time = NEVER;
  #future = 0;
  readonly #annotatorField: number | null;
  readonly #time: RowLayout['time'];
  readonly #names = new TextIndex(new FnvRanker());
  #annotators = new Uint32Array(1024);
  #times = new Float64Array(1024);
  #newest = NEVER;

  constructor({ annotator, time }: Pick<RowLayout, 'annotator' | 'time'>) {
    this.#annotatorField = annotator;
    this.#time = time;
  }

  add(serial: number, row: Fields): void {
    this.read(row);
    if (this.#annotatorField !== null) {
      while (serial >= this.#annotators.length) this.#annotators = enlarged(this.#annotators);
      this.#annotators[serial] = this.annotator;
    }
    if (this.#time !== null) {
      while (serial >= this.#times.length) this.#times = enlarged(this.#times);
      this.#times[serial] = this.time;
    }
  }

  /** Reads a correction's {@link annotator} and {@link time} without keeping them. */
  read(row: Fields): void {
    if (this.#annotatorField !== null) {
      const name = row[this.#annotatorField];
      this.annotator = name === null ? UNNAMED : 1 + this.#names.numberOf(name);
    }
    if (this.#time !== null) {
      this.time = timeIn(row[this.#time.field]);
      if (this.time > this.#time.until) this.#future++;
      else if (this.time > this.#newest) this.#newest = this.time;
    }
  }

  annotatorOf(serial: number): number {
    return this.#annotatorField === null ? UNNAMED : this.#annotators[serial];
  }

  timeOf(serial: number): number {
    return this.#time === null ? NEVER : this.#times[serial];
  }

  /** Bytes of memory it takes for the corrections so far. */
  get bytes(): number {
    return (
      (this.#annotatorField === null ? 0 : 4 * this.#annotators.length) +
      (this.#time === null ? 0 : 8 * this.#times.length)
    );
  }

  /** ISO 8601 of the time of the newest correction that is not in the future; null when none has an instant. */
  newest(): string | null {
    if (this.#time?.isInstant !== true || this.#newest === NEVER) return null;
    return new Date(Math.max(FIRST_INSTANT_MS, 1000 * this.#newest)).toISOString();
  }

  /** Corrections whose time is in the future, `infinity` included; 0 where times are no instants. */
  future(): number {
    return this.#time?.isInstant === true ? this.#future : 0;
  }
}

/** The first instant a Date has; PostgreSQL has earlier ones. */
const FIRST_INSTANT_MS = -8.64e15;

/** @param field a number as text */
function timeIn(field: Uint8Array | null): number {
  if (field === null) return NEVER;
  const time = Number(Buffer.from(field.buffer, field.byteOffset, field.length).toString('latin1'));
  return Number.isNaN(time) ? NEVER : time;
}
