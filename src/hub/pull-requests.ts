import type {
  CommitRequest,
  CommitResult,
  ListedPullRequest,
  MadeCommit,
  PullRequests,
} from '../model/repository.ts';
import { HubError } from './hub-error.ts';
import { type FailedCommit, makeCommit } from './make-commit.ts';
import type { RepoRequests } from './repo-requests.ts';
import { COMMIT_ID, fields } from './repo-state.ts';

/**
 * Pull requests of a dataset repo, by the calls that `huggingface_hub` makes (hf_api.py, get_repo_discussions and those
 * after it). The content of a pull request is read by its reference, `refs/pr/<number>`. Every method rejects with
 * {@link HubError}.
 */
export class HubPullRequests implements PullRequests {
  readonly #requests: RepoRequests;

  constructor(requests: RepoRequests) {
    this.#requests = requests;
  }

  /** Address of a pull request's page, for people. */
  pageUrl(number: number): string {
    const { endpoint, repo } = this.#requests;
    return `${endpoint}/datasets/${repo}/discussions/${number}`;
  }

  /** Lists the open ones, or the closed ones, the newest first; each page is requested when it is reached. */
  async *list(which: 'open' | 'closed'): AsyncGenerator<ListedPullRequest> {
    for (let page = 0, seen = 0, count = 1; seen < count; page++) {
      const { discussions, start, count: total } = fields(await this.#page(which, page));
      if (!Array.isArray(discussions) || !isCount(total) || start !== seen) this.#requests.unreadable();
      for (const discussion of discussions) {
        const listed = listedOf(discussion);
        if (listed !== null && (listed.status === 'open') === (which === 'open')) yield listed;
      }
      seen += discussions.length;
      count = discussions.length === 0 ? seen : total;
    }
  }

  /**
   * Returns the name of the token's user, who opens the pull requests; null for a token of no user. Any user's token may
   * ask for it: without an answer nobody knows whether a stranger opened one.
   *
   * @throws HubError if the Hub does not name the user of a user's token
   */
  async ownName(): Promise<string | null> {
    const { isKeyless } = this.#requests;
    try {
      const { name } = fields(await this.#requests.json('/api/whoami-v2'));
      if (typeof name === 'string') return name;
    } catch (error) {
      const isRefused = error instanceof HubError && [401, 403, 404].includes(error.status ?? 0);
      if (!isKeyless || !isRefused) throw error;
    }
    return isKeyless ? null : this.#requests.unreadable();
  }

  /** Opens a pull request with one commit, whose texts become its title and its first comment. */
  open(request: CommitRequest): Promise<{ outcome: 'made'; commit: string; number: number } | FailedCommit> {
    return makeCommit(this.#requests, request, { isPullRequest: true }, ({ pullRequestUrl }) => {
      const number = Number(/\/discussions\/(\d+)$/.exec(pullRequestUrl ?? '')?.[1]);
      if (Number.isSafeInteger(number)) return { number };
      throw new Error('the answer names no pull request');
    });
  }

  /** Adds one commit to a pull request, on top of its known head. */
  update(number: number, request: CommitRequest): Promise<CommitResult> {
    return makeCommit(this.#requests, request, { branch: `refs/pr/${number}` }, () => ({}));
  }

  /** Lists the commits of a pull request, the oldest first, as its page does; they stay listed after a merge. */
  async commits(number: number): Promise<readonly MadeCommit[]> {
    const { events } = fields(await this.#requests.json(this.#path(number)));
    if (!Array.isArray(events)) this.#requests.unreadable();
    return events.flatMap((event) => {
      const { type, data, author } = fields(event);
      const { oid: id, subject: title } = fields(data);
      if (type !== 'commit' || typeof id !== 'string' || !COMMIT_ID.test(id)) return [];
      return typeof title === 'string' ? [{ id, title, author: nameOf(author) }] : [];
    });
  }

  /** False if `main` has changed in the same places, so that it cannot be merged. */
  async isMergeable(number: number): Promise<boolean> {
    const { filesWithConflicts } = fields(await this.#requests.json(this.#path(number)));
    return (
      filesWithConflicts !== true && !(Array.isArray(filesWithConflicts) && filesWithConflicts.length > 0)
    );
  }

  async rename(number: number, title: string): Promise<void> {
    await this.#requests.send(`${this.#path(number)}/title`, { title });
  }

  /** @param text Markdown */
  async comment(number: number, text: string): Promise<void> {
    await this.#requests.send(`${this.#path(number)}/comment`, { comment: text });
  }

  /**
   * Closes a pull request; one that another run has closed in the meantime is left unchanged.
   *
   * @param comment Markdown with the reason
   */
  async close(number: number, comment: string): Promise<void> {
    try {
      await this.#requests.send(`${this.#path(number)}/status`, { status: 'closed', comment });
    } catch (error) {
      if (!(error instanceof HubError) || error.status !== 400) throw error;
      const { status } = fields(await this.#requests.json(this.#path(number)));
      if (status !== 'closed' && status !== 'merged') throw error;
    }
  }

  async #page(which: 'open' | 'closed', page: number): Promise<unknown> {
    const { endpoint, repo } = this.#requests;
    const query = new URLSearchParams({ type: 'pull_request', status: which, p: String(page) });
    try {
      return await this.#requests.json(`/api/datasets/${repo}/discussions?${query}`);
    } catch (error) {
      if (!(error instanceof HubError) || error.status !== 404) throw error;
      throw new HubError(
        `The Hub at ${endpoint} has no pull requests for datasets/${repo} (404). To publish without them, set publish: directly and on-gate: hold, or use a Hub that supports them.`,
        { status: 404, cause: error },
      );
    }
  }

  #path(number: number): string {
    return `/api/datasets/${this.#requests.repo}/discussions/${number}`;
  }
}

/** Returns null for anything but a pull request; a draft counts as open. */
function listedOf(discussion: unknown): ListedPullRequest | null {
  const { num: number, title, status, isPullRequest, author } = fields(discussion);
  if (isPullRequest !== true || !isCount(number) || typeof title !== 'string') return null;
  const listed = { number, title, author: nameOf(author) };
  if (status === 'open' || status === 'draft') return { ...listed, status: 'open' };
  return status === 'closed' || status === 'merged' ? { ...listed, status } : null;
}

/** Returns the name of a user, null if the Hub does not name it. */
function nameOf(user: unknown): string | null {
  const { name } = fields(user);
  return typeof name === 'string' ? name : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
