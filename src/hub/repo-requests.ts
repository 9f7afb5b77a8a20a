import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, TOKEN_PLACEHOLDER } from './hub-fetch.ts';

/** Sends requests about one dataset repo. Every method rejects with {@link HubError}. */
export class RepoRequests {
  /** Name of the repo, `owner/name`. */
  readonly repo: string;
  /** Base URL of the Hub. */
  readonly endpoint: string;
  /** True if the token is of no user. */
  readonly isKeyless: boolean;
  readonly #fetch: typeof fetch;

  constructor(repo: string, hub: Hub) {
    this.repo = repo;
    this.endpoint = hub.endpoint;
    this.isKeyless = hub.isKeyless ?? false;
    this.#fetch = createHubFetch({ ...hub, repo: `datasets/${repo}` });
  }

  /** Sends a GET, or a POST if there is a body: a form, or else JSON. */
  send(path: string, content?: object): Promise<Response> {
    const isForm = content instanceof URLSearchParams;
    const headers = {
      Authorization: `Bearer ${TOKEN_PLACEHOLDER}`,
      'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    };
    const body = content === undefined || isForm ? content?.toString() : JSON.stringify(content);
    return this.#fetch(`${this.endpoint}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body,
    });
  }

  /** Bytes of a file from `start` up to `end`, which is not among them; fewer where the file ends before. */
  async range(path: string, start: number, end: number): Promise<ArrayBuffer> {
    const headers = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}`, Range: `bytes=${start}-${end - 1}` };
    const response = await this.#fetch(`${this.endpoint}${path}`, { headers });
    const answer = await response.arrayBuffer();
    // A server that knows no ranges sends all of the file.
    return response.status === 206 ? answer : answer.slice(start, end);
  }

  /** Sends a DELETE. @returns false when there is nothing to delete */
  async delete(path: string): Promise<boolean> {
    try {
      const headers = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}` };
      await this.#fetch(`${this.endpoint}${path}`, { method: 'DELETE', headers });
      return true;
    } catch (error) {
      if (error instanceof HubError && error.status === 404 && error.code !== 'RepoNotFound') return false;
      throw error;
    }
  }

  /** Sends a request like {@link send} and returns the JSON of the answer. */
  async json(path: string, content?: object): Promise<unknown> {
    const response = await this.send(path, content);
    try {
      return await response.json();
    } catch (cause) {
      return this.unreadable(cause);
    }
  }

  /** @throws HubError about an answer that is not JSON */
  unreadable(cause?: unknown): never {
    throw new HubError(
      `The Hub's answer about datasets/${this.repo} could not be read. Check hub-endpoint.`,
      { cause },
    );
  }

  /** The options that `@huggingface/hub` needs in every call. */
  get clientOptions() {
    return {
      repo: { type: 'dataset' as const, name: this.repo },
      hubUrl: this.endpoint,
      fetch: this.#fetch,
      accessToken: TOKEN_PLACEHOLDER,
    };
  }
}
