import type { DatasetReport } from './dataset-report.ts';
import type { Delivery } from './delivery.ts';

/** A run of the root action as it is reported elsewhere once it has ended. */
export interface RunReport {
  readonly outcome: 'success' | 'failure' | 'cancelled';
  readonly startedAt: Date;
  readonly durationMs: number;
  /** What happened to each dataset; empty when the run ended before any was tried. */
  readonly datasets: readonly DatasetReport[];
  /** Why the run failed before any dataset was tried; null when some were tried, or the run was cancelled. */
  readonly failure: RunFailure | null;
  /** How long each stage took, in the order they began. */
  readonly stages: readonly StageTime[];
  /** What happened to the Space to pause. */
  readonly spacePause: Delivery;
}

export interface StageTime {
  readonly name: string;
  readonly durationMs: number;
}

export interface RunFailure {
  readonly stage: 'inputs' | 'database' | 'preparation';
  /** In the user's words, without a secret or a text of a row. */
  readonly message: string;
}

/** Where a run is reported once it has ended: W&B, an e-mail, a GitHub issue. */
export interface Channel {
  readonly name: string;
  /** Reports the run within bounded time; never throws, a failure is in what it returns. */
  report(run: RunReport): Promise<Delivery>;
}

/** Where a run can be looked at; what is not known is empty, as on a person's own machine. */
export interface RunPlace {
  /** `owner/name` of the repository the workflow is in. */
  readonly repository: string;
  readonly workflow: string;
  readonly runId: string;
  /** Address of the run's page. */
  readonly url: string;
}
