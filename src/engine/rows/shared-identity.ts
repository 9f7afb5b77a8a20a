import type { DatasetShape, RowLayout } from '../../model/shape.ts';
import type { PiiReader } from '../../pii/pii-reader.ts';
import type { RowText } from '../spans/row-text.ts';
import type { TextOfHtml } from './cleaner.ts';
import { IdentityFolder } from './fold.ts';
import { IdentityReader, splitIdentity, type TextProblem } from './identity.ts';
import { TextRanker } from './rank.ts';
import type { TextIndex } from './text-index.ts';

/** A row as it was read: UTF-8 bytes of its fields, null for NULL. */
export type Fields = readonly (Uint8Array | null)[];

/** The identity of a row, made once for all datasets that have it. */
export class SharedIdentity implements RowText {
  readonly pii: PiiReader | null;
  readonly #reader: IdentityReader;
  readonly #index: TextIndex;
  readonly #texts: number;
  /** Null where rows of the same bytes are the same. */
  readonly #folder: IdentityFolder | null;
  #identity: Uint8Array | TextProblem | undefined;
  /** The identity in the form in which it is compared. */
  #folded: Uint8Array | undefined;
  #number: number | undefined;
  #published: number | undefined;
  readonly #ranker: TextRanker;
  #isRanked = false;
  rankHigh = 0;
  rankLow = 0;

  /**
   * @param layout positions of the texts in a row
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
    this.#texts = shape.texts.length;
    this.#folder = IdentityFolder.open(shape);
    this.#reader = new IdentityReader(shape, layout, readers);
    this.pii = readers.pii;
    this.#index = index;
  }

  /** Prepares for the next row. */
  forget(): void {
    this.#identity = undefined;
    this.#number = undefined;
    this.#published = undefined;
    this.#isRanked = false;
  }

  /** True when rows that are compared by the same bytes may be published with other ones. */
  get hasForms(): boolean {
    return this.#folder !== null;
  }

  /** Why the row has no identity, null when it has one. */
  problemOf(row: Fields): TextProblem | null {
    this.#identity ??= this.#read(row);
    return typeof this.#identity === 'string' ? this.#identity : null;
  }

  /** Whether cleaning changed a text of the row. */
  get isChanged(): boolean {
    return this.#reader.isChanged;
  }

  /** True when folding changed a text of the row. */
  get isFolded(): boolean {
    return this.#folder?.hasChanged === true;
  }

  get choice(): number {
    return this.#folder?.isSecondChosen === true ? 1 : 0;
  }

  get source(): Uint8Array {
    return this.#reader.source;
  }

  get published(): Uint8Array {
    return this.#identity as Uint8Array;
  }

  get redactions(): RowText['redactions'] {
    return this.pii?.redactions ?? [];
  }

  /** The identity of a row that has one, as it is published; {@link rankHigh} and {@link rankLow} are the rank of its form. */
  ranked(): Uint8Array {
    if (!this.#isRanked) {
      this.#ranker.rank(this.#folded!);
      this.rankHigh = this.#ranker.high;
      this.rankLow = this.#ranker.low;
      this.#isRanked = true;
    }
    return this.#identity as Uint8Array;
  }

  /** The form in which a row that has an identity is compared. */
  get folded(): Uint8Array {
    return this.#folded!;
  }

  /** Number of the form in which a row that has an identity is compared. */
  numberOf(): number {
    this.#number ??= this.#index.numberOf(this.#folded!);
    return this.#number;
  }

  /** Number of the identity of a row that has one, as it is published. */
  publishedNumberOf(): number {
    if (this.#folded === this.#identity) return this.numberOf();
    this.#published ??= this.#index.numberOf(this.#identity as Uint8Array);
    return this.#published;
  }

  #read(row: Fields): Uint8Array | TextProblem {
    const identity = this.#reader.read(row);
    if (typeof identity === 'string') return identity;
    this.#folded = this.#folder === null ? identity : this.#folder.fold(identity);
    if (this.isFolded && hasEmptyText(this.#folded, this.#texts)) return 'empty';
    return this.#folder?.hasSameAnswers === true ? 'sameAnswers' : identity;
  }
}

function hasEmptyText(identity: Uint8Array, texts: number): boolean {
  return splitIdentity(identity, texts).some(({ length }) => length === 0);
}
