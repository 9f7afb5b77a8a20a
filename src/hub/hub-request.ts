/** One request, and what it is about. */
export class HubRequest {
  readonly url: URL;
  readonly init: RequestInit;
  /** Base URL of the Hub without a trailing slash. */
  readonly endpoint: string;
  /** Repo the request is about, for error messages. */
  readonly repo: string;

  constructor(url: URL, init: RequestInit, about: { endpoint: string; repo: string }) {
    this.url = url;
    this.init = init;
    this.endpoint = about.endpoint;
    this.repo = about.repo;
  }

  /** True if the request goes to the Hub itself, not to its storage or another host. */
  get isToHub(): boolean {
    return this.url.origin === new URL(this.endpoint).origin;
  }

  /** True for a download or an upload of a file; the Hub redirects only these to its storage. */
  get mayBeRedirected(): boolean {
    const { method = 'GET' } = this.init;
    if (method === 'PUT') return !this.isToHub;
    return method === 'GET' && this.isToHub && /^(?:\/datasets)?\/[^/]+\/[^/]+\/resolve\//.test(this.#path);
  }

  /** True for a commit, which must not be made twice. */
  get isCommit(): boolean {
    return this.init.method === 'POST' && /^\/api\/\w+\/[^/]+\/[^/]+\/commit\//.test(this.#path);
  }

  /** True for a change of a whole repo, before whose end the Hub does not answer. */
  get isLong(): boolean {
    return this.isCommit || /\/(?:super-squash\/[^/]+|lfs-files\/batch)$/.test(this.#path);
  }

  /** Path below the endpoint. */
  get #path(): string {
    const { pathname } = new URL(this.endpoint);
    return pathname === '/' ? this.url.pathname : this.url.pathname.slice(pathname.length);
  }
}
