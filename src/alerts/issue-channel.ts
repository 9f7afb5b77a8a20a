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
  /** Names of repos on the Hub as given: they may be private, while everyone may read the issue. */
  readonly repoNames: readonly string[];
  /** Time in milliseconds for each answer of GitHub. */
  readonly timeoutMs?: number;
}

const CHANNEL = 'GitHub issue';
const TIMEOUT_MS = 10_000;
/** A read, and any request that was turned away, is made once more. */
const RETRY_DELAYS_MS = [1000];
const LONGEST_WAIT_MS = 5000;

/**
 * Keeps one issue open while runs fail: the first failure opens it, later failures add comments, and a success closes
 * it. A cancelled run leaves it as it is, because it proves nothing about the workflow.
 *
 * A failure after the issue was closed, by a success or by a person, opens the same issue again. With a new issue each
 * time, a workflow that fails now and then would leave many issues, and people who follow or have muted one would be
 * lost.
 *
 * At most three requests, each bounded in time. The state is changed before the comment is written: if the second
 * request fails, the issue is still right, and no run writes the same comment twice.
 */
export function createIssueChannel(options: IssueOptions): Channel {
  return {
    name: CHANNEL,
    async report(run) {
      const { token, trigger } = options;
      if (!token) return { channel: CHANNEL, state: 'off', detail: '' };
      const reason =
        run.outcome === 'cancelled' ? 'A cancelled run does not change the issue.' : whyNoIssue(trigger);
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

/** @returns what was done with the issue */
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
