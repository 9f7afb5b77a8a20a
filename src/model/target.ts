import type { DatasetDefinition, DatasetSettings } from './definition.ts';
import type { SplitShares } from './rows.ts';
import type { TrustSettings } from './trust.ts';

/** A dataset to prepare: its definition, in which every setting has a value. */
export interface DatasetTarget extends DatasetDefinition {
  readonly settings: DatasetSettings;
  readonly fractions: SplitShares;
  /** Checks that it must pass before it is published. */
  readonly trust: TrustSettings;
}
