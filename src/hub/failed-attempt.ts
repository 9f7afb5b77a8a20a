import { causesOf } from '../http/causes.ts';
import { isPassing, mayHaveActed, waitMsOf } from '../http/failed-answer.ts';
import { connectionProblem, wasNeverSent } from '../http/failed-connection.ts';
import { FailedAttempt } from '../http/retry.ts';
import { explainStatus, HubError, plainReason } from './hub-error.ts';
import type { HubRequest } from './hub-request.ts';
import { readStorageRefusal } from './storage-refusal.ts';

/** A request without a complete answer. */
export function failedConnection(
  { url, endpoint, repo, isToHub, isCommit }: HubRequest,
  error: unknown,
  timedOut: boolean,
): FailedAttempt {
  const problem = timedOut ? 'no answer in time' : connectionProblem(error) || lastMessage(error);
  const host = isToHub ? `The Hub at ${endpoint}` : `The Hub's storage at ${url.origin}`;
  const mayHaveHappened = isCommit && !wasNeverSent(error);
  const hubError = new HubError(
    `${host} could not be reached for ${repo}: ${problem}. Check hub-endpoint and the runner's network, then run the workflow again.`,
    { mayHaveHappened, cause: error },
  );
  return new FailedAttempt(hubError, { reason: problem, canBeRepeated: !mayHaveHappened });
}

/** Returns the message of the innermost cause of an error. */
function lastMessage(error: unknown): string {
  return String([...causesOf(error)].at(-1)?.message ?? error);
}

/** An answer other than success. */
export function failedStatus(request: HubRequest, response: Response, body: Uint8Array): FailedAttempt {
  const { url, endpoint, repo, isCommit } = request;
  const { status } = response;
  const refusal = readStorageRefusal(request, response, body);
  if (refusal !== null) {
    const { message, isExpired, canPass } = refusal;
    const error = new HubError(message, { status, isWorthRepeating: isExpired });
    const waitMs = waitMsOf(status, response.headers);
    return new FailedAttempt(error, { reason: `status ${status}`, canBeRepeated: canPass, waitMs });
  }
  const code = response.headers.get('X-Error-Code') ?? undefined;
  const reason = serverReason(url, response, body);
  const canPass = isPassing(status) || isBusyCreating(status, reason);
  const mayHaveHappened = isCommit && mayHaveActed(status);
  const message = explainStatus({
    endpoint,
    repo,
    status,
    code,
    reason,
    requestId: response.headers.get('X-Request-Id'),
    location: redirectTarget(response, url),
    isPage: isPage(response),
  });
  return new FailedAttempt(new HubError(message, { status, code, mayHaveHappened }), {
    reason: `status ${status}`,
    canBeRepeated: canPass && !mayHaveHappened,
    waitMs: waitMsOf(status, response.headers),
  });
}

/** Returns the target of a redirect: another host, or a path of the same host; null for any other answer. */
function redirectTarget({ status, headers }: Response, from: URL): string | null {
  const location = headers.get('Location');
  if (status < 300 || status > 399 || location === null) return null;
  const to = URL.parse(location, from.href);
  if (to === null) return 'an invalid address';
  return to.origin === from.origin ? to.pathname : to.origin;
}

/** True for the answer to a repo that is created while the Hub creates another one of the same owner. */
function isBusyCreating(status: number, reason: string): boolean {
  return (
    status === 409 && reason.startsWith('Cannot create repo: another conflicting operation is in progress')
  );
}

/** True for a web page, which the Hub's API never sends: each of its answers has a request id. */
function isPage({ headers }: Response): boolean {
  const isHtml = /^text\/html\b/i.test(headers.get('Content-Type') ?? '');
  return isHtml && !headers.has('X-Request-Id') && !headers.has('X-Error-Code');
}

/** Returns the Hub's own words about a failure, as one short line. */
function serverReason({ pathname }: URL, response: Response, body: Uint8Array): string {
  let reason: unknown = response.headers.get('X-Error-Message') ?? '';
  try {
    const answer = Object(JSON.parse(Buffer.from(body).toString()));
    reason = (/\/info\/lfs\//.test(pathname) ? (answer.error ?? answer.message) : answer.error) ?? reason;
  } catch {
    // Not JSON: the page of a proxy, which does not help the user.
  }
  return plainReason(reason);
}
