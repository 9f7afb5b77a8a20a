import { fieldsOf, listOf, textOf, wholeNumberOf } from '../github/answer.ts';
import type { GitHubCall } from '../github/explain-failure.ts';

/** An issue of a repository, with the fields that are used here. */
interface Issue {
  readonly number: number;
  readonly state: 'open' | 'closed';
}

/** Label of every issue that is opened here; GitHub creates it if the repository has none of that name. */
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
   * Finds the issue that holds a marker and has the label {@link ISSUE_LABEL}: an open one before a closed one, and the
   * newest of those. The marker is not enough, because everyone may open an issue with a copy of it; only people who
   * may triage can set a label. The author is not enough either: a token of a person or an app has another author than
   * the token of the job, so the issue would be lost when tokens are changed. Looks at the 100 issues with the label
   * that were changed last.
   */
  async find(marker: string): Promise<Issue | null> {
    const listed = await this.#request('GET', '', 'find the issue about failing runs', {
      labels: ISSUE_LABEL,
      state: 'all',
      sort: 'updated',
      direction: 'desc',
      per_page: 100,
    });
    const issues = listOf(listed) ?? this.#unreadable();
    // GitHub lists pull requests as issues too.
    const found = issues.filter((issue) => {
      const { body, pull_request } = fieldsOf(issue);
      return pull_request === undefined && textOf(body)?.includes(marker);
    });
    const newestFirst = found.map((issue) => this.#issueOf(issue)).sort((a, b) => b.number - a.number);
    return newestFirst.find(({ state }) => state === 'open') ?? newestFirst[0] ?? null;
  }

  /** Opens an issue. @throws Error if GitHub opened it without the label, so that later runs would not find it */
  async open(title: string, body: string): Promise<Issue> {
    const answer = await this.#request('POST', '', 'open an issue', { title, body, labels: [ISSUE_LABEL] });
    const issue = this.#issueOf(answer);
    const labels = listOf(fieldsOf(answer).labels) ?? [];
    if (labels.some((label) => fieldsOf(label).name === ISSUE_LABEL)) return issue;
    throw new Error(
      `GitHub opened issue ${issue.number} without the label "${ISSUE_LABEL}", so later runs will not find it. Set the label by hand, and use a token that may push to ${this.#repository}.`,
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

  #issueOf(answer: unknown): Issue {
    const { number, state } = fieldsOf(answer);
    return {
      number: wholeNumberOf(number) ?? this.#unreadable(),
      state: state === 'open' ? 'open' : 'closed',
    };
  }

  #unreadable(): never {
    throw new Error(
      `GitHub's answer about the issues of ${this.#repository} could not be read. Check the issues before the next run.`,
    );
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
