import { commit, createRepo } from '@huggingface/hub';
import { isContentOf } from '../dataset/file-id.ts';
import { type CommitRequest, type CommitResult, failedCommit } from './commit-result.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, type HubFetchOptions, TOKEN_PLACEHOLDER } from './hub-fetch.ts';
import { checkRepoName } from './repo-name.ts';
import { type DatasetInfo, type RepoState, stateOf } from './repo-state.ts';

/** One dataset repo on the Hub. Every method rejects with {@link HubError}. */
export class DatasetRepo {
  readonly name: string;
  readonly #endpoint: string;
  readonly #fetch: typeof fetch;

  /** @throws HubError when the name is not `owner/name` as the Hub allows it */
  constructor(name: string, options: Omit<HubFetchOptions, 'repo'>) {
    checkRepoName(name);
    this.name = name;
    this.#endpoint = options.endpoint;
    this.#fetch = createHubFetch({ ...options, repo: `datasets/${name}` });
  }

  /** Address of the repo, or of a revision of it, for people. */
  pageUrl(revision?: string): string {
    const page = `${this.#endpoint}/datasets/${this.name}`;
    return revision === undefined ? page : `${page}/tree/${encodeURIComponent(revision)}`;
  }

  /** Creates the repo; one that exists already is left as it is. */
  async create(visibility: 'private' | 'public'): Promise<void> {
    try {
      await createRepo({ ...this.#clientOptions(), visibility });
    } catch (error) {
      if (!(error instanceof HubError && error.status === 409)) throw error;
    }
  }

  /** What the repo holds at a commit, or at the head of `main`; null when there is no such repo. */
  async state(commitId?: string): Promise<RepoState | null> {
    const revision = commitId === undefined ? '' : `/revision/${commitId}`;
    try {
      const info = await this.#getJson<DatasetInfo>(`/api/datasets/${this.name}${revision}?blobs=true`);
      return stateOf(info);
    } catch (error) {
      if (error instanceof HubError && isUnknownRepo(error)) return null;
      throw error;
    }
  }

  /**
   * Text of a small file in a state. That the answer is the file is checked: by a proxy's page in its place, an
   * unchanged version would be taken for a new one, and what a person wrote into the card would be lost.
   */
  async readText(path: string, { commit: commitId, files }: RepoState): Promise<string> {
    const content = await this.readUnchecked(path, commitId);
    const file = files.get(path);
    if (file !== undefined && isContentOf(file, [content])) return new TextDecoder().decode(content);
    throw new HubError(
      `What the Hub answers for ${path} of datasets/${this.name} is not that file. Check hub-endpoint and what lies between it and the runner, then run the workflow again.`,
    );
  }

  /** What the Hub answers for a small file at a commit, for those who expect anything. */
  async readUnchecked(path: string, commitId: string): Promise<Buffer> {
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
      if (made !== undefined && /^[0-9a-f]{40}$/.test(made.commit.oid)) {
        return { outcome: 'made', commit: made.commit.oid };
      }
      throw new Error('the answer names no commit');
    } catch (error) {
      return failedCommit(this.name, error);
    }
  }

  /** Commit each tag points to. */
  async tags(): Promise<ReadonlyMap<string, string>> {
    const refs = await this.#getJson<Refs>(`/api/datasets/${this.name}/refs`);
    return new Map(refs.tags.map(({ name, targetCommit }) => [name, targetCommit]));
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
      if (!(error instanceof HubError) || !maybeSet(error)) throw error;
      const target = await this.tags().then(
        (tags) => tags.get(name),
        () => {
          throw error;
        },
      );
      if (target === commitId) return;
      if (error.status !== 409) throw error;
      throw new HubError(
        `The tag ${name} of datasets/${this.name} already names another commit (${target ?? 'unknown'}), and a tag is never moved. Run the workflow again.`,
        { status: 409, cause: error },
      );
    }
  }

  /** Id of the last commit up to this one that changed a file. */
  async lastCommitOf(path: string, commitId: string): Promise<string> {
    const query = { paths: [path], expand: true };
    const response = await this.#request(`/api/datasets/${this.name}/paths-info/${commitId}`, query);
    const [entry] = await readJson<{ lastCommit?: { id: string } }[]>(response, this.name);
    if (entry?.lastCommit === undefined) {
      throw new HubError(`The Hub does not say which commit of datasets/${this.name} last changed ${path}.`);
    }
    return entry.lastCommit.id;
  }

  async #getJson<T>(path: string): Promise<T> {
    return readJson<T>(await this.#request(path), this.name);
  }

  /** Sends a GET, or a POST when there is something to send. */
  #request(path: string, content?: object): Promise<Response> {
    const headers = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}`, 'Content-Type': 'application/json' };
    const body = content === undefined ? undefined : JSON.stringify(content);
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

interface Refs {
  tags: { name: string; targetCommit: string }[];
}

async function readJson<T>(response: Response, repo: string): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (error) {
    throw new HubError(`The Hub's answer about datasets/${repo} could not be read. Check hub-endpoint.`, {
      cause: error,
    });
  }
}

/** True when a failed request for a tag may find the tag set: by itself, by an attempt before it or by another run. */
function maybeSet({ status }: HubError): boolean {
  return status === undefined || status === 409 || status >= 500;
}

/** True when there is no such repo, or none the token may see. */
function isUnknownRepo({ status, code }: HubError): boolean {
  return status === 404 && (code === 'RepoNotFound' || code === undefined);
}
