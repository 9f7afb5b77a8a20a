/** What a token may do, on which repositories. */
export interface TokenGrant {
  /** As GitHub names them, for example `actions=write`. */
  readonly permissions: readonly string[];
  readonly repositories: readonly string[];
  /** Who acts with it; default: the bot of a job's own token. */
  readonly login?: string;
  /** False for someone who may not push: labels of a new issue are silently dropped. */
  readonly mayLabel?: boolean;
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

/** A run that ended, or runs, as it is listed, with the steps of its one job. */
export interface ListedRun {
  readonly id: number;
  readonly run_number: number;
  readonly html_url: string;
  readonly event: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly run_started_at: string;
  readonly updated_at: string;
  readonly steps: readonly {
    readonly name: string;
    readonly started_at: string;
    readonly completed_at: string;
  }[];
}

/** What was sent to a repository as `repository_dispatch`. */
export interface StoredDispatch {
  readonly eventType: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A comment on an issue. */
export interface StoredComment {
  readonly login: string;
  readonly body: string;
}

export interface StoredIssue {
  readonly number: number;
  readonly login: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  stateReason: string | null;
  labels: string[];
  readonly isPullRequest: boolean;
  readonly comments: StoredComment[];
  /** Counts changes of the repository's issues, so that issues can be put in order. */
  updated: number;
}

export class StoredRepository {
  readonly branches = new Set(['main']);
  readonly workflows = new Map<string, StoredWorkflow>();
  readonly runs: StoredRun[] = [];
  readonly dispatches: StoredDispatch[] = [];
  /** Runs of the past by the file name of their workflow, newest first. */
  readonly history = new Map<string, readonly ListedRun[]>();
  hasIssues = true;
  /** Issues and pull requests, which share their numbers. */
  readonly issues: StoredIssue[] = [];

  /** Adds an issue, as somebody would on the web. */
  addIssue(issue: Partial<StoredIssue>): StoredIssue {
    const added: StoredIssue = {
      number: this.issues.length + 1,
      login: 'octocat',
      title: '',
      body: '',
      state: 'open',
      stateReason: null,
      labels: [],
      isPullRequest: false,
      comments: [],
      updated: this.nextUpdate(),
      ...issue,
    };
    this.issues.push(added);
    return added;
  }

  nextUpdate(): number {
    return 1 + Math.max(0, ...this.issues.map(({ updated }) => updated));
  }
}

/** Everything the local GitHub holds. */
export class GitHubState {
  readonly repositories = new Map<string, StoredRepository>();
  readonly tokens = new Map<string, TokenGrant>();
}
