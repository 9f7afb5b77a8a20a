import type { PrepareOptions } from '../engine/prepare.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { DatasetTarget } from '../model/target.ts';
import type { DatasetReading } from '../report/dataset-report.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import { areSameShares, boundsOf, redactionOf, type SplitRules } from '../version/split-rules.ts';

/** Returns what decides in which split the rows of a dataset are. */
export function splitRulesOf(
  { parameters, trust }: Pick<DatasetTarget, 'parameters' | 'trust'>,
  { corrections }: Pick<DatasetReading, 'corrections'>,
  { isFolded: folded }: Pick<DatasetShape, 'isFolded'>,
): SplitRules {
  const group = corrections.find(({ uses }) => uses.some(({ role }) => role === 'group'));
  const { random_state: seed, split: shares, split_method: method } = parameters;
  return { seed, shares, method, group: group?.name ?? null, folded, redacted: redactionOf(trust.pii) };
}

/**
 * Returns the seed and the shares of the last version where they are others than now, so that the rows that move can be
 * counted: with `stable`, of rows without groups, whose identities are the keys of their splits.
 */
export function earlierSplitOf(
  previous: PreviousVersion | null,
  now: SplitRules,
): Pick<PrepareOptions, 'earlierSplit'> {
  if (previous === null) return {};
  const { method, group = null, folded, seed = now.seed, shares = now.shares } = previous.splitRules;
  if (now.method !== 'stable' || method !== 'stable' || now.group !== null || group !== null) return {};
  const bounds = boundsOf(shares);
  if (bounds === null || (seed === now.seed && areSameShares(shares, now.shares))) return {};
  const { testBelow, evalBelow } = bounds;
  return { earlierSplit: { seed, testBelow, evalBelow, folded } };
}
