import type { LargeFile, References, RepositoryHistory } from '../model/repository.ts';
import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { checkRepoName } from './repo-name.ts';
import { RepoRequests } from './repo-requests.ts';
import { COMMIT_ID, fields, tagsOf } from './repo-state.ts';

/** Most files that one request deletes (huggingface_hub, permanently_delete_lfs_files). */
const MOST_DELETIONS = 1000;

/**
 * References and history of a dataset repo, by the calls that `huggingface_hub` makes (hf_api.py, super_squash_history,
 * list_lfs_files, permanently_delete_lfs_files) and by `/.well-known/openapi.md` of the Hub for references of pull requests.
 * Every method rejects with {@link HubError}.
 */
export class RepoHistory implements RepositoryHistory {
  readonly #requests: RepoRequests;
  readonly #api: string;

  /** @throws HubError when the name is not `owner/name` as the Hub allows it */
  constructor(name: string, hub: Hub) {
    checkRepoName(name);
    this.#requests = new RepoRequests(name, hub);
    this.#api = `/api/datasets/${name}`;
  }

  async references(): Promise<References> {
    const answer = await this.#requests.json(`${this.#api}/refs?include_prs=1`);
    const { branches, pullRequests, converts } = fields(answer);
    const tags = tagsOf(answer);
    if (tags === null || !Array.isArray(branches)) return this.#requests.unreadable();
    const numbered = namesOf(pullRequests, 'ref').flatMap(([ref, commit]) => {
      const number = Number(/^refs\/pr\/(\d+)$/.exec(ref)?.[1]);
      return Number.isSafeInteger(number) ? [[number, commit] as const] : [];
    });
    return {
      branches: new Map(namesOf(branches, 'name')),
      tags,
      pullRequests: new Map(numbered),
      conversions: new Map(namesOf(converts, 'ref')),
    };
  }

  async deleteTag(name: string): Promise<void> {
    await this.#requests.delete(`${this.#api}/tag/${encodeURIComponent(name)}`);
  }

  async createBranch(name: string, commit: string): Promise<boolean> {
    try {
      const path = `${this.#api}/branch/${encodeURIComponent(name)}`;
      await this.#requests.send(path, { startingPoint: commit });
      return true;
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      if ([400, 404, 405, 409].includes(error.status ?? 0)) return error.status === 409;
      throw error;
    }
  }

  async deleteBranch(name: string): Promise<void> {
    await this.#requests.delete(`${this.#api}/branch/${encodeURIComponent(name)}`);
  }

  deletePullRequest(number: number): Promise<boolean> {
    return this.#requests.delete(`${this.#api}/discussions/${number}/ref`);
  }

  async squash(message: string): Promise<void> {
    await this.#requests.send(`${this.#api}/super-squash/main`, { message });
  }

  async *largeFiles(): AsyncGenerator<LargeFile> {
    for (let path: string | null = `${this.#api}/lfs-files`; path !== null; ) {
      const response: Response = await this.#requests.send(path);
      const listed: unknown = await response.json().catch((cause) => this.#requests.unreadable(cause));
      if (!Array.isArray(listed)) this.#requests.unreadable();
      for (const file of listed as unknown[]) yield largeFileOf(file) ?? this.#requests.unreadable();
      path = this.#nextPath(response.headers.get('Link') ?? '');
    }
  }

  async deleteLargeFiles(shas: readonly string[], how: { rewritesHistory: boolean }): Promise<void> {
    for (let start = 0; start < shas.length; start += MOST_DELETIONS) {
      const sha = shas.slice(start, start + MOST_DELETIONS);
      const deletions = { sha, rewriteHistory: how.rewritesHistory };
      await this.#requests.send(`${this.#api}/lfs-files/batch`, { deletions });
    }
  }

  /** Path of the next page, below the endpoint, of which the answer names another address behind a proxy; null for none. */
  #nextPath(link: string): string | null {
    const address = /<([^>]+)>;\s*rel="?next"?/.exec(link)?.[1];
    const url = address === undefined ? null : URL.parse(address, this.#requests.endpoint);
    return url === null ? null : `${this.#api}/lfs-files${url.search}`;
  }
}

/** The names in a list of references, each with its commit. */
function namesOf(list: unknown, key: 'name' | 'ref'): (readonly [string, string])[] {
  return (Array.isArray(list) ? list : []).flatMap((reference: unknown) => {
    const { [key]: name, targetCommit: commit } = fields(reference);
    const isUsable = typeof name === 'string' && typeof commit === 'string' && COMMIT_ID.test(commit);
    return isUsable ? [[name, commit] as const] : [];
  });
}

/** Returns null for an entry that is not a file. */
function largeFileOf(file: unknown): LargeFile | null {
  const { fileOid: sha256, filename, size, pushedAt } = fields(file);
  const time = new Date(typeof pushedAt === 'string' ? pushedAt : Number.NaN);
  const isUsable = typeof sha256 === 'string' && Number.isSafeInteger(size) && !Number.isNaN(time.getTime());
  if (!isUsable) return null;
  return {
    sha256,
    size: size as number,
    path: typeof filename === 'string' ? filename : '',
    pushedAt: time,
  };
}
