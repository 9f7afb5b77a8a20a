import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { type BundleScene, TOKEN } from './bundle-scene.ts';
import { type BundleRun, runBundle } from './run-bundle.ts';

/** The runner kills a job 7.5 s after SIGINT; a run with a processor of its own is promised to end sooner. */
const CANCEL_LIMIT_MS = 5000;

/** How long a run may take to end, in milliseconds: longer by as many processes as share a processor just now. */
export function cancelLimitMs(): number {
  const [lastMinute = 0] = loadavg();
  return CANCEL_LIMIT_MS * Math.max(1, lastMinute / availableParallelism());
}

/** A run that was sent a signal, and how long it took to end from then on. */
export interface CancelledRun extends BundleRun {
  readonly tookMs: number;
}

/**
 * Runs the bundle and sends it a signal.
 *
 * @param isThere whether the moment has come, by what the run has printed so far or by anything else
 */
export async function cancelBundle(
  scene: BundleScene,
  signal: NodeJS.Signals,
  isThere: (log: string) => boolean | Promise<boolean>,
  inputs: Readonly<Record<string, string>> = {},
  environment: NodeJS.ProcessEnv = {},
): Promise<CancelledRun> {
  let sentAt = Number.NaN;
  const given = {
    'postgres-url': scene.database.url({ params: { sslmode: 'disable', application_name: 'cancelled' } }),
    'department-dataset': 'owner/department',
    'urgency-dataset': 'owner/urgency',
    'hf-token': TOKEN,
    'hub-endpoint': scene.hub.url,
    'min-dataset-len': '10',
  };
  const run = await runBundle(
    { ...given, ...inputs },
    {
      environment,
      onStart: async (child) => {
        let log = '';
        child.stdout?.on('data', (chunk) => {
          log += chunk;
        });
        while (child.exitCode === null && !(await isThere(log))) await sleep(20);
        sentAt = Date.now();
        child.kill(signal);
      },
    },
  );
  return { ...run, tookMs: Date.now() - sentAt };
}

/** Expects that the run ended in time and said why. */
export function expectCancelled({ exitCode, tookMs, log, summary }: CancelledRun): void {
  expect(exitCode).toBe(1);
  expect(tookMs).toBeLessThan(cancelLimitMs());
  expect(log).toContain('The run was cancelled.');
  expect(summary).toContain('The run was cancelled. The next run finishes what this run began.');
}
