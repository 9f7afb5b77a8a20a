/** Something that retrains a model for a new version of a dataset. */
export type RetrainingTarget = SpaceTarget | WorkflowTarget | RepositoryTarget | JobTarget;

/** A Space that is restarted. */
export interface SpaceTarget {
  readonly kind: 'space';
  readonly name: string;
  /** True to set the Space's variable `DATASET_REVISION` to the version's tag first. */
  readonly passRevision: boolean;
  readonly factoryReboot: boolean;
  readonly waitFor: string | null;
}

/** A workflow that is started (`workflow_dispatch`). */
export interface WorkflowTarget {
  readonly kind: 'workflow';
  /** File name of the workflow. */
  readonly name: string;
  /** Null for the repository of this workflow. */
  readonly repository: string | null;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly wait: boolean;
}

/** An event that is sent to a repository (`repository_dispatch`). */
export interface RepositoryTarget {
  readonly kind: 'repository-dispatch';
  /** Type of the event. */
  readonly name: string;
  readonly repository: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A Job on the Hub's hardware. */
export interface JobTarget {
  readonly kind: 'job';
  /** Docker image. */
  readonly name: string;
  readonly command: readonly string[];
  /** Null for the owner of the dataset repo. */
  readonly namespace: string | null;
  readonly flavor: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Names of the step's environment variables that are passed as secrets. */
  readonly secrets: readonly string[];
  readonly timeoutMinutes: number;
  readonly wait: boolean;
}

/** True if the end of what a target starts is waited for. */
export function isWaitedFor(target: RetrainingTarget): boolean {
  if (target.kind === 'space') return target.waitFor !== null;
  return target.kind !== 'repository-dispatch' && target.wait;
}
