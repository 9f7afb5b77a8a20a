export const id = 193;
export const ids = [193];
export const modules = {

/***/ 7193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sendThroughProxies: () => (/* binding */ sendThroughProxies)
/* harmony export */ });
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9783);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6752);
/* harmony import */ var _http_failed_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8541);



/**
 * Sends every `fetch` through a proxy, except to hosts that are reached directly.
 *
 * @param proxies URL of the proxy by the scheme of the request, such as `https:`
 */
function sendThroughProxies(proxies) {
    (0,undici__WEBPACK_IMPORTED_MODULE_1__/* .setGlobalDispatcher */ .bj)(new ProxyDispatcher(proxies, (0,undici__WEBPACK_IMPORTED_MODULE_1__/* .getGlobalDispatcher */ .xo)()));
}
/** Sends each request through its proxy, or directly. */
class ProxyDispatcher extends undici__WEBPACK_IMPORTED_MODULE_1__/* .Dispatcher */ .mk {
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
        if (proxy === undefined || (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .checkBypass */ .H)(target))
            return this.#direct.dispatch(options, handler);
        const url = URL.parse(proxy);
        if (url === null || !['http:', 'https:'].includes(url.protocol)) {
            const variable = `${target.protocol.slice(0, -1)}_proxy`;
            const problem = `${variable} is not the address of a proxy. It must look like http://host:3128`;
            throw new _http_failed_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .ProxyError */ .T6(problem, _http_failed_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_CODES */ .uj.address);
        }
        const agent = this.#agents.get(proxy) ?? new undici__WEBPACK_IMPORTED_MODULE_1__/* .ProxyAgent */ .kT(url.href);
        this.#agents.set(proxy, agent);
        return agent.dispatch(options, new ExplainingHandler(handler, url.origin));
    }
}
/** An error of a failed connection that names the proxy. */
class ExplainingHandler extends undici__WEBPACK_IMPORTED_MODULE_1__/* .DecoratorHandler */ .s8 {
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
        return new _http_failed_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .ProxyError */ .T6(`the proxy ${proxy} ${refusal}`, _http_failed_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .PROXY_CODES */ .uj.refused, error);
    }
    const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
    return code === null ? error : new _http_failed_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .ProxyError */ .T6(`${code} through the proxy ${proxy}`, code, error);
}


/***/ })

};
