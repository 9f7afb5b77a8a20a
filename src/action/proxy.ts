import { maskSecrets } from './mask-secrets.ts';

/**
 * Has every `fetch` go through the proxy of a self-hosted runner: `https_proxy` and `http_proxy` by the scheme of
 * the request, also in capitals, but not to this machine nor to the hosts in `no_proxy`
 * (https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-proxy-servers). The rules are
 * those of `@actions/http-client`. Does nothing without a proxy.
 */
export async function useProxy(environment: NodeJS.ProcessEnv): Promise<void> {
  const proxies = new Map<string, string>();
  for (const scheme of ['http', 'https']) {
    const url = environment[`${scheme}_proxy`] || environment[`${scheme.toUpperCase()}_PROXY`];
    if (url) proxies.set(`${scheme}:`, url.includes('://') ? url : `http://${url}`);
  }
  if (proxies.size === 0) return;
  maskSecrets([...proxies.values()].filter((url) => url.includes('@')));
  // What speaks to proxies is a third of the bundle, and few runners have one.
  const { sendThroughProxies } = await import('./proxy-dispatcher.ts');
  sendThroughProxies(proxies);
}
