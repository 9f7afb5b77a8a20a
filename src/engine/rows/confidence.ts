import type { DatasetShape, RowLayout } from '../../model/shape.ts';
import { isRecord, parseJson } from '../../text/json.ts';
import { ClassLabeller, UNKNOWN_CLASS } from './label.ts';
import type { Fields } from './shared-identity.ts';

/** Usable rows by their column of the role `confidence`. */
export interface ConfidenceCounts {
  /** Rows with a probability of each class. */
  readonly rows: number;
  /** Rows in which the column is NULL. */
  readonly missing: number;
  /** Rows whose value is not a distribution over the classes; they count as rows without one. */
  readonly invalid: number;
}

/** Largest difference from 1 of the sum of the probabilities, which allows for rounded ones. */
const MOST_ROUNDING = 0.02;

/** Reads the model's probability of each class, and counts values that are not a distribution. */
export class ConfidenceReader {
  readonly classes: number;
  readonly #field: number;
  readonly #labeller: ClassLabeller;
  readonly #confidence: Float32Array;
  readonly #counts = { rows: 0, missing: 0, invalid: 0 };

  private constructor(shape: Pick<DatasetShape, 'classNames' | 'isFolded'>, field: number) {
    this.classes = shape.classNames.length;
    this.#field = field;
    this.#labeller = new ClassLabeller(shape.classNames, shape);
    this.#confidence = new Float32Array(this.classes);
  }

  /** Returns a reader; null where rows have no such column. */
  static open(
    shape: Pick<DatasetShape, 'classNames' | 'isFolded'>,
    { confidence }: Pick<RowLayout, 'confidence'>,
  ): ConfidenceReader | null {
    return confidence === undefined ? null : new ConfidenceReader(shape, confidence);
  }

  /**
   * Reads the column of a row: a JSON object from classes to probabilities, in which a class that is left out has 0, or an array
   * of the probabilities in the order of the class ids.
   *
   * @returns the probabilities by class id, valid until the next row; null where there are none, or they are not a distribution
   */
  read(row: Fields): Float32Array | null {
    const json = row[this.#field];
    if (json === null) {
      this.#counts.missing++;
      return null;
    }
    const isRead = this.#take(parseJson(json));
    this.#counts[isRead ? 'rows' : 'invalid']++;
    return isRead ? this.#confidence : null;
  }

  counts(): ConfidenceCounts {
    return { ...this.#counts };
  }

  #take(value: unknown): boolean {
    if (Array.isArray(value)) return value.length === this.classes && this.#fill(value.entries());
    if (!isRecord(value)) return false;
    const entries = Object.entries(value).map(
      ([name, probability]) => [this.#labeller.find(Buffer.from(name)), probability] as const,
    );
    const ids = new Set(entries.map(([id]) => id));
    return !ids.has(UNKNOWN_CLASS) && ids.size === entries.length && this.#fill(entries);
  }

  /** @returns false for values that are not a distribution */
  #fill(entries: Iterable<readonly [id: number, probability: unknown]>): boolean {
    this.#confidence.fill(0);
    let sum = 0;
    for (const [id, probability] of entries) {
      if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1)) return false;
      this.#confidence[id] = probability;
      sum += probability;
    }
    return Math.abs(sum - 1) <= MOST_ROUNDING;
  }
}

/** The probabilities of rows by their serial numbers. */
export class ConfidenceColumn {
  readonly #classes: number;
  #values = new Float32Array(0);

  /** @param classes probabilities of a row */
  constructor(classes: number) {
    this.#classes = classes;
  }

  /** Bytes of memory it takes. */
  get bytes(): number {
    return this.#values.byteLength;
  }

  /** @param confidence null for a row without probabilities */
  set(serial: number, confidence: Float32Array | null): void {
    const start = this.#classes * serial;
    if (start >= this.#values.length) {
      const larger = new Float32Array(this.#classes * Math.max(1024, 2 * serial)).fill(Number.NaN);
      larger.set(this.#values);
      this.#values = larger;
    }
    if (confidence === null) this.#values[start] = Number.NaN;
    else this.#values.set(confidence, start);
  }

  /** Returns the probabilities of a row: a view; null where it has none. */
  at(serial: number): Float32Array | null {
    const start = this.#classes * serial;
    if (start >= this.#values.length || Number.isNaN(this.#values[start])) return null;
    return this.#values.subarray(start, start + this.#classes);
  }

  /** Returns the probabilities of some rows one after the other, NaN where a row has none. */
  of(serials: Uint32Array): Float32Array<ArrayBuffer> {
    const values = new Float32Array(this.#classes * serials.length);
    for (let row = 0; row < serials.length; row++) {
      const confidence = this.at(serials[row]);
      if (confidence === null) values[this.#classes * row] = Number.NaN;
      else values.set(confidence, this.#classes * row);
    }
    return values;
  }

  /** Gives its memory back. */
  close(): void {
    this.#values = new Float32Array(0);
  }
}
