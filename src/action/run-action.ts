import type { Surroundings } from '../model/surroundings.ts';
import { writeFailure } from '../report/write-failure.ts';
import { annotateFailure } from './failure.ts';
import { logCauses } from './log-causes.ts';
import { maskSecrets } from './mask-secrets.ts';
import { StrayError, watchForStrayErrors } from './stray-error.ts';

/** Reason of a run's aborted signal: the runner sent a signal, because a person or a time limit cancelled the job. */
export class CancelledError extends Error {
  constructor() {
    super('The run was cancelled.');
    this.name = 'CancelledError';
  }
}

/** Time in milliseconds for a cancelled run to end; the runner kills it after 7.5 s. */
const CANCEL_LIMIT_MS = 4500;
/** Time in milliseconds for a run to report an error that no code awaited: longer than any channel takes. */
const STRAY_LIMIT_MS = 120_000;

/**
 * Runs an action or a command to its end; only this function fails it. Reports an error once, with its message and, if
 * it is about a file, on the lines of the file. Never prints its stack or the messages of its causes, because they may
 * quote data; only their names and codes are logged for debugging. SIGINT and SIGTERM, by which the runner cancels a
 * job, abort the signal. So does an error that no code awaits, which then fails the job. Requests use the runner's
 * proxy, if it has one.
 *
 * @param surroundings where it runs
 * @param main resolves to false if the job must fail and the reason was reported already
 * @param options.summarizes true if `main` writes a job summary in all cases
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
    // A run that waits for nothing does not end by itself.
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
    // In a cancelled run, whatever fails, fails because of that.
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
 * Sends every `fetch` through the proxy of a self-hosted runner: `https_proxy` and `http_proxy` by the scheme of the
 * request, also in capitals. Requests to this machine and to the hosts in `no_proxy` are direct
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
  // The proxy code is a third of the bundle, and few runners have a proxy.
  const { sendThroughProxies } = await import('./proxy-dispatcher.ts');
  sendThroughProxies(proxies);
}
