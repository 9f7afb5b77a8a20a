import type { GateFacts } from '../../src/gates/gate.ts';
import type { PreviousVersion } from '../../src/version/metadata.ts';
import { currentRules } from '../support/previous.ts';
import { textShape } from '../support/shapes.ts';

/**
 * A dataset with rows of each class, and the version before it.
 *
 * @param options.rows of both, where a row has several classes
 */
export function driftFacts(
  before: readonly number[],
  now: readonly number[],
  {
    isSeveral = false,
    rows = [sum(before), sum(now)],
  }: { isSeveral?: boolean; rows?: readonly number[] } = {},
): GateFacts {
  const shape = textShape(now.map((_, id) => `class ${id}`));
  const several = {
    task: 'multi-label-classification',
    values: [{ name: 'labels', type: 'classes' }],
  } as const;
  const classBalance = Object.fromEntries(
    before.map((count, id) => [`class ${id}`, { train: count, eval: 0, test: 0 }]),
  );
  const previous = { versionTag: 'v20261101_000000', numSamples: rows[0], classBalance };
  return {
    shape: isSeveral ? { ...shape, ...several } : shape,
    classRows: now,
    numSamples: rows[1],
    previous: previous as unknown as PreviousVersion,
    splits: currentRules(),
    movedRows: null,
    strayTags: [],
    similarRepo: null,
    now: new Date(0),
    counts: {} as GateFacts['counts'],
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
