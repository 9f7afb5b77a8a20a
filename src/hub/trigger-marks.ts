import { randomBytes } from 'node:crypto';
import { mayHaveActed } from '../http/failed-answer.ts';
import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, TOKEN_PLACEHOLDER } from './hub-fetch.ts';
import { checkRepoName } from './repo-name.ts';
import { fields } from './repo-state.ts';

const HEADERS = { Authorization: `Bearer ${TOKEN_PLACEHOLDER}`, 'Content-Type': 'application/json' };
/** Time in milliseconds of each request by which a cancelled run puts things right. */
const LAST_TIMEOUT_MS = 1500;

/**
 * Marks on the versions of a dataset, kept as tags of its repo. The Hub makes a tag only when there is none of that
 * name, so that of several who set the same mark one alone succeeds.
 *
 * When no answer comes, or a failure as some Hubs answer for a tag that exists, the mark that is there then may be
 * anyone's, for the Hub tells of a tag no more than its name and commit. Therefore each who sets a mark first sets a
 * claim, a tag of a name nobody else uses, and keeps it for as long as the mark is theirs: a mark without anyone
 * else's claim is one's own.
 */
export class TriggerMarks {
  readonly #dataset: string;
  readonly #api: string;
  readonly #signal: AbortSignal | undefined;
  readonly #fetch: typeof fetch;
  readonly #fetchOnce: typeof fetch;
  /** Goes on when the run is cancelled. */
  readonly #fetchLast: typeof fetch;
  /** Own claims, by mark. */
  readonly #claims = new Map<string, string>();

  /** @throws HubError when the name is not `owner/name` as the Hub allows it */
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
   * @returns false when it was set already
   * @throws HubError when it could not be set, or when nobody can tell whose it is; the signal's reason when cancelled
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
      // One that stays behind harms nobody: at worst, it keeps another run from being certain.
      else await this.#delete(claim, this.#fetchLast).catch(() => undefined);
    }
    return isOurs;
  }

  /** Takes a mark that this has set away, also when the run is cancelled; one that is not there is left so. */
  async clear(mark: string): Promise<void> {
    const claim = this.#claims.get(mark);
    await this.#delete(mark);
    if (claim !== undefined) await this.#delete(claim);
    this.#claims.delete(mark);
  }

  /** Sets a claim; sent again it can only find itself. */
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

  /** @returns false when the mark is another's */
  async #take(mark: string, claim: string, version: string, message: string): Promise<boolean> {
    try {
      // Sent once only: sent again it would find its own mark.
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
        `The tag ${mark} of datasets/${this.#dataset} is set, but it is not certain by which of the runs that tried at the same time. Look whether what it stands for was started; if not, set force.`,
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

  /** Sends again what failed in passing, as long as the run goes on. */
  get #patientFetch(): typeof fetch {
    return this.#signal?.aborted ? this.#fetchLast : this.#fetch;
  }
}

/** What the names of all claims to a mark begin with. */
function claimPrefix(mark: string): string {
  return `${mark}-by-`;
}
