/** A call of GitHub's API. */
export interface GitHubCall {
  /** Method and path as the documentation writes them, `GET /repos/{owner}/{repo}`. */
  readonly route: string;
  /** What the call is for, after “to”: `start the workflow train.yml of owner/name`. */
  readonly action: string;
  /** Permission it needs, as a workflow writes it: `actions: write`. */
  readonly permission: string;
  /** Advice if GitHub answers that it does not exist. */
  readonly hint?: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Ends the call. */
  readonly signal?: AbortSignal;
}

/** Returns what an answer of GitHub means for the user and how to fix it. */
export function explainFailure(
  { action, permission, hint, parameters }: GitHubCall,
  failure: {
    /** HTTP status, undefined when no answer arrived. */
    status: number | undefined;
    isLimited: boolean;
    /** GitHub's own words. */
    said: string;
    headers: Headers;
    /** Why the connection failed; may be empty. */
    problem: string;
  },
): string {
  const { status, isLimited, headers, problem } = failure;
  const said =
    failure.said === '' ? '' : ` GitHub answered: ${failure.said.replace(/\s+/g, ' ').slice(0, 300)}`;
  const repository = `${parameters.owner}/${parameters.repo}`;
  if (isLimited)
    return `GitHub's rate limit was reached on the request to ${action}, and did not clear in time.${said}`;
  switch (status) {
    case undefined:
      return `GitHub could not be reached to ${action}${problem === '' ? '' : `: ${problem}`}. Check the runner's network, and check whether it was done before you run the workflow again.`;
    case 401:
      return `GitHub refused the token on the request to ${action} (401): it is not valid or has expired. Pass another token as github-token.`;
    case 403: {
      // GitHub names what this request needs; the call names what later requests need too.
      const accepted = headers.get('x-accepted-github-permissions') ?? '';
      const [resource] = permission.split(':');
      const needed =
        accepted === '' || accepted.includes(`${resource}=`) ? permission : accepted.replace('=', ': ');
      return `The token may not ${action} (403): it lacks the permission "${needed}". Give the job "permissions: ${needed}". For a repository other than the workflow's own, pass a token of an app or a person as github-token.${said}`;
    }
    case 404:
      return `GitHub could not ${action} (404): it does not exist in ${repository}, or the token may not see it.${hint === undefined ? '' : ` ${hint}`}${said}`;
    case 410:
      return `GitHub could not ${action} (410): it was deleted, or that part of ${repository} is disabled in its settings.${said}`;
    case 422:
      return `GitHub refused to ${action} (422).${said}`;
    default:
      return status >= 500
        ? `GitHub failed with ${status} on the request to ${action}. Check whether it was done before you run the workflow again.${said}`
        : `GitHub refused to ${action} (${status}).${said}`;
  }
}
