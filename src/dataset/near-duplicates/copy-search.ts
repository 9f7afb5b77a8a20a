import type { DatasetRows, SplitName, SplitRows } from '../rows.ts';
import { BandIndex } from './band-index.ts';
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
const MOST_IN_VAIN = 8;
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
  /** Different words of each of them, 0 where they are too few to be judged. */
  readonly #sizes: Uint32Array;
  readonly #words = new WordReader();
  readonly #sketches: Sketches;
  readonly #set = new WordSet();

  constructor(rows: DatasetRows, splits: SplitRows) {
    this.#rows = rows;
    this.#testRows = splits.test.length;
    this.#kept = new Uint32Array(splits.test.length + splits.eval.length);
    this.#kept.set(splits.test);
    this.#kept.set(splits.eval, splits.test.length);
    this.#sizes = new Uint32Array(this.#kept.length);
    this.#sketches = new Sketches(this.#kept.length + 1, this.#words);
    for (let sketch = 0; sketch < this.#kept.length; sketch++) this.#keep(sketch);
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
    this.#searchTrain(this.#indexOf(this.#kept.length), (_, row) => {
      isCopy[row] = 1;
      return true;
    });
    return isCopy;
  }

  /** How many rows of test have a near copy in eval. */
  countCopiesInEval(): number {
    const index = this.#indexOf(this.#testRows);
    let copies = 0;
    for (let query = this.#testRows; query < this.#kept.length; query++) {
      if (this.#sizes[query] === 0) continue;
      const row = this.#kept[query];
      const words = this.#words.read(this.#rows.textAt(row));
      this.#search(index, { query, row, split: 'eval', words }, (sketch) => {
        copies++;
        index.remove(sketch);
        return false;
      });
    }
    return copies;
  }

  #keep(sketch: number): void {
    const words = this.#words.read(this.#rows.textAt(this.#kept[sketch]));
    if (this.#sketches.set(sketch, words)) {
      this.#set.fill(this.#words.hashes, words);
      this.#sizes[sketch] = this.#set.size;
    } else this.tooShort++;
  }

  /** An index of the first sketches that are kept. */
  #indexOf(count: number): BandIndex {
    const index = new BandIndex(this.#sketches, count);
    for (let sketch = 0; sketch < count; sketch++) if (this.#sizes[sketch] > 0) index.add(sketch);
    return index;
  }

  /** Searches for each row of train, in the order in which the texts lie in memory. */
  #searchTrain(index: BandIndex, onCopy: (sketch: number, row: number) => boolean): void {
    const isKept = new Uint8Array(this.#rows.length);
    for (const row of this.#kept) isKept[row] = 1;
    const query = this.#kept.length;
    for (let row = 0; row < this.#rows.length; row++) {
      if (isKept[row] === 1) continue;
      const words = this.#words.read(this.#rows.textAt(row));
      if (this.#sketches.set(query, words)) {
        this.#search(index, { query, row, split: 'train', words }, onCopy);
      } else this.tooShort++;
    }
  }

  /**
   * Hands over the near copies of a row, whose words were read last.
   *
   * @param onCopy returns true to have no more
   */
  #search(
    index: BandIndex,
    { query, row, split, words }: { query: number; row: number; split: SplitName; words: number },
    onCopy: (sketch: number, row: number) => boolean,
  ): void {
    let isFilled = false;
    let inVain = 0;
    const sawAll = index.search(query, (sketch) => {
      if (!isFilled) this.#set.fill(this.#words.hashes, words);
      isFilled = true;
      const similarity = this.#similarityTo(sketch);
      if (similarity < NEAR_COPY) return ++inVain === MOST_IN_VAIN;
      if (this.examples.length < MOST_EXAMPLES) {
        const keptSplit = sketch < this.#testRows ? 'test' : 'eval';
        this.examples.push({ rows: [row, this.#kept[sketch]], splits: [split, keptSplit], similarity });
      }
      return onCopy(sketch, row);
    });
    if (!sawAll || inVain === MOST_IN_VAIN) this.notCompared++;
  }

  /** Similarity of the text in the set to one that is kept; 0 where their numbers of words alone rule a near copy out. */
  #similarityTo(sketch: number): number {
    const size = this.#set.size;
    const other = this.#sizes[sketch];
    if (Math.min(size, other) / Math.max(size, other) < NEAR_COPY) return 0;
    const words = this.#words.read(this.#rows.textAt(this.#kept[sketch]));
    const shared = this.#set.countShared(this.#words.hashes, words);
    return shared / (size + other - shared);
  }
}
