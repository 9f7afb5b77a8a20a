import type { PublishedRow } from './published-rows.ts';

/** Words of a text, in small letters. */
export type ReadWords = (text: string) => readonly string[];

/** Reads words of ASCII letters: none of a Nepali text. */
export const asciiWords: ReadWords = (text) => text.toLowerCase().match(/[a-z]+/g) ?? [];

/** Reads words of every script. */
export const allWords: ReadWords = (text) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

interface ClassWords {
  rows: number;
  words: number;
  readonly counts: Map<string, number>;
}

/**
 * A multinomial naive Bayes classifier with Laplace smoothing (Manning, Raghavan and Schütze, Introduction to Information
 * Retrieval, 13.2). The same rows give the same classifier.
 */
export class Classifier {
  readonly #readWords: ReadWords;
  readonly #classes = new Map<string, ClassWords>();
  readonly #vocabulary = new Set<string>();
  readonly #rows: number;

  /** @param rows those to learn from, at least one */
  constructor(rows: readonly PublishedRow[], readWords: ReadWords) {
    this.#readWords = readWords;
    this.#rows = rows.length;
    for (const { text, className } of rows) {
      const own = this.#classes.get(className) ?? { rows: 0, words: 0, counts: new Map() };
      this.#classes.set(className, own);
      own.rows++;
      for (const word of readWords(text)) {
        own.words++;
        own.counts.set(word, (own.counts.get(word) ?? 0) + 1);
        this.#vocabulary.add(word);
      }
    }
  }

  /** Returns the most probable class of a text. */
  classify(text: string): string {
    const known = this.#readWords(text).filter((word) => this.#vocabulary.has(word));
    const scores = Array.from(this.#classes, ([name, { rows, words, counts }]) => {
      const total = words + this.#vocabulary.size;
      const ofWords = known.map((word) => Math.log(((counts.get(word) ?? 0) + 1) / total));
      return { name, score: ofWords.reduce((sum, each) => sum + each, Math.log(rows / this.#rows)) };
    });
    return scores.reduce((best, each) => (each.score > best.score ? each : best)).name;
  }

  /** Returns the classifier as the JSON of its file. */
  toJSON(): object {
    return Object.fromEntries(
      Array.from(this.#classes, ([name, { rows, counts }]) => [
        name,
        { rows, counts: Object.fromEntries(counts) },
      ]),
    );
  }
}
