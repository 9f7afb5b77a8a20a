import type { DatasetRows, SplitName, SplitRows } from '../rows.ts';
import { BandIndex } from './band-index.ts';
import { KeptWords } from './kept-words.ts';
import { Sketches } from './sketches.ts';
import { WordSet } from './word-set.ts';
import { WordReader } from './words.ts';

/** Two rows of different splits that are near copies. */
export interface NearPair {
  /** Row numbers. */
  readonly rows: readonly [number, number];
  readonly splits: readonly [SplitName, SplitName];
  /** Share of the different words of either that both have, from 0 to 1 (Jaccard). */
  readonly similarity: number;
}

/** Similarity from which on two texts are near copies. */
const NEAR_COPY = 0.8;
/** Texts that are compared with one in vain, so that its cost has a bound however many are almost near copies. */
const MOST_IN_VAIN = 16;
/** Pairs that are kept to be shown. */
const MOST_EXAMPLES = 20;

/**
 * Searches rows of eval and test for near copies of rows of other splits. The sketches of eval and test are kept, and
 * those of train made one after the other: what is kept is a fifth of the rows, and the texts of train are read once.
 */
export class CopySearch {
  readonly examples: NearPair[] = [];
  /** Rows with too few words to be judged. */
  tooShort = 0;
  /** Rows of train or eval that had more like them than were looked at. */
  notCompared = 0;
  readonly #rows: DatasetRows;
  readonly #testRows: number;
  /** Rows of test, then of eval, by number of their sketch. */
  readonly #kept: Uint32Array;
  /** By row the number of its sketch plus 1, 0 for a row of train. */
  readonly #sketchOf: Uint32Array;
  readonly #sketches: Sketches;
  readonly #keptWords: KeptWords;
  readonly #words = new WordReader();
  /** The words of the row that is searched for, once one was found. */
  readonly #set = new WordSet();
  #isSetFilled = false;
  /** The row that is searched for, its sketch, how many of its words were read, and how often it was compared in vain. */
  #row = 0;
  #query = 0;
  #wordsRead = 0;
  #inVain = 0;

  constructor(rows: DatasetRows, splits: SplitRows) {
    this.#rows = rows;
    this.#testRows = splits.test.length;
    this.#kept = new Uint32Array(splits.test.length + splits.eval.length);
    this.#kept.set(splits.test);
    this.#kept.set(splits.eval, splits.test.length);
    this.#sketchOf = new Uint32Array(rows.length);
    for (let sketch = 0; sketch < this.#kept.length; sketch++)
      this.#sketchOf[this.#kept[sketch]] = sketch + 1;
    this.#sketches = new Sketches(this.#kept.length + 1, this.#words);
    this.#keptWords = new KeptWords(this.#kept.length);
    this.#keepSketches();
  }

  /** How many rows of test, and of eval, have a near copy in train. */
  countCopiesInTrain(): { trainTest: number; trainEval: number } {
    const index = this.#indexOf(this.#kept.length);
    let trainTest = 0;
    let trainEval = 0;
    this.#searchTrain(index, (sketch) => {
      if (sketch < this.#testRows) trainTest++;
      else trainEval++;
      index.remove(sketch);
      return false;
    });
    return { trainTest, trainEval };
  }

  /** Rows of train that have a near copy in eval or test, as 1 by row number: each is judged by itself. */
  findCopiesOfTrain(): Uint8Array {
    const isCopy = new Uint8Array(this.#rows.length);
    this.#searchTrain(this.#indexOf(this.#kept.length), () => {
      isCopy[this.#row] = 1;
      return true;
    });
    return isCopy;
  }

  /** How many rows of test have a near copy in eval. */
  countCopiesInEval(): number {
    const index = this.#indexOf(this.#testRows);
    let copies = 0;
    const visit = this.#visitorOf('eval', (sketch) => {
      copies++;
      index.remove(sketch);
      return false;
    });
    for (let query = this.#testRows; query < this.#kept.length; query++) {
      if (this.#keptWords.sizeOf(query) === 0) continue;
      this.#row = this.#kept[query];
      this.#search(index, query, visit);
    }
    return copies;
  }

  /** Texts are read in the order in which they lie in memory. */
  #keepSketches(): void {
    for (let row = 0; row < this.#rows.length; row++) {
      if (this.#sketchOf[row] === 0) continue;
      const sketch = this.#sketchOf[row] - 1;
      const words = this.#words.read(this.#rows.textAt(row));
      if (this.#sketches.set(sketch, words)) {
        this.#set.fill(this.#words.hashes, 0, words);
        this.#keptWords.add(sketch, this.#set);
      } else this.tooShort++;
    }
  }

  /** An index of the first sketches that are kept: in their order, so that it is the same however rows are numbered. */
  #indexOf(count: number): BandIndex {
    const sketches = Uint32Array.from({ length: count }, (_, sketch) => sketch);
    const judged = sketches.filter((sketch) => this.#keptWords.sizeOf(sketch) > 0);
    return new BandIndex(this.#sketches, judged);
  }

  /** @param onCopy is told of copies of {@link #row}, and returns true to have no more */
  #searchTrain(index: BandIndex, onCopy: (sketch: number) => boolean): void {
    const visit = this.#visitorOf('train', onCopy);
    const query = this.#kept.length;
    for (let row = 0; row < this.#rows.length; row++) {
      if (this.#sketchOf[row] > 0) continue;
      this.#row = row;
      this.#wordsRead = this.#words.read(this.#rows.textAt(row));
      if (this.#sketches.set(query, this.#wordsRead)) this.#search(index, query, visit);
      else this.tooShort++;
    }
  }

  #search(index: BandIndex, query: number, visit: (sketch: number) => boolean): void {
    this.#query = query;
    this.#isSetFilled = false;
    this.#inVain = 0;
    const sawAll = index.search(query, visit);
    if (!sawAll || this.#inVain === MOST_IN_VAIN) this.notCompared++;
  }

  /** Compares {@link #row}, of this split, with sketches, until so many are no copies or `onCopy` returns true. */
  #visitorOf(split: SplitName, onCopy: (sketch: number) => boolean): (sketch: number) => boolean {
    return (sketch) => {
      if (!this.#isSetFilled) this.#fillSet();
      const similarity = this.#keptWords.similarityTo(this.#set, sketch);
      if (similarity < NEAR_COPY) return ++this.#inVain === MOST_IN_VAIN;
      if (this.examples.length < MOST_EXAMPLES) {
        const keptSplit = sketch < this.#testRows ? 'test' : 'eval';
        const rows = [this.#row, this.#kept[sketch]] as const;
        this.examples.push({ rows, splits: [split, keptSplit], similarity });
      }
      return onCopy(sketch);
    };
  }

  #fillSet(): void {
    if (this.#query < this.#kept.length) this.#keptWords.fill(this.#set, this.#query);
    else this.#set.fill(this.#words.hashes, 0, this.#wordsRead);
    this.#isSetFilled = true;
  }
}
