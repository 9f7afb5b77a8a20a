/** What started a run. */
export interface RunTrigger {
  /** Name of the event, as in `GITHUB_EVENT_NAME`. */
  readonly event: string;
  /** Full ref, as in `GITHUB_REF`. */
  readonly ref: string;
  /** Default branch of the repository, `repository.default_branch` of the event; null if the event does not name it. */
  readonly defaultBranch: string | null;
}

/**
 * Returns why a run does not change the issue; null if it may.
 *
 * The issue shows whether the workflow that people rely on works. That is the workflow on the default branch, started
 * on time (a schedule always runs there), by a person who may push (workflow_dispatch, push) or by a program with such
 * a token (repository_dispatch). Another branch or a pull request is a trial, and strangers, who must not open or close
 * the issue, can cause events such as pull_request_target or issue_comment.
 */
export function whyNoIssue({ event, ref, defaultBranch }: RunTrigger): string | null {
  if (event === 'schedule') return null;
  if (!['workflow_dispatch', 'repository_dispatch', 'push'].includes(event)) {
    return `A run started by ${event} does not change the issue.`;
  }
  if (defaultBranch !== null && ref === `refs/heads/${defaultBranch}`) return null;
  return 'A run outside the default branch does not change the issue.';
}
