import { isPassing } from '../http/failed-answer.ts';
import { givenIdentity, hasIdentity } from '../model/identity.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, type HubFetchOptions } from './hub-fetch.ts';
import { fields } from './repo-state.ts';

/** Where a token for one repo comes from. */
export interface TokenSourceOptions {
  /** Token that was given; null to exchange the job's identity for one. */
  readonly token: string | null;
  /** Repo the token is for, as `datasets/owner/name` or `spaces/owner/name`. */
  readonly repo: string;
  /** Base URL of the Hub without a trailing slash. */
  readonly endpoint: string;
  /** Masks a value in the log; called before the value is used. */
  readonly mask: (secret: string) => void;
  readonly environment?: NodeJS.ProcessEnv;
  readonly fetch?: typeof fetch;
  readonly retryDelaysMs?: readonly number[];
  readonly onWait?: HubFetchOptions['onWait'];
  readonly signal?: AbortSignal;
  readonly now?: () => number;
}

interface ExchangedToken {
  readonly value: string;
  /** Milliseconds since 1970 after which a new one is requested. */
  readonly staleAt: number;
}

/** A token is not used in its last minutes, so that it stays valid during a long request. */
const MARGIN_MS = 5 * 60_000;
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const SUBJECT_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:id_token';

/**
 * Returns the token for one repo: the given one, or else a short-lived one for which the Hub exchanges the job's
 * identity (https://huggingface.co/docs/hub/trusted-publishers). It is kept until shortly before it expires.
 *
 * @returns a function that rejects with {@link HubError} if no token is available
 */
export function createTokenSource(options: TokenSourceOptions): () => Promise<string> {
  const { token, now = Date.now } = options;
  if (token !== null) return async () => token;
  let held: ExchangedToken | undefined;
  let pending: Promise<ExchangedToken> | undefined;
  return async () => {
    if (held !== undefined && now() < held.staleAt) return held.value;
    pending ??= exchange(options, now).finally(() => {
      pending = undefined;
    });
    held = await pending;
    return held.value;
  };
}

async function exchange(options: TokenSourceOptions, now: () => number): Promise<ExchangedToken> {
  const { endpoint, repo, mask } = options;
  const identity = await jobIdentity(options);
  mask(identity);
  const send = createHubFetch({ ...options, token: async () => identity });
  let answer: Readonly<Record<string, unknown>>;
  const askedAt = now();
  try {
    const response = await send(`${endpoint}/oauth/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        grant_type: GRANT_TYPE,
        subject_token_type: SUBJECT_TOKEN_TYPE,
        subject_token: identity,
        resource: repo,
      }),
    });
    answer = fields(await response.json().catch(() => null));
  } catch (error) {
    throw error instanceof HubError ? explainRefusal(error, options) : error;
  }
  const { access_token: value, expires_in: seconds } = answer;
  if (typeof value !== 'string' || value === '') {
    throw new HubError(
      `The Hub at ${endpoint} did not exchange the job's identity for a token. Check hub-endpoint.`,
    );
  }
  mask(value);
  const lifetimeMs = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : 0;
  return { value, staleAt: askedAt + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 2) };
}

/** The job's identity: the token in HF_OIDC_ID_TOKEN, as huggingface_hub reads it, or a token of GitHub's for this Hub. */
async function jobIdentity(options: TokenSourceOptions): Promise<string> {
  const { endpoint, repo, environment = process.env } = options;
  const given = givenIdentity(environment);
  if (given !== null) return given;
  if (!hasIdentity(environment)) {
    throw new HubError(
      `No token is available for ${repo}. Pass one as hf-token, or give the job "permissions: id-token: write" and add this workflow as a trusted publisher in ${endpoint}/${repo}/settings. Outside GitHub Actions, set HF_OIDC_ID_TOKEN to an identity token for ${endpoint}. A pull request from a fork gets none of them.`,
    );
  }
  const url = new URL(String(environment.ACTIONS_ID_TOKEN_REQUEST_URL));
  url.searchParams.set('audience', endpoint);
  const authorization = `Bearer ${environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`;
  // The request to GitHub has the same time limit, retries and limit of size as those to the Hub.
  const send = createHubFetch({ ...options, repo: 'the job’s identity', token: async () => '' });
  try {
    const response = await send(url, {
      headers: { Authorization: authorization, Accept: 'application/json' },
    });
    const { value } = fields(await response.json());
    if (typeof value === 'string' && value !== '') return value;
    throw new Error('the answer holds no token');
  } catch (cause) {
    const status = cause instanceof HubError ? cause.status : undefined;
    throw new HubError(
      `GitHub gave no proof of the job's identity for ${repo} (${status ?? 'no usable answer'}). Check that the job has "permissions: id-token: write", then run the workflow again.`,
      { status, cause },
    );
  }
}

function explainRefusal(
  error: HubError,
  { endpoint, repo, environment = process.env }: TokenSourceOptions,
): HubError {
  const { status, code } = error;
  if (isPassing(status)) return error;
  if (givenIdentity(environment) !== null) {
    return new HubError(
      `The Hub did not accept the identity token in HF_OIDC_ID_TOKEN for ${repo} (${status}). In ${endpoint}/${repo}/settings name its issuer and claims as a trusted publisher; each repo needs its own, and must exist already. Check that its audience is ${endpoint}, and that it has not expired. Or pass a token as hf-token.`,
      { status, code, cause: error },
    );
  }
  return new HubError(
    `The Hub did not accept this job's identity for ${repo} (${status}). In ${endpoint}/${repo}/settings add this repository, workflow and environment as a trusted publisher. Each repo and each Space needs its own entry, and must exist already. Or pass a token as hf-token.`,
    { status, code, cause: error },
  );
}
