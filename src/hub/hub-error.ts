/** An error of the Hub in words for users, with the facts that code needs to decide how to continue. */
export class HubError extends Error {
  /** HTTP status, undefined when no answer arrived. */
  readonly status: number | undefined;
  /** The Hub's `X-Error-Code`, for example `RepoNotFound`. */
  readonly code: string | undefined;
  /** True if the Hub may have carried out the request although it was not confirmed. */
  readonly mayHaveHappened: boolean;
  /** True if the whole change may succeed when it starts anew, while the same request would fail again. */
  readonly isWorthRepeating: boolean;

  constructor(
    message: string,
    details: {
      status?: number;
      code?: string;
      mayHaveHappened?: boolean;
      isWorthRepeating?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'HubError';
    this.status = details.status;
    this.code = details.code;
    this.mayHaveHappened = details.mayHaveHappened ?? false;
    this.isWorthRepeating = details.isWorthRepeating ?? false;
  }
}

/** The facts about a failed answer, for {@link explainStatus}. */
interface FailedAnswer {
  readonly endpoint: string;
  /** Repo the request was about, as `datasets/owner/name` or `spaces/owner/name`. */
  readonly repo: string;
  readonly status: number;
  readonly code: string | undefined;
  /** The Hub's own words, one short line. */
  readonly reason: string;
  readonly requestId: string | null;
  /** Target of a redirect, null for any other answer. */
  readonly location: string | null;
  /** True for a web page, which the Hub's API never sends. */
  readonly isPage?: boolean;
}

/** The Hub's answer if an owner has no storage left for a repo's files (huggingface_hub#3048). */
const STORAGE_FULL = /\bstorage (?:limit|quota)\b|\bstorage\b.*\b(?:reached|exceeded|full)\b/i;

/** Returns what an HTTP status of the Hub means for the user and how to fix it. */
export function explainStatus(answer: FailedAnswer): string {
  const { endpoint, repo, status, reason, requestId, location, isPage = false } = answer;
  const said = reason === '' ? '' : ` The Hub answered: ${reason}.`;
  const reference = requestId === null ? '' : ` (request id ${requestId})`;
  const advice = () => {
    if (location !== null) {
      return `The Hub at ${endpoint} redirected a request about ${repo} to ${location} (${status}), but only downloads and uploads follow redirects. If the repo was renamed, use its new name. Otherwise check hub-endpoint.`;
    }
    if (status < 500 && STORAGE_FULL.test(reason)) {
      const [, owner] = repo.split('/');
      return `The Hub has no storage left for the files of ${repo} (${status}). Remove versions or repos of ${owner} that are no longer needed, or buy storage: at ${endpoint}/settings/billing, or for an organization in its own settings. Then run the workflow again.`;
    }
    if (status === 403 && isPage) {
      return `A request about ${repo} was answered with a web page (403), which the Hub never sends. A proxy or firewall between the runner and ${endpoint} may have blocked the request. Allow the runner to reach ${endpoint}, then run the workflow again.`;
    }
    switch (status) {
      case 401:
        return `The Hub refused the token for ${repo} (401): it is not valid, has expired, or has no access to this repo. Create a token with write access at ${endpoint}/settings/tokens and pass it as hf-token.`;
      case 403:
        return `The token has no permission for this on ${repo} (403). Give it write access to this repo or its organization at ${endpoint}/settings/tokens, or pass another token as hf-token.`;
      case 404:
        return `The Hub does not find ${repo}, or the requested part of it (404). Check the name, and that the token may see it.`;
      case 409:
        return `Another change to ${repo} was in progress (409). Run the workflow again.`;
      case 412:
        return `${repo} was changed by someone else in the meantime (412). Run the workflow again.`;
      case 429:
        return `The Hub's rate limit for ${repo} was reached (429) and did not clear in time. Run the workflow again later.`;
      default:
        return status >= 500
          ? `The Hub at ${endpoint} failed with ${status} on ${repo}. Check its state at https://status.huggingface.co, and run the workflow again later.`
          : `The Hub rejected a request about ${repo} (${status}).`;
    }
  };
  return `${advice()}${said}${reference}`;
}

/** Returns a server's own words as one short line, without tokens and signed addresses. */
export function plainReason(text: unknown): string {
  return String(text ?? '')
    .replace(/\bhf_[\w.-]+/g, 'hf_…')
    .replace(/\b(https?:\/\/[^\s?]+)\?\S*/g, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[.\s]+$/, '')
    .slice(0, 300);
}
