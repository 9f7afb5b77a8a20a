import type { Surroundings } from '../model/surroundings.ts';
import { writeFailure } from '../report/write-failure.ts';
import { annotateFailure } from './failure.ts';
import { logCauses } from './log-causes.ts';
import { maskSecrets } from './mask-secrets.ts';
import { StrayError, watchForStrayErrors } from './stray-error.ts';

/** Why the signal of a run was aborted: the runner sent a signal, because a person or a time limit cancelled the job. */
export class CancelledError extends Error {
  constructor() {
    super('The run was cancelled.');
    this.name = 'CancelledError';
  }
}

/** Time in milliseconds a cancelled run has to come to its end; the runner kills it after 7.5 s. */
const CANCEL_LIMIT_MS = 4500;
/** Time in milliseconds a run has to report an error that nobody awaited: longer than any channel takes. */
const STRAY_LIMIT_MS = 120_000;

/**
 * Runs an action or a command to its end: the one place that fails it. An error is told once, in its own words and, where it is
 * about a file, on the file's lines. Its stack and the messages of its causes, which may quote data, are never printed,
 * only the causes' names and codes, and those in the debug log. SIGINT and SIGTERM, by which the runner cancels a job,
 * abort the signal, and so does an error that nobody awaits, which then fails the job. Requests go through the runner's
 * proxy, if it has one.
 *
 * @param surroundings where it runs
 * @param main resolves to false when the job must fail and why has been told already
 * @param options.summarizes true when `main` writes a job summary however it ends
 */
export async function runAction(
  surroundings: Surroundings,
  main: (signal: AbortSignal) => Promise<boolean>,
  { summarizes = false } = {},
): Promise<void> {
  const cancellation = new AbortController();
  const { promise: overdue, reject: giveUp } = Promise.withResolvers<never>();
  const stopWatching = watchForStrayErrors((error) => {
    cancellation.abort(error);
    setTimeout(giveUp, STRAY_LIMIT_MS, error).unref();
    // A run that waits for nothing any more does not come to an end by itself.
    process.once('beforeExit', () => giveUp(error));
    setImmediate(() => undefined);
  });
  const cancel = () => {
    cancellation.abort(new CancelledError());
    setTimeout(() => process.exit(1), CANCEL_LIMIT_MS).unref();
  };
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  try {
    await useProxy(surroundings, process.env);
    const isSuccess = await Promise.race([main(cancellation.signal), overdue]);
    if (!isSuccess) process.exitCode = 1;
    if (!isSuccess || cancellation.signal.reason instanceof StrayError) cancellation.signal.throwIfAborted();
  } catch (thrown) {
    // What fails in a cancelled run fails because of that.
    const error = cancellation.signal.aborted ? cancellation.signal.reason : thrown;
    surroundings.fail(annotateFailure(surroundings, error), error);
    logCauses(surroundings, error);
    if (error instanceof StrayError) {
      if (!summarizes) await surroundings.summary(`${writeFailure(error.message)}\n`);
      setTimeout(() => process.exit(1), CANCEL_LIMIT_MS).unref();
    }
  }
  stopWatching();
  process.off('SIGINT', cancel).off('SIGTERM', cancel);
}

/**
 * Has every `fetch` go through the proxy of a self-hosted runner: `https_proxy` and `http_proxy` by the scheme of
 * the request, also in capitals, but not to this machine nor to the hosts in `no_proxy`
 * (https://docs.github.com/en/actions/how-tos/manage-runners/self-hosted-runners/use-proxy-servers). The rules are
 * those of `@actions/http-client`. Does nothing without a proxy.
 */
async function useProxy(surroundings: Surroundings, environment: NodeJS.ProcessEnv): Promise<void> {
  const proxies = new Map<string, string>();
  for (const scheme of ['http', 'https']) {
    const url = environment[`${scheme}_proxy`] || environment[`${scheme.toUpperCase()}_PROXY`];
    if (url) proxies.set(`${scheme}:`, url.includes('://') ? url : `http://${url}`);
  }
  if (proxies.size === 0) return;
  maskSecrets(
    surroundings,
    [...proxies.values()].filter((url) => url.includes('@')),
  );
  // What speaks to proxies is a third of the bundle, and few runners have one.
  const { sendThroughProxies } = await import('./proxy-dispatcher.ts');
  sendThroughProxies(proxies);
}
