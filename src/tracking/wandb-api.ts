import { isPassing } from '../http/failed-answer.ts';
import { connectionProblem } from '../http/failed-connection.ts';
import { anySignal, FailedAttempt, retry } from '../http/retry.ts';
import { oneLine } from '../text/markdown.ts';
import { explainStatus } from './explain-status.ts';

/** An error of W&B, in words for users. */
class WandbError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'WandbError';
  }
}

interface WandbApiOptions {
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

/** Posts JSON to a path of the API and returns the JSON of the answer. @throws WandbError */
export type WandbApi = (path: string, body: object) => Promise<unknown>;

const TIMEOUT_MS = 10_000;
const RETRY_DELAY_MS = 1000;

/**
 * Calls W&B's API: JSON, signed with Basic `api:<key>` like its Python client. A call that failed temporarily is
 * repeated once, which is safe for every call here.
 */
export function createWandbApi(options: WandbApiOptions): WandbApi {
  const { retryDelayMs = RETRY_DELAY_MS, signal } = options;
  return (path, body) => retry(() => post(options, path, body), { delaysMs: [retryDelayMs], signal });
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
      signal: anySignal(timeout, signal),
    });
    status = response.status;
    text = await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    const code = connectionProblem(cause);
    const problem = timeout.aborted
      ? `did not answer within ${timeoutMs / 1000} s`
      : `could not be reached${code === '' ? '' : `: ${code}`}`;
    const error = new WandbError(
      `W&B at ${baseUrl} ${problem}. Check wandb-base-url and the runner's network, or https://status.wandb.com.`,
      cause,
    );
    throw new FailedAttempt(error, { reason: problem, canBeRepeated: true });
  }
  const answer = parseJson(text);
  const said = serverReason(answer, apiKey);
  if (status < 200 || status > 299) {
    const error = new WandbError(explainStatus({ baseUrl, status, said }));
    throw new FailedAttempt(error, { reason: `status ${status}`, canBeRepeated: isPassing(status) });
  }
  if (answer === undefined) {
    throw new WandbError(`${baseUrl} does not answer like W&B. Check wandb-base-url.`);
  }
  if (said !== '') throw new WandbError(`W&B refused a request: ${said}.`);
  return answer;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the server's own words about a failure, as one short line; GraphQL reports some failures with status 200. */
function serverReason(answer: unknown, apiKey: string): string {
  const { errors, error } = Object(answer) as { errors?: unknown; error?: unknown };
  const message = Array.isArray(errors) ? Object(errors[0]).message : error;
  if (typeof message !== 'string') return '';
  return oneLine(message.replaceAll(apiKey, '…'))
    .replace(/[.\s]+$/, '')
    .slice(0, 200);
}
