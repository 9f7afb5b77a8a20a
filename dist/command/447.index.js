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

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./build/http/failed-answer.js
var failed_answer = __webpack_require__(8935);
// EXTERNAL MODULE: ./build/http/failed-connection.js
var failed_connection = __webpack_require__(8541);
// EXTERNAL MODULE: ./build/http/retry.js
var retry = __webpack_require__(4675);
// EXTERNAL MODULE: ./build/github/answer.js
var answer = __webpack_require__(7674);
;// CONCATENATED MODULE: ./build/github/explain-failure.js
/** Returns what an answer of GitHub means for the user and how to fix it. */
function explainFailure({ action, permission, hint, parameters }, failure) {
    const { status, isLimited, headers, problem } = failure;
    const said = failure.said === '' ? '' : ` GitHub answered: ${failure.said.replace(/\s+/g, ' ').slice(0, 300)}`;
    const repository = `${parameters.owner}/${parameters.repo}`;
    if (isLimited)
        return `GitHub's rate limit was reached on the request to ${action}, and did not clear in time.${said}`;
    switch (status) {
        case undefined:
            return `GitHub could not be reached to ${action}${problem === '' ? '' : `: ${problem}`}. Check the runner's network, and check whether it was done before you run the workflow again.`;
        case 401:
            return `GitHub refused the token on the request to ${action} (401): it is not valid or has expired. Pass another token as github-token.`;
        case 403: {
            // GitHub names what this request needs; the call names what later requests need too.
            const accepted = headers.get('x-accepted-github-permissions') ?? '';
            const [resource] = permission.split(':');
            const needed = accepted === '' || accepted.includes(`${resource}=`) ? permission : accepted.replace('=', ': ');
            return `The token may not ${action} (403): it lacks the permission "${needed}". Give the job "permissions: ${needed}". For a repository other than the workflow's own, pass a token of an app or a person as github-token.${said}`;
        }
        case 404:
            return `GitHub could not ${action} (404): it does not exist in ${repository}, or the token may not see it.${hint === undefined ? '' : ` ${hint}`}${said}`;
        case 410:
            return `GitHub could not ${action} (410): it was deleted, or that part of ${repository} is disabled in its settings.${said}`;
        case 422:
            return `GitHub refused to ${action} (422).${said}`;
        default:
            return status >= 500
                ? `GitHub failed with ${status} on the request to ${action}. Check whether it was done before you run the workflow again.${said}`
                : `GitHub refused to ${action} (${status}).${said}`;
    }
}

;// CONCATENATED MODULE: ./build/github/github-api.js






/** An error of GitHub, in words for users. */
class GitHubApiError extends Error {
    /** HTTP status, undefined when no answer arrived. */
    status;
    /** True if GitHub may have carried out the request although it was not confirmed. */
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
/** A longer wait for the rate limit is not worth the time of a runner. */
const LONGEST_WAIT_MS = 15 * 60_000;
/**
 * Calls GitHub's API. A call that GitHub turned away for its rate limit, or that never reached it, is repeated. So is a
 * call that only reads. Any other call is made once, because it may have been carried out.
 *
 * @returns a function that rejects with {@link GitHubApiError}
 */
function createGitHubApi(options) {
    const { token, apiUrl, retryDelaysMs: delaysMs = RETRY_DELAYS_MS, onWait } = options;
    const { longestWaitMs = LONGEST_WAIT_MS, timeoutMs = TIMEOUT_MS } = options;
    // octokit's own fetch would look for a proxy by itself, and describe its failure differently.
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, request: { fetch } });
    return (call) => {
        const { route, action, parameters } = call;
        const signal = (0,retry/* anySignal */.JG)(options.signal, call.signal);
        const attempt = async () => {
            const request = { signal: (0,retry/* anySignal */.JG)(AbortSignal.timeout(timeoutMs), signal) };
            try {
                return (await octokit.request(route, { ...parameters, request })).data;
            }
            catch (error) {
                throw signal.aborted ? brokenOff(call, error) : failedCall(call, error);
            }
        };
        return (0,retry/* retry */.L5)(attempt, {
            delaysMs,
            longestWaitMs,
            signal,
            onWait: (wait) => onWait?.({ action, ...wait }),
        });
    };
}
/** A call that was ended while it was in progress. */
function brokenOff({ action, route }, cause) {
    const mayHaveHappened = !route.startsWith('GET ');
    return new GitHubApiError(`The request to ${action} was cancelled.`, { mayHaveHappened, cause });
}
/** Describes one failed call, and whether to repeat it. */
function failedCall(call, cause) {
    const { status, response } = cause;
    // Without a response, octokit reports a broken connection as status 500.
    const answered = response === undefined ? undefined : status;
    const headers = new Headers(response?.headers);
    const isLimited = answered === 429 ||
        (answered === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')));
    const isRead = call.route.startsWith('GET ');
    const neverSent = answered === undefined && (0,failed_connection/* wasNeverSent */.CR)(cause);
    const mayHaveHappened = !isRead && !neverSent && (0,failed_answer/* mayHaveActed */.LR)(answered);
    const message = explainFailure(call, {
        status: answered,
        isLimited,
        said: (0,answer/* textOf */.b6)((0,answer/* fieldsOf */.Pf)(response?.data).message) ?? '',
        headers,
        problem: (0,failed_connection/* connectionProblem */.E3)(cause),
    });
    return new retry/* FailedAttempt */.$d(new GitHubApiError(message, { status: answered, mayHaveHappened, cause }), {
        reason: isLimited ? 'with its rate limit' : answered === undefined ? 'nothing' : `status ${answered}`,
        canBeRepeated: isLimited || neverSent || (isRead && (0,failed_answer/* isPassing */.WG)(answered)),
        waitMs: isLimited ? limitWaitMs(answered, headers) : undefined,
    });
}
/** Wait for the rate limit if GitHub names none. */
const DEFAULT_WAIT_MS = 60_000;
function limitWaitMs(status, headers) {
    const wait = (0,failed_answer/* waitMsOf */.zL)(status, headers);
    const resetMs = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
    return wait ?? (Number.isNaN(resetMs) ? DEFAULT_WAIT_MS : Math.max(0, resetMs - Date.now()));
}


/***/ })

};
