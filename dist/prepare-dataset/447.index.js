export const id = 447;
export const ids = [447];
export const modules = {

/***/ 8447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitHubApi: () => (/* binding */ createGitHubApi)
});

// UNUSED EXPORTS: GitHubApiError

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(4995);
// EXTERNAL MODULE: ./build/github/answer.js
var answer = __webpack_require__(7674);
;// CONCATENATED MODULE: ./build/github/explain-failure.js
/** Says what an answer of GitHub means for the user and what to do about it. */
function explainFailure({ action, permission, hint, parameters }, failure) {
    const { status, isLimited, headers, code } = failure;
    const said = failure.said === '' ? '' : ` GitHub said: ${failure.said.replace(/\s+/g, ' ').slice(0, 300)}`;
    const repository = `${parameters.owner}/${parameters.repo}`;
    if (isLimited)
        return `GitHub's rate limit was reached when asked to ${action}, and did not clear in time.${said}`;
    switch (status) {
        case undefined:
            return `GitHub could not be reached to ${action}${code === '' ? '' : `: ${code}`}. Check the runner's network, and whether it was done before you run the workflow again.`;
        case 401:
            return `GitHub refused the token when asked to ${action} (401): it is not valid or has expired. Pass another as github-token.`;
        case 403: {
            // GitHub names what this request needs; the call names what the ones after it need too.
            const accepted = headers['x-accepted-github-permissions'] ?? '';
            const [resource] = permission.split(':');
            const needed = accepted === '' || accepted.includes(`${resource}=`) ? permission : accepted.replace('=', ': ');
            return `The token may not ${action} (403): it lacks the permission "${needed}". Give the job "permissions: ${needed}"; for another repository than the workflow's own pass a token of an app or a person as github-token.${said}`;
        }
        case 404:
            return `GitHub could not ${action} (404): there is no such thing in ${repository}, or the token may not see it.${hint === undefined ? '' : ` ${hint}`}${said}`;
        case 410:
            return `GitHub could not ${action} (410): it is gone, or that part of ${repository} is switched off in its settings.${said}`;
        case 422:
            return `GitHub refused to ${action} (422).${said}`;
        default:
            return status >= 500
                ? `GitHub failed with ${status} when asked to ${action}. Look whether it was done before you run the workflow again.${said}`
                : `GitHub refused to ${action} (${status}).${said}`;
    }
}

;// CONCATENATED MODULE: ./build/github/github-api.js





/** What went wrong with GitHub, in the user's words. */
class GitHubApiError extends Error {
    /** HTTP status, undefined when no answer arrived. */
    status;
    /** True when GitHub may have carried out the request although it was not confirmed. */
    mayHaveHappened;
    constructor(message, details) {
        super(message, { cause: details.cause });
        this.name = 'GitHubApiError';
        this.status = details.status;
        this.mayHaveHappened = details.mayHaveHappened;
    }
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
function createGitHubApi(options) {
    const { token, apiUrl, retryDelaysMs = RETRY_DELAYS_MS, onWait, signal } = options;
    const { longestWaitMs = LONGEST_WAIT_MS, timeoutMs = TIMEOUT_MS } = options;
    // Its own fetch would look for a proxy by itself, and word a failure of it differently.
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, request: { fetch } });
    return (call) => {
        const attempt = async () => {
            const limits = [AbortSignal.timeout(timeoutMs), signal].filter((limit) => limit !== undefined);
            const request = { signal: AbortSignal.any(limits) };
            try {
                return (await octokit.request(call.route, { ...call.parameters, request })).data;
            }
            catch (error) {
                throw signal?.aborted ? cancelledCall(call, error) : new FailedCall(call, error);
            }
        };
        return (0,p_retry/* default */.Ay)(attempt, {
            retries: retryDelaysMs.length,
            minTimeout: 0,
            maxTimeout: 0,
            signal,
            shouldRetry: ({ error }) => error instanceof FailedCall && error.canBeMadeAgain,
            onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
                if (!(error instanceof FailedCall) || !error.canBeMadeAgain || retriesLeft === 0)
                    return;
                const delayMs = error.waitMs ?? retryDelaysMs[attemptNumber - 1];
                if (delayMs > longestWaitMs)
                    throw error;
                onWait?.({ action: call.action, reason: error.reason, delayMs });
                await (0,promises_.setTimeout)(delayMs, undefined, { signal });
            },
        }).catch((error) => {
            if (!(error instanceof FailedCall))
                throw error;
            const { status, mayHaveHappened, cause } = error;
            throw new GitHubApiError(error.message, { status, mayHaveHappened, cause });
        });
    };
}
/** A call the run was cancelled during. */
function cancelledCall({ action, route }, cause) {
    const mayHaveHappened = !route.startsWith('GET ');
    return new GitHubApiError(`Asking GitHub to ${action} was broken off.`, { mayHaveHappened, cause });
}
/** Errors of a connection that was never made, so that the call cannot have been carried out. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
/** One failed call, with what decides about the next. */
class FailedCall extends Error {
    status;
    reason;
    mayHaveHappened;
    canBeMadeAgain;
    waitMs;
    constructor(call, cause) {
        const { status, response } = cause;
        // Without a response octokit reports a broken connection as status 500.
        const answered = response === undefined ? undefined : status;
        const { message: said } = (0,answer/* fieldsOf */.Pf)(response?.data);
        const headers = response?.headers ?? {};
        const codes = errorCodes(cause);
        const wasNeverSent = codes.some((code) => NEVER_SENT.has(code));
        const isLimited = answered === 429 ||
            (answered === 403 &&
                (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined));
        super(explainFailure(call, {
            status: answered,
            isLimited,
            said: typeof said === 'string' ? said : '',
            headers,
            code: codes[0] ?? '',
        }), { cause });
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
function waitOf(headers) {
    const after = headers['retry-after'];
    const waitMs = after === undefined ? Number(headers['x-ratelimit-reset']) * 1000 - Date.now() : Number(after) * 1000;
    return Number.isNaN(waitMs) ? UNTOLD_WAIT_MS : Math.max(0, waitMs);
}
/** Codes of an error and of what caused it, outermost first. */
function errorCodes(error) {
    const codes = [];
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        if ('code' in cause && typeof cause.code === 'string')
            codes.push(cause.code);
    }
    return codes;
}


/***/ })

};
