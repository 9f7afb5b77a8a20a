import type { RowEngine } from '../engine/engine.ts';
import type { CorrectionsDatabase } from '../model/corrections.ts';
import type { OutputFolder } from '../model/output-folder.ts';
import type { Progress } from '../model/progress.ts';
import type { DatasetRepository } from '../model/repository.ts';
import type { DatasetTarget } from '../model/target.ts';
import type { DatasetReport } from '../report/dataset-report.ts';

export interface PipelineSettings {
  readonly targets: readonly DatasetTarget[];
  readonly dryRun: boolean;
  /** Base URL of the Hub. */
  readonly endpoint: string;
  /** Page of this run; null outside of a runner. */
  readonly runUrl: string | null;
}

export interface PipelinePorts {
  readonly database: CorrectionsDatabase;
  /** Opens a dataset repo; throws if the name is not allowed. */
  readonly openRepo: (name: string) => DatasetRepository;
  readonly engine: RowEngine;
  /** Called with the report of each dataset as soon as it ends. */
  readonly report: (report: DatasetReport) => void;
  readonly outputFolder: OutputFolder | null;
  readonly progress: Progress;
  readonly now: () => Date;
  /** Aborted when the run is cancelled. */
  readonly signal?: AbortSignal;
}
