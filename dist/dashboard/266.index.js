export const id = 266;
export const ids = [266];
export const modules = {

/***/ 7266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sendThroughProxies: () => (/* binding */ sendThroughProxies)
});

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(4371);
// EXTERNAL MODULE: ./build/http/failed-connection.js
var failed_connection = __webpack_require__(8541);
;// CONCATENATED MODULE: ./build/action/proxy-dispatcher.js



/**
 * Sends every `fetch` through a proxy, except to hosts that are reached directly.
 *
 * @param proxies URL of the proxy by the scheme of the request, such as `https:`
 */
function sendThroughProxies(proxies) {
    (0,undici.setGlobalDispatcher)(new ProxyDispatcher(proxies, (0,undici.getGlobalDispatcher)()));
}
/** Sends each request through its proxy, or directly. */
class ProxyDispatcher extends undici.Dispatcher {
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
        if (proxy === undefined || checkBypass(target))
            return this.#direct.dispatch(options, handler);
        const url = URL.parse(proxy);
        if (url === null || !['http:', 'https:'].includes(url.protocol)) {
            const variable = `${target.protocol.slice(0, -1)}_proxy`;
            const problem = `${variable} is not the address of a proxy. It must look like http://host:3128`;
            throw new failed_connection/* ProxyError */.T6(problem, failed_connection/* PROXY_CODES */.uj.address);
        }
        const agent = this.#agents.get(proxy) ?? new undici.ProxyAgent(url.href);
        this.#agents.set(proxy, agent);
        return agent.dispatch(options, new ExplainingHandler(handler, url.origin));
    }
}
/** An error of a failed connection that names the proxy. */
class ExplainingHandler extends undici.DecoratorHandler {
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
        return new failed_connection/* ProxyError */.T6(`the proxy ${proxy} ${refusal}`, failed_connection/* PROXY_CODES */.uj.refused, error);
    }
    const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
    return code === null ? error : new failed_connection/* ProxyError */.T6(`${code} through the proxy ${proxy}`, code, error);
}


/***/ })

};
