import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { explainStatus, HubError } from './hub-error.ts';

/** A wait before a request is sent again, for the log. */
export interface HubWait {
  readonly repo: string;
  readonly reason: string;
  readonly delayMs: number;
}

export interface HubFetchOptions {
  /** Base URL of the Hub without a trailing slash. */
  readonly endpoint: string;
  /** Repo the requests are about, for error messages, as `datasets/owner/name`. */
  readonly repo: string;
  /** Token that takes the place of {@link TOKEN_PLACEHOLDER}. */
  readonly token: () => Promise<string>;
  readonly fetch?: typeof fetch;
  /** Waits between attempts in milliseconds; their number bounds the retries. */
  readonly retryDelaysMs?: readonly number[];
  /** Time limit of one attempt in milliseconds, before the allowance for the size of an upload. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly onWait?: (wait: HubWait) => void;
}

/**
 * Stands for the token in the requests given to {@link createHubFetch}: a request that carries it is signed, any
 * other, such as an upload to a signed address, is not. It looks like a token because `@huggingface/hub` insists.
 */
export const TOKEN_PLACEHOLDER = 'hf_placeholder';

const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000];
const TIMEOUT_MS = 60_000;
/** The Hub commits for up to a minute before it answers. */
const COMMIT_TIMEOUT_MS = 180_000;
/** Slowest upload that is waited for. */
const UPLOAD_BYTES_PER_MS = 100;
/** Rate windows of the Hub last 5 minutes. */
const LONGEST_WAIT_MS = 330_000;
/** Nothing that is read from the Hub into memory is larger; data files are never downloaded. */
const MAX_BODY_BYTES = 16 << 20;
const TRANSIENT_STATUSES = new Set([408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]);
/** Errors of a connection that was never made, so that the request cannot have been carried out. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * A `fetch` for the Hub that `@huggingface/hub` takes as well: it signs requests to the Hub, limits their time,
 * reads the whole answer, and sends again what failed in passing and may safely be sent again, waiting as
 * `Retry-After` or `RateLimit` say (https://huggingface.co/docs/hub/rate-limits). A commit is sent again only when
 * it cannot have been made.
 *
 * @returns a fetch whose promise is fulfilled by successful answers only; it rejects with {@link HubError}
 */
export function createHubFetch(options: HubFetchOptions): typeof fetch {
  const { retryDelaysMs = RETRY_DELAYS_MS, signal } = options;
  return (input, init) => {
    const request = { url: new URL(String(input)), init: init ?? {} };
    return pRetry(() => sendOnce(options, request), {
      retries: retryDelaysMs.length,
      minTimeout: 0,
      maxTimeout: 0,
      signal,
      shouldRetry: ({ error }) => error instanceof FailedAttempt && error.canBeSentAgain,
      onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
        if (!(error instanceof FailedAttempt) || !error.canBeSentAgain || retriesLeft === 0) return;
        const delayMs = error.retryAfterMs ?? retryDelaysMs[attemptNumber - 1];
        if (delayMs > LONGEST_WAIT_MS) throw error;
        options.onWait?.({ repo: options.repo, reason: error.reason, delayMs });
        await sleep(delayMs, undefined, { signal });
      },
    }).catch((error: unknown) => {
      throw error instanceof FailedAttempt ? error.hubError : error;
    });
  };
}

/** One attempt's failure, with what decides about the next attempt. */
class FailedAttempt extends Error {
  readonly hubError: HubError;
  readonly reason: string;
  readonly canBeSentAgain: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    hubError: HubError,
    details: { reason: string; canBeSentAgain: boolean; retryAfterMs?: number },
  ) {
    super(hubError.message);
    this.hubError = hubError;
    this.reason = details.reason;
    this.canBeSentAgain = details.canBeSentAgain;
    this.retryAfterMs = details.retryAfterMs;
  }
}

interface HubRequest {
  readonly url: URL;
  readonly init: RequestInit;
}

async function sendOnce(options: HubFetchOptions, request: HubRequest): Promise<Response> {
  const { url, init } = request;
  const headers = new Headers(init.headers);
  if (headers.get('Authorization') === `Bearer ${TOKEN_PLACEHOLDER}`) {
    headers.set('Authorization', `Bearer ${await options.token()}`);
  }
  const timeout = AbortSignal.timeout(timeLimit(options, request));
  const signals = [timeout, init.signal, options.signal].filter((signal) => signal instanceof AbortSignal);
  let response: Response;
  let body: Uint8Array<ArrayBuffer>;
  try {
    const send = options.fetch ?? fetch;
    response = await send(url, { ...init, headers, signal: AbortSignal.any(signals) });
    body = await readBody(response);
  } catch (error) {
    options.signal?.throwIfAborted();
    init.signal?.throwIfAborted();
    throw failedConnection(options, request, error, timeout.aborted);
  }
  if (!response.ok) throw failedStatus(options, request, response, body);
  const hasBody = ![204, 205, 304].includes(response.status);
  const answer = new Response(hasBody ? body : null, response);
  return Object.defineProperty(answer, 'url', { value: response.url });
}

function timeLimit({ timeoutMs = TIMEOUT_MS }: HubFetchOptions, { url, init }: HubRequest): number {
  if (isCommit(url, init)) return Math.max(timeoutMs, COMMIT_TIMEOUT_MS);
  return timeoutMs + (init.body instanceof Blob ? Math.ceil(init.body.size / UPLOAD_BYTES_PER_MS) : 0);
}

function isCommit(url: URL, init: RequestInit): boolean {
  return init.method === 'POST' && /^\/api\/\w+\/[^/]+\/[^/]+\/commit\//.test(url.pathname);
}

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error(`the answer is larger than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function failedConnection(
  { endpoint, repo }: HubFetchOptions,
  { url, init }: HubRequest,
  error: unknown,
  timedOut: boolean,
): FailedAttempt {
  const code = timedOut ? 'no answer in time' : connectionErrorCode(error);
  const host =
    url.origin === new URL(endpoint).origin ? `The Hub at ${endpoint}` : `The Hub's storage at ${url.origin}`;
  const happened = !NEVER_SENT.has(code);
  const hubError = new HubError(
    `${host} could not be reached for ${repo}: ${code}. Check hub-endpoint and the runner's network, then run the workflow again.`,
    { mayHaveHappened: happened && isCommit(url, init), cause: error },
  );
  return new FailedAttempt(hubError, { reason: code, canBeSentAgain: !hubError.mayHaveHappened });
}

function connectionErrorCode(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
    if (cause.cause === undefined) return cause.message;
  }
  return String(error);
}

function failedStatus(
  { endpoint, repo }: HubFetchOptions,
  { url, init }: HubRequest,
  response: Response,
  body: Uint8Array,
): FailedAttempt {
  const { status } = response;
  const code = response.headers.get('X-Error-Code') ?? undefined;
  const isTransient = TRANSIENT_STATUSES.has(status);
  const happened = isTransient && status !== 429 && isCommit(url, init);
  const message = explainStatus({
    endpoint,
    repo,
    status,
    code,
    reason: serverReason(response, body),
    requestId: response.headers.get('X-Request-Id'),
  });
  return new FailedAttempt(new HubError(message, { status, code, mayHaveHappened: happened }), {
    reason: `status ${status}`,
    canBeSentAgain: isTransient && !happened,
    retryAfterMs: retryAfterMs(response.headers),
  });
}

/** The Hub's own words about a failure, as one short line. */
function serverReason(response: Response, body: Uint8Array): string {
  const text = Buffer.from(body).toString();
  let reason = response.headers.get('X-Error-Message') ?? '';
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && 'error' in json) reason = String(json.error);
  } catch {
    // Not JSON: a proxy's page, of no use to the user.
  }
  return reason
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .slice(0, 300);
}

/** Milliseconds to wait from `Retry-After` (seconds or a date) or `RateLimit: "…";r=…;t=<seconds>`. */
function retryAfterMs(headers: Headers): number | undefined {
  const retryAfter = headers.get('Retry-After');
  if (retryAfter !== null) {
    const seconds = Number(retryAfter);
    const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
    if (!Number.isNaN(wait)) return Math.max(0, wait);
  }
  const reset = /;\s*t=(\d+)/.exec(headers.get('RateLimit') ?? '');
  return reset === null ? undefined : Number(reset[1]) * 1000;
}
