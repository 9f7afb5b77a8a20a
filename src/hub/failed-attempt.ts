import { explainStatus, HubError } from './hub-error.ts';
import type { HubRequest } from './hub-request.ts';

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

/** One attempt's failure, with what decides about the next attempt. */
export class FailedAttempt extends Error {
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

/** A request that got no whole answer. */
export function failedConnection(
  { url, endpoint, repo, isToHub, isCommit }: HubRequest,
  error: unknown,
  timedOut: boolean,
): FailedAttempt {
  const code = timedOut ? 'no answer in time' : connectionErrorCode(error);
  const host = isToHub ? `The Hub at ${endpoint}` : `The Hub's storage at ${url.origin}`;
  const happened = !NEVER_SENT.has(code);
  const hubError = new HubError(
    `${host} could not be reached for ${repo}: ${code}. Check hub-endpoint and the runner's network, then run the workflow again.`,
    { mayHaveHappened: happened && isCommit, cause: error },
  );
  return new FailedAttempt(hubError, { reason: code, canBeSentAgain: !hubError.mayHaveHappened });
}

/** Code of the error a failed connection comes from, or else its message. */
function connectionErrorCode(error: unknown): string {
  const { code, cause, message } = Object(error) as { code?: unknown; cause?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? String(message ?? error) : connectionErrorCode(cause);
}

/** An answer other than success. */
export function failedStatus(
  { url, endpoint, repo, isCommit }: HubRequest,
  response: Response,
  body: Uint8Array,
): FailedAttempt {
  const { status } = response;
  const code = response.headers.get('X-Error-Code') ?? undefined;
  const reason = serverReason(response, body);
  const isTransient = TRANSIENT_STATUSES.has(status) || isBusyCreating(status, reason);
  const happened = isTransient && status !== 429 && isCommit;
  const message = explainStatus({
    endpoint,
    repo,
    status,
    code,
    reason,
    requestId: response.headers.get('X-Request-Id'),
    location: redirectTarget(response, url),
  });
  return new FailedAttempt(new HubError(message, { status, code, mayHaveHappened: happened }), {
    reason: `status ${status}`,
    canBeSentAgain: isTransient && !happened,
    retryAfterMs: retryAfterMs(response),
  });
}

/** Where a redirect leads: another host, or a path of the same; null for any other answer. */
function redirectTarget({ status, headers }: Response, from: URL): string | null {
  const location = headers.get('Location');
  if (status < 300 || status > 399 || location === null) return null;
  const to = URL.parse(location, from.href);
  if (to === null) return 'an address that is none';
  return to.origin === from.origin ? to.pathname : to.origin;
}

/** The Hub creates one repo of an owner at a time, and refuses the others meanwhile. */
function isBusyCreating(status: number, reason: string): boolean {
  return (
    status === 409 && reason.startsWith('Cannot create repo: another conflicting operation is in progress')
  );
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
    .replace(/\bhf_[\w.-]+/g, 'hf_…')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .slice(0, 300);
}

/**
 * Milliseconds to wait from `Retry-After` (seconds or a date) or from `RateLimit: "…";r=0;t=<seconds>`, which every
 * answer carries and which says something only when nothing is left.
 */
function retryAfterMs({ status, headers }: Response): number | undefined {
  const retryAfter = headers.get('Retry-After');
  if (retryAfter !== null) {
    const seconds = Number(retryAfter);
    const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
    if (!Number.isNaN(wait)) return Math.max(0, wait);
  }
  const limit = /;\s*r=0\s*;\s*t=(\d+)/.exec(headers.get('RateLimit') ?? '');
  return status === 429 && limit !== null ? Number(limit[1]) * 1000 : undefined;
}
