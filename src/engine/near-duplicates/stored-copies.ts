import type { SplitName } from '../../model/rows.ts';
import type { DatasetRows, SplitRows } from '../dataset-rows.ts';
import type { NearPair, SplitTexts } from './copy-search.ts';
import { findNearDuplicates, type NearDuplicates, type SearchOptions } from './near-duplicates.ts';

/** Which rows are near copies, by their numbers. */
export interface StoredCopies {
  readonly examples: readonly StoredPair[];
  /** Rows that were taken out of train, in its order. */
  readonly droppedRows: Uint32Array<ArrayBuffer>;
}

/** Two rows of different splits that are near copies, by their numbers. */
interface StoredPair {
  readonly rows: readonly [number, number];
  readonly splits: readonly [SplitName, SplitName];
  /** Share of their different words that both have, from 0 to 1. */
  readonly similarity: number;
}

/**
 * Finds near copies among rows that are in memory; see {@link findNearDuplicates}.
 *
 * @returns what was found, and the splits without what is taken out
 */
export function findStoredCopies(
  rows: Pick<DatasetRows, 'textAt'>,
  splits: SplitRows,
  options: SearchOptions,
): { found: NearDuplicates; copies: StoredCopies; splits: SplitRows } {
  const { found, copies } = findNearDuplicates(textsOf(rows, splits), options);
  const { dropped, examples } = copies;
  const stored = examples.map((pair) => numbered(pair, splits));
  if (dropped.count === 0) return { found, copies: { examples: stored, droppedRows: NO_ROWS }, splits };
  const { train } = splits;
  return {
    found,
    copies: {
      examples: stored,
      droppedRows: Uint32Array.from(train.filter((_, place) => dropped.has(place))),
    },
    splits: { ...splits, train: train.filter((_, place) => !dropped.has(place)) },
  };
}

/** Returns the splits as they are, of which nothing is known to be a near copy. */
export function notSearched(splits: SplitRows): { found: null; copies: StoredCopies; splits: SplitRows } {
  return { found: null, copies: { examples: [], droppedRows: NO_ROWS }, splits };
}

const NO_ROWS = new Uint32Array();

function textsOf(rows: Pick<DatasetRows, 'textAt'>, splits: SplitRows): SplitTexts {
  return {
    sizes: { train: splits.train.length, eval: splits.eval.length, test: splits.test.length },
    forEach(split, visit) {
      const selected = splits[split];
      for (let place = 0; place < selected.length; place++) visit(rows.textAt(selected[place]), place);
    },
  };
}

function numbered({ rows: [one, other], similarity }: NearPair, splits: SplitRows): StoredPair {
  return {
    rows: [splits[one.split][one.place], splits[other.split][other.place]],
    splits: [one.split, other.split],
    similarity,
  };
}
