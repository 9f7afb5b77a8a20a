import type { DatasetShape, RowLayout } from '../../model/shape.ts';
import type { PiiReader } from '../../pii/pii-reader.ts';
import type { TextOfHtml } from './cleaner.ts';
import { IdentityReader, type TextProblem } from './identity.ts';
import { TextRanker } from './rank.ts';
import type { TextIndex } from './text-index.ts';

/** A row as it was read: UTF-8 bytes of its fields, null for NULL. */
export type Fields = readonly (Uint8Array | null)[];

/** The identity of a row, made once for all datasets that have it. */
export class SharedIdentity {
  readonly pii: PiiReader | null;
  readonly #reader: IdentityReader;
  readonly #index: TextIndex;
  #identity: Uint8Array | TextProblem | undefined;
  #number: number | undefined;
  readonly #ranker: TextRanker;
  #isRanked = false;
  rankHigh = 0;
  rankLow = 0;

  /**
   * @param layout where the texts stand in a row
   * @param options.seed of the ranks
   * @param options.pii looks for personal data in the texts; null to look for none
   * @param options.textOfHtml needed where HTML is cleaned
   */
  constructor(
    shape: DatasetShape,
    layout: Pick<RowLayout, 'texts' | 'jsonTexts'>,
    {
      index,
      seed,
      ...readers
    }: { index: TextIndex; seed: number; pii: PiiReader | null; textOfHtml: TextOfHtml | null },
  ) {
    this.#ranker = new TextRanker(seed);
    this.#reader = new IdentityReader(shape, layout, readers);
    this.pii = readers.pii;
    this.#index = index;
  }

  /** Makes ready for the next row. */
  forget(): void {
    this.#identity = undefined;
    this.#number = undefined;
    this.#isRanked = false;
  }

  /** Why the row has no identity, null when it has one. */
  problemOf(row: Fields): TextProblem | null {
    this.#identity ??= this.#reader.read(row);
    return typeof this.#identity === 'string' ? this.#identity : null;
  }

  /** Whether cleaning changed a text of the row. */
  get isChanged(): boolean {
    return this.#reader.isChanged;
  }

  /** The identity of a row that has one; {@link rankHigh} and {@link rankLow} are its rank. */
  ranked(): Uint8Array {
    if (!this.#isRanked) {
      this.#ranker.rank(this.#identity as Uint8Array);
      this.rankHigh = this.#ranker.high;
      this.rankLow = this.#ranker.low;
      this.#isRanked = true;
    }
    return this.#identity as Uint8Array;
  }

  /** Number of the identity of a row that has one. */
  numberOf(): number {
    this.#number ??= this.#index.numberOf(this.#identity as Uint8Array);
    return this.#number;
  }
}
