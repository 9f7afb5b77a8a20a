/** How the trigger of one target went. */
export interface StartedRetraining {
  /** What was started, for people: `Space owner/name`. */
  readonly url: string | null;
  /** Id of the run of a workflow, or of a Job. */
  readonly id: string | null;
  /** Stage or status last seen; empty when none is told. */
  readonly stage: string;
  /** Failed for good: what was started will train no model. */
  readonly problem: string | null;
  /** True when what was started may still come to a good end, or may have been started. */
  readonly mayStillRun: boolean;
}

/** A start that went well, as far as it is known. */
export function started(details: Partial<StartedRetraining>): StartedRetraining {
  return { url: null, id: null, stage: '', problem: null, mayStillRun: true, ...details };
}
