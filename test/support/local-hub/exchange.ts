import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.ts';
import { type Account, belongsTo, type HubState } from './hub-state.ts';
import type { StoredCommit, StoredRepo } from './repo-store.ts';

/** One request and what a route needs to answer it. */
export class Exchange {
  readonly state: HubState;
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  #body: Buffer | undefined;

  constructor(state: HubState, request: IncomingMessage, url: URL, params: Record<string, string>) {
    this.state = state;
    this.request = request;
    this.url = url;
    this.params = params;
  }

  /** A short-lived URL in the storage of large files, which has another host than the Hub, as in reality. */
  storageUrl(path: string): string {
    const { signer, options } = this.state;
    return `http://localhost:${this.url.port}${signer.sign(`/_lfs/${path}`, options.storageUrlSeconds)}`;
  }

  /** Whether the path is about a model, before whose name stands nothing. */
  get #isOfModel(): boolean {
    return !/^\/(?:api\/)?datasets\//.test(this.url.pathname);
  }

  /** Path of the repo of this name that the request is about. */
  pathOf(name: string): string {
    return this.#isOfModel ? name : `datasets/${name}`;
  }

  /** The request's body. @throws HttpError 413 when it is too large */
  async body(): Promise<Buffer> {
    if (this.#body !== undefined) return this.#body;
    const { maxBodyBytes } = this.state.options;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.request) {
      size += chunk.length;
      if (size <= maxBodyBytes) chunks.push(chunk);
    }
    if (size > maxBodyBytes) throw new HttpError(413, 'Payload too large');
    this.#body = Buffer.concat(chunks);
    return this.#body;
  }

  /** The request's body as JSON. @throws HttpError 400 when it is not */
  async json<T>(): Promise<T> {
    try {
      return JSON.parse((await this.body()).toString()) as T;
    } catch {
      throw new HttpError(400, 'Invalid JSON');
    }
  }

  /** Who sent the request; null for nobody. @throws HttpError 401 for a token the Hub does not know */
  account(): Account | null {
    const [, token] = /^Bearer (.+)$/.exec(this.request.headers.authorization ?? '') ?? [];
    if (token === undefined) return null;
    const account = this.state.accounts.find((candidate) => candidate.token === token);
    if (account === undefined || (account.expiresAt ?? Number.POSITIVE_INFINITY) <= Date.now())
      throw new HttpError(401, 'Invalid credentials in Authorization header');
    return account;
  }

  /** The repo the path names. @throws HttpError 401 or 404 with `RepoNotFound` when the sender may not see it */
  repo(): StoredRepo {
    const account = this.account();
    const { repos, models } = this.state;
    const repo = (this.#isOfModel ? models : repos).get(`${this.params.owner}/${this.params.name}`);
    const isVisible = repo !== undefined && (!repo.isPrivate || belongsTo(account, this.params.owner));
    if (isVisible) return repo;
    const status = account === null ? 401 : 404;
    throw new HttpError(status, status === 401 ? 'Invalid username or password.' : 'Repository not found', {
      code: 'RepoNotFound',
    });
  }

  /** The repo the path names, for a change. @throws HttpError as {@link repo}, and 403 without the right to write */
  writableRepo(): StoredRepo {
    const repo = this.repo();
    this.requireWriter(this.params.owner);
    return repo;
  }

  /** Who sent the request. @throws HttpError 401 for nobody, 403 for a token that may only read */
  requireAccount(): Account {
    const account = this.account();
    if (account === null) throw new HttpError(401, 'Invalid username or password.');
    if (account.role !== 'write') throw new HttpError(403, 'This token may only read');
    return account;
  }

  /**
   * Who sent the request, if they may write to an owner's repos.
   *
   * @param resource what is written to, for tokens that may write to one repo only
   * @throws HttpError 401 or 403 otherwise
   */
  requireWriter(owner: string, resource = this.pathOf(`${this.params.owner}/${this.params.name}`)): Account {
    const account = this.account();
    if (account === null) throw new HttpError(401, 'Invalid username or password.');
    const isInScope = account.resource === undefined || account.resource === resource;
    if (account.role !== 'write' || !belongsTo(account, owner) || !isInScope) {
      throw new HttpError(403, `You don't have the rights to write under the namespace "${owner}"`);
    }
    return account;
  }

  /** The commit of a repo the path's `revision` names. @throws HttpError 404 with `RevisionNotFound` */
  commit(repo: StoredRepo): StoredCommit {
    const commit = repo.resolve(this.params.revision ?? 'main');
    if (commit !== undefined) return commit;
    throw new HttpError(404, `Invalid rev id: ${this.params.revision}`, { code: 'RevisionNotFound' });
  }
}
