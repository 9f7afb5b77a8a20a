import type { DatasetRows, SplitRows } from '../rows.ts';
import { CopySearch, type NearPair } from './copy-search.ts';

/** How many rows of the splits, as they are published, are near copies of rows of others. */
export interface NearDuplicateCounts {
  /** Rows of test that have a near copy in train. */
  readonly trainTest: number;
  /** Rows of eval that have a near copy in train. */
  readonly trainEval: number;
  /** Rows of test that have a near copy in eval. */
  readonly evalTest: number;
  /** Rows of train and eval with so many similar ones that not all were compared: some copies may not be counted. */
  readonly notCompared: number;
  /** Rows with too few words to be judged. */
  readonly tooShort: number;
}

export interface NearDuplicates extends NearDuplicateCounts {
  /** Rows that were taken out of train. */
  readonly dropped: number;
}

/** Which rows are near copies. */
export interface NearCopies {
  /** Some of the pairs that were found, among them those that were dropped. */
  readonly examples: readonly NearPair[];
  /** Rows that were taken out of train, in its order. */
  readonly droppedRows: Uint32Array<ArrayBuffer>;
}

/**
 * Finds rows of different splits whose texts are near copies: texts of whose different words at least four fifths are
 * the same. Candidates are found by sketches, and confirmed by comparing all their words, in time linear in the texts.
 *
 * @param drop `train` to take the rows of train out that have a near copy in eval or test: the same ones in whatever
 *   order the rows are numbered
 * @returns what was found, and the splits without what was taken out
 * @throws Error when train is left without rows
 */
export function findNearDuplicates(
  rows: DatasetRows,
  splits: SplitRows,
  drop: 'train' | 'none',
): { found: NearDuplicates; copies: NearCopies; splits: SplitRows } {
  const search = new CopySearch(rows, splits);
  let train = splits.train;
  let droppedRows = new Uint32Array();
  let counts = { trainTest: 0, trainEval: 0 };
  if (drop === 'train') {
    const isCopy = search.findCopiesOfTrain();
    droppedRows = train.filter((row) => isCopy[row] === 1);
    train = droppedRows.length === 0 ? train : train.filter((row) => isCopy[row] === 0);
    if (train.length === 0) throw new Error(NOTHING_LEFT);
  } else counts = search.countCopiesInTrain();
  const evalTest = search.countCopiesInEval();
  const { notCompared, tooShort, examples } = search;
  return {
    found: { ...counts, evalTest, notCompared, tooShort, dropped: droppedRows.length },
    copies: { examples, droppedRows },
    splits: { ...splits, train },
  };
}

const NOTHING_LEFT =
  'Every row of train is a near copy of a row of eval or test, and drop-near-duplicates: train leaves none. Say drop-near-duplicates: none, or collect texts that differ.';
