import type { RowCounts } from '../../src/engine/rows/row-counts.ts';
import type { GateFacts } from '../../src/gates/gate.ts';
import type { ClassBalance } from '../../src/model/rows.ts';
import type { PreviousVersion } from '../../src/version/metadata.ts';
import { smallCounts } from '../support/metadata.ts';
import { currentRules, previousVersion } from '../support/previous.ts';
import { textShape } from '../support/shapes.ts';

export const CLASSES = ['bad', 'good', 'fair'];

const counts = smallCounts();

/** Counts of so many rows read, with changes. */
export function countsOf(
  fetched: number,
  changes: { dropped?: Partial<RowCounts['dropped']>; conflictingTexts?: number } = {},
): RowCounts {
  const { dropped, ...rest } = changes;
  const nothing = Object.fromEntries(
    Object.keys(counts.dropped).map((reason) => [reason, 0]),
  ) as unknown as RowCounts['dropped'];
  return {
    ...counts,
    stages: { ...counts.stages, fetched },
    dropped: { ...nothing, ...dropped },
    conflictingTexts: 0,
    ...rest,
  };
}

/** A version of so many rows of each class, all of them in train. */
export function versionOf(numSamples: number | null, classRows: readonly number[] | null): PreviousVersion {
  const balance: ClassBalance | null =
    classRows === null
      ? null
      : Object.fromEntries(CLASSES.map((name, id) => [name, { train: classRows[id]!, eval: 0, test: 0 }]));
  return previousVersion({ numSamples, classBalance: balance });
}

/** A dataset of 100 rows read and kept, with changes. */
export function factsOf(changes: Partial<GateFacts> = {}): GateFacts {
  return {
    shape: textShape(CLASSES),
    counts: countsOf(100),
    numSamples: 100,
    classRows: [50, 30, 20],
    previous: null,
    splits: currentRules(),
    movedRows: null,
    strayTags: [],
    similarRepo: null,
    now: new Date('2026-11-25T00:00:00Z'),
    ...changes,
  };
}
