import pRetry from 'p-retry';
import { oneLine } from '../dataset/markdown.ts';
import { explainStatus } from './explain-status.ts';

/** What went wrong with W&B, in the user's words. */
export class WandbError extends Error {
  /** True when the same request may succeed a moment later. */
  readonly isTransient: boolean;

  constructor(message: string, details: { isTransient: boolean; cause?: unknown }) {
    super(message, { cause: details.cause });
    this.name = 'WandbError';
    this.isTransient = details.isTransient;
  }
}

export interface WandbApiOptions {
  readonly apiKey: string;
  /** Base URL of the API without a trailing slash. */
  readonly baseUrl: string;
  /** Ends every request and every wait. */
  readonly signal: AbortSignal;
  readonly fetch?: typeof fetch;
  /** Time limit of one attempt in milliseconds. */
  readonly timeoutMs?: number;
  /** Wait in milliseconds before the one further attempt. */
  readonly retryDelayMs?: number;
}

/** Posts JSON to a path of the API and gives back the JSON it answers. @throws WandbError */
export type WandbApi = (path: string, body: object) => Promise<unknown>;

const TIMEOUT_MS = 10_000;
const RETRY_DELAY_MS = 1000;
const TRANSIENT_STATUSES = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Speaks to W&B's API: JSON, signed with Basic `api:<key>` as its Python client does. What fails in passing is sent
 * a second time; every call here may be.
 */
export function createWandbApi(options: WandbApiOptions): WandbApi {
  const { retryDelayMs = RETRY_DELAY_MS, signal } = options;
  return (path, body) =>
    pRetry(() => post(options, path, body), {
      retries: 1,
      minTimeout: retryDelayMs,
      maxTimeout: retryDelayMs,
      signal,
      shouldRetry: ({ error }) => error instanceof WandbError && error.isTransient,
    });
}

async function post(options: WandbApiOptions, path: string, body: object): Promise<unknown> {
  const { apiKey, baseUrl, signal, timeoutMs = TIMEOUT_MS } = options;
  const send = options.fetch ?? fetch;
  const timeout = AbortSignal.timeout(timeoutMs);
  let status: number;
  let text: string;
  try {
    const response = await send(`${baseUrl}${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`,
        'Content-Type': 'application/json',
        'User-Agent': 'prepare-dataset',
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.any([timeout, signal]),
    });
    status = response.status;
    text = await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    const reason = timeout.aborted ? `did not answer within ${timeoutMs / 1000} s` : connectionProblem(cause);
    throw new WandbError(
      `W&B at ${baseUrl} ${reason}. Check wandb-base-url and the runner's network, or https://status.wandb.com.`,
      { isTransient: true, cause },
    );
  }
  const answer = parseJson(text);
  const said = serverReason(answer, apiKey);
  if (status < 200 || status > 299) {
    const isTransient = TRANSIENT_STATUSES.has(status);
    throw new WandbError(explainStatus({ baseUrl, status, said }), { isTransient });
  }
  if (answer === undefined) {
    const message = `${baseUrl} does not answer as W&B does. Check wandb-base-url.`;
    throw new WandbError(message, { isTransient: false });
  }
  if (said !== '') throw new WandbError(`W&B refused a request: ${said}.`, { isTransient: false });
  return answer;
}

function connectionProblem(error: unknown): string {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return `could not be reached: ${code}`;
  return cause === undefined ? 'could not be reached' : connectionProblem(cause);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The server's own words about a failure, as one short line; GraphQL tells some failures with status 200. */
function serverReason(answer: unknown, apiKey: string): string {
  const { errors, error } = Object(answer) as { errors?: unknown; error?: unknown };
  const told = Array.isArray(errors) ? Object(errors[0]).message : error;
  if (typeof told !== 'string') return '';
  return oneLine(told.replaceAll(apiKey, '…'))
    .replace(/[.\s]+$/, '')
    .slice(0, 200);
}
