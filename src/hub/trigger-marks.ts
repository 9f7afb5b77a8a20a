import { randomBytes } from 'node:crypto';
import { mayHaveActed } from '../http/failed-answer.ts';
import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, TOKEN_PLACEHOLDER } from './hub-fetch.ts';
import { checkRepoName } from './repo-name.ts';
import { fields } from './repo-state.ts';

const HEADERS = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}`, 'Content-Type': 'application/json' };
/** Time in milliseconds for each request by which a cancelled run cleans up. */
const LAST_TIMEOUT_MS = 1500;

/**
 * Marks on the versions of a dataset, stored as tags of its repo. The Hub creates a tag only if the name is free, so
 * only one of several runs succeeds in setting the same mark.
 *
 * If no answer comes, or if a Hub answers with a failure for a tag that exists, the mark may belong to any run, because
 * the Hub shows only the name and the commit of a tag. Therefore each run first sets a claim, a tag with a unique name,
 * and keeps it for as long as the mark is its own. A mark without the claim of another run is one's own.
 */
export class TriggerMarks {
  readonly #dataset: string;
  readonly #api: string;
  readonly #signal: AbortSignal | undefined;
  readonly #fetch: typeof fetch;
  readonly #fetchOnce: typeof fetch;
  /** Continues after the run is cancelled. */
  readonly #fetchLast: typeof fetch;
  /** Own claims, by mark. */
  readonly #claims = new Map<string, string>();

  /** @throws HubError if the name is not `owner/name` as the Hub allows it */
  constructor(dataset: string, hub: Hub) {
    checkRepoName(dataset);
    const shared = { ...hub, repo: `datasets/${dataset}` };
    this.#dataset = dataset;
    this.#api = `${hub.endpoint}/api/datasets/${dataset}`;
    this.#signal = hub.signal;
    this.#fetch = createHubFetch(shared);
    this.#fetchOnce = createHubFetch({ ...shared, retryDelaysMs: [] });
    const last = { retryDelaysMs: [], timeoutMs: LAST_TIMEOUT_MS, signal: undefined };
    this.#fetchLast = createHubFetch({ ...shared, ...last });
  }

  /**
   * Sets a mark on a version.
   *
   * @returns false if it was set already
   * @throws HubError if it could not be set, or if its owner is unclear; the signal's reason if the run is cancelled
   */
  async set(mark: string, version: string, message: string): Promise<boolean> {
    if ((await this.#tags()).has(mark)) return false;
    const claim = `${claimPrefix(mark)}${randomBytes(8).toString('hex')}`;
    let isOurs = false;
    try {
      await this.#claim(claim, version, message);
      isOurs = await this.#take(mark, claim, version, message);
    } finally {
      if (isOurs) this.#claims.set(mark, claim);
      // A claim that stays is harmless: at worst, another run cannot be certain.
      else await this.#delete(claim, this.#fetchLast).catch(() => undefined);
    }
    return isOurs;
  }

  /** Removes a mark that this object set, even if the run is cancelled. A missing mark is no error. */
  async clear(mark: string): Promise<void> {
    const claim = this.#claims.get(mark);
    await this.#delete(mark);
    if (claim !== undefined) await this.#delete(claim);
    this.#claims.delete(mark);
  }

  /** Sets a claim; a repeated request can only find the same claim. */
  async #claim(claim: string, version: string, message: string): Promise<void> {
    try {
      await this.#tag(claim, version, message, this.#fetch);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      if (error.status === 409) return;
      if (mayHaveActed(error.status) && (await this.#tags()).has(claim)) return;
      throw error;
    }
  }

  /** @returns false if the mark belongs to another run */
  async #take(mark: string, claim: string, version: string, message: string): Promise<boolean> {
    try {
      // Sent only once: a repeated request would find its own mark.
      await this.#tag(mark, version, message, this.#fetchOnce);
      return true;
    } catch (error) {
      if (error instanceof HubError && error.status === 409) return false;
      if (error instanceof HubError && !mayHaveActed(error.status)) throw error;
      const tags = await this.#tags();
      if (!tags.has(mark)) throw error;
      const isClaimed = [...tags].some((tag) => tag.startsWith(claimPrefix(mark)) && tag !== claim);
      if (!isClaimed) return true;
      throw new HubError(
        `The tag ${mark} of datasets/${this.#dataset} is set, but several runs tried at the same time, and it is unclear which one set it. Check whether the target was started. If not, set force.`,
        { cause: error },
      );
    }
  }

  async #tag(name: string, version: string, message: string, send: typeof fetch): Promise<void> {
    const url = `${this.#api}/tag/${encodeURIComponent(version)}`;
    await send(url, { method: 'POST', headers: HEADERS, body: JSON.stringify({ tag: name, message }) });
  }

  async #delete(tag: string, send = this.#patientFetch): Promise<void> {
    try {
      await send(`${this.#api}/tag/${encodeURIComponent(tag)}`, { method: 'DELETE', headers: HEADERS });
    } catch (error) {
      if (!(error instanceof HubError && error.status === 404)) throw error;
    }
  }

  async #tags(): Promise<ReadonlySet<string>> {
    const response = await this.#patientFetch(`${this.#api}/refs`, { headers: HEADERS });
    const { tags } = fields(await response.json().catch(() => null));
    if (Array.isArray(tags)) {
      return new Set(tags.map((tag) => fields(tag).name).filter((name) => typeof name === 'string'));
    }
    throw new HubError(
      `The Hub's answer about datasets/${this.#dataset} could not be read. Check hub-endpoint.`,
    );
  }

  /** Repeats requests that failed temporarily, until the run is cancelled. */
  get #patientFetch(): typeof fetch {
    return this.#signal?.aborted ? this.#fetchLast : this.#fetch;
  }
}

/** Returns the beginning of the names of all claims to a mark. */
function claimPrefix(mark: string): string {
  return `${mark}-by-`;
}
