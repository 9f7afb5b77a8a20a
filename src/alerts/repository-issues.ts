import type { GitHubCall } from '../github/explain-failure.ts';

/** An issue of a repository, as far as it matters here. */
export interface Issue {
  readonly number: number;
  readonly state: 'open' | 'closed';
}

interface ListedIssue extends Issue {
  readonly body: string | null;
  /** Present when it is a pull request, which GitHub lists as an issue too. */
  readonly pull_request?: object;
}

/** Label of every issue that is opened here; GitHub makes it when the repository has none of that name. */
export const ISSUE_LABEL = 'prepare-dataset';

/**
 * The issues of a repository, by GitHub's REST API (https://docs.github.com/rest/issues). Every method rejects with
 * what `call` rejects with.
 */
export class RepositoryIssues {
  readonly #call: (call: GitHubCall) => Promise<unknown>;
  readonly #repository: string;

  /** @param repository `owner/name` */
  constructor(call: (call: GitHubCall) => Promise<unknown>, repository: string) {
    this.#call = call;
    this.#repository = repository;
  }

  /**
   * Finds the issue that holds a marker and has the label {@link ISSUE_LABEL}: an open one before a closed one,
   * and the newest of those. The marker alone would not do, because anyone may open an issue with a copy of it; only
   * people who may triage can set a label. The author would not do either: a token of a person or an app has another
   * than the job's own, and so the issue would be lost when tokens are changed. Of the issues with the label, the 100
   * that were changed last are looked at.
   */
  async find(marker: string): Promise<Issue | null> {
    const listed = await this.#request('GET', '', 'find the issue about failing runs', {
      labels: ISSUE_LABEL,
      state: 'all',
      sort: 'updated',
      direction: 'desc',
      per_page: 100,
    });
    const found = (listed as ListedIssue[]).filter(
      ({ body, pull_request }) => pull_request === undefined && body?.includes(marker),
    );
    const newestFirst = found.sort((a, b) => b.number - a.number);
    return newestFirst.find(({ state }) => state === 'open') ?? newestFirst[0] ?? null;
  }

  /** Opens an issue. @throws Error when GitHub opened it without the label, so that it would not be found again */
  async open(title: string, body: string): Promise<Issue> {
    const answer = await this.#request('POST', '', 'open an issue', { title, body, labels: [ISSUE_LABEL] });
    const issue = answer as Issue & { labels: readonly { name: string }[] };
    if (issue.labels.some(({ name }) => name === ISSUE_LABEL)) return issue;
    throw new Error(
      `GitHub opened issue ${issue.number} without the label "${ISSUE_LABEL}", so later runs will not find it. Set the label by hand; the token must be one that may push to ${this.#repository}.`,
    );
  }

  async setState(issue: Issue, state: Issue['state']): Promise<void> {
    const reason = state === 'open' ? 'reopened' : 'completed';
    await this.#request(
      'PATCH',
      '/{issue_number}',
      `${state === 'open' ? 'reopen' : 'close'} issue ${issue.number}`,
      {
        issue_number: issue.number,
        state,
        state_reason: reason,
      },
    );
  }

  async comment(issue: Issue, body: string): Promise<void> {
    await this.#request('POST', '/{issue_number}/comments', `comment on issue ${issue.number}`, {
      issue_number: issue.number,
      body,
    });
  }

  #request(
    method: string,
    path: string,
    action: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    const [owner, repo] = this.#repository.split('/');
    return this.#call({
      route: `${method} /repos/{owner}/{repo}/issues${path}`,
      action: `${action} in ${this.#repository}`,
      permission: 'issues: write',
      parameters: { owner, repo, ...parameters },
    });
  }
}
