import type { SplitName } from '../rows.ts';
import { Bits } from './bits.ts';
import { CopyBlock, type OnCopy } from './copy-block.ts';
import { WordReader } from './words.ts';

/** The texts of a dataset's splits; they can be gone through more than once. */
export interface SplitTexts {
  readonly sizes: Readonly<Record<SplitName, number>>;
  /** Hands over the texts of a split in the order of their ranks, and each one's place in it, counted from 0. */
  forEach(split: SplitName, visit: (text: Uint8Array, place: number) => void): void;
}

/** Where a row is: its split, and its place there in the order of ranks. */
export interface RowPlace {
  readonly split: SplitName;
  readonly place: number;
}

/** Two rows of different splits that are near copies. */
export interface NearPair {
  readonly rows: readonly [RowPlace, RowPlace];
  /** Share of the different words of either that both have, from 0 to 1 (Jaccard). */
  readonly similarity: number;
}

/** What a search keeps in memory at once at most: about 110 MB. */
export interface BlockLimits {
  readonly texts: number;
  readonly words: number;
}

const LIMITS: BlockLimits = { texts: 3 << 17, words: 3 << 22 };
/** Pairs that are kept to be shown. */
const MOST_EXAMPLES = 20;

/**
 * Searches rows of eval and test for near copies of rows of other splits: those of eval and test are kept, a block of them
 * at a time, and all others are searched for in each block, in the order of their ranks. So what is found does not depend
 * on the order in which rows were read, nor on where they are.
 */
export class CopySearch {
  trainTest = 0;
  trainEval = 0;
  evalTest = 0;
  /** Rows with too few words to be judged. */
  tooShort = 0;
  /** Places of the rows of train that have a near copy in eval or test, where they are to be left out. */
  readonly copiesOfTrain: Bits;
  readonly #texts: SplitTexts;
  readonly #drop: 'train' | 'none';
  readonly #words = new WordReader();
  readonly #limits: BlockLimits;
  readonly #notCompared: Record<'train' | 'eval', Bits>;
  readonly #examples: Record<'train' | 'eval', NearPair[]> = { train: [], eval: [] };

  constructor(texts: SplitTexts, drop: 'train' | 'none', limits = LIMITS) {
    this.#texts = texts;
    this.#drop = drop;
    this.#limits = limits;
    this.copiesOfTrain = new Bits(texts.sizes.train);
    this.#notCompared = { train: new Bits(texts.sizes.train), eval: new Bits(texts.sizes.eval) };
    const kept = texts.sizes.test + texts.sizes.eval;
    for (let start = 0; start < kept; )
      start = this.#searchBlock(start, Math.min(kept - start, limits.texts));
  }

  /** Some of the pairs that were found. */
  get examples(): readonly NearPair[] {
    return [...this.#examples.train, ...this.#examples.eval].slice(0, MOST_EXAMPLES);
  }

  /** Rows of train or eval that had more like them than were looked at. */
  get notCompared(): number {
    return this.#notCompared.train.count + this.#notCompared.eval.count;
  }

  /** Keeps rows of test and eval, which are numbered through, from this one on. @returns the first one it has no room for */
  #searchBlock(start: number, size: number): number {
    const { test } = this.#texts.sizes;
    const block = new CopyBlock(size, this.#words);
    const keep = (text: Uint8Array, number: number) => {
      if (number !== start + block.length || block.length === size) return;
      if (block.words >= this.#limits.words) return;
      if (!block.add(text)) this.tooShort++;
    };
    if (start < test) this.#texts.forEach('test', keep);
    this.#texts.forEach('eval', (text, place) => keep(text, test + place));
    const end = start + block.length;
    this.#searchTrain(block, start);
    if (start < test) this.#searchEval(block, start);
    block.close();
    return end;
  }

  #searchTrain(block: CopyBlock, start: number): void {
    const index = block.indexOf(block.length);
    const drops = this.#drop === 'train';
    let place = 0;
    const onCopy: OnCopy = (number, similarity) => {
      this.#addExample({ split: 'train', place }, start + number, similarity);
      if (drops) {
        this.copiesOfTrain.add(place);
        return true;
      }
      if (start + number < this.#texts.sizes.test) this.trainTest++;
      else this.trainEval++;
      index.remove(number);
      return false;
    };
    this.#texts.forEach('train', (text, at) => {
      place = at;
      if (drops && this.copiesOfTrain.has(at)) return;
      const isCompared = block.search(text, index, onCopy);
      if (isCompared === null && start === 0) this.tooShort++;
      if (isCompared === false) this.#notCompared.train.add(at);
    });
    index.close();
  }

  /** Counts rows of test, as far as they are in the block, that have a near copy in eval. */
  #searchEval(block: CopyBlock, start: number): void {
    const { test } = this.#texts.sizes;
    const index = block.indexOf(Math.min(block.length, test - start));
    let place = 0;
    const onCopy: OnCopy = (number, similarity) => {
      this.#addExample({ split: 'eval', place }, start + number, similarity);
      this.evalTest++;
      index.remove(number);
      return false;
    };
    const search = (text: Uint8Array | null, at: number) => {
      place = at;
      const isCompared =
        text === null ? block.searchOwn(test + at - start, index, onCopy) : block.search(text, index, onCopy);
      if (isCompared === false) this.#notCompared.eval.add(at);
    };
    const own = Math.max(0, start + block.length - test);
    for (let at = 0; at < own; at++) search(null, at);
    if (own < this.#texts.sizes.eval) {
      this.#texts.forEach('eval', (text, at) => {
        if (at >= own) search(text, at);
      });
    }
    index.close();
  }

  /** @param kept number of the row of test or eval */
  #addExample(row: RowPlace, kept: number, similarity: number): void {
    const examples = this.#examples[row.split as 'train' | 'eval'];
    const { test } = this.#texts.sizes;
    const other: RowPlace =
      kept < test ? { split: 'test', place: kept } : { split: 'eval', place: kept - test };
    if (examples.length < MOST_EXAMPLES) examples.push({ rows: [row, other], similarity });
  }
}
