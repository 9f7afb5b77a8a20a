export const id = 55;
export const ids = [55];
export const modules = {

/***/ 3055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sendThroughProxies: () => (/* binding */ sendThroughProxies)
});

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var lib_proxy = __webpack_require__(9783);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(4371);
;// CONCATENATED MODULE: ./build/http/failed-connection.js

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
    for (const cause of causesOf(error)) {
        if (cause instanceof ProxyError)
            return cause.message;
        if (typeof cause.code === 'string')
            return cause.code;
    }
    return '';
}
/** True if a request failed before there was a connection, so that the server cannot have acted. */
function wasNeverSent(error) {
    return [...causesOf(error)].some(({ code }) => NEVER_MADE.has(code));
}

;// CONCATENATED MODULE: ./build/action/proxy-dispatcher.js



/**
 * Sends every `fetch` through a proxy, except to hosts that are reached directly.
 *
 * @param proxies URL of the proxy by the scheme of the request, such as `https:`
 */
function sendThroughProxies(proxies) {
    (0,undici/* setGlobalDispatcher */.bj)(new ProxyDispatcher(proxies, (0,undici/* getGlobalDispatcher */.xo)()));
}
/** Sends each request through its proxy, or directly. */
class ProxyDispatcher extends undici/* Dispatcher */.mk {
    #proxies;
    #direct;
    #agents = new Map();
    constructor(proxies, direct) {
        super();
        this.#proxies = proxies;
        this.#direct = direct;
    }
    dispatch(options, handler) {
        const target = new URL(String(options.origin));
        const proxy = this.#proxies.get(target.protocol);
        if (proxy === undefined || (0,lib_proxy/* checkBypass */.H)(target))
            return this.#direct.dispatch(options, handler);
        const url = URL.parse(proxy);
        if (url === null || !['http:', 'https:'].includes(url.protocol)) {
            const variable = `${target.protocol.slice(0, -1)}_proxy`;
            const problem = `${variable} is not the address of a proxy. It must look like http://host:3128`;
            throw new ProxyError(problem, PROXY_CODES.address);
        }
        const agent = this.#agents.get(proxy) ?? new undici/* ProxyAgent */.kT(url.href);
        this.#agents.set(proxy, agent);
        return agent.dispatch(options, new ExplainingHandler(handler, url.origin));
    }
}
/** An error of a failed connection that names the proxy. */
class ExplainingHandler extends undici/* DecoratorHandler */.s8 {
    #handler;
    #proxy;
    /** @param proxy address of the proxy, without user and password */
    constructor(handler, proxy) {
        super(handler);
        this.#handler = handler;
        this.#proxy = proxy;
    }
    onError(error) {
        this.#handler.onError?.(explain(error, this.#proxy));
    }
}
function explain(error, proxy) {
    const status = /^Proxy response \((\d+)\)/.exec(error.message)?.[1];
    if (status !== undefined) {
        const refusal = status === '407' ? 'asks for another user or password (407)' : `refused to connect (${status})`;
        return new ProxyError(`the proxy ${proxy} ${refusal}`, PROXY_CODES.refused, error);
    }
    const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
    return code === null ? error : new ProxyError(`${code} through the proxy ${proxy}`, code, error);
}


/***/ })

};
