/** What started a run. */
export interface RunTrigger {
  /** Name of the event, as in `GITHUB_EVENT_NAME`. */
  readonly event: string;
  /** Full ref, as in `GITHUB_REF`. */
  readonly ref: string;
  /** Default branch of the repository, `repository.default_branch` of the event; null when the event does not say. */
  readonly defaultBranch: string | null;
}

/**
 * Why a run does not touch the issue; null when it may.
 *
 * The issue says whether the workflow that people rely on works. That is the one on the default branch, started on
 * time (a schedule always runs there), by someone who may push (workflow_dispatch, push) or by a program with a token
 * that may (repository_dispatch). Another branch or a pull request tries something out, and events such as
 * pull_request_target or issue_comment can be caused by strangers, who must not open or close it.
 */
export function whyNoIssue({ event, ref, defaultBranch }: RunTrigger): string | null {
  if (event === 'schedule') return null;
  if (!['workflow_dispatch', 'repository_dispatch', 'push'].includes(event)) {
    return `A run started by ${event} leaves the issue alone.`;
  }
  if (defaultBranch !== null && ref === `refs/heads/${defaultBranch}`) return null;
  return 'A run outside the default branch leaves the issue alone.';
}
