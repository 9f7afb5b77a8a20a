import { createRepo, listDatasets } from '@huggingface/hub';
import { mayHaveActed } from '../http/failed-answer.ts';
import { gitBlobId, isSameCommit, type RangedFile } from '../model/file.ts';
import type {
  CommitRequest,
  CommitResult,
  DatasetRepository,
  HeadFile,
  MadeCommit,
  RepoState,
} from '../model/repository.ts';
import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { makeCommit } from './make-commit.ts';
import { HubPullRequests } from './pull-requests.ts';
import { creationBy, type RepoCreation } from './repo-creation.ts';
import { checkRepoName } from './repo-name.ts';
import { RepoRequests } from './repo-requests.ts';
import { COMMIT_ID, checkedContent, fields, stateOf, tagsOf } from './repo-state.ts';

/** Bytes of a large file that are read at once: an answer may not be much larger. */
const PIECE_BYTES = 8 << 20;

/** One dataset repo on the Hub. Every method rejects with {@link HubError}. */
export class DatasetRepo implements DatasetRepository {
  readonly name: string;
  readonly pullRequests: HubPullRequests;
  readonly #requests: RepoRequests;

  /** @throws HubError if the name is not `owner/name` as the Hub allows it */
  constructor(name: string, hub: Hub) {
    checkRepoName(name);
    this.name = name;
    this.#requests = new RepoRequests(name, hub);
    this.pullRequests = new HubPullRequests(this.#requests);
  }

  /** Returns the address of the repo, or of a revision of it, for people. */
  pageUrl(revision?: string): string {
    const page = `${this.#requests.endpoint}/datasets/${this.name}`;
    return revision === undefined ? page : `${page}/tree/${encodeURIComponent(revision)}`;
  }

  /** Creates the repo; one that exists is left unchanged. An answer that cannot be read may still mean success. */
  async create(visibility: 'private' | 'public'): Promise<void> {
    try {
      await createRepo({ ...this.#requests.clientOptions, visibility });
    } catch (error) {
      const isSettled = error instanceof HubError ? error.status === 409 : error instanceof SyntaxError;
      if (!isSettled) throw error;
    }
  }

  /** Returns whether the token may create the repo. Writes nothing. */
  async creation(): Promise<RepoCreation> {
    const answer = await this.#requests.json('/api/whoami-v2').catch((error) => {
      if (error instanceof HubError) return null;
      throw error;
    });
    return creationBy(answer, this.name.split('/')[0]);
  }

  /** Returns the names of the datasets of its owner, see {@link listSiblings}. */
  siblings(): Promise<readonly string[] | null> {
    return listSiblings(this.name.split('/')[0], this.#requests.clientOptions);
  }

  /**
   * Returns what the repo holds at a commit, at the head of `main`, or at a reference such as `refs/pr/3`; null if the
   * repo or the reference does not exist.
   */
  async state(revision?: string): Promise<RepoState | null> {
    const path = revision === undefined ? '' : `/revision/${encodeURIComponent(revision)}`;
    try {
      const answer = await this.#requests.json(`/api/datasets/${this.name}${path}?blobs=true`);
      return stateOf(answer) ?? this.#requests.unreadable();
    } catch (error) {
      if (error instanceof HubError && (isUnknownRepo(error) || isUnknownReference(error, revision)))
        return null;
      throw error;
    }
  }

  /**
   * Reads a small text file at the head of `main`. The header `ETag` proves that the answer is the file, and
   * `X-Repo-Commit` names its commit. If the Hub sends neither, {@link state} and {@link readText} are used.
   */
  async readHead(path: string): Promise<HeadFile | 'none' | 'no-repo' | null> {
    let response: Response;
    try {
      response = await this.#requests.send(`/datasets/${this.name}/resolve/main/${path}`);
    } catch (error) {
      if (!(error instanceof HubError) || error.status !== 404) throw error;
      if (error.code === 'EntryNotFound') return 'none';
      return error.code === 'RepoNotFound' ? 'no-repo' : null;
    }
    const content = Buffer.from(await response.arrayBuffer());
    const commit = response.headers.get('X-Repo-Commit') ?? '';
    const etag = response.headers.get('ETag')?.replace(/^W\/|"/g, '');
    if (!COMMIT_ID.test(commit) || etag !== gitBlobId(content)) return null;
    return { commit, text: new TextDecoder().decode(content) };
  }

  /**
   * Reads a small text file in a state. Checks that the answer is the file: with the page of a proxy in its place, an
   * unchanged version would count as new, and what a person wrote into the card would be lost.
   */
  async readText(path: string, state: RepoState): Promise<string> {
    return new TextDecoder().decode(await this.readBytes(path, state));
  }

  /** Reads the bytes of a file in a state, checked like {@link readText}. */
  async readBytes(path: string, state: RepoState): Promise<Uint8Array> {
    const content = await this.readUnchecked(path, state.commit);
    return checkedContent(content, { path, repo: `datasets/${this.name}`, state });
  }

  /** A file in a state, of any size, that is read piece by piece. */
  rangesOf(path: string, { commit, files }: RepoState): RangedFile {
    const address = `/datasets/${this.name}/resolve/${commit}/${path}`;
    const byteLength = files.get(path)?.size ?? this.#requests.unreadable();
    return {
      byteLength,
      slice: async (start, end = byteLength) => {
        const last = Math.min(end, byteLength);
        const bytes = await this.#requests.range(address, start, last);
        return bytes.byteLength === last - start ? bytes : this.#requests.unreadable();
      },
    };
  }

  /**
   * Returns the Hub's answer for a file at a commit or a reference, unchecked; null if the file does not exist.
   *
   * @param size bytes it should have: a large file is read piece by piece, and is null where it has fewer
   */
  async readAt(path: string, revision: string, size = 0): Promise<Buffer<ArrayBuffer> | null> {
    const name = encodeURIComponent(revision);
    try {
      if (size <= PIECE_BYTES) return await this.readUnchecked(path, name);
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      for (let start = 0; start < size; start += PIECE_BYTES) {
        const end = Math.min(size, start + PIECE_BYTES);
        const address = `/datasets/${this.name}/resolve/${name}/${path}`;
        const bytes = await this.#requests.range(address, start, end);
        if (bytes.byteLength !== end - start) return null;
        pieces.push(new Uint8Array(bytes));
      }
      return Buffer.concat(pieces);
    } catch (error) {
      if (error instanceof HubError && (error.status === 404 || error.status === 416)) return null;
      throw error;
    }
  }

  /** Returns the Hub's answer for a file at a commit, unchecked. */
  async readUnchecked(path: string, commitId: string): Promise<Buffer<ArrayBuffer>> {
    const response = await this.#requests.send(`/datasets/${this.name}/resolve/${commitId}/${path}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /**
   * Makes one commit on `main` on top of `parent`. Resolves also if another commit came first (`conflict`) and if only
   * reading can show whether the commit was made (`unconfirmed`).
   */
  commit(request: CommitRequest): Promise<CommitResult> {
    return makeCommit(this.#requests, request, {}, () => ({}));
  }

  /** Returns the commit of each tag. */
  async tags(): Promise<ReadonlyMap<string, string>> {
    return (
      tagsOf(await this.#requests.json(`/api/datasets/${this.name}/refs`)) ?? this.#requests.unreadable()
    );
  }

  /**
   * Creates a tag. One that points to this commit is left unchanged, and any other is never moved. After a failed
   * request, reads whether the tag was set.
   */
  async tag(name: string, commitId: string, message: string): Promise<void> {
    try {
      await this.#requests.send(`/api/datasets/${this.name}/tag/${encodeURIComponent(commitId)}`, {
        tag: name,
        message,
      });
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      // It may be set in spite of the failure: by this request, by an attempt before it or by another run.
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

  /** Returns the id of the last commit up to this one that changed a file; null if the Hub does not name it. */
  async lastCommitOf(path: string, commitId: string): Promise<string | null> {
    const query = new URLSearchParams({ paths: path, expand: 'true' });
    const url = `/api/datasets/${this.name}/paths-info/${commitId}`;
    const answer = await this.#requests.json(url, query);
    const { id } = fields(fields(Array.isArray(answer) ? answer[0] : null).lastCommit);
    return typeof id === 'string' && COMMIT_ID.test(id) ? id : null;
  }

  /** Returns title and author of a commit; null if the Hub does not name them. */
  async describeCommit(commitId: string): Promise<MadeCommit | null> {
    const answer = await this.#requests.json(`/api/datasets/${this.name}/commits/${commitId}?limit=1`);
    const { id, title, authors } = fields(Array.isArray(answer) ? answer[0] : null);
    if (id !== commitId || typeof title !== 'string') return null;
    const { user } = fields(Array.isArray(authors) ? authors[0] : null);
    return { id: commitId, title, author: typeof user === 'string' ? user : null };
  }

  /** Returns the id of the commit before one; null if there is none, or if the Hub does not name it. */
  async commitBefore(commitId: string): Promise<string | null> {
    const answer = await this.#requests.json(`/api/datasets/${this.name}/commits/${commitId}?limit=2`);
    const { id } = fields(Array.isArray(answer) ? answer[1] : null);
    return typeof id === 'string' && COMMIT_ID.test(id) ? id : null;
  }
}

/** True if the repo does not exist, or if the token may not see it. */
function isUnknownRepo({ status, code }: HubError): boolean {
  return status === 404 && (code === 'RepoNotFound' || code === undefined);
}

/** True if a visible repo has no such reference: that of a closed pull request can be deleted. */
function isUnknownReference({ status, code }: HubError, revision = ''): boolean {
  return status === 404 && code === 'RevisionNotFound' && revision.startsWith('refs/');
}

/** Largest number of pages of the datasets of an owner, of 500 each; of a larger number not all are read. */
const MOST_PAGES = 20;

/**
 * Returns the names of the datasets of an owner that the token may see; null if the Hub does not list them. A run never
 * fails because of this list.
 */
async function listSiblings(
  owner: string,
  { hubUrl, accessToken, fetch: send }: { hubUrl: string; accessToken: string; fetch: typeof fetch },
): Promise<readonly string[] | null> {
  let pages = 0;
  const fetchPage: typeof fetch = (...request) => {
    if (++pages > MOST_PAGES) throw new Error('there are too many');
    return send(...request);
  };
  const names: string[] = [];
  try {
    const listed = listDatasets({ hubUrl, accessToken, search: { owner }, fetch: fetchPage });
    for await (const { name } of listed) names.push(String(name));
    return names;
  } catch {
    return null;
  }
}
