import { getJob, runJob } from '@huggingface/hub';
import { mayHaveActed } from '../http/failed-answer.ts';
import { wasNeverSent } from '../http/failed-connection.ts';
import type { Hub } from './hub.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, TOKEN_PLACEHOLDER } from './hub-fetch.ts';
import { fields } from './repo-state.ts';
import { createWatchedFetch, type WatchedFetch } from './watched-fetch.ts';

/** A Job to run on the Hub's hardware. */
interface JobRequest {
  readonly image: string;
  readonly command: readonly string[];
  readonly flavor: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly timeoutMinutes: number;
}

interface HubJob {
  readonly id: string;
  /** Address of the Job, with its logs, for people. */
  readonly url: string;
  readonly stage: string;
}

const JOB_ID = /^[\w-]{1,100}$/;
const STAGE = /^[A-Z_]{1,40}$/;

type Flavor = Parameters<typeof runJob>[0]['flavor'];

/** The Jobs of a user or an organization on the Hub. Every method rejects with {@link HubError}. */
export class HubJobs {
  readonly #namespace: string;
  readonly #endpoint: string;
  readonly #fetch: typeof fetch;
  readonly #once: WatchedFetch;

  constructor(namespace: string, hub: Hub) {
    const about = { ...hub, repo: `the Jobs of ${namespace}` };
    this.#namespace = namespace;
    this.#endpoint = hub.endpoint;
    this.#fetch = createHubFetch(about);
    this.#once = createWatchedFetch({ ...about, retryDelaysMs: [] });
  }

  /** Starts a Job. The request is sent only once, because each request starts a Job. */
  async run({ image, command, flavor, environment, secrets, timeoutMinutes }: JobRequest): Promise<HubJob> {
    try {
      const job = await runJob({
        ...this.#clientOptions(),
        fetch: this.#once.fetch,
        dockerImage: image,
        command: [...command],
        flavor: flavor as Flavor,
        environment,
        secrets,
        timeoutSeconds: Math.ceil(timeoutMinutes * 60),
      });
      return this.#jobFrom(job);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  /** Reads the current state of a Job. @param signal ends the request */
  async get(jobId: string, signal?: AbortSignal): Promise<HubJob> {
    const send: typeof fetch = (input, init) => this.#fetch(input, { ...init, signal });
    try {
      return this.#jobFrom(await getJob({ ...this.#clientOptions(), fetch: send, jobId }));
    } catch (error) {
      throw error instanceof HubError ? error : this.#unreadable(error);
    }
  }

  #clientOptions() {
    return { namespace: this.#namespace, hubUrl: this.#endpoint, accessToken: TOKEN_PLACEHOLDER };
  }

  #jobFrom(answer: unknown): HubJob {
    const { id, status } = fields(answer);
    const { stage } = fields(status);
    if (typeof id !== 'string' || !JOB_ID.test(id) || typeof stage !== 'string' || !STAGE.test(stage)) {
      throw this.#unreadable();
    }
    return { id, stage, url: `${this.#endpoint}/jobs/${this.#namespace}/${id}` };
  }

  #unreadable(cause?: unknown): HubError {
    const message = `The Hub's answer about the Jobs of ${this.#namespace} could not be read. Check hub-endpoint.`;
    return new HubError(message, { mayHaveHappened: this.#once.mayHaveChanged(), cause });
  }

  #explain(error: unknown): unknown {
    if (!(error instanceof HubError)) return this.#unreadable(error);
    const { status, code } = error;
    if (status === 402 || status === 403) {
      return new HubError(
        `The Hub runs no Job for ${this.#namespace} (${status}). Jobs need credit and a token with permission to run them. Check ${this.#endpoint}/settings/billing and ${this.#endpoint}/settings/tokens.`,
        { status, code, cause: error },
      );
    }
    const mayHaveHappened = mayHaveActed(status) && !wasNeverSent(error);
    return new HubError(error.message, { status, code, mayHaveHappened, cause: error });
  }
}
