import type { PrepareOptions } from '../engine/prepare.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { DatasetTarget } from '../model/target.ts';
import { TASKS } from '../model/tasks.ts';
import type { DatasetReading } from '../report/dataset-report.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import {
  areCleanedAlike,
  areSameShares,
  boundsOf,
  redactionOf,
  type SplitRules,
} from '../version/split-rules.ts';

/** Returns the rules that decide the split of the rows of a dataset. */
export function splitRulesOf(
  { settings, clean, trust }: Pick<DatasetTarget, 'settings' | 'clean' | 'trust'>,
  { corrections }: Pick<DatasetReading, 'corrections'>,
  { task, isFolded: folded }: Pick<DatasetShape, 'task' | 'isFolded'>,
): SplitRules {
  const group = corrections.find(({ uses }) => uses.some(({ role }) => role === 'group'))?.name ?? null;
  const role = group === null ? TASKS[task].splitRole : null;
  const { randomState: seed, split: shares, splitMethod: method } = settings;
  const redacted = redactionOf(trust.pii);
  return { task, seed, shares, method, group, role, folded, redacted, clean };
}

/**
 * Returns how the rows of the last version were split if that differs from now, so that the rows that move can be
 * counted: with `stable`, for rows without groups, whose texts are the keys of their splits.
 */
export function earlierSplitOf(
  previous: PreviousVersion | null,
  now: SplitRules,
): Pick<PrepareOptions, 'earlierSplit'> {
  if (previous === null) return {};
  const { method, group = null, role, folded, seed = now.seed, shares = now.shares } = previous.splitRules;
  if (now.method !== 'stable' || method !== 'stable' || now.group !== null || group !== null) return {};
  if (!areCleanedAlike(previous.splitRules, now)) return {};
  const bounds = boundsOf(shares);
  const isSame = seed === now.seed && role === now.role;
  if (bounds === null || (isSame && areSameShares(shares, now.shares))) return {};
  const { testBelow, evalBelow } = bounds;
  return { earlierSplit: { seed, testBelow, evalBelow, folded, byRole: role !== null } };
}
