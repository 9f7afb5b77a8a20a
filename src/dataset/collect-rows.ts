import { isUtf8 } from 'node:buffer';
import { TextCleaner } from './clean.ts';
import { Deduplicator } from './deduplicate.ts';
import { ClassLabeller, UNKNOWN_CLASS, type UnknownClass } from './label.ts';
import type { RowSource } from './rows.ts';
import type { StoredTexts } from './stored-texts.ts';
import type { TextIndex } from './text-index.ts';

/** How many rows were read, how many each stage left, and why the others were dropped. */
export interface RowCounts {
  readonly fetched: Readonly<Record<RowSource, number>>;
  /** Rows left after each stage. */
  readonly stages: {
    readonly fetched: number;
    readonly cleaned: number;
    readonly labelled: number;
    readonly deduplicated: number;
  };
  readonly dropped: {
    readonly nullMessage: number;
    readonly invalidUtf8: number;
    /** Without text once cleaned. */
    readonly empty: number;
    readonly unknownClass: number;
    readonly duplicate: number;
    /** All rows of texts whose labels disagree. */
    readonly conflicting: number;
  };
  readonly unknownClassNames: readonly UnknownClass[];
  readonly conflictingTexts: number;
}

export interface CollectedRows {
  readonly texts: StoredTexts;
  readonly counts: RowCounts;
}

/** Reasons to drop a row that lie in its text. */
type TextProblem = 'nullMessage' | 'invalidUtf8' | 'empty';

/** Takes rows as they are read and cleans, labels and deduplicates them one by one, for several labels at once. */
export class RowCollector {
  readonly #cleaner = new TextCleaner();
  readonly #index: TextIndex;
  readonly #labels: readonly LabelCollector[];

  /**
   * @param labels what each label is, in the order of the class names of a row
   * @param index where the texts are kept
   */
  constructor(labels: readonly { readonly classNames: readonly string[] }[], index: TextIndex) {
    this.#index = index;
    this.#labels = labels.map(({ classNames }) => new LabelCollector(classNames, index));
  }

  /** Rows of a label so far. */
  fetched(label: number): Readonly<Record<RowSource, number>> {
    return this.#labels[label].fetched;
  }

  /** Has the collector take no more than so many rows of the pool for a label; the others do not count as read. */
  limitPool(label: number, rows: number): void {
    this.#labels[label].poolLimit = rows;
  }

  /**
   * Takes one row; all reviewed rows come before the first one of the pool.
   *
   * @param row UTF-8 bytes of the message, copied if the row is kept, null for NULL; then of each label's class name,
   *   null for a row that is not the label's
   */
  add(source: RowSource, row: readonly (Uint8Array | null)[]): void {
    const text = this.#cleanText(row[0]);
    let number: number | undefined;
    for (let index = 0; index < this.#labels.length; index++) {
      const label = this.#labels[index];
      const className = row[1 + index];
      if (className === null || (source === 'pool' && label.fetched.pool === label.poolLimit)) continue;
      label.fetched[source]++;
      if (typeof text === 'string') {
        label.dropped[text]++;
        continue;
      }
      const classId = label.labeller.classIdOf(className);
      if (classId === UNKNOWN_CLASS) {
        label.dropped.unknownClass++;
        continue;
      }
      number ??= this.#index.numberOf(text);
      label.deduplicator.add(source, number, classId);
    }
  }

  /** The rows of each label that are left and the counts; the collector takes no rows afterwards. */
  finish(): CollectedRows[] {
    return this.#labels.map((label) => label.finish());
  }

  /** The cleaned text, or why there is none. */
  #cleanText(message: Uint8Array | null): Uint8Array | TextProblem {
    if (message === null) return 'nullMessage';
    if (!isUtf8(message)) return 'invalidUtf8';
    const text = this.#cleaner.clean(message);
    return text.length > 0 ? text : 'empty';
  }
}

/** What is collected of one label. */
class LabelCollector {
  readonly labeller: ClassLabeller;
  readonly deduplicator: Deduplicator;
  readonly fetched = { reviewed: 0, pool: 0 };
  readonly dropped = { nullMessage: 0, invalidUtf8: 0, empty: 0, unknownClass: 0 };
  poolLimit = Number.POSITIVE_INFINITY;

  constructor(classNames: readonly string[], index: TextIndex) {
    this.labeller = new ClassLabeller(classNames);
    this.deduplicator = new Deduplicator(index);
  }

  finish(): CollectedRows {
    const { texts, duplicateRows, conflictingTexts, conflictingRows } = this.deduplicator.finish();
    const { nullMessage, invalidUtf8, empty, unknownClass } = this.dropped;
    const fetched = this.fetched.reviewed + this.fetched.pool;
    const cleaned = fetched - nullMessage - invalidUtf8 - empty;
    return {
      texts,
      counts: {
        fetched: this.fetched,
        stages: { fetched, cleaned, labelled: cleaned - unknownClass, deduplicated: texts.length },
        dropped: { ...this.dropped, duplicate: duplicateRows, conflicting: conflictingRows },
        unknownClassNames: this.labeller.unknownClasses(),
        conflictingTexts,
      },
    };
  }
}
