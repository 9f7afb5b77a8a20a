import { getOctokit } from '@actions/github';
import { isPassing, mayHaveActed, waitMsOf } from '../http/failed-answer.ts';
import { connectionProblem, wasNeverSent } from '../http/failed-connection.ts';
import { anySignal, FailedAttempt, type RetryWait, retry } from '../http/retry.ts';
import { fieldsOf, textOf } from './answer.ts';
import { explainFailure, type GitHubCall } from './explain-failure.ts';

/** An error of GitHub, in words for users. */
export class GitHubApiError extends Error {
  /** HTTP status, undefined when no answer arrived. */
  readonly status: number | undefined;
  /** True if GitHub may have carried out the request although it was not confirmed. */
  readonly mayHaveHappened: boolean;

  constructor(message: string, details: { status?: number; mayHaveHappened: boolean; cause: unknown }) {
    super(message, { cause: details.cause });
    this.name = 'GitHubApiError';
    this.status = details.status;
    this.mayHaveHappened = details.mayHaveHappened;
  }
}

/** A wait before a call is repeated, for the log. */
export interface GitHubWait extends RetryWait {
  readonly action: string;
}

export interface GitHubApiOptions {
  readonly token: string;
  /** Base URL of the API. */
  readonly apiUrl: string;
  /** Waits in milliseconds before a request that was not carried out is repeated. */
  readonly retryDelaysMs?: readonly number[];
  /** Longest wait for the rate limit in milliseconds; a longer wait fails the call. */
  readonly longestWaitMs?: number;
  /** Time in milliseconds for an answer. */
  readonly timeoutMs?: number;
  /** Ends the current call, which then rejects and reports whether it may have been carried out. */
  readonly signal?: AbortSignal;
  readonly onWait?: (wait: GitHubWait) => void;
}

const RETRY_DELAYS_MS = [1000, 4000, 10_000];
const TIMEOUT_MS = 30_000;
/** A longer wait for the rate limit is not worth the time of a runner. */
const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * Calls GitHub's API. A call that GitHub turned away for its rate limit, or that never reached it, is repeated. So is a
 * call that only reads. Any other call is made once, because it may have been carried out.
 *
 * @returns a function that rejects with {@link GitHubApiError}
 */
export function createGitHubApi(options: GitHubApiOptions): (call: GitHubCall) => Promise<unknown> {
  const { token, apiUrl, retryDelaysMs: delaysMs = RETRY_DELAYS_MS, onWait } = options;
  const { longestWaitMs = LONGEST_WAIT_MS, timeoutMs = TIMEOUT_MS } = options;
  // octokit's own fetch would look for a proxy by itself, and describe its failure differently.
  const octokit = getOctokit(token, { baseUrl: apiUrl, request: { fetch } });
  return (call) => {
    const { route, action, parameters } = call;
    const signal = anySignal(options.signal, call.signal);
    const attempt = async (): Promise<unknown> => {
      const request = { signal: anySignal(AbortSignal.timeout(timeoutMs), signal) };
      try {
        return (await octokit.request(route, { ...parameters, request })).data;
      } catch (error) {
        throw signal.aborted ? brokenOff(call, error) : failedCall(call, error);
      }
    };
    return retry(attempt, {
      delaysMs,
      longestWaitMs,
      signal,
      onWait: (wait) => onWait?.({ action, ...wait }),
    });
  };
}

/** A call that was ended while it was in progress. */
function brokenOff({ action, route }: GitHubCall, cause: unknown): GitHubApiError {
  const mayHaveHappened = !route.startsWith('GET ');
  return new GitHubApiError(`The request to ${action} was cancelled.`, { mayHaveHappened, cause });
}

interface RequestFailure {
  readonly status?: number;
  readonly response?: { readonly headers: Readonly<Record<string, string>>; data?: unknown };
}

/** Describes one failed call, and whether to repeat it. */
function failedCall(call: GitHubCall, cause: unknown): FailedAttempt {
  const { status, response } = cause as RequestFailure;
  // Without a response, octokit reports a broken connection as status 500.
  const answered = response === undefined ? undefined : status;
  const headers = new Headers(response?.headers);
  const isLimited =
    answered === 429 ||
    (answered === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')));
  const isRead = call.route.startsWith('GET ');
  const neverSent = answered === undefined && wasNeverSent(cause);
  const mayHaveHappened = !isRead && !neverSent && mayHaveActed(answered);
  const message = explainFailure(call, {
    status: answered,
    isLimited,
    said: textOf(fieldsOf(response?.data).message) ?? '',
    headers,
    problem: connectionProblem(cause),
  });
  return new FailedAttempt(new GitHubApiError(message, { status: answered, mayHaveHappened, cause }), {
    reason: isLimited ? 'with its rate limit' : answered === undefined ? 'nothing' : `status ${answered}`,
    canBeRepeated: isLimited || neverSent || (isRead && isPassing(answered)),
    waitMs: isLimited ? limitWaitMs(answered, headers) : undefined,
  });
}

/** Wait for the rate limit if GitHub names none. */
const DEFAULT_WAIT_MS = 60_000;

function limitWaitMs(status: number, headers: Headers): number {
  const wait = waitMsOf(status, headers);
  const resetMs = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
  return wait ?? (Number.isNaN(resetMs) ? DEFAULT_WAIT_MS : Math.max(0, resetMs - Date.now()));
}
