import { randomBytes } from 'node:crypto';
import { appUrlOf } from './explain-status.ts';
import { createWandbApi, type WandbApi } from './wandb-api.ts';
import {
  ALERT_MUTATION,
  alertVariables,
  UPSERT_MUTATION,
  upsertVariables,
  type WandbAlert,
  type WandbRunAddress,
  type WandbRunStart,
} from './wandb-mutations.ts';

/** The end of a run. */
export interface WandbRunEnd {
  /** Values by metric name. */
  readonly metrics: Readonly<Record<string, string | number>>;
  readonly alerts: readonly WandbAlert[];
  /** One of {@link EXIT_CODES}. */
  readonly exitCode: number;
}

export interface WandbRunOptions extends WandbRunStart {
  readonly apiKey: string;
  /** Base URL of the API without a trailing slash, for example `https://api.wandb.ai`. */
  readonly baseUrl: string;
  readonly fetch?: typeof fetch;
  /** Time limit of one request in milliseconds. */
  readonly requestTimeoutMs?: number;
  readonly retryDelayMs?: number;
}

const TIMEOUT_MS = 20_000;
/** Exit codes of W&B's Python client, by the outcome of a run. */
export const EXIT_CODES = { success: 0, failure: 1, cancelled: 255 } as const;
/** GitHub kills a cancelled step 10 s after the signal, and the step has other work to do. */
const INTERRUPTED_TIMEOUT_MS = 3000;

/**
 * A run on W&B. It is started in the background, and only {@link finish} waits for the start.
 *
 * The requests hold what W&B's Python client sends, see test/interop/wandb_client.py.
 */
export class WandbRun {
  readonly #options: WandbRunOptions;
  readonly #api: WandbApi;
  readonly #abort = new AbortController();
  readonly #id = newRunId();
  readonly #startedAt = Date.now();
  readonly #created: Promise<WandbRunAddress>;

  constructor(options: WandbRunOptions) {
    this.#options = options;
    const { apiKey, baseUrl, fetch, requestTimeoutMs: timeoutMs, retryDelayMs } = options;
    const { signal } = this.#abort;
    this.#api = createWandbApi({ apiKey, baseUrl, fetch, timeoutMs, retryDelayMs, signal });
    this.#created = this.#create();
    this.#created.catch(() => {});
  }

  /**
   * Reports how the run ended. If W&B refuses one part, the others are still sent.
   *
   * @param timeoutMs longest wait for W&B in milliseconds, including the run's start; by default 20 s, or 3 s if the run was
   *   interrupted
   * @returns address of the run's page
   * @throws the first error
   */
  async finish(
    { metrics, alerts, exitCode }: WandbRunEnd,
    timeoutMs = exitCode === EXIT_CODES.cancelled ? INTERRUPTED_TIMEOUT_MS : TIMEOUT_MS,
  ): Promise<string> {
    const late = new Error(
      `W&B did not take the run within ${timeoutMs / 1000} s. Check its state at https://status.wandb.com.`,
    );
    const timer = setTimeout(() => this.#abort.abort(late), timeoutMs);
    try {
      const address = await this.#created;
      const sent = await Promise.allSettled([
        this.#complete(address, metrics, exitCode),
        ...alerts.map((alert) => this.#sendAlert(address, alert)),
      ]);
      const failed = sent.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
      return `${appUrlOf(this.#options.baseUrl)}/${projectPath(address)}/runs/${address.id}`;
    } finally {
      clearTimeout(timer);
    }
  }

  async #create(): Promise<WandbRunAddress> {
    const variables = upsertVariables(this.#id, this.#options);
    const answer = (await this.#api('/graphql', { query: UPSERT_MUTATION, variables })) as {
      data?: { upsertBucket?: { bucket?: { project?: { name?: string; entity?: { name?: string } } } } };
    };
    const { baseUrl, project } = this.#options;
    const found = answer.data?.upsertBucket?.bucket?.project;
    const entity = found?.entity?.name;
    if (entity === undefined) throw new Error(`${baseUrl} does not answer like W&B. Check wandb-base-url.`);
    return { entity, project: found?.name ?? project, id: this.#id };
  }

  async #sendAlert(address: WandbRunAddress, alert: WandbAlert): Promise<void> {
    const variables = alertVariables(address, alert);
    await this.#api('/graphql', { query: ALERT_MUTATION, variables });
  }

  /**
   * Writes the one row of the run's history and its summary, and completes the run; otherwise W&B would show it as
   * crashed.
   */
  async #complete(
    address: WandbRunAddress,
    metrics: WandbRunEnd['metrics'],
    exitcode: number,
  ): Promise<void> {
    const now = Date.now();
    const runtime = (now - this.#startedAt) / 1000;
    const row = { ...metrics, _step: 0, _runtime: runtime, _timestamp: now / 1000 };
    const summary = { ...row, _wandb: { runtime: Math.round(runtime) } };
    await this.#api(`/files/${projectPath(address)}/${address.id}/file_stream`, {
      files: {
        'wandb-history.jsonl': { offset: 0, content: [JSON.stringify(row)] },
        'wandb-summary.json': { offset: 0, content: [JSON.stringify(summary)] },
      },
      complete: true,
      exitcode,
    });
  }
}

function projectPath({ entity, project }: WandbRunAddress): string {
  return `${encodeURIComponent(entity)}/${encodeURIComponent(project)}`;
}

/** Returns eight lower-case letters and digits, the form that W&B's clients choose. */
function newRunId(): string {
  return Array.from(randomBytes(8), (byte) => (byte % 36).toString(36)).join('');
}
