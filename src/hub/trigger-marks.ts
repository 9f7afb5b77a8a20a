import { HubError } from './hub-error.ts';
import { createHubFetch, type HubFetchOptions, TOKEN_PLACEHOLDER } from './hub-fetch.ts';
import { checkRepoName } from './repo-name.ts';

/**
 * Marks on the versions of a dataset, kept as tags of its repo. The Hub makes a tag only when there is none of that
 * name, so that of several who set the same mark one alone succeeds.
 */
export class TriggerMarks {
  readonly #dataset: string;
  readonly #api: string;
  readonly #fetch: typeof fetch;
  readonly #fetchOnce: typeof fetch;

  /** @throws HubError when the name is not `owner/name` as the Hub allows it */
  constructor(dataset: string, options: Omit<HubFetchOptions, 'repo'>) {
    checkRepoName(dataset);
    this.#dataset = dataset;
    this.#api = `${options.endpoint}/api/datasets/${dataset}`;
    this.#fetch = createHubFetch({ ...options, repo: `datasets/${dataset}` });
    this.#fetchOnce = createHubFetch({ ...options, repo: `datasets/${dataset}`, retryDelaysMs: [] });
  }

  /** Sets a mark on a version. @returns false when it was set already */
  async set(mark: string, version: string, message: string): Promise<boolean> {
    if (await this.#isSet(mark)) return false;
    try {
      // Sent once only: sent again it would find its own mark.
      await this.#fetchOnce(`${this.#api}/tag/${encodeURIComponent(version)}`, {
        method: 'POST',
        headers: HEADERS,
        body: JSON.stringify({ tag: mark, message }),
      });
      return true;
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      if (error.status === 409) return false;
      const mayHaveHappened = error.status === undefined || error.status >= 500;
      if (mayHaveHappened && (await this.#isSet(mark))) return true;
      throw error;
    }
  }

  /** Takes a mark away; one that is not there is left so. */
  async clear(mark: string): Promise<void> {
    try {
      const url = `${this.#api}/tag/${encodeURIComponent(mark)}`;
      await this.#fetch(url, { method: 'DELETE', headers: HEADERS });
    } catch (error) {
      if (!(error instanceof HubError && error.status === 404)) throw error;
    }
  }

  async #isSet(mark: string): Promise<boolean> {
    const response = await this.#fetch(`${this.#api}/refs`, { headers: HEADERS });
    const answer: unknown = await response.json().catch(() => null);
    const tags = (answer as { tags?: { name: string }[] } | null)?.tags;
    if (Array.isArray(tags)) return tags.some(({ name }) => name === mark);
    throw new HubError(
      `The Hub's answer about datasets/${this.#dataset} could not be read. Check hub-endpoint.`,
    );
  }
}

const HEADERS = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}`, 'Content-Type': 'application/json' };
