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

/** A dataset to prepare, and with which settings. */
export interface DatasetTarget {
  readonly definition: DatasetDefinition;
  readonly parameters: DatasetParameters;
  readonly fractions: SplitShares;
  /** What must hold before it is published. */
  readonly trust: TrustSettings;
  /** Visibility of a repo that has to be created; `private` also refuses to publish to a public one. */
  readonly visibility: 'private' | 'public';
}
