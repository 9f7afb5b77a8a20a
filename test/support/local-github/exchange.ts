import type { Route } from '../http/router.ts';
import { GitHubError } from './github-error.ts';
import type { GitHubState, StoredRepository } from './github-state.ts';

/** A call of GitHub's API. */
export type GitHubRoute = Route<Exchange>;

/** One request and what a route needs to answer it. */
export class Exchange {
  readonly state: GitHubState;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly #body: string;

  constructor(request: {
    state: GitHubState;
    url: URL;
    params: Readonly<Record<string, string>>;
    headers: Headers;
    body: string;
  }) {
    this.state = request.state;
    this.url = request.url;
    this.params = request.params;
    this.headers = request.headers;
    this.#body = request.body;
  }

  /** The request's body as JSON. @throws GitHubError 400 when it is not */
  json<T>(): T {
    try {
      return JSON.parse(this.#body) as T;
    } catch {
      throw new GitHubError(400, 'Problems parsing JSON');
    }
  }

  /**
   * The repository the path names, for something that needs a permission.
   *
   * @param permission as GitHub names it, for example `actions=write`
   * @throws GitHubError 401 for an unknown token, 404 when it may not see the repository, 403 without the permission
   */
  repository(permission: string): StoredRepository {
    const token = this.#token();
    const grant = this.state.tokens.get(token ?? '');
    if (token !== undefined && grant === undefined) throw new GitHubError(401, 'Bad credentials');
    const name = `${this.params.owner}/${this.params.repo}`;
    const repository = this.state.repositories.get(name);
    if (repository === undefined || !grant?.repositories.includes(name))
      throw new GitHubError(404, 'Not Found');
    const [what, level] = permission.split('=');
    const isGranted = grant.permissions.some(
      (granted) => granted === permission || (level === 'read' && granted === `${what}=write`),
    );
    if (isGranted) return repository;
    throw new GitHubError(403, 'Resource not accessible by integration', {
      headers: { 'X-Accepted-GitHub-Permissions': permission },
    });
  }

  /** Who makes the request. */
  actor(): { login: string; mayLabel: boolean } {
    const { login = 'github-actions[bot]', mayLabel = true } =
      this.state.tokens.get(this.#token() ?? '') ?? {};
    return { login, mayLabel };
  }

  #token(): string | undefined {
    return /^(?:Bearer|token) (.+)$/i.exec(this.headers.get('Authorization') ?? '')?.[1];
  }
}
