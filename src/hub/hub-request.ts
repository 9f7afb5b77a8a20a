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

  /** True when the request goes to the Hub itself, not to its storage or anywhere else. */
  get isToHub(): boolean {
    return this.url.origin === new URL(this.endpoint).origin;
  }

  /** True for a commit, which must not be made twice. */
  get isCommit(): boolean {
    return this.init.method === 'POST' && /\/api\/\w+\/[^/]+\/[^/]+\/commit\//.test(this.url.pathname);
  }
}
