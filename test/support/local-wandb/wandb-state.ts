/** Whoever a key belongs to. */
export interface Account {
  /** Where runs go that name no entity. */
  readonly entity: string;
  /** Further entities it may write to. */
  readonly teams?: readonly string[];
}

export interface StoredAlert {
  readonly title: string;
  readonly text: string;
  readonly severity: string;
  readonly waitDuration: number | null;
}

/** A run as W&B would show it. */
export interface StoredRun {
  readonly entity: string;
  readonly project: string;
  readonly name: string;
  displayName: string;
  jobType: string | null;
  tags: readonly string[];
  config: Readonly<Record<string, unknown>>;
  readonly history: Readonly<Record<string, unknown>>[];
  summary: Readonly<Record<string, unknown>>;
  readonly alerts: StoredAlert[];
  /** Null until the client says that the run is complete. */
  exitCode: number | null;
  state: 'running' | 'finished' | 'failed' | 'killed';
}

/** Everything the local W&B holds. */
export class WandbState {
  readonly accounts = new Map<string, Account>();
  readonly runs: StoredRun[] = [];

  run(entity: unknown, project: unknown, name: unknown): StoredRun | undefined {
    return this.runs.find((run) => run.entity === entity && run.project === project && run.name === name);
  }
}
