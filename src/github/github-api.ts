import { setTimeout as sleep } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import pRetry from 'p-retry';
import { fieldsOf } from './answer.ts';
import { explainFailure, type GitHubCall } from './explain-failure.ts';

/** What went wrong with GitHub, in the user's words. */
export class GitHubApiError extends Error {
  /** HTTP status, undefined when no answer arrived. */
  readonly status: number | undefined;
  /** True when GitHub may have carried out the request although it was not confirmed. */
  readonly mayHaveHappened: boolean;

  constructor(message: string, details: { status?: number; mayHaveHappened: boolean; cause: unknown }) {
    super(message, { cause: details.cause });
    this.name = 'GitHubApiError';
    this.status = details.status;
    this.mayHaveHappened = details.mayHaveHappened;
  }
}

export interface GitHubApiOptions {
  readonly token: string;
  /** Base URL of the API. */
  readonly apiUrl: string;
  /** Waits in milliseconds before a request that was not carried out is sent again. */
  readonly retryDelaysMs?: readonly number[];
  /** Longest wait for the rate limit in milliseconds; a longer one fails the call. */
  readonly longestWaitMs?: number;
  /** Time in milliseconds an answer may take. */
  readonly timeoutMs?: number;
  /** Ends what is under way; a call then rejects, and says whether it may have been carried out. */
  readonly signal?: AbortSignal;
  readonly onWait?: (wait: { action: string; reason: string; delayMs: number }) => void;
}

const RETRY_DELAYS_MS = [1000, 4000, 10_000];
const TIMEOUT_MS = 30_000;
/** A longer wait for the rate limit is not worth a runner's time. */
const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * Calls GitHub's API. A call that GitHub turned away for its rate limit, or that never reached it, is made again;
 * so is one that only reads. Any other is made once, because it may have been carried out.
 *
 * @returns a function that rejects with {@link GitHubApiError}
 */
export function createGitHubApi(options: GitHubApiOptions): (call: GitHubCall) => Promise<unknown> {
  const { token, apiUrl, retryDelaysMs = RETRY_DELAYS_MS, onWait, signal } = options;
  const { longestWaitMs = LONGEST_WAIT_MS, timeoutMs = TIMEOUT_MS } = options;
  // Its own fetch would look for a proxy by itself, and word a failure of it differently.
  const octokit = getOctokit(token, { baseUrl: apiUrl, request: { fetch } });
  return (call) => {
    const attempt = async (): Promise<unknown> => {
      const limits = [AbortSignal.timeout(timeoutMs), signal].filter((limit) => limit !== undefined);
      const request = { signal: AbortSignal.any(limits) };
      try {
        return (await octokit.request(call.route, { ...call.parameters, request })).data;
      } catch (error) {
        throw signal?.aborted ? cancelledCall(call, error) : new FailedCall(call, error);
      }
    };
    return pRetry(attempt, {
      retries: retryDelaysMs.length,
      minTimeout: 0,
      maxTimeout: 0,
      signal,
      shouldRetry: ({ error }) => error instanceof FailedCall && error.canBeMadeAgain,
      onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
        if (!(error instanceof FailedCall) || !error.canBeMadeAgain || retriesLeft === 0) return;
        const delayMs = error.waitMs ?? retryDelaysMs[attemptNumber - 1];
        if (delayMs > longestWaitMs) throw error;
        onWait?.({ action: call.action, reason: error.reason, delayMs });
        await sleep(delayMs, undefined, { signal });
      },
    }).catch((error: unknown) => {
      if (!(error instanceof FailedCall)) throw error;
      const { status, mayHaveHappened, cause } = error;
      throw new GitHubApiError(error.message, { status, mayHaveHappened, cause });
    });
  };
}

/** A call the run was cancelled during. */
function cancelledCall({ action, route }: GitHubCall, cause: unknown): GitHubApiError {
  const mayHaveHappened = !route.startsWith('GET ');
  return new GitHubApiError(`Asking GitHub to ${action} was broken off.`, { mayHaveHappened, cause });
}

/** Errors of a connection that was never made, so that the call cannot have been carried out. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

interface RequestFailure {
  readonly status?: number;
  readonly response?: { readonly headers: Readonly<Record<string, string | undefined>>; data?: unknown };
}

/** One failed call, with what decides about the next. */
class FailedCall extends Error {
  readonly status: number | undefined;
  readonly reason: string;
  readonly mayHaveHappened: boolean;
  readonly canBeMadeAgain: boolean;
  readonly waitMs: number | undefined;

  constructor(call: GitHubCall, cause: unknown) {
    const { status, response } = cause as RequestFailure;
    // Without a response octokit reports a broken connection as status 500.
    const answered = response === undefined ? undefined : status;
    const { message: said } = fieldsOf(response?.data);
    const headers = response?.headers ?? {};
    const codes = errorCodes(cause);
    const wasNeverSent = codes.some((code) => NEVER_SENT.has(code));
    const isLimited =
      answered === 429 ||
      (answered === 403 &&
        (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined));
    super(
      explainFailure(call, {
        status: answered,
        isLimited,
        said: typeof said === 'string' ? said : '',
        headers,
        code: codes[0] ?? '',
      }),
      { cause },
    );
    const isRead = call.route.startsWith('GET ');
    const isUnclear = !wasNeverSent && (answered === undefined || answered >= 500);
    this.status = answered;
    this.reason = isLimited
      ? 'with its rate limit'
      : answered === undefined
        ? 'nothing'
        : `status ${answered}`;
    this.mayHaveHappened = isUnclear && !isRead;
    this.canBeMadeAgain = isLimited || wasNeverSent || (isUnclear && isRead);
    this.waitMs = isLimited ? waitOf(headers) : undefined;
  }
}

/** Wait for the rate limit when GitHub does not tell one. */
const UNTOLD_WAIT_MS = 60_000;

function waitOf(headers: Readonly<Record<string, string | undefined>>): number {
  const after = headers['retry-after'];
  const waitMs =
    after === undefined ? Number(headers['x-ratelimit-reset']) * 1000 - Date.now() : Number(after) * 1000;
  return Number.isNaN(waitMs) ? UNTOLD_WAIT_MS : Math.max(0, waitMs);
}

/** Codes of an error and of what caused it, outermost first. */
function errorCodes(error: unknown): string[] {
  const codes: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') codes.push(cause.code);
  }
  return codes;
}
