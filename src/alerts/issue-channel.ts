import { redactRepoNames } from '../report/redact.ts';
import type { Channel, RunPlace, RunReport } from '../report/run-report.ts';
import { issueBody, issueComment, issueMarker, issueTitle } from './issue-text.ts';
import { RepositoryIssues } from './repository-issues.ts';
import { type RunTrigger, whyNoIssue } from './run-trigger.ts';

export interface IssueOptions {
  /** Token with `issues: write`; null or empty turns the channel off. */
  readonly token: string | null;
  /** Base URL of GitHub's API. */
  readonly apiUrl: string;
  readonly place: RunPlace;
  /** Id of the job in its workflow, as in `GITHUB_JOB`. */
  readonly job: string;
  readonly trigger: RunTrigger;
  /** Names of repos on the Hub as they were given: they may be private, while anyone may read the issue. */
  readonly repoNames: readonly string[];
  /** Time in milliseconds each answer of GitHub may take. */
  readonly timeoutMs?: number;
}

const CHANNEL = 'GitHub issue';
const TIMEOUT_MS = 10_000;
/** A read, and any request turned away, is made once more. */
const RETRY_DELAYS_MS = [1000];
const LONGEST_WAIT_MS = 5000;

/**
 * Keeps one issue open while runs fail: the first failure opens it, later ones are comments, a success closes it, and
 * a cancelled run, which says nothing about the workflow, leaves it as it is.
 *
 * A failure after the issue was closed, by a success or by a person, opens the same issue again. A new one each time
 * would leave a workflow that fails now and then with a trail of issues, and lose who follows or has muted it.
 *
 * At most three requests, each bounded in time. The state is changed before the comment is written: should the second
 * fail, the issue is right, and no run writes the same comment twice.
 */
export function createIssueChannel(options: IssueOptions): Channel {
  return {
    name: CHANNEL,
    async report(run) {
      const { token, trigger } = options;
      if (!token) return { channel: CHANNEL, state: 'off', detail: '' };
      const reason =
        run.outcome === 'cancelled' ? 'A cancelled run leaves the issue alone.' : whyNoIssue(trigger);
      if (reason !== null) return { channel: CHANNEL, state: 'off', detail: reason };
      try {
        return {
          channel: CHANNEL,
          state: 'delivered',
          detail: await updateIssue(redactRepoNames(run, options.repoNames), token, options),
        };
      } catch (error) {
        return {
          channel: CHANNEL,
          state: 'failed',
          detail: error instanceof Error ? error.message : String(error),
        };
      }
    },
  };
}

/** @returns what was done */
async function updateIssue(run: RunReport, token: string, options: IssueOptions): Promise<string> {
  const { createGitHubApi } = await import('../github/github-api.ts');
  const { apiUrl, place, job, timeoutMs = TIMEOUT_MS } = options;
  const call = createGitHubApi({
    token,
    apiUrl,
    retryDelaysMs: RETRY_DELAYS_MS,
    longestWaitMs: LONGEST_WAIT_MS,
    timeoutMs,
  });
  const issues = new RepositoryIssues(call, place.repository);
  const marker = issueMarker(place, job);
  const issue = await issues.find(marker);

  if (run.outcome === 'success') {
    if (issue?.state !== 'open') return 'No issue is open.';
    await issues.setState(issue, 'closed');
    await issues.comment(issue, issueComment(run, place));
    return `Closed issue ${issue.number}.`;
  }
  if (issue === null) {
    const { number } = await issues.open(issueTitle(place), issueBody(run, place, marker));
    return `Opened issue ${number}.`;
  }
  if (issue.state === 'closed') await issues.setState(issue, 'open');
  await issues.comment(issue, issueComment(run, place));
  return issue.state === 'closed'
    ? `Opened issue ${issue.number} again.`
    : `Commented on issue ${issue.number}.`;
}
