import { getJob, runJob } from '@huggingface/hub';
import { HubError } from './hub-error.ts';
import { createHubFetch, type HubFetchOptions, TOKEN_PLACEHOLDER } from './hub-fetch.ts';

/** A Job to be run on the Hub's hardware. */
export interface JobRequest {
  readonly image: string;
  readonly command: readonly string[];
  readonly flavor: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly timeoutMinutes: number;
}

export interface HubJob {
  readonly id: string;
  /** Address of the Job, with its logs, for people. */
  readonly url: string;
  readonly stage: string;
}

type Flavor = Parameters<typeof runJob>[0]['flavor'];

/** The Jobs of a user or an organization on the Hub. Every method rejects with {@link HubError}. */
export class HubJobs {
  readonly #namespace: string;
  readonly #endpoint: string;
  readonly #fetch: typeof fetch;
  readonly #fetchOnce: typeof fetch;

  constructor(namespace: string, options: Omit<HubFetchOptions, 'repo'>) {
    this.#namespace = namespace;
    this.#endpoint = options.endpoint;
    this.#fetch = createHubFetch({ ...options, repo: `the Jobs of ${namespace}` });
    this.#fetchOnce = createHubFetch({ ...options, repo: `the Jobs of ${namespace}`, retryDelaysMs: [] });
  }

  /** Starts a Job. It is asked for once only, since each request starts one. */
  async run({ image, command, flavor, environment, secrets, timeoutMinutes }: JobRequest): Promise<HubJob> {
    try {
      const job = await runJob({
        ...this.#clientOptions(),
        fetch: this.#fetchOnce,
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

  /** A Job as it is now. */
  async get(jobId: string): Promise<HubJob> {
    return this.#jobFrom(await getJob({ ...this.#clientOptions(), fetch: this.#fetch, jobId }));
  }

  #clientOptions() {
    return { namespace: this.#namespace, hubUrl: this.#endpoint, accessToken: TOKEN_PLACEHOLDER };
  }

  #jobFrom(answer: Awaited<ReturnType<typeof runJob>>): HubJob {
    const { id, status } = answer ?? {};
    if (typeof id !== 'string' || typeof status?.stage !== 'string') {
      throw new HubError(`The Hub's answer about the Jobs of ${this.#namespace} could not be read.`, {
        mayHaveHappened: true,
      });
    }
    return {
      id,
      stage: status.stage,
      url: `${this.#endpoint}/jobs/${this.#namespace}/${encodeURIComponent(id)}`,
    };
  }

  #explain(error: unknown): unknown {
    if (!(error instanceof HubError)) {
      return new HubError(`The Hub's answer about a Job of ${this.#namespace} could not be read.`, {
        mayHaveHappened: true,
        cause: error,
      });
    }
    const { status, code } = error;
    if (status === 402 || status === 403) {
      return new HubError(
        `The Hub runs no Job for ${this.#namespace} (${status}). Jobs need credit, and a token that may run them: see ${this.#endpoint}/settings/billing and ${this.#endpoint}/settings/tokens.`,
        { status, code, cause: error },
      );
    }
    const mayHaveHappened = error.mayHaveHappened || status === undefined || status >= 500;
    return new HubError(error.message, { status, code, mayHaveHappened, cause: error });
  }
}
