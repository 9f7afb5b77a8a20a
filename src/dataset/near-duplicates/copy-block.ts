import { BandIndex } from './band-index.ts';
import { KeptWords } from './kept-words.ts';
import { Sketches } from './sketches.ts';
import { WordSet } from './word-set.ts';
import type { WordReader } from './words.ts';

/** Similarity from which on two texts are near copies. */
const NEAR_COPY = 0.8;
/** Texts that are compared with one in vain, so that its cost has a bound however many are almost near copies. */
const MOST_IN_VAIN = 16;

/** Is told of a near copy by its number in the block; returns true to have no more. */
export type OnCopy = (number: number, similarity: number) => boolean;

/** The sketches and words of some texts, in which near copies of other texts are searched. */
export class CopyBlock {
  /** Texts so far. */
  length = 0;
  readonly #size: number;
  readonly #words: WordReader;
  readonly #sketches: Sketches;
  readonly #keptWords: KeptWords;
  /** The words of the text that is searched for, once one was found. */
  readonly #set = new WordSet();
  #isSetFilled = false;
  /** Is told of the copies of the text in hand. */
  #onCopy: OnCopy = () => true;
  /** The sketch that is searched for, how many words of its text were read, and how often it was compared in vain. */
  #query = 0;
  #wordsRead = 0;
  #inVain = 0;

  /** @param size texts it has room for */
  constructor(size: number, words: WordReader) {
    this.#size = size;
    this.#words = words;
    this.#sketches = new Sketches(size + 1, words);
    this.#keptWords = new KeptWords(size);
  }

  /** Gives its memory back at once, that of the next block needs it. */
  close(): void {
    this.#sketches.close();
    this.#keptWords.close();
  }

  /** Different words of its texts. */
  get words(): number {
    return this.#keptWords.length;
  }

  /** Takes the next text. @returns false when it has too few words, and is not found */
  add(text: Uint8Array): boolean {
    const number = this.length++;
    const words = this.#words.read(text);
    if (!this.#sketches.set(number, words)) return false;
    this.#set.fill(this.#words.hashes, 0, words);
    this.#keptWords.add(number, this.#set);
    return true;
  }

  /** An index of its first texts: in their order, so that it is the same however they came. */
  indexOf(count: number): BandIndex {
    const numbers = Uint32Array.from({ length: count }, (_, number) => number);
    return new BandIndex(
      this.#sketches,
      numbers.filter((number) => this.#keptWords.sizeOf(number) > 0),
    );
  }

  /** Searches for one of its texts. @returns see {@link search}; null for one with too few words */
  searchOwn(number: number, index: BandIndex, onCopy: OnCopy): boolean | null {
    if (this.#keptWords.sizeOf(number) === 0) return null;
    return this.#search(number, index, onCopy);
  }

  /**
   * Searches for another text.
   *
   * @returns true when all that are like it were compared, false when there are too many; null when it has too few words
   */
  search(text: Uint8Array, index: BandIndex, onCopy: OnCopy): boolean | null {
    this.#wordsRead = this.#words.read(text);
    if (!this.#sketches.set(this.#size, this.#wordsRead)) return null;
    return this.#search(this.#size, index, onCopy);
  }

  #search(query: number, index: BandIndex, onCopy: OnCopy): boolean {
    this.#query = query;
    this.#isSetFilled = false;
    this.#inVain = 0;
    this.#onCopy = onCopy;
    const sawAll = index.search(query, this.#compare);
    return sawAll && this.#inVain < MOST_IN_VAIN;
  }

  readonly #compare = (number: number): boolean => {
    if (!this.#isSetFilled) this.#fillSet();
    const similarity = this.#keptWords.similarityTo(this.#set, number);
    return similarity < NEAR_COPY ? ++this.#inVain === MOST_IN_VAIN : this.#onCopy(number, similarity);
  };

  #fillSet(): void {
    if (this.#query < this.#size) this.#keptWords.fill(this.#set, this.#query);
    else this.#set.fill(this.#words.hashes, 0, this.#wordsRead);
    this.#isSetFilled = true;
  }
}
