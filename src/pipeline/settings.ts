import type { CollectedRows } from '../dataset/collect-rows.ts';
import type { LabelSchema } from '../dataset/label-schema.ts';
import type { DatasetParameters } from '../dataset/metadata.ts';
import type { PrepareOptions } from '../dataset/prepare.ts';
import type { SplitShares } from '../dataset/rows.ts';
import type { LabelReport } from './label-report.ts';
import type { CorrectionsDatabase, DatasetRepository, OutputFolder, Preparation, Progress } from './ports.ts';

/** A label to prepare, and the repo it is published to. */
export interface LabelTarget {
  readonly schema: LabelSchema;
  readonly repoName: string;
}

export interface PipelineSettings {
  readonly targets: readonly LabelTarget[];
  readonly parameters: DatasetParameters;
  readonly fractions: SplitShares;
  /** Visibility of a repo that has to be created; `private` also refuses to publish to a public one. */
  readonly visibility: 'private' | 'public';
  readonly dryRun: boolean;
  /** Base URL of the Hub. */
  readonly endpoint: string;
}

export interface PipelinePorts {
  readonly database: CorrectionsDatabase;
  /** Opens a dataset repo; throws when the name cannot be one. */
  readonly openRepo: (name: string) => DatasetRepository;
  /** Splits a label's rows; rejects when they are too few. */
  readonly prepare: (
    schema: LabelSchema,
    rows: CollectedRows,
    options: PrepareOptions,
  ) => Promise<Preparation>;
  /** Told of each label as soon as it has come to its end. */
  readonly tell: (report: LabelReport) => void;
  readonly outputFolder: OutputFolder | null;
  readonly progress: Progress;
  readonly now: () => Date;
  /** Aborted when the run is cancelled. */
  readonly signal?: AbortSignal;
}
