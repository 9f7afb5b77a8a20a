import type { NearDuplicateCounts } from '../engine/near-duplicates/near-duplicates.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import type { UnjudgedRows } from '../model/definition.ts';
import type { DatasetShape } from '../model/shape.ts';
import type { TrustSettings } from '../model/trust.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import type { CurrentRules } from '../version/split-changes.ts';
import type { SimilarRepo } from './similar-repo.ts';

/** The gates by the names of their settings, in the order in which they are shown. */
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

/** What a gate found. */
export interface GateResult {
  readonly gate: GateName;
  /** `not-judged` for one that lets the dataset pass because there is nothing, or too little, to judge by. */
  readonly verdict: 'passed' | 'failed' | 'not-judged';
  /** What was measured, or why nothing was: a clause without a name from the database but those of the classes. */
  readonly measured: string;
  /** What is allowed, as a clause. */
  readonly limit: string;
  /** How to go on, a sentence or more; null unless it failed. */
  readonly advice: string | null;
}

/** What gates judge: a dataset as it would be published. */
export interface GateFacts {
  readonly shape: DatasetShape;
  readonly counts: RowCounts;
  readonly numSamples: number;
  /** Rows of each class in the order of their ids; empty without classes. */
  readonly classRows: readonly number[];
  /** Groups that the rows of each class are in; null, or left out, where rows have none, or nobody counted. */
  readonly classGroups?: readonly number[] | null;
  /** Rows the source left out, by cause; may be left out where rows were read. */
  readonly unjudged?: readonly UnjudgedRows[];
  /** The version it would replace; null when there is none. */
  readonly previous: PreviousVersion | null;
  /** What decides in which split its rows are. */
  readonly splits: CurrentRules;
  /** Rows that the rules of the previous version would put into another split; null where nobody counted. */
  readonly movedRows: number | null;
  /** Tags of versions in a repo whose `main` has no readable metadata; empty where it has, or nobody asked. */
  readonly strayTags: readonly string[];
  /** How the repo compares with the others of its owner; null when it exists, or nobody asked. */
  readonly similarRepo: SimilarRepo | null;
  readonly now: Date;
  /** Near copies in different splits, as they would be published; null, or left out, where nothing was split. */
  readonly nearDuplicates?:
    | (Pick<NearDuplicateCounts, 'trainTest' | 'notCompared'> & { readonly testRows: number })
    | null;
}

/** Judges a dataset; null when the gate was not asked for, or cannot be asked of such a dataset. */
export type Gate = (facts: GateFacts, trust: TrustSettings) => GateResult | null;

/** A share of a whole in percent, as people read it; of nothing none. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/** A result with its verdict: advice is given only where the gate failed. */
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

/** A result of a gate that has nothing, or too little, to judge by. */
export function notJudged(gate: GateName, measured: string, limit: string): GateResult {
  return { gate, verdict: 'not-judged', measured, limit, advice: null };
}
