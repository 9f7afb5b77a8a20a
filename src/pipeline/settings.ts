import type { DatasetDefinition } from '../dataset/definition.ts';
import type { SplitShares } from '../dataset/rows.ts';
import type { TrustSettings } from '../dataset/trust.ts';
import type { DatasetParameters } from '../dataset/version/metadata.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { ReadingPlan } from './plan-reading.ts';
import type { Corrections, CorrectionsDatabase, OutputFolder, Progress, ReadRows } from './ports.ts';
import type { DatasetRepository } from './repository.ts';

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

/** Where rows are cleaned, labelled, deduplicated and split. */
export interface RowEngine {
  /** Reads the rows of every plan's datasets while their snapshot is there. */
  read(
    corrections: Corrections,
    plans: readonly ReadingPlan[],
    progress: Progress,
  ): Promise<ReadonlyMap<DatasetTarget, ReadRows>>;
}

export interface PipelinePorts {
  readonly database: CorrectionsDatabase;
  /** Opens a dataset repo; throws when the name cannot be one. */
  readonly openRepo: (name: string) => DatasetRepository;
  readonly engine: RowEngine;
  /** Told of each dataset as soon as it has come to its end. */
  readonly tell: (report: DatasetReport) => void;
  readonly outputFolder: OutputFolder | null;
  readonly progress: Progress;
  readonly now: () => Date;
  /** Aborted when the run is cancelled. */
  readonly signal?: AbortSignal;
}
