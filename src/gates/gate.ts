import type { NearDuplicateCounts } from '../engine/near-duplicates/near-duplicates.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import type { UnjudgedRows } from '../model/definition.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { TrustSettings } from '../model/trust.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import type { CurrentRules } from '../version/split-changes.ts';
import type { SimilarRepo } from './similar-repo.ts';

/** The gates by the names of their settings, in the order of display. */
const GATE_NAMES = [
  'usable-rows',
  'max-unknown-classes',
  'max-shrinkage',
  'lost-classes',
  'breaking-changes',
  'similar-repo',
  'min-rows-per-class',
  'max-conflicts',
  'max-drift',
  'max-age',
  'max-near-duplicates',
  'pii',
] as const;
export type GateName = (typeof GATE_NAMES)[number];

/** The result of a gate. */
export interface GateResult {
  readonly gate: GateName;
  /** `not-judged` if the gate passes because there is nothing, or too little, to judge. */
  readonly verdict: 'passed' | 'failed' | 'not-judged';
  /** What was measured, or why nothing was: a clause without any name from the database except classes. */
  readonly measured: string;
  /** What is allowed, as a clause. */
  readonly limit: string;
  /** How to continue, one or more sentences; null unless the gate failed. */
  readonly advice: string | null;
}

/** The facts that gates judge: a dataset as it would be published. */
export interface GateFacts {
  readonly shape: DatasetShape;
  readonly counts: RowCounts;
  readonly numSamples: number;
  /** Rows of each class in the order of their ids; empty without classes. */
  readonly classRows: readonly number[];
  /**
   * Number of groups that the rows of each class are in; null or missing if rows have no group, or if groups were not
   * counted.
   */
  readonly classGroups?: readonly number[] | null;
  /** Rows the source left out, by cause; may be missing if rows were read. */
  readonly unjudged?: readonly UnjudgedRows[];
  /** The version it would replace; null if there is none. */
  readonly previous: PreviousVersion | null;
  /** The rules that decide the split of a row. */
  readonly splits: CurrentRules;
  /** Rows that the rules of the previous version would put into another split; null if they were not counted. */
  readonly movedRows: number | null;
  /** Tags of versions in a repo whose `main` has no readable metadata; empty if it has, or if no gate asked. */
  readonly strayTags: readonly string[];
  /** How the repo compares with the others of its owner; null if it exists, or if no gate asked. */
  readonly similarRepo: SimilarRepo | null;
  readonly now: Date;
  /** Near-duplicates in different splits, as they would be published; null or missing if nothing was split. */
  readonly nearDuplicates?:
    | (Pick<NearDuplicateCounts, 'trainTest' | 'notCompared'> & { readonly testRows: number })
    | null;
}

/** Judges a dataset; null if the gate is off or does not apply to such a dataset. */
export type Gate = (facts: GateFacts, trust: TrustSettings) => GateResult | null;

/** Returns a share of a whole in percent, as people read it; 0 of an empty whole. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/** Returns a result with its verdict. It has advice only if the gate failed. */
export function judged(
  gate: GateName,
  hasFailed: boolean,
  { measured, limit, advice }: { measured: string; limit: string; advice: string },
): GateResult {
  return {
    gate,
    verdict: hasFailed ? 'failed' : 'passed',
    measured,
    limit,
    advice: hasFailed ? advice : null,
  };
}

/** Returns a result of a gate that has nothing, or too little, to judge. */
export function notJudged(gate: GateName, measured: string, limit: string): GateResult {
  return { gate, verdict: 'not-judged', measured, limit, advice: null };
}
