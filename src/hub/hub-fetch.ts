import { FileBlob } from '../files/file-blob.ts';
import { anySignal, type RetryWait, retry } from '../http/retry.ts';
import { failedConnection, failedStatus } from './failed-attempt.ts';
import { HubRequest } from './hub-request.ts';

/** A wait before a request is repeated, for the log. */
export interface HubWait extends RetryWait {
  readonly repo: string;
}

export interface HubFetchOptions {
  /** Base URL of the Hub without a trailing slash. */
  readonly endpoint: string;
  /** Repo of the requests, for error messages, as `datasets/owner/name`. */
  readonly repo: string;
  /** Token for a repo, which replaces {@link TOKEN_PLACEHOLDER}. */
  readonly token: (repo: string) => Promise<string>;
  readonly fetch?: typeof fetch;
  /** Waits between attempts in milliseconds; their number limits the retries. */
  readonly retryDelaysMs?: readonly number[];
  /** Time limit of one attempt in milliseconds; an upload gets more by its size. */
  readonly timeoutMs?: number;
  /** Bytes of the largest answer that is read; default 16 MiB. */
  readonly mostBytes?: number;
  readonly signal?: AbortSignal;
  readonly onWait?: (wait: HubWait) => void;
  /** Called after a file was sent, with its size. */
  readonly onUploaded?: (repo: string, bytes: number) => void;
}

/**
 * Replaces the token in the requests to {@link createHubFetch}. A request that carries it is signed; any other, such as
 * an upload to a signed address, is not. It looks like a token because `@huggingface/hub` checks that.
 */
export const TOKEN_PLACEHOLDER = 'hf_placeholder';

const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000];
const TIMEOUT_MS = 60_000;
/** The Hub takes up to a minute for a commit before it answers. */
const COMMIT_TIMEOUT_MS = 180_000;
/** Speed of the slowest upload that is waited for. */
const UPLOAD_BYTES_PER_MS = 100;
/** Rate windows of the Hub last 5 minutes. */
const LONGEST_WAIT_MS = 330_000;
/** Nothing that is read from the Hub into memory is larger, unless data files are asked for. */
const MAX_BODY_BYTES = 16 << 20;

/**
 * Creates a `fetch` for the Hub that `@huggingface/hub` accepts as well. It signs requests to the Hub, limits their
 * time, reads the whole answer, and repeats requests that failed temporarily and are safe to repeat. Before that it
 * waits as `Retry-After` or `RateLimit` ask (https://huggingface.co/docs/hub/rate-limits). A commit is repeated only if
 * it cannot have been made.
 *
 * @returns a fetch whose promise is fulfilled by successful answers only; it rejects with {@link HubError}, or
 * OwnFileError for a body that is a missing file
 */
export function createHubFetch(options: HubFetchOptions): typeof fetch {
  const { retryDelaysMs: delaysMs = RETRY_DELAYS_MS, repo, onWait } = options;
  return (input, init) => {
    const request = new HubRequest(new URL(String(input)), init ?? {}, options);
    return retry(() => sendOnce(options, request), {
      delaysMs,
      longestWaitMs: LONGEST_WAIT_MS,
      signal: anySignal(options.signal, init?.signal),
      onWait: (wait) => onWait?.({ repo, ...wait }),
    });
  };
}

async function sendOnce(options: HubFetchOptions, request: HubRequest): Promise<Response> {
  const { url, init } = request;
  const headers = new Headers(init.headers);
  if (headers.get('Authorization') === `Bearer ${TOKEN_PLACEHOLDER}`) {
    if (request.isToHub) headers.set('Authorization', `Bearer ${await options.token(options.repo)}`);
    else headers.delete('Authorization');
  }
  const timeout = AbortSignal.timeout(timeLimit(options, request));
  const signal = anySignal(timeout, init.signal, options.signal);
  let response: Response;
  let body: Uint8Array<ArrayBuffer>;
  try {
    const send = options.fetch ?? fetch;
    // A redirect to another place would carry the body along: a commit, or the job's identity.
    const redirect = request.mayBeRedirected ? 'follow' : 'manual';
    response = await send(url, { ...init, headers, redirect, signal });
    body = await readBody(response, options.mostBytes);
  } catch (error) {
    options.signal?.throwIfAborted();
    init.signal?.throwIfAborted();
    if (init.body instanceof FileBlob && init.body.failure !== null) throw init.body.failure;
    throw failedConnection(request, error, timeout.aborted);
  }
  if (!response.ok) throw failedStatus(request, response, body);
  if (init.body instanceof Blob) options.onUploaded?.(options.repo, init.body.size);
  const hasBody = ![204, 205, 304].includes(response.status);
  const answer = new Response(hasBody ? body : null, response);
  return Object.defineProperty(answer, 'url', { value: response.url });
}

function timeLimit({ timeoutMs = TIMEOUT_MS }: HubFetchOptions, { init, isLong }: HubRequest): number {
  if (isLong) return Math.max(timeoutMs, COMMIT_TIMEOUT_MS);
  return timeoutMs + (init.body instanceof Blob ? Math.ceil(init.body.size / UPLOAD_BYTES_PER_MS) : 0);
}

async function readBody(response: Response, mostBytes = MAX_BODY_BYTES): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw new Error(`the answer is larger than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
