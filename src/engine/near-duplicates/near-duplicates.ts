import type { Bits } from './bits.ts';
import { CopySearch, type NearPair, type SplitTexts } from './copy-search.ts';

/** Numbers of rows of the splits, as published, that are near-duplicates of rows of others. */
export interface NearDuplicateCounts {
  /** Rows of test that have a near-duplicate in train. */
  readonly trainTest: number;
  /** Rows of eval that have a near-duplicate in train. */
  readonly trainEval: number;
  /** Rows of test that have a near-duplicate in eval. */
  readonly evalTest: number;
  /** Rows of train and eval with so many similar ones that not all were compared: some copies may not be counted. */
  readonly notCompared: number;
  /** Rows without a word, which are not judged. */
  readonly tooShort: number;
}

export interface NearDuplicates extends NearDuplicateCounts {
  /** Rows that were taken out of train. */
  readonly dropped: number;
}

export interface SearchOptions {
  /** `train` to remove the rows of train that have a near-duplicate in eval or test. */
  readonly dropNearDuplicates: 'train' | 'none';
  /** Blocks of eval and test, of BLOCK_BYTES each, that are in memory at once: the texts are gone through once for so many. */
  readonly searchBlocks?: number;
}

/** The rows that are near-duplicates. */
interface NearCopies {
  /** Some of the pairs that were found, among them those that were dropped. */
  readonly examples: readonly NearPair[];
  /** Places in train of the rows that are to be taken out. */
  readonly dropped: Bits;
}

/**
 * Finds rows of different splits whose texts are near-duplicates: at least four fifths of their different words are the
 * same, which is all of them if there are one to three. Candidates are found by sketches, and confirmed by comparing
 * all their words, in time linear in the texts as long as all blocks are in memory.
 *
 * @throws Error when train is left without rows
 */
export function findNearDuplicates(
  texts: SplitTexts,
  { dropNearDuplicates, searchBlocks = 1 }: SearchOptions,
): { found: NearDuplicates; copies: NearCopies } {
  const search = new CopySearch(texts, dropNearDuplicates, { blocks: searchBlocks });
  const { trainTest, trainEval, evalTest, notCompared, tooShort, examples, copiesOfTrain: dropped } = search;
  if (dropped.count > 0 && dropped.count === texts.sizes.train) throw new Error(NOTHING_LEFT);
  const counts = { trainTest, trainEval, evalTest, notCompared, tooShort };
  return { found: { ...counts, dropped: dropped.count }, copies: { examples, dropped } };
}

const NOTHING_LEFT =
  'Every row of train is a near-duplicate of a row of eval or test, so drop-near-duplicates: train leaves none. Set drop-near-duplicates: none, or collect texts that differ.';
