import type { SplitName } from '../../model/rows.ts';
import type { NamedPair } from '../prepare.ts';
import type { NearDuplicates } from './near-duplicates.ts';

/** Pairs of rows of different splits that are near-duplicates of each other, for the report. */
export interface NearDuplicatesReport extends NearDuplicates {
  /** Some of the pairs, for a person to look at. */
  readonly examples: readonly NearDuplicateExample[];
}

interface NearDuplicateExample {
  readonly ids: readonly [string, string];
  readonly splits: readonly [SplitName, SplitName];
  /** Share of their different words that both have, from 0 to 1. */
  readonly similarity: number;
}

/** @param idOf gives the id of a row by its name */
export function reportNearDuplicates<Name>(
  found: NearDuplicates,
  examples: readonly NamedPair<Name>[],
  idOf: (name: Name) => string,
): NearDuplicatesReport {
  return {
    ...found,
    examples: examples.map(({ names: [one, other], splits, similarity }) => ({
      ids: [idOf(one), idOf(other)],
      splits,
      similarity,
    })),
  };
}
