/** What a token may do, on which repositories. */
export interface TokenGrant {
  /** As GitHub names them, for example `actions=write`. */
  readonly permissions: readonly string[];
  readonly repositories: readonly string[];
}

/** A workflow that can be started by hand. */
export interface StoredWorkflow {
  /** Names of the inputs it takes. */
  readonly inputs: readonly string[];
  /** Status and conclusion its runs go through, one each time they are looked at; the last one stays. */
  stages: readonly { readonly status: string; readonly conclusion: string | null }[];
}

export interface StoredRun {
  readonly id: number;
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly stages: { readonly status: string; readonly conclusion: string | null }[];
}

/** What was sent to a repository as `repository_dispatch`. */
export interface StoredDispatch {
  readonly eventType: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export class StoredRepository {
  readonly branches = new Set(['main']);
  readonly workflows = new Map<string, StoredWorkflow>();
  readonly runs: StoredRun[] = [];
  readonly dispatches: StoredDispatch[] = [];
}

/** Everything the local GitHub holds. */
export class GitHubState {
  readonly repositories = new Map<string, StoredRepository>();
  readonly tokens = new Map<string, TokenGrant>();
}
