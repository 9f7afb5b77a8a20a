import { isUtf8 } from 'node:buffer';
import { TextCleaner } from './clean.ts';
import { Deduplicator } from './deduplicate.ts';
import { ClassLabeller, UNKNOWN_CLASS, type UnknownClass } from './label.ts';
import type { LabelledTexts, RowSource } from './rows.ts';
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
  readonly texts: LabelledTexts;
  readonly counts: RowCounts;
}

/** Takes rows as they are read and cleans, labels and deduplicates them one by one. */
export class RowCollector {
  readonly #cleaner = new TextCleaner();
  readonly #labeller: ClassLabeller;
  readonly #deduplicator: Deduplicator;
  readonly #fetched = { reviewed: 0, pool: 0 };
  #nullMessage = 0;
  #invalidUtf8 = 0;
  #empty = 0;
  #unknownClass = 0;

  /** @param options.index where the texts are kept, which the labels share */
  constructor(options: { classNames: readonly string[]; index: TextIndex }) {
    this.#labeller = new ClassLabeller(options.classNames);
    this.#deduplicator = new Deduplicator(options.index);
  }

  /**
   * Takes one row; all reviewed rows come before the first one of the pool.
   *
   * @param message UTF-8 bytes, copied if the row is kept; null for NULL
   * @param className UTF-8 bytes; null for NULL
   */
  add(source: RowSource, message: Uint8Array | null, className: Uint8Array | null): void {
    this.#fetched[source]++;
    if (message === null) {
      this.#nullMessage++;
      return;
    }
    if (!isUtf8(message)) {
      this.#invalidUtf8++;
      return;
    }
    const text = this.#cleaner.clean(message);
    if (text.length === 0) {
      this.#empty++;
      return;
    }
    const classId = this.#labeller.classIdOf(className);
    if (classId === UNKNOWN_CLASS) {
      this.#unknownClass++;
      return;
    }
    this.#deduplicator.add(source, text, classId);
  }

  /** The rows that are left and the counts; the collector takes no rows afterwards. */
  finish(): CollectedRows {
    const { texts, duplicateRows, conflictingTexts, conflictingRows } = this.#deduplicator.finish();
    const fetched = this.#fetched.reviewed + this.#fetched.pool;
    const cleaned = fetched - this.#nullMessage - this.#invalidUtf8 - this.#empty;
    return {
      texts,
      counts: {
        fetched: { ...this.#fetched },
        stages: { fetched, cleaned, labelled: cleaned - this.#unknownClass, deduplicated: texts.length },
        dropped: {
          nullMessage: this.#nullMessage,
          invalidUtf8: this.#invalidUtf8,
          empty: this.#empty,
          unknownClass: this.#unknownClass,
          duplicate: duplicateRows,
          conflicting: conflictingRows,
        },
        unknownClassNames: this.#labeller.unknownClasses(),
        conflictingTexts,
      },
    };
  }
}
