import { mayHaveActed } from '../http/failed-answer.ts';
import { isSameCommit } from '../model/file.ts';
import type { RepoState } from '../model/repository.ts';
import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, TOKEN_PLACEHOLDER } from './hub-fetch.ts';
import { COMMIT_ID, checkedContent, fields, stateOf, tagsOf } from './repo-state.ts';

const HEADERS = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}`, 'Content-Type': 'application/json' };

/** One model repo on the Hub: its revisions, files and tags. Every method rejects with {@link HubError}. */
export class ModelRepo {
  readonly name: string;
  readonly #endpoint: string;
  readonly #fetch: typeof fetch;

  constructor(name: string, hub: Hub) {
    this.name = name;
    this.#endpoint = hub.endpoint;
    this.#fetch = createHubFetch({ ...hub, repo: name });
  }

  /** Address of the repo, or of a revision of it, for people. */
  pageUrl(revision?: string): string {
    const page = `${this.#endpoint}/${this.name}`;
    return revision === undefined ? page : `${page}/tree/${encodeURIComponent(revision)}`;
  }

  /** Returns what the repo holds at a branch, a tag or a commit id. @throws HubError also when there is no such revision */
  async state(revision: string): Promise<RepoState> {
    let answer: unknown;
    try {
      answer = await this.#json(`/revision/${encodeURIComponent(revision)}?blobs=true`);
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'RevisionNotFound') throw error;
      throw new HubError(
        `The model ${this.name} has no revision ${revision}. Set candidate to a commit, a branch or a tag of it.`,
        { status: 404, code: error.code, cause: error },
      );
    }
    return stateOf(answer) ?? this.#unreadable();
  }

  /** Reads the bytes of a file in a state, and checks that the answer is that file. */
  async readBytes(path: string, state: RepoState): Promise<Uint8Array> {
    const response = await this.#fetch(`${this.#endpoint}/${this.name}/resolve/${state.commit}/${path}`, {
      headers: HEADERS,
    });
    const content = Buffer.from(await response.arrayBuffer());
    return checkedContent(content, { path, repo: this.name, state });
  }

  /** Returns the id of the last commit up to this one that changed a file. */
  async lastCommitOf(path: string, commit: string): Promise<string> {
    const body = new URLSearchParams({ paths: path, expand: 'true' }).toString();
    const headers = { ...HEADERS, 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await this.#json(`/paths-info/${commit}`, { method: 'POST', headers, body });
    const { id } = fields(fields(Array.isArray(answer) ? answer[0] : null).lastCommit);
    return typeof id === 'string' && COMMIT_ID.test(id) ? id : this.#unreadable();
  }

  /** Returns the commit each tag points to. */
  async tags(): Promise<ReadonlyMap<string, string>> {
    return tagsOf(await this.#json('/refs')) ?? this.#unreadable();
  }

  /**
   * Creates a tag; one that points to this commit already is left as it is, any other is never moved. Whether a request that
   * failed set the tag all the same is settled by reading.
   */
  async setTag(name: string, commit: string, message: string): Promise<void> {
    try {
      await this.#fetch(`${this.#api}/tag/${commit}`, {
        method: 'POST',
        headers: HEADERS,
        body: JSON.stringify({ tag: name, message }),
      });
    } catch (error) {
      if (!isAmbiguous(error)) throw error;
      const target = (await this.tags()).get(name);
      if (target !== undefined && isSameCommit(target, commit)) return;
      if (target === undefined) throw error;
      throw new HubError(
        `The tag ${name} of the model ${this.name} already names another commit, ${target}: another run may have set it. Run the workflow again.`,
        { status: 409, cause: error },
      );
    }
  }

  /** Deletes a tag; one that is not there is left so. */
  async deleteTag(name: string): Promise<void> {
    try {
      await this.#fetch(`${this.#api}/tag/${encodeURIComponent(name)}`, {
        method: 'DELETE',
        headers: HEADERS,
      });
    } catch (error) {
      if (error instanceof HubError && (error.status === 404 || isAmbiguous(error))) {
        if (!(await this.tags()).has(name)) return;
      }
      throw error;
    }
  }

  get #api(): string {
    return `${this.#endpoint}/api/models/${this.name}`;
  }

  async #json(path: string, init: RequestInit = {}): Promise<unknown> {
    const response = await this.#fetch(`${this.#api}${path}`, { headers: HEADERS, ...init });
    return response.json().catch((cause) => this.#unreadable(cause));
  }

  #unreadable(cause?: unknown): never {
    throw new HubError(`The Hub's answer about ${this.name} could not be read. Check hub-endpoint.`, {
      cause,
    });
  }
}

/** True when a tag may be there although no success was answered. */
function isAmbiguous(error: unknown): error is HubError {
  return error instanceof HubError && (error.status === 409 || mayHaveActed(error.status));
}
