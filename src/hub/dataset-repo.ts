import { commit, createRepo } from '@huggingface/hub';
import { agrees, fileOf, isSameCommit } from '../dataset/version/file-id.ts';
import { mayHaveActed } from '../http/failed-answer.ts';
import { type CommitRequest, type CommitResult, failedCommit } from './commit-result.ts';
import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, TOKEN_PLACEHOLDER } from './hub-fetch.ts';
import { listSiblings } from './list-siblings.ts';
import { checkRepoName } from './repo-name.ts';
import { COMMIT_ID, fields, type RepoState, stateOf, tagsOf } from './repo-state.ts';

/** One dataset repo on the Hub. Every method rejects with {@link HubError}. */
export class DatasetRepo {
  readonly name: string;
  readonly #endpoint: string;
  readonly #fetch: typeof fetch;

  /** @throws HubError when the name is not `owner/name` as the Hub allows it */
  constructor(name: string, hub: Hub) {
    checkRepoName(name);
    this.name = name;
    this.#endpoint = hub.endpoint;
    this.#fetch = createHubFetch({ ...hub, repo: `datasets/${name}` });
  }

  /** Address of the repo, or of a revision of it, for people. */
  pageUrl(revision?: string): string {
    const page = `${this.#endpoint}/datasets/${this.name}`;
    return revision === undefined ? page : `${page}/tree/${encodeURIComponent(revision)}`;
  }

  /** Creates the repo; one that exists already is left as it is. An answer that cannot be read may well mean success. */
  async create(visibility: 'private' | 'public'): Promise<void> {
    try {
      await createRepo({ ...this.#clientOptions(), visibility });
    } catch (error) {
      const isSettled = error instanceof HubError ? error.status === 409 : error instanceof SyntaxError;
      if (!isSettled) throw error;
    }
  }

  /** Names of the datasets of its owner, see {@link listSiblings}. */
  siblings(): Promise<readonly string[] | null> {
    return listSiblings(this.name.split('/')[0], this.#clientOptions());
  }

  /** What the repo holds at a commit, or at the head of `main`; null when there is no such repo. */
  async state(commitId?: string): Promise<RepoState | null> {
    const revision = commitId === undefined ? '' : `/revision/${commitId}`;
    try {
      const answer = await this.#getJson(`/api/datasets/${this.name}${revision}?blobs=true`);
      return stateOf(answer) ?? this.#unreadable();
    } catch (error) {
      if (error instanceof HubError && isUnknownRepo(error)) return null;
      throw error;
    }
  }

  /**
   * Text of a small file in a state. That the answer is the file is checked: by a proxy's page in its place, an
   * unchanged version would be taken for a new one, and what a person wrote into the card would be lost.
   */
  async readText(path: string, state: RepoState): Promise<string> {
    return new TextDecoder().decode(await this.readBytes(path, state));
  }

  /** Bytes of a file in a state, checked as {@link readText} does. */
  async readBytes(path: string, { commit: commitId, files }: RepoState): Promise<Uint8Array> {
    const content = await this.readUnchecked(path, commitId);
    const told = files.get(path);
    // A Hub that tells neither hash nor blob id has to be taken at its word.
    if (told !== undefined && agrees(told, fileOf(path, content)) !== false) return content;
    throw new HubError(
      `What the Hub answers for ${path} of datasets/${this.name} is not that file. Check hub-endpoint and what lies between it and the runner, then run the workflow again.`,
    );
  }

  /** What the Hub answers for a file at a commit, whatever it is. */
  async readUnchecked(path: string, commitId: string): Promise<Buffer<ArrayBuffer>> {
    const response = await this.#request(`/datasets/${this.name}/resolve/${commitId}/${path}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /**
   * Makes one commit on `main` on top of `parent`. Resolves also when another commit came first (`conflict`) and
   * when only asking the Hub can tell whether the commit was made (`unconfirmed`).
   */
  async commit(request: CommitRequest): Promise<CommitResult> {
    const { title, parent, files, deletions } = request;
    try {
      const made = await commit({
        ...this.#clientOptions(),
        title,
        parentCommit: parent,
        useXet: false,
        operations: [
          ...files.map((file) => ({ operation: 'addOrUpdate' as const, ...file })),
          ...deletions.map((path) => ({ operation: 'delete' as const, path })),
        ],
      });
      const oid = made?.commit.oid;
      if (typeof oid === 'string' && COMMIT_ID.test(oid)) return { outcome: 'made', commit: oid };
      throw new Error('the answer names no commit');
    } catch (error) {
      return failedCommit(this.name, error);
    }
  }

  /** Commit each tag points to. */
  async tags(): Promise<ReadonlyMap<string, string>> {
    return tagsOf(await this.#getJson(`/api/datasets/${this.name}/refs`)) ?? this.#unreadable();
  }

  /**
   * Creates a tag; one that points to this commit already is left as it is, any other is never moved. Whether a
   * request that failed set the tag all the same is settled by asking.
   */
  async tag(name: string, commitId: string, message: string): Promise<void> {
    try {
      await this.#request(`/api/datasets/${this.name}/tag/${encodeURIComponent(commitId)}`, {
        tag: name,
        message,
      });
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      // It may be set all the same: by this request, by an attempt before it or by another run.
      if (error.status !== 409 && !mayHaveActed(error.status)) throw error;
      const target = await this.tags().then(
        (tags) => tags.get(name),
        () => {
          throw error;
        },
      );
      if (target !== undefined && isSameCommit(target, commitId)) return;
      if (error.status !== 409) throw error;
      throw new HubError(
        `The tag ${name} of datasets/${this.name} already names another commit (${target ?? 'unknown'}), and a tag is never moved. Run the workflow again.`,
        { status: 409, cause: error },
      );
    }
  }

  /** Id of the last commit up to this one that changed a file; null when the Hub does not tell. */
  async lastCommitOf(path: string, commitId: string): Promise<string | null> {
    const query = new URLSearchParams({ paths: path, expand: 'true' });
    const url = `/api/datasets/${this.name}/paths-info/${commitId}`;
    const answer = await this.#readJson(await this.#request(url, query));
    const { id } = fields(fields(Array.isArray(answer) ? answer[0] : null).lastCommit);
    return typeof id === 'string' && COMMIT_ID.test(id) ? id : null;
  }

  /** Id of the commit before one; null when there is none, or the Hub does not tell. */
  async commitBefore(commitId: string): Promise<string | null> {
    const answer = await this.#getJson(`/api/datasets/${this.name}/commits/${commitId}?limit=2`);
    const { id } = fields(Array.isArray(answer) ? answer[1] : null);
    return typeof id === 'string' && COMMIT_ID.test(id) ? id : null;
  }

  async #getJson(path: string): Promise<unknown> {
    return this.#readJson(await this.#request(path));
  }

  async #readJson(response: Response): Promise<unknown> {
    try {
      return await response.json();
    } catch (cause) {
      return this.#unreadable(cause);
    }
  }

  #unreadable(cause?: unknown): never {
    throw new HubError(
      `The Hub's answer about datasets/${this.name} could not be read. Check hub-endpoint.`,
      { cause },
    );
  }

  /** Sends a GET, or a POST when there is something to send: a form, or else JSON. */
  #request(path: string, content?: object): Promise<Response> {
    const isForm = content instanceof URLSearchParams;
    const headers = {
      Authorization: `Bearer ${TOKEN_PLACEHOLDER}`,
      'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    };
    const body = content === undefined || isForm ? content?.toString() : JSON.stringify(content);
    return this.#fetch(`${this.#endpoint}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body,
    });
  }

  #clientOptions() {
    return {
      repo: { type: 'dataset' as const, name: this.name },
      hubUrl: this.#endpoint,
      fetch: this.#fetch,
      accessToken: TOKEN_PLACEHOLDER,
    };
  }
}

/** True when there is no such repo, or none the token may see. */
function isUnknownRepo({ status, code }: HubError): boolean {
  return status === 404 && (code === 'RepoNotFound' || code === undefined);
}
