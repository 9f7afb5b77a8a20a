/** What W&B shows of a run from its start. */
export interface WandbRunStart {
  readonly project: string;
  /** Null for the key's default entity. */
  readonly entity: string | null;
  readonly jobType: string;
  readonly tags: readonly string[];
  readonly config: Readonly<Record<string, unknown>>;
}

/** Where a run is: its entity, its project and its name in the address. */
export interface WandbRunAddress {
  readonly entity: string;
  readonly project: string;
  readonly id: string;
}

export interface WandbAlert {
  /** Name that W&B shows, cut at 63 characters. */
  readonly title: string;
  readonly text: string;
  readonly level: 'INFO' | 'WARN' | 'ERROR';
}

/** Creates a run; `modelName` is W&B's word for a project. */
export const UPSERT_MUTATION = `
mutation UpsertBucket($name: String, $project: String, $entity: String, $config: JSONString, $jobType: String, $tags: [String!]) {
  upsertBucket(input: {name: $name, modelName: $project, entityName: $entity, config: $config, jobType: $jobType, tags: $tags}) {
    bucket { id name displayName project { id name entity { id name } } }
    inserted
  }
}`;

export const ALERT_MUTATION = `
mutation NotifyScriptableRunAlert($entityName: String!, $projectName: String!, $runName: String!, $title: String!, $text: String!, $severity: AlertSeverity = INFO, $waitDuration: Duration) {
  notifyScriptableRunAlert(input: {entityName: $entityName, projectName: $projectName, runName: $runName, title: $title, text: $text, severity: $severity, waitDuration: $waitDuration}) {
    success
  }
}`;

/** Longest title: W&B refuses one of 64 characters (https://docs.wandb.ai/models/runs/alert). */
export const ALERT_TITLE_LENGTH = 63;
/** W&B drops an alert of the same title within this time, so an alert that is sent twice arrives once. */
const WAIT_DURATION_MS = 60_000;

/** Variables of {@link UPSERT_MUTATION}. @param id name of the run in its address */
export function upsertVariables(
  id: string,
  { project, entity, config, jobType, tags }: WandbRunStart,
): object {
  const wrapped = Object.fromEntries(Object.entries(config).map(([name, value]) => [name, { value }]));
  return { name: id, project, entity, config: JSON.stringify(wrapped), jobType, tags };
}

/** Variables of {@link ALERT_MUTATION}. */
export function alertVariables(run: WandbRunAddress, { title, text, level }: WandbAlert): object {
  return {
    entityName: run.entity,
    projectName: run.project,
    runName: run.id,
    title: title.slice(0, ALERT_TITLE_LENGTH),
    text,
    severity: level,
    waitDuration: WAIT_DURATION_MS,
  };
}
