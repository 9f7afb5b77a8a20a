import { causesOf } from '../http/causes.ts';
import { isPassing, mayHaveActed, toldWaitMs } from '../http/failed-answer.ts';
import { connectionProblem, wasNeverSent } from '../http/failed-connection.ts';
import { FailedAttempt } from '../http/retry.ts';
import { explainStatus, HubError } from './hub-error.ts';
import type { HubRequest } from './hub-request.ts';

/** A request that got no whole answer. */
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

/** Message of the error that all others come from. */
function lastMessage(error: unknown): string {
  return String([...causesOf(error)].at(-1)?.message ?? error);
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
  });
  return new FailedAttempt(new HubError(message, { status, code, mayHaveHappened }), {
    reason: `status ${status}`,
    canBeRepeated: canPass && !mayHaveHappened,
    waitMs: toldWaitMs(status, response.headers),
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
