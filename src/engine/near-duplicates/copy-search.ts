import type { SplitName } from '../../model/rows.ts';
import { Bits } from './bits.ts';
import { CopyBlock, type OnCopy } from './copy-block.ts';
import { Query, type SearchedText } from './query.ts';

/** The texts of a dataset's splits; they can be gone through more than once. */
export interface SplitTexts {
  readonly sizes: Readonly<Record<SplitName, number>>;
  /** Hands over the rows of a split in their order, and each one's place in it, counted from 0. */
  forEach(split: SplitName, visit: (row: SearchedText, place: number) => void): void;
}

/** A row's split, and its place there in the order of ranks. */
export interface RowPlace {
  readonly split: SplitName;
  readonly place: number;
}

/** Two rows of different splits that are near-duplicates. */
export interface NearPair {
  readonly rows: readonly [RowPlace, RowPlace];
  /** Share of the different words of either that both have, from 0 to 1 (Jaccard). */
  readonly similarity: number;
}

/** What a search keeps in memory at once at most. */
export interface SearchLimits {
  /** Of a block: with the default numbers it takes about {@link BLOCK_BYTES}. */
  readonly texts: number;
  readonly words: number;
  /** Blocks that are searched in the same pass over the texts; how many makes no difference to what is found. */
  readonly blocks: number;
}

const LIMITS: SearchLimits = { texts: 3 << 17, words: 3 << 22, blocks: 1 };
/** Memory of a block and its index, in bytes. */
export const BLOCK_BYTES = 110e6;
/** Pairs that are kept to be shown. */
const MOST_EXAMPLES = 20;

/**
 * Searches rows of eval and test for near-duplicates of rows of other splits: those of eval and test are kept, some
 * blocks of them at a time, and all others are compared with each block, in the order of their ranks. So the result
 * does not depend on the order in which rows were read, nor on where they are stored.
 */
export class CopySearch {
  trainTest = 0;
  trainEval = 0;
  evalTest = 0;
  /** Rows without a word, which are not judged. */
  tooShort = 0;
  /** Positions of the rows of train that have a near-duplicate in eval or test, if they are to be left out. */
  readonly copiesOfTrain: Bits;
  readonly #texts: SplitTexts;
  readonly #drop: 'train' | 'none';
  readonly #limits: SearchLimits;
  readonly #query = new Query();
  readonly #notCompared: Record<'train' | 'eval', Bits>;
  /** By block. */
  readonly #examples: Record<'train' | 'eval', NearPair[][]> = { train: [], eval: [] };

  constructor(texts: SplitTexts, drop: 'train' | 'none', limits: Partial<SearchLimits> = {}) {
    this.#texts = texts;
    this.#drop = drop;
    this.#limits = { ...LIMITS, ...limits };
    this.copiesOfTrain = new Bits(texts.sizes.train);
    this.#notCompared = { train: new Bits(texts.sizes.train), eval: new Bits(texts.sizes.eval) };
    const kept = texts.sizes.test + texts.sizes.eval;
    for (let start = 0; start < kept; ) start = this.#searchFrom(start);
  }

  /** Some of the pairs that were found. */
  get examples(): readonly NearPair[] {
    return [...this.#examples.train, ...this.#examples.eval].flat().slice(0, MOST_EXAMPLES);
  }

  /** Rows of train or eval with more similar rows than were compared. */
  get notCompared(): number {
    return this.#notCompared.train.count + this.#notCompared.eval.count;
  }

  /** Searches rows of test and eval, which are numbered through, from this one on. @returns the first one left */
  #searchFrom(start: number): number {
    const blocks = this.#keepFrom(start);
    this.#searchTrain(blocks);
    for (const block of blocks) {
      if (block.start < this.#texts.sizes.test) this.#searchEval(block);
      block.close();
    }
    return blocks[blocks.length - 1].end;
  }

  #keepFrom(start: number): CopyBlock[] {
    const { test, eval: evaluation } = this.#texts.sizes;
    const { texts: most, words, blocks: mostBlocks } = this.#limits;
    const begin = (first: number) => new CopyBlock(first, Math.min(test + evaluation - first, most));
    let block = begin(start);
    const blocks = [block];
    const keep = (row: SearchedText, number: number) => {
      if (number !== block.end) return;
      if (block.isFull(words)) {
        if (blocks.length === mostBlocks) return;
        block = begin(number);
        blocks.push(block);
      }
      const isRead = this.#query.read(row.text);
      if (!isRead) this.tooShort++;
      block.add(isRead ? this.#query : null);
    };
    if (start < test) this.#texts.forEach('test', keep);
    this.#texts.forEach('eval', (row, place) => keep(row, test + place));
    return blocks;
  }

  #searchTrain(blocks: readonly CopyBlock[]): void {
    let place = 0;
    const searches = blocks.map((block) => {
      const index = block.indexOf(block.length);
      const addExample = this.#exampleList('train', block);
      const onCopy: OnCopy = (number, similarity) => {
        addExample(place, number, similarity);
        if (this.#drop === 'train') {
          this.copiesOfTrain.add(place);
          return true;
        }
        if (block.start + number < this.#texts.sizes.test) this.trainTest++;
        else this.trainEval++;
        index.remove(number);
        return false;
      };
      return { block, index, onCopy };
    });
    this.#texts.forEach('train', (row, at) => {
      place = at;
      if (this.copiesOfTrain.has(at)) return;
      if (!this.#query.find(row)) {
        if (blocks[0].start === 0) this.tooShort++;
        return;
      }
      for (let number = 0; number < searches.length; number++) {
        const { block, index, onCopy } = searches[number];
        if (!block.search(this.#query, index, onCopy)) this.#notCompared.train.add(at);
        if (this.copiesOfTrain.has(at)) return;
      }
    });
    for (const { index } of searches) index.close();
  }

  /** Counts rows of test in the block that have a near-duplicate in eval. */
  #searchEval(block: CopyBlock): void {
    const { test } = this.#texts.sizes;
    const index = block.indexOf(Math.min(block.length, test - block.start));
    const addExample = this.#exampleList('eval', block);
    let place = 0;
    const onCopy: OnCopy = (number, similarity) => {
      addExample(place, number, similarity);
      this.evalTest++;
      index.remove(number);
      return false;
    };
    const search = (at: number) => {
      place = at;
      if (!block.search(this.#query, index, onCopy)) this.#notCompared.eval.add(at);
    };
    const own = Math.max(0, block.end - test);
    for (let at = 0; at < own; at++) if (block.take(test + at - block.start, this.#query)) search(at);
    if (own < this.#texts.sizes.eval) {
      this.#texts.forEach('eval', (row, at) => {
        if (at >= own && this.#query.find(row)) search(at);
      });
    }
    index.close();
  }

  /**
   * @returns a function that takes a row of the split and the number of the row in the block of which it is a
   * near-duplicate
   */
  #exampleList(split: 'train' | 'eval', { start }: CopyBlock) {
    const examples: NearPair[] = [];
    this.#examples[split].push(examples);
    const { test } = this.#texts.sizes;
    return (place: number, number: number, similarity: number) => {
      if (examples.length === MOST_EXAMPLES) return;
      const kept = start + number;
      const other: RowPlace =
        kept < test ? { split: 'test', place: kept } : { split: 'eval', place: kept - test };
      examples.push({ rows: [{ split, place }, other], similarity });
    };
  }
}
