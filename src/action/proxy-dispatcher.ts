import { checkBypass } from '@actions/http-client/lib/proxy';
import { DecoratorHandler, Dispatcher, getGlobalDispatcher, ProxyAgent, setGlobalDispatcher } from 'undici';
import { PROXY_CODES, ProxyError } from '../http/failed-connection.ts';

/**
 * Sends every `fetch` through a proxy, except to hosts that are reached directly.
 *
 * @param proxies URL of the proxy by the scheme of the request, such as `https:`
 */
export function sendThroughProxies(proxies: ReadonlyMap<string, string>): void {
  setGlobalDispatcher(new ProxyDispatcher(proxies, getGlobalDispatcher()));
}

/** Sends each request through its proxy, or directly. */
class ProxyDispatcher extends Dispatcher {
  readonly #proxies: ReadonlyMap<string, string>;
  readonly #direct: Dispatcher;
  readonly #agents = new Map<string, ProxyAgent>();

  constructor(proxies: ReadonlyMap<string, string>, direct: Dispatcher) {
    super();
    this.#proxies = proxies;
    this.#direct = direct;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandlers): boolean {
    const target = new URL(String(options.origin));
    const proxy = this.#proxies.get(target.protocol);
    if (proxy === undefined || checkBypass(target)) return this.#direct.dispatch(options, handler);
    const url = URL.parse(proxy);
    if (url === null || !['http:', 'https:'].includes(url.protocol)) {
      const variable = `${target.protocol.slice(0, -1)}_proxy`;
      const problem = `${variable} is not the address of a proxy. It must look like http://host:3128`;
      throw new ProxyError(problem, PROXY_CODES.address);
    }
    const agent = this.#agents.get(proxy) ?? new ProxyAgent(url.href);
    this.#agents.set(proxy, agent);
    return agent.dispatch(options, new ExplainingHandler(handler, url.origin));
  }
}

/** An error of a failed connection that names the proxy. */
class ExplainingHandler extends DecoratorHandler {
  readonly #handler: Dispatcher.DispatchHandlers;
  readonly #proxy: string;

  /** @param proxy address of the proxy, without user and password */
  constructor(handler: Dispatcher.DispatchHandlers, proxy: string) {
    super(handler);
    this.#handler = handler;
    this.#proxy = proxy;
  }

  onError(error: Error): void {
    this.#handler.onError?.(explain(error, this.#proxy));
  }
}

function explain(error: Error, proxy: string): Error {
  const status = /^Proxy response \((\d+)\)/.exec(error.message)?.[1];
  if (status !== undefined) {
    const refusal =
      status === '407' ? 'asks for another user or password (407)' : `refused to connect (${status})`;
    return new ProxyError(`the proxy ${proxy} ${refusal}`, PROXY_CODES.refused, error);
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return code === null ? error : new ProxyError(`${code} through the proxy ${proxy}`, code, error);
}
