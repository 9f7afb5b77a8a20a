import type { DatasetDefinition } from '../dataset/definition.ts';
import type { PrepareOptions } from '../dataset/prepare.ts';
import type { CollectedRows } from '../dataset/rows/dataset-collector.ts';
import type { SplitShares } from '../dataset/rows.ts';
import type { DatasetShape } from '../dataset/shape.ts';
import type { TrustSettings } from '../dataset/trust.ts';
import type { DatasetParameters } from '../dataset/version/metadata.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { CorrectionsDatabase, DatasetRepository, OutputFolder, Preparation, Progress } from './ports.ts';

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

export interface PipelineSettings {
  readonly targets: readonly DatasetTarget[];
  readonly dryRun: boolean;
  /** Base URL of the Hub. */
  readonly endpoint: string;
}

export interface PipelinePorts {
  readonly database: CorrectionsDatabase;
  /** Opens a dataset repo; throws when the name cannot be one. */
  readonly openRepo: (name: string) => DatasetRepository;
  /** Splits a dataset's rows; rejects when they are too few. */
  readonly prepare: (
    shape: DatasetShape,
    rows: CollectedRows,
    options: PrepareOptions,
  ) => Promise<Preparation>;
  /** Told of each dataset as soon as it has come to its end. */
  readonly tell: (report: DatasetReport) => void;
  readonly outputFolder: OutputFolder | null;
  readonly progress: Progress;
  readonly now: () => Date;
  /** Aborted when the run is cancelled. */
  readonly signal?: AbortSignal;
}
