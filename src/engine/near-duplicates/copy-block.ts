import { BandIndex } from './band-index.ts';
import { KeptWords } from './kept-words.ts';
import type { Query } from './query.ts';
import { Sketches } from './sketches.ts';

/** Similarity from which two texts are near-duplicates. */
const NEAR_COPY = 0.8;
/**
 * Largest number of unsuccessful comparisons of a text, which limits its cost if many texts are almost near-duplicates.
 */
const MOST_IN_VAIN = 16;

/** Called with a near-duplicate by its number in the block; returns true to end the search. */
export type OnCopy = (number: number, similarity: number) => boolean;

/** The sketches and words of some texts, in which near-duplicates of other texts are searched. */
export class CopyBlock {
  /** Number of its first text among those of all blocks. */
  readonly start: number;
  /** Texts so far. */
  length = 0;
  readonly #size: number;
  readonly #sketches: Sketches;
  readonly #keptWords: KeptWords;
  #query: Query | undefined;
  /** Called with the near-duplicates of the current text. */
  #onCopy: OnCopy = () => true;
  /** Number of unsuccessful comparisons of the current text. */
  #inVain = 0;

  /** @param size texts it has room for */
  constructor(start: number, size: number) {
    this.start = start;
    this.#size = size;
    this.#sketches = new Sketches(size);
    this.#keptWords = new KeptWords(size);
  }

  /** Number of the text that comes after its last one. */
  get end(): number {
    return this.start + this.length;
  }

  /** Gives its memory back now, not when it is collected: the next block takes as much. */
  close(): void {
    this.#sketches.close();
    this.#keptWords.close();
  }

  /** Whether it has no room for another text. @param words it may keep before that */
  isFull(words: number): boolean {
    return this.length === this.#size || this.#keptWords.length >= words;
  }

  /** Takes the next text. @param query null for one without a word, which is never found */
  add(query: Query | null): void {
    const number = this.length++;
    if (query === null) return;
    this.#sketches.copy(number, query.sketches, 0);
    this.#keptWords.add(number, query.set);
  }

  /** Returns an index of its first texts. It depends only on their order. */
  indexOf(count: number): BandIndex {
    const numbers = new Uint32Array(count);
    let members = 0;
    for (let number = 0; number < count; number++)
      if (this.#keptWords.sizeOf(number) > 0) numbers[members++] = number;
    return new BandIndex(this.#sketches, numbers.slice(0, members));
  }

  /** Returns an index without a text, which has room for all of its texts. */
  emptyIndex(): BandIndex {
    return new BandIndex(this.#sketches, new Uint32Array(), this.#size);
  }

  /** Has one of its texts be searched for. @returns false for one without a word */
  take(number: number, query: Query): boolean {
    if (this.#keptWords.sizeOf(number) === 0) return false;
    query.take(number, this.#sketches, this.#keptWords);
    return true;
  }

  /**
   * Searches for a text that is not in the index.
   *
   * @returns true if all similar texts were compared, false if there are too many
   */
  search(query: Query, index: BandIndex, onCopy: OnCopy): boolean {
    this.#query = query;
    this.#inVain = 0;
    this.#onCopy = onCopy;
    const sawAll = index.search(query.sketches, this.#compare);
    return sawAll && this.#inVain < MOST_IN_VAIN;
  }

  readonly #compare = (number: number): boolean => {
    const similarity = this.#keptWords.similarityTo(this.#query!.set, number);
    return similarity < NEAR_COPY ? ++this.#inVain === MOST_IN_VAIN : this.#onCopy(number, similarity);
  };
}
