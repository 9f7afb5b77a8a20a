import type { DatasetDefinition } from './definition.ts';
import type { SplitMethod, SplitShares } from './rows.ts';
import type { TrustSettings } from './trust.ts';

/** Settings that decide which rows a version holds. */
export interface DatasetParameters {
  readonly correct_ratio: number;
  readonly random_state: number;
  readonly split: string;
  readonly split_method: SplitMethod;
  readonly min_dataset_len: number;
}

/** A dataset to prepare, with its settings. */
export interface DatasetTarget {
  readonly definition: DatasetDefinition;
  readonly parameters: DatasetParameters;
  readonly fractions: SplitShares;
  /** Checks that it must pass before it is published. */
  readonly trust: TrustSettings;
  /** Whether a repo that the run creates is private; `true` also refuses to publish to a public repo. */
  readonly visibility: 'private' | 'public';
}
