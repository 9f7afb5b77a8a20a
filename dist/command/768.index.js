export const id = 768;
export const ids = [768];
export const modules = {

/***/ 346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ FileBlob)
/* harmony export */ });
/* harmony import */ var _own_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(351);
/* harmony import */ var _pieces_blob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(413);


/** A range of a file as a Blob, of which only the piece that is sent is in memory. Reading it throws OwnFileError. */
class FileBlob extends _pieces_blob_js__WEBPACK_IMPORTED_MODULE_1__/* .PiecesBlob */ .F {
    /** Why the file could not be read; a request with this body reports only its own error. */
    failure = null;
    #file;
    #start;
    /**
     * @param file which must not change any more
     * @param end position of the first byte that is not part of it
     */
    constructor(file, start, end) {
        super(end - start);
        this.#file = file;
        this.#start = start;
    }
    slice(start = 0, end = this.size) {
        const [from, to] = [start, end].map((position) => Math.min(this.size, Math.max(0, position < 0 ? this.size + position : position)));
        return new FileBlob(this.#file, this.#start + from, this.#start + Math.max(from, to));
    }
    async *pieces() {
        try {
            yield* (0,_own_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readPieces */ .u)(this.#file, this.#start, this.#start + this.size);
        }
        catch (error) {
            this.failure = error;
            throw error;
        }
    }
}


/***/ }),

/***/ 351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ OwnFileError),
/* harmony export */   u: () => (/* binding */ readPieces)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/** A file that this run wrote for itself cannot be read again. */
class OwnFileError extends Error {
    name = 'OwnFileError';
}
/** Few calls for a fast disk, and little memory beside the request. */
const PIECE_BYTES = 1 << 20;
/**
 * Reads a range of a file that this run wrote, in pieces.
 *
 * @param end position of the first byte that is not part of it
 * @throws OwnFileError if the file is gone or has become shorter
 */
async function* readPieces(file, start, end) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file).catch((cause) => {
        throw unreadable(file, cause.code, cause);
    });
    try {
        for (let position = start; position < end;) {
            const piece = new Uint8Array(Math.min(PIECE_BYTES, end - position));
            const { bytesRead } = await handle.read(piece, 0, piece.length, position).catch((cause) => {
                throw unreadable(file, cause.code, cause);
            });
            if (bytesRead === 0)
                throw unreadable(file, 'it has become shorter');
            yield piece.subarray(0, bytesRead);
            position += bytesRead;
        }
    }
    finally {
        await handle.close();
    }
}
function unreadable(file, reason, cause) {
    return new OwnFileError(`${file}, which this run wrote, could not be read again (${reason}). Run the workflow again, and make sure that nothing removes or changes files below RUNNER_TEMP meanwhile.`, { cause });
}


/***/ }),

/***/ 413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ PiecesBlob)
/* harmony export */ });
/** Bytes that come in pieces as a Blob. */
class PiecesBlob extends Blob {
    size;
    /** @param size bytes of all pieces */
    constructor(size) {
        super([]);
        this.size = size;
    }
    stream() {
        return ReadableStream.from(this.pieces());
    }
    async bytes() {
        const bytes = new Uint8Array(this.size);
        let offset = 0;
        for await (const piece of this.pieces()) {
            bytes.set(piece, offset);
            offset += piece.length;
        }
        return bytes;
    }
    async arrayBuffer() {
        return (await this.bytes()).buffer;
    }
    async text() {
        return new TextDecoder().decode(await this.bytes());
    }
}


/***/ }),

/***/ 8935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LR: () => (/* binding */ mayHaveActed),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   zL: () => (/* binding */ waitMsOf)
/* harmony export */ });
/**
 * True if a server may have carried out a request although its answer is an error: it failed while working on it, or no
 * answer came.
 *
 * @param status status of the answer; undefined if none came
 */
function mayHaveActed(status) {
    // A server that does not know a method (501) has done nothing, and will do nothing the next time.
    return status === undefined || status === 408 || (status >= 500 && status !== 501);
}
/**
 * True if the same request may succeed a moment later, provided that it is safe to repeat.
 *
 * @param status status of the answer; undefined if none came
 */
function isPassing(status) {
    return status === 429 || mayHaveActed(status);
}
/**
 * Returns the wait in milliseconds that an answer asks for: by `Retry-After` (seconds or a date), or by `RateLimit:
 * "…";r=0;t=<seconds>`, which some servers send in every answer and which counts only if nothing is left.
 *
 * @returns undefined if it asks for none
 */
function waitMsOf(status, headers) {
    const retryAfter = headers.get('Retry-After');
    if (retryAfter !== null) {
        const seconds = Number(retryAfter);
        const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
        if (!Number.isNaN(wait))
            return Math.max(0, wait);
    }
    const limit = /;\s*r=0\s*;\s*t=(\d+)/.exec(headers.get('RateLimit') ?? '');
    return status === 429 && limit !== null ? Number(limit[1]) * 1000 : undefined;
}


/***/ }),

/***/ 8541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ wasNeverSent),
/* harmony export */   E3: () => (/* binding */ connectionProblem),
/* harmony export */   T6: () => (/* binding */ ProxyError),
/* harmony export */   uj: () => (/* binding */ PROXY_CODES)
/* harmony export */ });
/* harmony import */ var _causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7701);

/** Why a request did not pass a proxy, in words that a user reads instead of a code. */
class ProxyError extends Error {
    /** The code of the failed connection, or one of {@link PROXY_CODES} if the proxy answered, or if no code is known. */
    code;
    constructor(message, code, cause) {
        super(message, { cause });
        this.name = 'ProxyError';
        this.code = code;
    }
}
/** Codes of a {@link ProxyError} without a failed connection: its setting is not an address, or it made no tunnel. */
const PROXY_CODES = { address: 'PROXY_ADDRESS', refused: 'PROXY_REFUSED' };
/** Codes of a connection that was never made. */
const NEVER_MADE = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    ...Object.values(PROXY_CODES),
]);
/** Returns why a connection failed: the proxy's part in words, or the outermost code; empty if there is neither. */
function connectionProblem(error) {
    for (const cause of (0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causesOf */ .c)(error)) {
        if (cause instanceof ProxyError)
            return cause.message;
        if (typeof cause.code === 'string')
            return cause.code;
    }
    return '';
}
/** True if a request failed before there was a connection, so that the server cannot have acted. */
function wasNeverSent(error) {
    return [...(0,_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .causesOf */ .c)(error)].some(({ code }) => NEVER_MADE.has(code));
}


/***/ }),

/***/ 4675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ FailedAttempt),
/* harmony export */   JG: () => (/* binding */ anySignal),
/* harmony export */   L5: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4995);


/** One attempt's failure, with the facts that decide about the next attempt. */
class FailedAttempt extends Error {
    /** The error to throw if there is no further attempt. */
    error;
    /** Why it failed, for the log. */
    reason;
    canBeRepeated;
    /** Wait that the server asked for, in milliseconds. */
    waitMs;
    constructor(error, details) {
        super(error.message);
        this.error = error;
        this.reason = details.reason;
        this.canBeRepeated = details.canBeRepeated;
        this.waitMs = details.waitMs;
    }
}
/**
 * Repeats an attempt until it succeeds, or until none is left.
 *
 * @param attempt throws {@link FailedAttempt} for a failure that may be repeated; any other error ends the attempts
 * @throws the error of the last failed attempt; the signal's reason if that ends a wait
 */
async function retry(attempt, options) {
    const { delaysMs, longestWaitMs = Number.POSITIVE_INFINITY, signal, onWait } = options;
    signal?.throwIfAborted();
    try {
        // The signal is not passed on: the error of an attempt that it broke off would be lost, and with it whether the
        // server may have acted.
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .Ay)(attempt, {
            retries: delaysMs.length,
            minTimeout: 0,
            maxTimeout: 0,
            shouldRetry: ({ error }) => error instanceof FailedAttempt && error.canBeRepeated,
            onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
                if (!(error instanceof FailedAttempt) || !error.canBeRepeated || retriesLeft === 0)
                    return;
                const delayMs = error.waitMs ?? delaysMs[attemptNumber - 1];
                if (delayMs > longestWaitMs)
                    throw error;
                onWait?.({ reason: error.reason, delayMs });
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(delayMs, undefined, { signal }).catch(() => signal?.throwIfAborted());
            },
        });
    }
    catch (error) {
        throw error instanceof FailedAttempt ? error.error : error;
    }
}
/** Returns a signal that is aborted with the first of several, each of which may be missing. */
function anySignal(...signals) {
    return AbortSignal.any(signals.filter((signal) => signal instanceof AbortSignal));
}


/***/ }),

/***/ 9196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ HubError),
/* harmony export */   JH: () => (/* binding */ plainReason),
/* harmony export */   cq: () => (/* binding */ explainStatus)
/* harmony export */ });
/** An error of the Hub in words for users, with the facts that code needs to decide how to continue. */
class HubError extends Error {
    /** HTTP status, undefined when no answer arrived. */
    status;
    /** The Hub's `X-Error-Code`, for example `RepoNotFound`. */
    code;
    /** True if the Hub may have carried out the request although it was not confirmed. */
    mayHaveHappened;
    /** True if the whole change may succeed when it starts anew, while the same request would fail again. */
    isWorthRepeating;
    constructor(message, details = {}) {
        super(message, { cause: details.cause });
        this.name = 'HubError';
        this.status = details.status;
        this.code = details.code;
        this.mayHaveHappened = details.mayHaveHappened ?? false;
        this.isWorthRepeating = details.isWorthRepeating ?? false;
    }
}
/** The Hub's answer if an owner has no storage left for a repo's files (huggingface_hub#3048). */
const STORAGE_FULL = /\bstorage (?:limit|quota)\b|\bstorage\b.*\b(?:reached|exceeded|full)\b/i;
/** Returns what an HTTP status of the Hub means for the user and how to fix it. */
function explainStatus(answer) {
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
function plainReason(text) {
    return String(text ?? '')
        .replace(/\bhf_[\w.-]+/g, 'hf_…')
        .replace(/\b(https?:\/\/[^\s?]+)\?\S*/g, '$1')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .replace(/[.\s]+$/, '')
        .slice(0, 300);
}


/***/ }),

/***/ 5340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ TOKEN_PLACEHOLDER),
  _: () => (/* binding */ createHubFetch)
});

// EXTERNAL MODULE: ./build/files/file-blob.js
var file_blob = __webpack_require__(346);
// EXTERNAL MODULE: ./build/http/retry.js
var retry = __webpack_require__(4675);
// EXTERNAL MODULE: ./build/http/causes.js
var causes = __webpack_require__(7701);
// EXTERNAL MODULE: ./build/http/failed-answer.js
var failed_answer = __webpack_require__(8935);
// EXTERNAL MODULE: ./build/http/failed-connection.js
var failed_connection = __webpack_require__(8541);
// EXTERNAL MODULE: ./build/hub/hub-error.js
var hub_error = __webpack_require__(9196);
;// CONCATENATED MODULE: ./build/hub/storage-refusal.js

/**
 * Reads a failed answer of the storage of large files: of another host than the Hub's, or in the XML of S3
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
 *
 * @returns null for an answer of the Hub itself
 */
function readStorageRefusal({ url, endpoint, repo, init }, response, body) {
    const text = Buffer.from(body).toString();
    const code = /<Error>[\s\S]*?<Code>([A-Za-z]{1,64})<\/Code>/.exec(text)?.[1] ?? null;
    // A download is redirected to storage.
    const { host, origin } = URL.parse(response.url) ?? url;
    if (origin === new URL(endpoint).origin && code === null)
        return null;
    const { status } = response;
    const what = init.method === 'PUT' ? 'an upload to' : 'a request about';
    const refused = `The Hub's storage at ${host} refused ${what} ${repo} (${status}${code === null ? '' : ` ${code}`})`;
    const isExpired = status === 403 && (/expired/i.test(code ?? '') || /\bhas expired\b/i.test(text));
    return {
        message: `${refused}${adviceOn({ host, status, code, isExpired })}`,
        isExpired,
        canPass: (0,failed_answer/* isPassing */.WG)(status) || code === 'RequestTimeout',
    };
}
function adviceOn(answer) {
    const { host, status, code, isExpired } = answer;
    if (code === 'RequestTimeTooSkewed') {
        return ": the runner's clock is wrong. Set it, for example by NTP, then run the workflow again.";
    }
    if (isExpired) {
        return ": its signed address had expired. Check that the runner's clock is right and its connection is fast enough, then run the workflow again.";
    }
    if (code === 'RequestTimeout') {
        return ": too little arrived in time. Check the runner's connection, then run the workflow again.";
    }
    if (status >= 500 || status === 429) {
        return '. Check the state of the Hub at https://status.huggingface.co, and run the workflow again later.';
    }
    return code === null
        ? `, without a reason. A proxy or firewall may have blocked the request. Allow the runner to reach ${host}, then run the workflow again.`
        : `. The token is not the cause. Run the workflow again. If it is refused again, check what a proxy between the runner and ${host} changes.`;
}

;// CONCATENATED MODULE: ./build/hub/failed-attempt.js






/** A request without a complete answer. */
function failedConnection({ url, endpoint, repo, isToHub, isCommit }, error, timedOut) {
    const problem = timedOut ? 'no answer in time' : (0,failed_connection/* connectionProblem */.E3)(error) || lastMessage(error);
    const host = isToHub ? `The Hub at ${endpoint}` : `The Hub's storage at ${url.origin}`;
    const mayHaveHappened = isCommit && !(0,failed_connection/* wasNeverSent */.CR)(error);
    const hubError = new hub_error/* HubError */.Ik(`${host} could not be reached for ${repo}: ${problem}. Check hub-endpoint and the runner's network, then run the workflow again.`, { mayHaveHappened, cause: error });
    return new retry/* FailedAttempt */.$d(hubError, { reason: problem, canBeRepeated: !mayHaveHappened });
}
/** Returns the message of the innermost cause of an error. */
function lastMessage(error) {
    return String([...(0,causes/* causesOf */.c)(error)].at(-1)?.message ?? error);
}
/** An answer other than success. */
function failedStatus(request, response, body) {
    const { url, endpoint, repo, isCommit } = request;
    const { status } = response;
    const refusal = readStorageRefusal(request, response, body);
    if (refusal !== null) {
        const { message, isExpired, canPass } = refusal;
        const error = new hub_error/* HubError */.Ik(message, { status, isWorthRepeating: isExpired });
        const waitMs = (0,failed_answer/* waitMsOf */.zL)(status, response.headers);
        return new retry/* FailedAttempt */.$d(error, { reason: `status ${status}`, canBeRepeated: canPass, waitMs });
    }
    const code = response.headers.get('X-Error-Code') ?? undefined;
    const reason = serverReason(url, response, body);
    const canPass = (0,failed_answer/* isPassing */.WG)(status) || isBusyCreating(status, reason);
    const mayHaveHappened = isCommit && (0,failed_answer/* mayHaveActed */.LR)(status);
    const message = (0,hub_error/* explainStatus */.cq)({
        endpoint,
        repo,
        status,
        code,
        reason,
        requestId: response.headers.get('X-Request-Id'),
        location: redirectTarget(response, url),
        isPage: isPage(response),
    });
    return new retry/* FailedAttempt */.$d(new hub_error/* HubError */.Ik(message, { status, code, mayHaveHappened }), {
        reason: `status ${status}`,
        canBeRepeated: canPass && !mayHaveHappened,
        waitMs: (0,failed_answer/* waitMsOf */.zL)(status, response.headers),
    });
}
/** Returns the target of a redirect: another host, or a path of the same host; null for any other answer. */
function redirectTarget({ status, headers }, from) {
    const location = headers.get('Location');
    if (status < 300 || status > 399 || location === null)
        return null;
    const to = URL.parse(location, from.href);
    if (to === null)
        return 'an invalid address';
    return to.origin === from.origin ? to.pathname : to.origin;
}
/** True for the answer to a repo that is created while the Hub creates another one of the same owner. */
function isBusyCreating(status, reason) {
    return (status === 409 && reason.startsWith('Cannot create repo: another conflicting operation is in progress'));
}
/** True for a web page, which the Hub's API never sends: each of its answers has a request id. */
function isPage({ headers }) {
    const isHtml = /^text\/html\b/i.test(headers.get('Content-Type') ?? '');
    return isHtml && !headers.has('X-Request-Id') && !headers.has('X-Error-Code');
}
/** Returns the Hub's own words about a failure, as one short line. */
function serverReason({ pathname }, response, body) {
    let reason = response.headers.get('X-Error-Message') ?? '';
    try {
        const answer = Object(JSON.parse(Buffer.from(body).toString()));
        reason = (/\/info\/lfs\//.test(pathname) ? (answer.error ?? answer.message) : answer.error) ?? reason;
    }
    catch {
        // Not JSON: the page of a proxy, which does not help the user.
    }
    return (0,hub_error/* plainReason */.JH)(reason);
}

;// CONCATENATED MODULE: ./build/hub/hub-request.js
/** One request, and what it is about. */
class HubRequest {
    url;
    init;
    /** Base URL of the Hub without a trailing slash. */
    endpoint;
    /** Repo the request is about, for error messages. */
    repo;
    constructor(url, init, about) {
        this.url = url;
        this.init = init;
        this.endpoint = about.endpoint;
        this.repo = about.repo;
    }
    /** True if the request goes to the Hub itself, not to its storage or another host. */
    get isToHub() {
        return this.url.origin === new URL(this.endpoint).origin;
    }
    /** True for a download or an upload of a file; the Hub redirects only these to its storage. */
    get mayBeRedirected() {
        const { method = 'GET' } = this.init;
        if (method === 'PUT')
            return !this.isToHub;
        return method === 'GET' && this.isToHub && /^(?:\/datasets)?\/[^/]+\/[^/]+\/resolve\//.test(this.#path);
    }
    /** True for a commit, which must not be made twice. */
    get isCommit() {
        return this.init.method === 'POST' && /^\/api\/\w+\/[^/]+\/[^/]+\/commit\//.test(this.#path);
    }
    /** True for a change of a whole repo, before whose end the Hub does not answer. */
    get isLong() {
        return this.isCommit || /\/(?:super-squash\/[^/]+|lfs-files\/batch)$/.test(this.#path);
    }
    /** Path below the endpoint. */
    get #path() {
        const { pathname } = new URL(this.endpoint);
        return pathname === '/' ? this.url.pathname : this.url.pathname.slice(pathname.length);
    }
}

;// CONCATENATED MODULE: ./build/hub/hub-fetch.js




/**
 * Replaces the token in the requests to {@link createHubFetch}. A request that carries it is signed; any other, such as
 * an upload to a signed address, is not. It looks like a token because `@huggingface/hub` checks that.
 */
const TOKEN_PLACEHOLDER = 'hf_placeholder';
const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000];
const TIMEOUT_MS = 60_000;
/** The Hub takes up to a minute for a commit before it answers. */
const COMMIT_TIMEOUT_MS = 180_000;
/** Speed of the slowest upload that is waited for. */
const UPLOAD_BYTES_PER_MS = 100;
/** Rate windows of the Hub last 5 minutes. */
const LONGEST_WAIT_MS = 330_000;
/** Nothing that is read from the Hub into memory is larger, unless data files are asked for. */
const MAX_BODY_BYTES = 16 << 20;
/**
 * Creates a `fetch` for the Hub that `@huggingface/hub` accepts as well. It signs requests to the Hub, limits their
 * time, reads the whole answer, and repeats requests that failed temporarily and are safe to repeat. Before that it
 * waits as `Retry-After` or `RateLimit` ask (https://huggingface.co/docs/hub/rate-limits). A commit is repeated only if
 * it cannot have been made.
 *
 * @returns a fetch whose promise is fulfilled by successful answers only; it rejects with {@link HubError}, or
 * OwnFileError for a body that is a missing file
 */
function createHubFetch(options) {
    const { retryDelaysMs: delaysMs = RETRY_DELAYS_MS, repo, onWait } = options;
    return (input, init) => {
        const request = new HubRequest(new URL(String(input)), init ?? {}, options);
        return (0,retry/* retry */.L5)(() => sendOnce(options, request), {
            delaysMs,
            longestWaitMs: LONGEST_WAIT_MS,
            signal: (0,retry/* anySignal */.JG)(options.signal, init?.signal),
            onWait: (wait) => onWait?.({ repo, ...wait }),
        });
    };
}
async function sendOnce(options, request) {
    const { url, init } = request;
    const headers = new Headers(init.headers);
    if (headers.get('Authorization') === `Bearer ${TOKEN_PLACEHOLDER}`) {
        if (request.isToHub)
            headers.set('Authorization', `Bearer ${await options.token(options.repo)}`);
        else
            headers.delete('Authorization');
    }
    const timeout = AbortSignal.timeout(timeLimit(options, request));
    const signal = (0,retry/* anySignal */.JG)(timeout, init.signal, options.signal);
    let response;
    let body;
    try {
        const send = options.fetch ?? fetch;
        // A redirect to another place would carry the body along: a commit, or the job's identity.
        const redirect = request.mayBeRedirected ? 'follow' : 'manual';
        response = await send(url, { ...init, headers, redirect, signal });
        body = await readBody(response, options.mostBytes);
    }
    catch (error) {
        options.signal?.throwIfAborted();
        init.signal?.throwIfAborted();
        if (init.body instanceof file_blob/* FileBlob */.u && init.body.failure !== null)
            throw init.body.failure;
        throw failedConnection(request, error, timeout.aborted);
    }
    if (!response.ok)
        throw failedStatus(request, response, body);
    if (init.body instanceof Blob)
        options.onUploaded?.(options.repo, init.body.size);
    const hasBody = ![204, 205, 304].includes(response.status);
    const answer = new Response(hasBody ? body : null, response);
    return Object.defineProperty(answer, 'url', { value: response.url });
}
function timeLimit({ timeoutMs = TIMEOUT_MS }, { init, isLong }) {
    if (isLong)
        return Math.max(timeoutMs, COMMIT_TIMEOUT_MS);
    return timeoutMs + (init.body instanceof Blob ? Math.ceil(init.body.size / UPLOAD_BYTES_PER_MS) : 0);
}
async function readBody(response, mostBytes = MAX_BODY_BYTES) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.length;
        if (size > mostBytes)
            throw new Error(`the answer is larger than ${mostBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ checkedContent),
/* harmony export */   Fg: () => (/* binding */ tagsOf),
/* harmony export */   Gw: () => (/* binding */ COMMIT_ID),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   OA: () => (/* binding */ fields)
/* harmony export */ });
/* harmony import */ var _model_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7250);
/* harmony import */ var _hub_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9196);


/** A commit's id: SHA-1 or SHA-256 in hexadecimal, by the Hub's kind. */
const COMMIT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/**
 * Returns what a repo holds, from the answer to `GET /api/datasets/{name}?blobs=true`; some Hubs leave out blob ids or
 * hashes.
 *
 * @returns null if the answer is not about a repo
 */
function stateOf(answer) {
    const { sha, private: isPrivate, siblings } = fields(answer);
    if (!matches(sha, COMMIT_ID) || !Array.isArray(siblings))
        return null;
    const files = siblings.map((sibling) => {
        const { rfilename, size, blobId, lfs } = fields(sibling);
        const { sha256 } = fields(lfs);
        const id = {
            size: Number.isSafeInteger(size) ? size : null,
            blobId: matches(blobId, /^[0-9a-f]{40}$/) ? blobId : null,
            sha256: matches(sha256, /^[0-9a-f]{64}$/) ? sha256 : null,
        };
        return [rfilename, id];
    });
    const named = files.filter((file) => typeof file[0] === 'string');
    return { commit: sha, isPrivate: isPrivate === true, files: new Map(named) };
}
/**
 * Returns the commit of each tag, from the answer to `GET /api/datasets/{name}/refs`; null if it is not such an answer.
 */
function tagsOf(answer) {
    const { tags } = fields(answer);
    if (!Array.isArray(tags))
        return null;
    const entries = tags.map((tag) => {
        const { name, targetCommit } = fields(tag);
        return [name, targetCommit];
    });
    return new Map(entries.filter((entry) => typeof entry[0] === 'string' && matches(entry[1], COMMIT_ID)));
}
/** Returns the fields of an answer of any shape. */
function fields(answer) {
    return Object(answer);
}
function matches(value, pattern) {
    return typeof value === 'string' && pattern.test(value);
}
/**
 * Returns the content that the Hub gave for a file in a state. Checks that it is that file, as far as the Hub sends its hash or
 * blob id.
 *
 * @param file.repo for the message
 * @throws HubError if it is not
 */
function checkedContent(content, file) {
    const { path, repo, state } = file;
    const listed = state.files.get(path);
    if (listed !== undefined && (0,_model_file_js__WEBPACK_IMPORTED_MODULE_0__/* .agrees */ .ie)(listed, (0,_model_file_js__WEBPACK_IMPORTED_MODULE_0__/* .fileOf */ .W7)(path, content)) !== false)
        return content;
    throw new _hub_error_js__WEBPACK_IMPORTED_MODULE_1__/* .HubError */ .Ik(`The Hub's answer for ${path} of ${repo} is not that file. Check hub-endpoint and any proxy between it and the runner, then run the workflow again.`);
}


/***/ }),

/***/ 7250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   ie: () => (/* binding */ agrees),
/* harmony export */   sw: () => (/* binding */ isSameCommit),
/* harmony export */   tK: () => (/* binding */ gitBlobId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Returns git's id for the content of a file: SHA-1 of the header `blob <length>\0` and the bytes. */
function gitBlobId(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
/** Returns the lower-case hexadecimal SHA-256 of content in pieces in order. */
function sha256Of(chunks) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const chunk of chunks)
        hash.update(chunk);
    return hash.digest('hex');
}
/** Returns whether a listed file is the expected one; null if the listed facts do not suffice. */
function agrees(listed, { size, sha256, chunks }) {
    if (listed.size !== null && listed.size !== size)
        return false;
    if (listed.sha256 !== null)
        return listed.sha256 === sha256;
    if (listed.blobId === null || chunks === undefined)
        return null;
    return listed.blobId === gitBlobId(Buffer.concat(chunks));
}
/** Returns the file with this content. */
function fileOf(path, content) {
    const chunks = [content];
    return { path, size: content.length, sha256: sha256Of(chunks), chunks };
}
/** True for two ids of one commit, even if a Hub gives only the first digits of one of them. */
function isSameCommit(a, b) {
    return a.startsWith(b) || b.startsWith(a);
}


/***/ }),

/***/ 4209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ openHub),
  O: () => (/* binding */ openSpaceIn)
});

// EXTERNAL MODULE: ./build/http/failed-answer.js
var failed_answer = __webpack_require__(8935);
// EXTERNAL MODULE: ./build/model/identity.js
var identity = __webpack_require__(6946);
// EXTERNAL MODULE: ./build/hub/hub-error.js
var hub_error = __webpack_require__(9196);
// EXTERNAL MODULE: ./build/hub/hub-fetch.js + 3 modules
var hub_fetch = __webpack_require__(5340);
// EXTERNAL MODULE: ./build/hub/repo-state.js
var repo_state = __webpack_require__(258);
;// CONCATENATED MODULE: ./build/hub/oidc-token.js





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
function createTokenSource(options) {
    const { token, now = Date.now } = options;
    if (token !== null)
        return async () => token;
    let held;
    let pending;
    return async () => {
        if (held !== undefined && now() < held.staleAt)
            return held.value;
        pending ??= exchange(options, now).finally(() => {
            pending = undefined;
        });
        held = await pending;
        return held.value;
    };
}
async function exchange(options, now) {
    const { endpoint, repo, mask } = options;
    const identity = await jobIdentity(options);
    mask(identity);
    const send = (0,hub_fetch/* createHubFetch */._)({ ...options, token: async () => identity });
    let answer;
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
        answer = (0,repo_state/* fields */.OA)(await response.json().catch(() => null));
    }
    catch (error) {
        throw error instanceof hub_error/* HubError */.Ik ? explainRefusal(error, options) : error;
    }
    const { access_token: value, expires_in: seconds } = answer;
    if (typeof value !== 'string' || value === '') {
        throw new hub_error/* HubError */.Ik(`The Hub at ${endpoint} did not exchange the job's identity for a token. Check hub-endpoint.`);
    }
    mask(value);
    const lifetimeMs = typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : 0;
    return { value, staleAt: askedAt + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 2) };
}
/** The job's identity: the token in HF_OIDC_ID_TOKEN, as huggingface_hub reads it, or a token of GitHub's for this Hub. */
async function jobIdentity(options) {
    const { endpoint, repo, environment = process.env } = options;
    const given = (0,identity/* givenIdentity */._)(environment);
    if (given !== null)
        return given;
    if (!(0,identity/* hasIdentity */.r)(environment)) {
        throw new hub_error/* HubError */.Ik(`No token is available for ${repo}. Pass one as hf-token, or give the job "permissions: id-token: write" and add this workflow as a trusted publisher in ${endpoint}/${repo}/settings. Outside GitHub Actions, set HF_OIDC_ID_TOKEN to an identity token for ${endpoint}. A pull request from a fork gets none of them.`);
    }
    const url = new URL(String(environment.ACTIONS_ID_TOKEN_REQUEST_URL));
    url.searchParams.set('audience', endpoint);
    const authorization = `Bearer ${environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`;
    // The request to GitHub has the same time limit, retries and limit of size as those to the Hub.
    const send = (0,hub_fetch/* createHubFetch */._)({ ...options, repo: 'the job’s identity', token: async () => '' });
    try {
        const response = await send(url, {
            headers: { Authorization: authorization, Accept: 'application/json' },
        });
        const { value } = (0,repo_state/* fields */.OA)(await response.json());
        if (typeof value === 'string' && value !== '')
            return value;
        throw new Error('the answer holds no token');
    }
    catch (cause) {
        const status = cause instanceof hub_error/* HubError */.Ik ? cause.status : undefined;
        throw new hub_error/* HubError */.Ik(`GitHub gave no proof of the job's identity for ${repo} (${status ?? 'no usable answer'}). Check that the job has "permissions: id-token: write", then run the workflow again.`, { status, cause });
    }
}
function explainRefusal(error, { endpoint, repo, environment = process.env }) {
    const { status, code } = error;
    if ((0,failed_answer/* isPassing */.WG)(status))
        return error;
    if ((0,identity/* givenIdentity */._)(environment) !== null) {
        return new hub_error/* HubError */.Ik(`The Hub did not accept the identity token in HF_OIDC_ID_TOKEN for ${repo} (${status}). In ${endpoint}/${repo}/settings name its issuer and claims as a trusted publisher; each repo needs its own, and must exist already. Check that its audience is ${endpoint}, and that it has not expired. Or pass a token as hf-token.`, { status, code, cause: error });
    }
    return new hub_error/* HubError */.Ik(`The Hub did not accept this job's identity for ${repo} (${status}). In ${endpoint}/${repo}/settings add this repository, workflow and environment as a trusted publisher. Each repo and each Space needs its own entry, and must exist already. Or pass a token as hf-token.`, { status, code, cause: error });
}

;// CONCATENATED MODULE: ./build/hub/hub.js

/**
 * A Hub on which datasets, Spaces, Jobs and marks are opened. It creates none of them itself, so that a bundle contains
 * only what its action opens.
 *
 * @param options.token null to exchange the job's identity for a token of each repo
 */
function createHub({ token, mask, environment, ...options }) {
    const sources = new Map();
    return {
        ...options,
        isKeyless: token === null,
        token(repo) {
            const source = sources.get(repo) ?? createTokenSource({ ...options, token, mask, environment, repo });
            sources.set(repo, source);
            return source();
        },
    };
}

// EXTERNAL MODULE: ./build/model/repo-name.js
var repo_name = __webpack_require__(9670);
;// CONCATENATED MODULE: ./build/hub/watched-fetch.js

/** Watches a fetch of {@link createHubFetch}: the error of a cancelled run does not show what was sent. */
function createWatchedFetch(options) {
    const { fetch: send = fetch } = options;
    let changes = 0;
    const watched = async (input, init) => {
        const isChange = (init?.method ?? 'GET') !== 'GET';
        if (isChange)
            changes++;
        const response = await send(input, init);
        if (isChange && response.status >= 300 && response.status < 500)
            changes--;
        return response;
    };
    return { fetch: (0,hub_fetch/* createHubFetch */._)({ ...options, fetch: watched }), mayHaveChanged: () => changes > 0 };
}

;// CONCATENATED MODULE: ./build/hub/space.js





/** One Space on the Hub. Every method rejects with {@link HubError}. */
class Space {
    name;
    #endpoint;
    #requests;
    /** @throws HubError if the name is not `owner/name` as the Hub allows it */
    constructor(name, hub) {
        checkSpaceName(name);
        this.name = name;
        this.#endpoint = hub.endpoint;
        this.#requests = createWatchedFetch({ ...hub, repo: `spaces/${name}` });
    }
    /** Address of the Space for people. */
    get pageUrl() {
        return `${this.#endpoint}/spaces/${this.name}`;
    }
    /** Returns the address of the log that explains the stage of the Space. */
    logsUrl(stage) {
        const isBuild = /BUILD|CONFIG|NO_APP_FILE/.test(stage);
        return `${this.pageUrl}?logs=${isBuild ? 'build' : 'container'}`;
    }
    /** Returns the stage of the Space, for example `RUNNING`. @param signal ends the request */
    stage(signal) {
        return this.#stageFrom('see', 'GET', '/runtime', signal);
    }
    /** Pauses the Space; one that is paused already is left unchanged. @returns the stage after that */
    async pause() {
        return (await this.stage()) === 'PAUSED' ? 'PAUSED' : this.#stageFrom('pause', 'POST', '/pause');
    }
    /**
     * Restarts the Space, even if it is paused.
     *
     * @returns the stage in the Hub's answer, which may still be that of the old runtime
     */
    restart(options = {}) {
        return this.#stageFrom('restart', 'POST', options.factoryReboot ? '/restart?factory=true' : '/restart');
    }
    /** Sets an environment variable of the Space; the Hub restarts a running Space for that. */
    async setVariable(key, value) {
        await this.#request(`set the variable ${key} of`, '/variables', {
            method: 'POST',
            body: JSON.stringify({ key, value }),
        });
    }
    /** Returns the value of an environment variable of the Space; null if it is not set. */
    async variable(key) {
        const response = await this.#request(`read the variable ${key} of`, '/variables', { method: 'GET' });
        const variables = (0,repo_state/* fields */.OA)(await response.json().catch(() => null));
        const { value } = (0,repo_state/* fields */.OA)(Object.hasOwn(variables, key) ? variables[key] : null);
        return typeof value === 'string' ? value : null;
    }
    async #stageFrom(action, method, path, signal) {
        const response = await this.#request(action, path, { method, signal });
        const { stage } = (0,repo_state/* fields */.OA)(await response.json().catch(() => null));
        if (typeof stage === 'string' && /^[A-Z_]{1,40}$/.test(stage))
            return stage;
        throw new hub_error/* HubError */.Ik(`The Hub's answer has no stage of the Space ${this.name}. Check hub-endpoint.`);
    }
    async #request(action, path, init) {
        const headers = { Authorization: `Bearer ${hub_fetch/* TOKEN_PLACEHOLDER */.U}`, 'Content-Type': 'application/json' };
        try {
            const url = `${this.#endpoint}/api/spaces/${this.name}${path}`;
            return await this.#requests.fetch(url, { ...init, headers });
        }
        catch (error) {
            if (error instanceof hub_error/* HubError */.Ik)
                throw this.#explain(error, action);
            throw new hub_error/* HubError */.Ik(`The request to ${action} the Space ${this.name} was cancelled.`, {
                mayHaveHappened: this.#requests.mayHaveChanged(),
                cause: error,
            });
        }
    }
    #explain(error, action) {
        const advice = this.#advice(error.status, action);
        if (advice === null)
            return error;
        const { status, code } = error;
        return new hub_error/* HubError */.Ik(advice, { status, code, cause: error });
    }
    /** Returns what a status means if it is about a Space. */
    #advice(status, action) {
        const tokens = `${this.#endpoint}/settings/tokens`;
        switch (status) {
            case 400:
                return `The Hub refused to ${action} the Space ${this.name} (400). A static Space always runs and can be neither paused nor restarted. Check ${this.pageUrl}.`;
            case 401:
                return `The Hub refused the token on the request to ${action} the Space ${this.name} (401): it is not valid, has expired, or lacks the permission. A token from the job's identity (OIDC) may pause a Space, but perhaps not restart it. Pass a token with write access from ${tokens} as hf-token.`;
            case 403:
                return `The token may not ${action} the Space ${this.name} (403), because that needs write access to the Space. Give the token write access to it, or to its organization, at ${tokens}.`;
            case 404:
                return `The Hub does not find the Space ${this.name} (404), or hides it from this token. Check the name at ${this.pageUrl}, and that the token may see it.`;
            default:
                return null;
        }
    }
}
function checkSpaceName(name) {
    if ((0,repo_name/* isRepoName */.AW)(name))
        return;
    throw new hub_error/* HubError */.Ik(`${JSON.stringify(name)} is not the name of a Space on the Hub. Write it as ${repo_name/* REPO_NAME_RULE */.Qv} (for example owner/retrain).`);
}

;// CONCATENATED MODULE: ./build/wire/hub.js


/**
 * Opens the Hub that the inputs name. Every token that it gets is masked, and its waits are logged.
 *
 * @param options.signal ends every request and every wait
 */
function openHub({ info, mask }, { hfToken: token, hubEndpoint: endpoint }, options) {
    return createHub({
        ...options,
        token,
        endpoint,
        mask,
        onWait: ({ repo, reason, delayMs }) => info(`The Hub answered ${reason} for ${repo}; trying again in ${delayMs / 1000} s.`),
    });
}
/** Returns a function that opens a Space of the Hub that the inputs name. */
function openSpaceIn(surroundings) {
    return (name, inputs, signal) => new Space(name, openHub(surroundings, inputs, { signal }));
}


/***/ }),

/***/ 4768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openDatasetRepo: () => (/* binding */ openDatasetRepo),
  openHistoryIn: () => (/* binding */ openHistoryIn),
  openLargeDatasetRepoIn: () => (/* binding */ openLargeDatasetRepoIn),
  openMarksIn: () => (/* binding */ openMarksIn),
  openModelIn: () => (/* binding */ openModelIn),
  readModelCardIn: () => (/* binding */ readModelCardIn)
});

// EXTERNAL MODULE: ./node_modules/@huggingface/hub/dist/index.mjs + 16 modules
var dist = __webpack_require__(1429);
// EXTERNAL MODULE: ./build/http/failed-answer.js
var failed_answer = __webpack_require__(8935);
// EXTERNAL MODULE: ./build/model/file.js
var file = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/hub/hub-error.js
var hub_error = __webpack_require__(9196);
// EXTERNAL MODULE: ./build/files/own-file.js
var own_file = __webpack_require__(351);
// EXTERNAL MODULE: ./build/hub/repo-state.js
var repo_state = __webpack_require__(258);
// EXTERNAL MODULE: ./build/http/retry.js
var retry = __webpack_require__(4675);
;// CONCATENATED MODULE: ./build/hub/upload-plan.js



/**
 * Checks the Hub's answer about the upload of large files (Git LFS batch API, with parts as the Hub has them:
 * https://huggingface.co/docs/hub/storage-backends). `@huggingface/hub` does not check it: it skips a file that is
 * missing in the answer, and ends the process on a wrong number of parts.
 *
 * @returns the addresses of parts, each of which storage must answer with an `ETag`
 * @throws HubError for a file that the Hub refuses, and for a malformed answer
 */
function checkUploadPlan(about, asked, answer) {
    const unreadable = (what) => {
        throw new hub_error/* HubError */.Ik(`The Hub's answer about the upload of files to datasets/${about.repo} could not be read: ${what}. Check hub-endpoint and any proxy between it and the runner, then run the workflow again.`, { isWorthRepeating: true });
    };
    const { objects, transfer = 'basic' } = (0,repo_state/* fields */.OA)(answer);
    if (!Array.isArray(objects))
        return unreadable('it lists no files');
    if (transfer !== 'basic' && transfer !== 'multipart')
        unreadable('it names a way to upload that was not offered');
    const sizes = new Map(asked.map(({ oid, size }) => [oid, size]));
    const parts = new Set();
    for (const object of objects.map(repo_state/* fields */.OA)) {
        const size = sizes.get(String(object.oid));
        if (size === undefined)
            return unreadable('it names a file that was not requested, or one twice');
        sizes.delete(String(object.oid));
        if (object.error !== undefined && object.error !== null)
            throw refused(about, (0,repo_state/* fields */.OA)(object.error));
        const { upload } = (0,repo_state/* fields */.OA)(object.actions);
        if (upload === undefined || upload === null)
            continue;
        const { href, header } = (0,repo_state/* fields */.OA)(upload);
        if (!isAddress(href))
            unreadable('it has a file without an address');
        const { chunk_size: chunkSize, ...headers } = (0,repo_state/* fields */.OA)(header);
        if (chunkSize === undefined)
            continue;
        const bytes = Number(chunkSize);
        if (!Number.isSafeInteger(bytes) || bytes <= 0)
            return unreadable('it has parts without a size');
        const numbered = Object.keys(headers).filter((name) => /^\d+$/.test(name));
        const needed = Math.ceil(size / bytes);
        if (numbered.length !== needed) {
            return unreadable(`it has ${numbered.length} parts for a file that needs ${needed}`);
        }
        if (numbered.some((name, index) => Number(name) !== index + 1))
            unreadable('its parts are not in order');
        for (const name of numbered) {
            const address = headers[name];
            if (!isAddress(address))
                return unreadable('it has a part without an address');
            parts.add(address);
        }
    }
    if (sizes.size > 0)
        unreadable('it lacks a requested file');
    return parts;
}
/** Returns why the Hub refuses a file, for example because its owner has no storage left. */
function refused({ endpoint, repo }, { code, message }) {
    const status = Number.isSafeInteger(code) ? code : UNPROCESSABLE;
    const about = {
        endpoint,
        repo: `datasets/${repo}`,
        status,
        code: undefined,
        requestId: null,
        location: null,
    };
    return new hub_error/* HubError */.Ik((0,hub_error/* explainStatus */.cq)({ ...about, reason: (0,hub_error/* plainReason */.JH)(message) }), {
        status,
        isWorthRepeating: (0,failed_answer/* isPassing */.WG)(status),
    });
}
/** Status of a refusal without a status. */
const UNPROCESSABLE = 422;
function isAddress(value) {
    return typeof value === 'string' && ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '');
}

;// CONCATENATED MODULE: ./build/hub/upload-fetch.js



/**
 * Creates a fetch for one commit of `@huggingface/hub` that hides failures from it, because it cannot handle them. It
 * passes failures on in a queue of events. One that arrives together with another event rejects a promise that no code
 * awaits, which ends the process, or keeps the commit from ever ending. A failure rejects `failed`, and the client gets
 * no further answer.
 *
 * @param send rejects for every answer other than success
 * @param modes how all files of the commit are sent, so that the Hub is not asked; null if only the Hub knows
 */
function createUploadFetch(about, send, modes) {
    const stopped = new AbortController();
    const { promise: failed, reject } = Promise.withResolvers();
    failed.catch(() => undefined);
    let parts = new Set();
    const sendChecked = async (input, init) => {
        const address = String(input);
        if (modes !== null && /\/preupload\/[^/]+$/.test(address))
            return Response.json({ files: modes });
        const response = await send(input, { ...init, signal: (0,retry/* anySignal */.JG)(stopped.signal, init?.signal) });
        if (address.endsWith('.git/info/lfs/objects/batch')) {
            const { objects } = JSON.parse(String(init?.body));
            const answer = await response
                .clone()
                .json()
                .catch(() => null);
            parts = new Set([...parts, ...checkUploadPlan(about, objects, answer)]);
        }
        else if (parts.has(address) && response.headers.get('ETag') === null) {
            throw new hub_error/* HubError */.Ik(`The Hub's storage at ${new URL(address).host} did not confirm a part of a file of datasets/${about.repo}: its answer has no ETag. Check what a proxy on the way removes, then run the workflow again.`);
        }
        return response;
    };
    return {
        failed,
        stop: () => stopped.abort(),
        async fetch(...request) {
            try {
                return await sendChecked(...request);
            }
            catch (error) {
                reject(error);
                return new Promise(() => undefined);
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/hub/make-commit.js





/**
 * Makes one commit on top of its parent.
 *
 * @param target where to commit: a reference such as `refs/pr/3`, by default `main`, or a new pull request
 * @param read reads further parts of the answer; throws if they are missing
 * @throws HubError if the commit was not made, and no other came first; OwnFileError for a missing file
 */
async function makeCommit(requests, { title, description, parent, files, deletions }, target, read) {
    const { clientOptions } = requests;
    const uploads = createUploadFetch(requests, clientOptions.fetch, uploadModesOf(files));
    try {
        const making = (0,dist/* commit */.cd)({
            ...clientOptions,
            ...target,
            fetch: uploads.fetch,
            title,
            description,
            parentCommit: parent,
            useXet: false,
            operations: [
                ...files.map(({ path, content }) => ({ operation: 'addOrUpdate', path, content })),
                ...deletions.map((path) => ({ operation: 'delete', path })),
            ],
        });
        const made = await Promise.race([making, uploads.failed]);
        const oid = made?.commit.oid;
        if (typeof oid !== 'string' || !repo_state/* COMMIT_ID */.Gw.test(oid))
            throw new Error('the answer names no commit');
        return { outcome: 'made', commit: oid, ...read(made) };
    }
    catch (error) {
        return failedCommit(requests.repo, error);
    }
    finally {
        uploads.stop();
    }
}
/** Returns how each file is to be sent; null if the Hub has to decide. */
function uploadModesOf(files) {
    if (files.some(({ isLarge }) => isLarge === undefined))
        return null;
    return files.map(({ path, isLarge }) => ({ path, uploadMode: isLarge ? 'lfs' : 'regular' }));
}
/**
 * Returns the result of a commit whose request failed, or whose answer cannot be read.
 *
 * @throws HubError if the commit was not made, and no other came first; OwnFileError
 */
function failedCommit(repo, cause) {
    if (cause instanceof own_file/* OwnFileError */.L)
        throw cause;
    const error = cause instanceof hub_error/* HubError */.Ik
        ? cause
        : new hub_error/* HubError */.Ik(`The Hub's answer to a commit to datasets/${repo} could not be read.`, {
            mayHaveHappened: true,
            cause,
        });
    if (error.status === 412 || error.status === 409)
        return { outcome: 'conflict', error };
    if (error.mayHaveHappened || error.isWorthRepeating)
        return { outcome: 'unconfirmed', error };
    throw error;
}

;// CONCATENATED MODULE: ./build/hub/pull-requests.js



/**
 * Pull requests of a dataset repo, by the calls that `huggingface_hub` makes (hf_api.py, get_repo_discussions and those
 * after it). The content of a pull request is read by its reference, `refs/pr/<number>`. Every method rejects with
 * {@link HubError}.
 */
class HubPullRequests {
    #requests;
    constructor(requests) {
        this.#requests = requests;
    }
    /** Address of a pull request's page, for people. */
    pageUrl(number) {
        const { endpoint, repo } = this.#requests;
        return `${endpoint}/datasets/${repo}/discussions/${number}`;
    }
    /** Lists the open ones, or the closed ones, the newest first; each page is requested when it is reached. */
    async *list(which) {
        for (let page = 0, seen = 0, count = 1; seen < count; page++) {
            const { discussions, start, count: total } = (0,repo_state/* fields */.OA)(await this.#page(which, page));
            if (!Array.isArray(discussions) || !isCount(total) || start !== seen)
                this.#requests.unreadable();
            for (const discussion of discussions) {
                const listed = listedOf(discussion);
                if (listed !== null && (listed.status === 'open') === (which === 'open'))
                    yield listed;
            }
            seen += discussions.length;
            count = discussions.length === 0 ? seen : total;
        }
    }
    /**
     * Returns the name of the token's user, who opens the pull requests; null for a token of no user. Any user's token may
     * ask for it: without an answer nobody knows whether a stranger opened one.
     *
     * @throws HubError if the Hub does not name the user of a user's token
     */
    async ownName() {
        const { isKeyless } = this.#requests;
        try {
            const { name } = (0,repo_state/* fields */.OA)(await this.#requests.json('/api/whoami-v2'));
            if (typeof name === 'string')
                return name;
        }
        catch (error) {
            const isRefused = error instanceof hub_error/* HubError */.Ik && [401, 403, 404].includes(error.status ?? 0);
            if (!isKeyless || !isRefused)
                throw error;
        }
        return isKeyless ? null : this.#requests.unreadable();
    }
    /** Opens a pull request with one commit, whose texts become its title and its first comment. */
    open(request) {
        return makeCommit(this.#requests, request, { isPullRequest: true }, ({ pullRequestUrl }) => {
            const number = Number(/\/discussions\/(\d+)$/.exec(pullRequestUrl ?? '')?.[1]);
            if (Number.isSafeInteger(number))
                return { number };
            throw new Error('the answer names no pull request');
        });
    }
    /** Adds one commit to a pull request, on top of its known head. */
    update(number, request) {
        return makeCommit(this.#requests, request, { branch: `refs/pr/${number}` }, () => ({}));
    }
    /** Lists the commits of a pull request, the oldest first, as its page does; they stay listed after a merge. */
    async commits(number) {
        const { events } = (0,repo_state/* fields */.OA)(await this.#requests.json(this.#path(number)));
        if (!Array.isArray(events))
            this.#requests.unreadable();
        return events.flatMap((event) => {
            const { type, data, author } = (0,repo_state/* fields */.OA)(event);
            const { oid: id, subject: title } = (0,repo_state/* fields */.OA)(data);
            if (type !== 'commit' || typeof id !== 'string' || !repo_state/* COMMIT_ID */.Gw.test(id))
                return [];
            return typeof title === 'string' ? [{ id, title, author: nameOf(author) }] : [];
        });
    }
    /** False if `main` has changed in the same places, so that it cannot be merged. */
    async isMergeable(number) {
        const { filesWithConflicts } = (0,repo_state/* fields */.OA)(await this.#requests.json(this.#path(number)));
        return (filesWithConflicts !== true && !(Array.isArray(filesWithConflicts) && filesWithConflicts.length > 0));
    }
    async rename(number, title) {
        await this.#requests.send(`${this.#path(number)}/title`, { title });
    }
    /** @param text Markdown */
    async comment(number, text) {
        await this.#requests.send(`${this.#path(number)}/comment`, { comment: text });
    }
    /**
     * Closes a pull request; one that another run has closed in the meantime is left unchanged.
     *
     * @param comment Markdown with the reason
     */
    async close(number, comment) {
        try {
            await this.#requests.send(`${this.#path(number)}/status`, { status: 'closed', comment });
        }
        catch (error) {
            if (!(error instanceof hub_error/* HubError */.Ik) || error.status !== 400)
                throw error;
            const { status } = (0,repo_state/* fields */.OA)(await this.#requests.json(this.#path(number)));
            if (status !== 'closed' && status !== 'merged')
                throw error;
        }
    }
    async #page(which, page) {
        const { endpoint, repo } = this.#requests;
        const query = new URLSearchParams({ type: 'pull_request', status: which, p: String(page) });
        try {
            return await this.#requests.json(`/api/datasets/${repo}/discussions?${query}`);
        }
        catch (error) {
            if (!(error instanceof hub_error/* HubError */.Ik) || error.status !== 404)
                throw error;
            throw new hub_error/* HubError */.Ik(`The Hub at ${endpoint} has no pull requests for datasets/${repo} (404). To publish without them, set publish: directly and on-gate: hold, or use a Hub that supports them.`, { status: 404, cause: error });
        }
    }
    #path(number) {
        return `/api/datasets/${this.#requests.repo}/discussions/${number}`;
    }
}
/** Returns null for anything but a pull request; a draft counts as open. */
function listedOf(discussion) {
    const { num: number, title, status, isPullRequest, author } = (0,repo_state/* fields */.OA)(discussion);
    if (isPullRequest !== true || !isCount(number) || typeof title !== 'string')
        return null;
    const listed = { number, title, author: nameOf(author) };
    if (status === 'open' || status === 'draft')
        return { ...listed, status: 'open' };
    return status === 'closed' || status === 'merged' ? { ...listed, status } : null;
}
/** Returns the name of a user, null if the Hub does not name it. */
function nameOf(user) {
    const { name } = (0,repo_state/* fields */.OA)(user);
    return typeof name === 'string' ? name : null;
}
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}

;// CONCATENATED MODULE: ./build/hub/repo-creation.js

/** Roles in an organization whose holders may create repos: https://huggingface.co/docs/hub/organizations-security. */
const CREATING_ROLES = ['admin', 'write', 'contributor'];
/**
 * Returns whether a token may create a repo of an owner.
 *
 * @param whoAmI answer to `GET /api/whoami-v2`
 */
function creationBy(whoAmI, owner) {
    const { type, name: user, orgs, auth } = (0,repo_state/* fields */.OA)(whoAmI);
    if (type !== 'user' || typeof user !== 'string' || !Array.isArray(orgs))
        return { verdict: 'unknown', reason: '' };
    if (!isSame(user, owner)) {
        const organization = orgs.map(repo_state/* fields */.OA).find(({ name }) => isSame(name, owner));
        if (organization === undefined) {
            return repo_creation_refused(`the token belongs to the user ${user}, who is not ${owner} and not in an organization of this name`);
        }
        const { roleInOrg: role } = organization;
        if (role !== undefined && !CREATING_ROLES.includes(role)) {
            return repo_creation_refused(`the user ${user} of the token may not write to the organization ${owner} (role ${role})`);
        }
    }
    const { role, fineGrained } = (0,repo_state/* fields */.OA)((0,repo_state/* fields */.OA)(auth).accessToken);
    if (role === 'read')
        return { verdict: 'reads-only', reason: '' };
    if (role === 'write')
        return { verdict: 'possible', reason: '' };
    const { scoped } = (0,repo_state/* fields */.OA)(fineGrained);
    if (role !== 'fineGrained' || !Array.isArray(scoped))
        return { verdict: 'unknown', reason: '' };
    const writable = scoped.map(repo_state/* fields */.OA).filter(({ permissions }) => {
        return Array.isArray(permissions) && permissions.includes('repo.write');
    });
    if (writable.length === 0)
        return { verdict: 'reads-only', reason: '' };
    const isOfOwner = writable
        .map(({ entity }) => (0,repo_state/* fields */.OA)(entity))
        .some(({ type: kind, name }) => {
        return (kind === 'user' || kind === 'org') && isSame(name, owner);
    });
    if (isOfOwner)
        return { verdict: 'possible', reason: '' };
    return repo_creation_refused(`the fine-grained token may write to other repos, but not to all of ${owner}`);
}
/** The Hub ignores case in names. */
function isSame(name, owner) {
    return typeof name === 'string' && name.toLowerCase() === owner.toLowerCase();
}
function repo_creation_refused(reason) {
    return { verdict: 'refused', reason };
}

// EXTERNAL MODULE: ./build/model/repo-name.js
var repo_name = __webpack_require__(9670);
;// CONCATENATED MODULE: ./build/hub/repo-name.js


/** Checks the name of a dataset repo against the Hub's rule. @throws HubError with the form of a name */
function checkRepoName(name) {
    if ((0,repo_name/* isRepoName */.AW)(name))
        return;
    throw new hub_error/* HubError */.Ik(`${JSON.stringify(name)} is not the name of a dataset repo on the Hub. Write it as ${repo_name/* REPO_NAME_RULE */.Qv} (for example owner/corrections).`);
}

// EXTERNAL MODULE: ./build/hub/hub-fetch.js + 3 modules
var hub_fetch = __webpack_require__(5340);
;// CONCATENATED MODULE: ./build/hub/repo-requests.js


/** Sends requests about one dataset repo. Every method rejects with {@link HubError}. */
class RepoRequests {
    /** Name of the repo, `owner/name`. */
    repo;
    /** Base URL of the Hub. */
    endpoint;
    /** True if the token is of no user. */
    isKeyless;
    #fetch;
    constructor(repo, hub) {
        this.repo = repo;
        this.endpoint = hub.endpoint;
        this.isKeyless = hub.isKeyless ?? false;
        this.#fetch = (0,hub_fetch/* createHubFetch */._)({ ...hub, repo: `datasets/${repo}` });
    }
    /** Sends a GET, or a POST if there is a body: a form, or else JSON. */
    send(path, content) {
        const isForm = content instanceof URLSearchParams;
        const headers = {
            Authorization: `Bearer ${hub_fetch/* TOKEN_PLACEHOLDER */.U}`,
            'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        };
        const body = content === undefined || isForm ? content?.toString() : JSON.stringify(content);
        return this.#fetch(`${this.endpoint}${path}`, {
            method: body === undefined ? 'GET' : 'POST',
            headers,
            body,
        });
    }
    /** Bytes of a file from `start` up to `end`, which is not among them; fewer where the file ends before. */
    async range(path, start, end) {
        const headers = { Authorization: `Bearer ${hub_fetch/* TOKEN_PLACEHOLDER */.U}`, Range: `bytes=${start}-${end - 1}` };
        const response = await this.#fetch(`${this.endpoint}${path}`, { headers });
        const answer = await response.arrayBuffer();
        // A server that knows no ranges sends all of the file.
        return response.status === 206 ? answer : answer.slice(start, end);
    }
    /** Sends a DELETE. @returns false when there is nothing to delete */
    async delete(path) {
        try {
            const headers = { Authorization: `Bearer ${hub_fetch/* TOKEN_PLACEHOLDER */.U}` };
            await this.#fetch(`${this.endpoint}${path}`, { method: 'DELETE', headers });
            return true;
        }
        catch (error) {
            if (error instanceof hub_error/* HubError */.Ik && error.status === 404 && error.code !== 'RepoNotFound')
                return false;
            throw error;
        }
    }
    /** Sends a request like {@link send} and returns the JSON of the answer. */
    async json(path, content) {
        const response = await this.send(path, content);
        try {
            return await response.json();
        }
        catch (cause) {
            return this.unreadable(cause);
        }
    }
    /** @throws HubError about an answer that is not JSON */
    unreadable(cause) {
        throw new hub_error/* HubError */.Ik(`The Hub's answer about datasets/${this.repo} could not be read. Check hub-endpoint.`, { cause });
    }
    /** The options that `@huggingface/hub` needs in every call. */
    get clientOptions() {
        return {
            repo: { type: 'dataset', name: this.repo },
            hubUrl: this.endpoint,
            fetch: this.#fetch,
            accessToken: hub_fetch/* TOKEN_PLACEHOLDER */.U,
        };
    }
}

;// CONCATENATED MODULE: ./build/hub/dataset-repo.js










/** Bytes of a large file that are read at once: an answer may not be much larger. */
const PIECE_BYTES = 8 << 20;
/** One dataset repo on the Hub. Every method rejects with {@link HubError}. */
class DatasetRepo {
    name;
    pullRequests;
    #requests;
    /** @throws HubError if the name is not `owner/name` as the Hub allows it */
    constructor(name, hub) {
        checkRepoName(name);
        this.name = name;
        this.#requests = new RepoRequests(name, hub);
        this.pullRequests = new HubPullRequests(this.#requests);
    }
    /** Returns the address of the repo, or of a revision of it, for people. */
    pageUrl(revision) {
        const page = `${this.#requests.endpoint}/datasets/${this.name}`;
        return revision === undefined ? page : `${page}/tree/${encodeURIComponent(revision)}`;
    }
    /** Creates the repo; one that exists is left unchanged. An answer that cannot be read may still mean success. */
    async create(visibility) {
        try {
            await (0,dist/* createRepo */.Td)({ ...this.#requests.clientOptions, visibility });
        }
        catch (error) {
            const isSettled = error instanceof hub_error/* HubError */.Ik ? error.status === 409 : error instanceof SyntaxError;
            if (!isSettled)
                throw error;
        }
    }
    /** Returns whether the token may create the repo. Writes nothing. */
    async creation() {
        const answer = await this.#requests.json('/api/whoami-v2').catch((error) => {
            if (error instanceof hub_error/* HubError */.Ik)
                return null;
            throw error;
        });
        return creationBy(answer, this.name.split('/')[0]);
    }
    /** Returns the names of the datasets of its owner, see {@link listSiblings}. */
    siblings() {
        return listSiblings(this.name.split('/')[0], this.#requests.clientOptions);
    }
    /**
     * Returns what the repo holds at a commit, at the head of `main`, or at a reference such as `refs/pr/3`; null if the
     * repo or the reference does not exist.
     */
    async state(revision) {
        const path = revision === undefined ? '' : `/revision/${encodeURIComponent(revision)}`;
        try {
            const answer = await this.#requests.json(`/api/datasets/${this.name}${path}?blobs=true`);
            return (0,repo_state/* stateOf */.L4)(answer) ?? this.#requests.unreadable();
        }
        catch (error) {
            if (error instanceof hub_error/* HubError */.Ik && (isUnknownRepo(error) || isUnknownReference(error, revision)))
                return null;
            throw error;
        }
    }
    /**
     * Reads a small text file at the head of `main`. The header `ETag` proves that the answer is the file, and
     * `X-Repo-Commit` names its commit. If the Hub sends neither, {@link state} and {@link readText} are used.
     */
    async readHead(path) {
        let response;
        try {
            response = await this.#requests.send(`/datasets/${this.name}/resolve/main/${path}`);
        }
        catch (error) {
            if (!(error instanceof hub_error/* HubError */.Ik) || error.status !== 404)
                throw error;
            if (error.code === 'EntryNotFound')
                return 'none';
            return error.code === 'RepoNotFound' ? 'no-repo' : null;
        }
        const content = Buffer.from(await response.arrayBuffer());
        const commit = response.headers.get('X-Repo-Commit') ?? '';
        const etag = response.headers.get('ETag')?.replace(/^W\/|"/g, '');
        if (!repo_state/* COMMIT_ID */.Gw.test(commit) || etag !== (0,file/* gitBlobId */.tK)(content))
            return null;
        return { commit, text: new TextDecoder().decode(content) };
    }
    /**
     * Reads a small text file in a state. Checks that the answer is the file: with the page of a proxy in its place, an
     * unchanged version would count as new, and what a person wrote into the card would be lost.
     */
    async readText(path, state) {
        return new TextDecoder().decode(await this.readBytes(path, state));
    }
    /** Reads the bytes of a file in a state, checked like {@link readText}. */
    async readBytes(path, state) {
        const content = await this.readUnchecked(path, state.commit);
        return (0,repo_state/* checkedContent */.Du)(content, { path, repo: `datasets/${this.name}`, state });
    }
    /** A file in a state, of any size, that is read piece by piece. */
    rangesOf(path, { commit, files }) {
        const address = `/datasets/${this.name}/resolve/${commit}/${path}`;
        const byteLength = files.get(path)?.size ?? this.#requests.unreadable();
        return {
            byteLength,
            slice: async (start, end = byteLength) => {
                const last = Math.min(end, byteLength);
                const bytes = await this.#requests.range(address, start, last);
                return bytes.byteLength === last - start ? bytes : this.#requests.unreadable();
            },
        };
    }
    /**
     * Returns the Hub's answer for a file at a commit or a reference, unchecked; null if the file does not exist.
     *
     * @param size bytes it should have: a large file is read piece by piece, and is null where it has fewer
     */
    async readAt(path, revision, size = 0) {
        const name = encodeURIComponent(revision);
        try {
            if (size <= PIECE_BYTES)
                return await this.readUnchecked(path, name);
            const pieces = [];
            for (let start = 0; start < size; start += PIECE_BYTES) {
                const end = Math.min(size, start + PIECE_BYTES);
                const address = `/datasets/${this.name}/resolve/${name}/${path}`;
                const bytes = await this.#requests.range(address, start, end);
                if (bytes.byteLength !== end - start)
                    return null;
                pieces.push(new Uint8Array(bytes));
            }
            return Buffer.concat(pieces);
        }
        catch (error) {
            if (error instanceof hub_error/* HubError */.Ik && (error.status === 404 || error.status === 416))
                return null;
            throw error;
        }
    }
    /** Returns the Hub's answer for a file at a commit, unchecked. */
    async readUnchecked(path, commitId) {
        const response = await this.#requests.send(`/datasets/${this.name}/resolve/${commitId}/${path}`);
        return Buffer.from(await response.arrayBuffer());
    }
    /**
     * Makes one commit on `main` on top of `parent`. Resolves also if another commit came first (`conflict`) and if only
     * reading can show whether the commit was made (`unconfirmed`).
     */
    commit(request) {
        return makeCommit(this.#requests, request, {}, () => ({}));
    }
    /** Returns the commit of each tag. */
    async tags() {
        return ((0,repo_state/* tagsOf */.Fg)(await this.#requests.json(`/api/datasets/${this.name}/refs`)) ?? this.#requests.unreadable());
    }
    /**
     * Creates a tag. One that points to this commit is left unchanged, and any other is never moved. After a failed
     * request, reads whether the tag was set.
     */
    async tag(name, commitId, message) {
        try {
            await this.#requests.send(`/api/datasets/${this.name}/tag/${encodeURIComponent(commitId)}`, {
                tag: name,
                message,
            });
        }
        catch (error) {
            if (!(error instanceof hub_error/* HubError */.Ik))
                throw error;
            // It may be set in spite of the failure: by this request, by an attempt before it or by another run.
            if (error.status !== 409 && !(0,failed_answer/* mayHaveActed */.LR)(error.status))
                throw error;
            const target = await this.tags().then((tags) => tags.get(name), () => {
                throw error;
            });
            if (target !== undefined && (0,file/* isSameCommit */.sw)(target, commitId))
                return;
            if (error.status !== 409)
                throw error;
            throw new hub_error/* HubError */.Ik(`The tag ${name} of datasets/${this.name} already names another commit (${target ?? 'unknown'}), and a tag is never moved. Run the workflow again.`, { status: 409, cause: error });
        }
    }
    /** Returns the id of the last commit up to this one that changed a file; null if the Hub does not name it. */
    async lastCommitOf(path, commitId) {
        const query = new URLSearchParams({ paths: path, expand: 'true' });
        const url = `/api/datasets/${this.name}/paths-info/${commitId}`;
        const answer = await this.#requests.json(url, query);
        const { id } = (0,repo_state/* fields */.OA)((0,repo_state/* fields */.OA)(Array.isArray(answer) ? answer[0] : null).lastCommit);
        return typeof id === 'string' && repo_state/* COMMIT_ID */.Gw.test(id) ? id : null;
    }
    /** Returns title and author of a commit; null if the Hub does not name them. */
    async describeCommit(commitId) {
        const answer = await this.#requests.json(`/api/datasets/${this.name}/commits/${commitId}?limit=1`);
        const { id, title, authors } = (0,repo_state/* fields */.OA)(Array.isArray(answer) ? answer[0] : null);
        if (id !== commitId || typeof title !== 'string')
            return null;
        const { user } = (0,repo_state/* fields */.OA)(Array.isArray(authors) ? authors[0] : null);
        return { id: commitId, title, author: typeof user === 'string' ? user : null };
    }
    /** Returns the id of the commit before one; null if there is none, or if the Hub does not name it. */
    async commitBefore(commitId) {
        const answer = await this.#requests.json(`/api/datasets/${this.name}/commits/${commitId}?limit=2`);
        const { id } = (0,repo_state/* fields */.OA)(Array.isArray(answer) ? answer[1] : null);
        return typeof id === 'string' && repo_state/* COMMIT_ID */.Gw.test(id) ? id : null;
    }
}
/** True if the repo does not exist, or if the token may not see it. */
function isUnknownRepo({ status, code }) {
    return status === 404 && (code === 'RepoNotFound' || code === undefined);
}
/** True if a visible repo has no such reference: that of a closed pull request can be deleted. */
function isUnknownReference({ status, code }, revision = '') {
    return status === 404 && code === 'RevisionNotFound' && revision.startsWith('refs/');
}
/** Largest number of pages of the datasets of an owner, of 500 each; of a larger number not all are read. */
const MOST_PAGES = 20;
/**
 * Returns the names of the datasets of an owner that the token may see; null if the Hub does not list them. A run never
 * fails because of this list.
 */
async function listSiblings(owner, { hubUrl, accessToken, fetch: send }) {
    let pages = 0;
    const fetchPage = (...request) => {
        if (++pages > MOST_PAGES)
            throw new Error('there are too many');
        return send(...request);
    };
    const names = [];
    try {
        const listed = (0,dist/* listDatasets */.yA)({ hubUrl, accessToken, search: { owner }, fetch: fetchPage });
        for await (const { name } of listed)
            names.push(String(name));
        return names;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/hub/model-card.js


/**
 * Reads the card of a model, its `README.md`.
 *
 * @param model `owner/name` as the Hub allows it
 * @param revision branch, tag or commit
 * @returns null for a model that has none
 * @throws HubError when it cannot be read, or there is no such model
 */
async function readModelCard(model, hub, revision = 'main') {
    const send = (0,hub_fetch/* createHubFetch */._)({ ...hub, repo: model });
    try {
        const response = await send(`${hub.endpoint}/${model}/resolve/${encodeURIComponent(revision)}/README.md`, {
            headers: { Authorization: `Bearer ${hub_fetch/* TOKEN_PLACEHOLDER */.U}` },
        });
        return await response.text();
    }
    catch (error) {
        if (error instanceof hub_error/* HubError */.Ik && error.code === 'EntryNotFound')
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/hub/model-repo.js





const HEADERS = { Authorization: `Bearer ${hub_fetch/* TOKEN_PLACEHOLDER */.U}`, 'Content-Type': 'application/json' };
/** One model repo on the Hub: its revisions, files and tags. Every method rejects with {@link HubError}. */
class ModelRepo {
    name;
    #endpoint;
    #fetch;
    constructor(name, hub) {
        this.name = name;
        this.#endpoint = hub.endpoint;
        this.#fetch = (0,hub_fetch/* createHubFetch */._)({ ...hub, repo: name });
    }
    /** Address of the repo, or of a revision of it, for people. */
    pageUrl(revision) {
        const page = `${this.#endpoint}/${this.name}`;
        return revision === undefined ? page : `${page}/tree/${encodeURIComponent(revision)}`;
    }
    /** Returns what the repo holds at a branch, a tag or a commit id. @throws HubError also when there is no such revision */
    async state(revision) {
        let answer;
        try {
            answer = await this.#json(`/revision/${encodeURIComponent(revision)}?blobs=true`);
        }
        catch (error) {
            if (!(error instanceof hub_error/* HubError */.Ik) || error.code !== 'RevisionNotFound')
                throw error;
            throw new hub_error/* HubError */.Ik(`The model ${this.name} has no revision ${revision}. Set candidate to a commit, a branch or a tag of it.`, { status: 404, code: error.code, cause: error });
        }
        return (0,repo_state/* stateOf */.L4)(answer) ?? this.#unreadable();
    }
    /** Reads the bytes of a file in a state, and checks that the answer is that file. */
    async readBytes(path, state) {
        const response = await this.#fetch(`${this.#endpoint}/${this.name}/resolve/${state.commit}/${path}`, {
            headers: HEADERS,
        });
        const content = Buffer.from(await response.arrayBuffer());
        return (0,repo_state/* checkedContent */.Du)(content, { path, repo: this.name, state });
    }
    /** Returns the id of the last commit up to this one that changed a file. */
    async lastCommitOf(path, commit) {
        const body = new URLSearchParams({ paths: path, expand: 'true' }).toString();
        const headers = { ...HEADERS, 'Content-Type': 'application/x-www-form-urlencoded' };
        const answer = await this.#json(`/paths-info/${commit}`, { method: 'POST', headers, body });
        const { id } = (0,repo_state/* fields */.OA)((0,repo_state/* fields */.OA)(Array.isArray(answer) ? answer[0] : null).lastCommit);
        return typeof id === 'string' && repo_state/* COMMIT_ID */.Gw.test(id) ? id : this.#unreadable();
    }
    /** Returns the commit each tag points to. */
    async tags() {
        return (0,repo_state/* tagsOf */.Fg)(await this.#json('/refs')) ?? this.#unreadable();
    }
    /**
     * Creates a tag; one that points to this commit already is left as it is, any other is never moved. Whether a request that
     * failed set the tag all the same is settled by reading.
     */
    async setTag(name, commit, message) {
        try {
            await this.#fetch(`${this.#api}/tag/${commit}`, {
                method: 'POST',
                headers: HEADERS,
                body: JSON.stringify({ tag: name, message }),
            });
        }
        catch (error) {
            if (!isAmbiguous(error))
                throw error;
            const target = (await this.tags()).get(name);
            if (target !== undefined && (0,file/* isSameCommit */.sw)(target, commit))
                return;
            if (target === undefined)
                throw error;
            throw new hub_error/* HubError */.Ik(`The tag ${name} of the model ${this.name} already names another commit, ${target}: another run may have set it. Run the workflow again.`, { status: 409, cause: error });
        }
    }
    /** Deletes a tag; one that is not there is left so. */
    async deleteTag(name) {
        try {
            await this.#fetch(`${this.#api}/tag/${encodeURIComponent(name)}`, {
                method: 'DELETE',
                headers: HEADERS,
            });
        }
        catch (error) {
            if (error instanceof hub_error/* HubError */.Ik && (error.status === 404 || isAmbiguous(error))) {
                if (!(await this.tags()).has(name))
                    return;
            }
            throw error;
        }
    }
    get #api() {
        return `${this.#endpoint}/api/models/${this.name}`;
    }
    async #json(path, init = {}) {
        const response = await this.#fetch(`${this.#api}${path}`, { headers: HEADERS, ...init });
        return response.json().catch((cause) => this.#unreadable(cause));
    }
    #unreadable(cause) {
        throw new hub_error/* HubError */.Ik(`The Hub's answer about ${this.name} could not be read. Check hub-endpoint.`, {
            cause,
        });
    }
}
/** True when a tag may be there although no success was answered. */
function isAmbiguous(error) {
    return error instanceof hub_error/* HubError */.Ik && (error.status === 409 || (0,failed_answer/* mayHaveActed */.LR)(error.status));
}

;// CONCATENATED MODULE: ./build/hub/repo-history.js




/** Most files that one request deletes (huggingface_hub, permanently_delete_lfs_files). */
const MOST_DELETIONS = 1000;
/**
 * References and history of a dataset repo, by the calls that `huggingface_hub` makes (hf_api.py, super_squash_history,
 * list_lfs_files, permanently_delete_lfs_files) and by `/.well-known/openapi.md` of the Hub for references of pull requests.
 * Every method rejects with {@link HubError}.
 */
class RepoHistory {
    #requests;
    #api;
    /** @throws HubError when the name is not `owner/name` as the Hub allows it */
    constructor(name, hub) {
        checkRepoName(name);
        this.#requests = new RepoRequests(name, hub);
        this.#api = `/api/datasets/${name}`;
    }
    async references() {
        const answer = await this.#requests.json(`${this.#api}/refs?include_prs=1`);
        const { branches, pullRequests, converts } = (0,repo_state/* fields */.OA)(answer);
        const tags = (0,repo_state/* tagsOf */.Fg)(answer);
        if (tags === null || !Array.isArray(branches))
            return this.#requests.unreadable();
        const numbered = namesOf(pullRequests, 'ref').flatMap(([ref, commit]) => {
            const number = Number(/^refs\/pr\/(\d+)$/.exec(ref)?.[1]);
            return Number.isSafeInteger(number) ? [[number, commit]] : [];
        });
        return {
            branches: new Map(namesOf(branches, 'name')),
            tags,
            pullRequests: new Map(numbered),
            conversions: new Map(namesOf(converts, 'ref')),
        };
    }
    async deleteTag(name) {
        await this.#requests.delete(`${this.#api}/tag/${encodeURIComponent(name)}`);
    }
    async createBranch(name, commit) {
        try {
            const path = `${this.#api}/branch/${encodeURIComponent(name)}`;
            await this.#requests.send(path, { startingPoint: commit });
            return true;
        }
        catch (error) {
            if (!(error instanceof hub_error/* HubError */.Ik))
                throw error;
            if ([400, 404, 405, 409].includes(error.status ?? 0))
                return error.status === 409;
            throw error;
        }
    }
    async deleteBranch(name) {
        await this.#requests.delete(`${this.#api}/branch/${encodeURIComponent(name)}`);
    }
    deletePullRequest(number) {
        return this.#requests.delete(`${this.#api}/discussions/${number}/ref`);
    }
    async squash(message) {
        await this.#requests.send(`${this.#api}/super-squash/main`, { message });
    }
    async *largeFiles() {
        for (let path = `${this.#api}/lfs-files`; path !== null;) {
            const response = await this.#requests.send(path);
            const listed = await response.json().catch((cause) => this.#requests.unreadable(cause));
            if (!Array.isArray(listed))
                this.#requests.unreadable();
            for (const file of listed)
                yield largeFileOf(file) ?? this.#requests.unreadable();
            path = this.#nextPath(response.headers.get('Link') ?? '');
        }
    }
    async deleteLargeFiles(shas, how) {
        for (let start = 0; start < shas.length; start += MOST_DELETIONS) {
            const sha = shas.slice(start, start + MOST_DELETIONS);
            const deletions = { sha, rewriteHistory: how.rewritesHistory };
            await this.#requests.send(`${this.#api}/lfs-files/batch`, { deletions });
        }
    }
    /** Path of the next page, below the endpoint, of which the answer names another address behind a proxy; null for none. */
    #nextPath(link) {
        const address = /<([^>]+)>;\s*rel="?next"?/.exec(link)?.[1];
        const url = address === undefined ? null : URL.parse(address, this.#requests.endpoint);
        return url === null ? null : `${this.#api}/lfs-files${url.search}`;
    }
}
/** The names in a list of references, each with its commit. */
function namesOf(list, key) {
    return (Array.isArray(list) ? list : []).flatMap((reference) => {
        const { [key]: name, targetCommit: commit } = (0,repo_state/* fields */.OA)(reference);
        const isUsable = typeof name === 'string' && typeof commit === 'string' && repo_state/* COMMIT_ID */.Gw.test(commit);
        return isUsable ? [[name, commit]] : [];
    });
}
/** Returns null for an entry that is not a file. */
function largeFileOf(file) {
    const { fileOid: sha256, filename, size, pushedAt } = (0,repo_state/* fields */.OA)(file);
    const time = new Date(typeof pushedAt === 'string' ? pushedAt : Number.NaN);
    const isUsable = typeof sha256 === 'string' && Number.isSafeInteger(size) && !Number.isNaN(time.getTime());
    if (!isUsable)
        return null;
    return {
        sha256,
        size: size,
        path: typeof filename === 'string' ? filename : '',
        pushedAt: time,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/hub/trigger-marks.js






const trigger_marks_HEADERS = { Authorization: `Bearer ${hub_fetch/* TOKEN_PLACEHOLDER */.U}`, 'Content-Type': 'application/json' };
/** Time in milliseconds for each request by which a cancelled run cleans up. */
const LAST_TIMEOUT_MS = 1500;
/**
 * Marks on the versions of a dataset, stored as tags of its repo. The Hub creates a tag only if the name is free, so
 * only one of several runs succeeds in setting the same mark.
 *
 * If no answer comes, or if a Hub answers with a failure for a tag that exists, the mark may belong to any run, because
 * the Hub shows only the name and the commit of a tag. Therefore each run first sets a claim, a tag with a unique name,
 * and keeps it for as long as the mark is its own. A mark without the claim of another run is one's own.
 */
class TriggerMarks {
    #dataset;
    #api;
    #signal;
    #fetch;
    #fetchOnce;
    /** Continues after the run is cancelled. */
    #fetchLast;
    /** Own claims, by mark. */
    #claims = new Map();
    /** @throws HubError if the name is not `owner/name` as the Hub allows it */
    constructor(dataset, hub) {
        checkRepoName(dataset);
        const shared = { ...hub, repo: `datasets/${dataset}` };
        this.#dataset = dataset;
        this.#api = `${hub.endpoint}/api/datasets/${dataset}`;
        this.#signal = hub.signal;
        this.#fetch = (0,hub_fetch/* createHubFetch */._)(shared);
        this.#fetchOnce = (0,hub_fetch/* createHubFetch */._)({ ...shared, retryDelaysMs: [] });
        const last = { retryDelaysMs: [], timeoutMs: LAST_TIMEOUT_MS, signal: undefined };
        this.#fetchLast = (0,hub_fetch/* createHubFetch */._)({ ...shared, ...last });
    }
    /**
     * Sets a mark on a version.
     *
     * @returns false if it was set already
     * @throws HubError if it could not be set, or if its owner is unclear; the signal's reason if the run is cancelled
     */
    async set(mark, version, message) {
        if ((await this.#tags()).has(mark))
            return false;
        const claim = `${claimPrefix(mark)}${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
        let isOurs = false;
        try {
            await this.#claim(claim, version, message);
            isOurs = await this.#take(mark, claim, version, message);
        }
        finally {
            if (isOurs)
                this.#claims.set(mark, claim);
            // A claim that stays is harmless: at worst, another run cannot be certain.
            else
                await this.#delete(claim, this.#fetchLast).catch(() => undefined);
        }
        return isOurs;
    }
    /** Removes a mark that this object set, even if the run is cancelled. A missing mark is no error. */
    async clear(mark) {
        const claim = this.#claims.get(mark);
        await this.#delete(mark);
        if (claim !== undefined)
            await this.#delete(claim);
        this.#claims.delete(mark);
    }
    /** Sets a claim; a repeated request can only find the same claim. */
    async #claim(claim, version, message) {
        try {
            await this.#tag(claim, version, message, this.#fetch);
        }
        catch (error) {
            if (!(error instanceof hub_error/* HubError */.Ik))
                throw error;
            if (error.status === 409)
                return;
            if ((0,failed_answer/* mayHaveActed */.LR)(error.status) && (await this.#tags()).has(claim))
                return;
            throw error;
        }
    }
    /** @returns false if the mark belongs to another run */
    async #take(mark, claim, version, message) {
        try {
            // Sent only once: a repeated request would find its own mark.
            await this.#tag(mark, version, message, this.#fetchOnce);
            return true;
        }
        catch (error) {
            if (error instanceof hub_error/* HubError */.Ik && error.status === 409)
                return false;
            if (error instanceof hub_error/* HubError */.Ik && !(0,failed_answer/* mayHaveActed */.LR)(error.status))
                throw error;
            const tags = await this.#tags();
            if (!tags.has(mark))
                throw error;
            const isClaimed = [...tags].some((tag) => tag.startsWith(claimPrefix(mark)) && tag !== claim);
            if (!isClaimed)
                return true;
            throw new hub_error/* HubError */.Ik(`The tag ${mark} of datasets/${this.#dataset} is set, but several runs tried at the same time, and it is unclear which one set it. Check whether the target was started. If not, set force.`, { cause: error });
        }
    }
    async #tag(name, version, message, send) {
        const url = `${this.#api}/tag/${encodeURIComponent(version)}`;
        await send(url, { method: 'POST', headers: trigger_marks_HEADERS, body: JSON.stringify({ tag: name, message }) });
    }
    async #delete(tag, send = this.#patientFetch) {
        try {
            await send(`${this.#api}/tag/${encodeURIComponent(tag)}`, { method: 'DELETE', headers: trigger_marks_HEADERS });
        }
        catch (error) {
            if (!(error instanceof hub_error/* HubError */.Ik && error.status === 404))
                throw error;
        }
    }
    async #tags() {
        const response = await this.#patientFetch(`${this.#api}/refs`, { headers: trigger_marks_HEADERS });
        const { tags } = (0,repo_state/* fields */.OA)(await response.json().catch(() => null));
        if (Array.isArray(tags)) {
            return new Set(tags.map((tag) => (0,repo_state/* fields */.OA)(tag).name).filter((name) => typeof name === 'string'));
        }
        throw new hub_error/* HubError */.Ik(`The Hub's answer about datasets/${this.#dataset} could not be read. Check hub-endpoint.`);
    }
    /** Repeats requests that failed temporarily, until the run is cancelled. */
    get #patientFetch() {
        return this.#signal?.aborted ? this.#fetchLast : this.#fetch;
    }
}
/** Returns the beginning of the names of all claims to a mark. */
function claimPrefix(mark) {
    return `${mark}-by-`;
}

// EXTERNAL MODULE: ./build/wire/hub.js + 4 modules
var hub = __webpack_require__(4209);
;// CONCATENATED MODULE: ./build/wire/repos.js






/**
 * Opens a dataset repo of the Hub that the inputs name.
 *
 * @param options.onUploaded called with every file that was uploaded
 * @throws Error if the name is not allowed
 */
function openDatasetRepo(surroundings, name, inputs, options) {
    return new DatasetRepo(name, (0,hub/* openHub */.C)(surroundings, inputs, options));
}
/** Bytes of the largest file of a test split, or of predictions, that is read. */
const MOST_BYTES = 2 ** 30;
/** Returns what opens a dataset repo of which data files are read, too. */
function openLargeDatasetRepoIn(surroundings) {
    return (name, inputs, signal) => new DatasetRepo(name, (0,hub/* openHub */.C)(surroundings, inputs, { signal, mostBytes: MOST_BYTES }));
}
/** Returns what opens a model repo of the Hub that inputs name. */
function openModelIn(surroundings) {
    return (name, inputs, signal) => new ModelRepo(name, (0,hub/* openHub */.C)(surroundings, inputs, { signal, mostBytes: MOST_BYTES }));
}
/** Returns what opens the marks of a dataset repo that record which versions were triggered. */
function openMarksIn(surroundings) {
    return (name, inputs, signal) => new TriggerMarks(name, (0,hub/* openHub */.C)(surroundings, inputs, { signal }));
}
/** Returns a function that reads the card of a model of the Hub that the inputs name, null for a model without one. */
function readModelCardIn(surroundings) {
    return (model, inputs, signal, revision) => readModelCard(model, (0,hub/* openHub */.C)(surroundings, inputs, { signal }), revision);
}
/** Returns what opens the references and the history of a dataset repo. */
function openHistoryIn(surroundings) {
    return (name, inputs, signal) => new RepoHistory(name, (0,hub/* openHub */.C)(surroundings, inputs, { signal }));
}


/***/ })

};
