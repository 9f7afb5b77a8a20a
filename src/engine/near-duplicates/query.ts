import type { OrderedRow } from '../ordered-rows.ts';
import type { KeptWords } from './kept-words.ts';
import { Sketcher } from './sketcher.ts';
import { Sketches } from './sketches.ts';
import { WordSet } from './word-set.ts';
import { WordReader } from './words.ts';

/** A text to search for; valid until the next one. */
export type SearchedText = Pick<OrderedRow, 'text' | 'copySketch'>;

/** A text that is searched for: its sketch, and its different words once they are asked for. */
export class Query {
  /** Its sketch, the only one there. */
  readonly sketches = new Sketches(1);
  readonly #words = new WordReader();
  readonly #sketcher = new Sketcher(this.#words);
  readonly #set = new WordSet();
  /** Number of the words that were read last. */
  #wordsRead = 0;
  #isSetFilled = false;
  /** The current text, if its words were not read and are not kept; else null. */
  #unread: SearchedText | null = null;

  /** Takes a text, and its sketch if that was made before. @returns false for a text without a word, which is not searched for */
  find(text: SearchedText): boolean {
    if (!text.copySketch(this.sketches.numbers)) return this.read(text.text);
    this.#unread = text;
    this.#isSetFilled = false;
    return true;
  }

  /** Takes a text. @returns false for one without a word, which is not searched for */
  read(text: Uint8Array): boolean {
    this.#unread = null;
    this.#wordsRead = this.#words.read(text);
    this.#isSetFilled = false;
    return this.#sketcher.set(this.sketches, 0, this.#wordsRead);
  }

  /** Takes a text that is kept. */
  take(text: number, sketches: Sketches, words: KeptWords): void {
    this.sketches.copy(0, sketches, text);
    words.fill(this.#set, text);
    this.#isSetFilled = true;
  }

  /** Its different words, valid until the next text is taken. */
  get set(): WordSet {
    if (this.#isSetFilled) return this.#set;
    if (this.#unread !== null) this.#wordsRead = this.#words.read(this.#unread.text);
    this.#set.fill(this.#words.hashes, 0, this.#wordsRead);
    this.#isSetFilled = true;
    return this.#set;
  }
}
