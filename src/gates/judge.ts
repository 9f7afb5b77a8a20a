import type { TrustSettings } from '../model/trust.ts';
import { maxAge } from './age-gate.ts';
import { breakingChanges } from './breaking-gate.ts';
import { lostClasses, minRowsPerClass } from './class-gates.ts';
import { maxDrift } from './drift-gate.ts';
import type { Gate, GateFacts, GateResult } from './gate.ts';
import { maxNearDuplicates } from './near-duplicates-gate.ts';
import { noPii } from './pii-gate.ts';
import { maxConflicts, maxShrinkage, maxUnknownClasses, usableRows } from './row-gates.ts';
import { similarRepo } from './similar-repo-gate.ts';

/** Gates that find data that was not intended: another database, other classes, another SELECT. */
const SOURCE_GATES: readonly Gate[] = [
  usableRows,
  maxUnknownClasses,
  maxShrinkage,
  lostClasses,
  breakingChanges,
];

/** Gates that a dataset and its repo must pass to be published. */
const QUALITY_GATES: readonly Gate[] = [
  similarRepo,
  minRowsPerClass,
  maxConflicts,
  maxDrift,
  maxAge,
  maxNearDuplicates,
  noPii,
];

/** Judges whether the rows that were read can be the intended ones, however few they are. */
export function judgeSource(facts: GateFacts, trust: TrustSettings): GateResult[] {
  return judgeBy(SOURCE_GATES, facts, trust);
}

/** Judges a dataset as it would be published. */
export function judgeDataset(facts: GateFacts, trust: TrustSettings): GateResult[] {
  return judgeBy([...SOURCE_GATES, ...QUALITY_GATES], facts, trust);
}

/** Judges a dataset that is published already: only time can have changed it. */
export function judgePublished(facts: GateFacts, trust: TrustSettings): GateResult[] {
  return judgeBy([maxAge], facts, trust);
}

/** The results that hold the dataset. */
export function failedOf(results: readonly GateResult[]): readonly GateResult[] {
  return results.filter(({ verdict }) => verdict === 'failed');
}

/** Returns why a dataset is held: for each gate that failed, the measurement, the limit and how to continue. */
export function describeFailed(failed: readonly GateResult[]): string {
  return failed
    .map(({ gate, measured, limit, advice }) => `${gate}: ${measured}, and ${limit}. ${advice}`)
    .join(' ');
}

function judgeBy(gates: readonly Gate[], facts: GateFacts, trust: TrustSettings): GateResult[] {
  return gates.map((gate) => gate(facts, trust)).filter((result) => result !== null);
}
