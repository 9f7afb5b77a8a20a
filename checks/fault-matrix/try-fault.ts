import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkChannels, checkChannelsEnd } from '../../test/support/publish-lab/check-channels.ts';
import { viewHub } from '../../test/support/publish-lab/check-hub.ts';
import type { Observed } from '../../test/support/publish-lab/check-run.ts';
import type { PublishLab, TimedRun } from '../../test/support/publish-lab/publish-lab.ts';
import { Stage } from '../../test/support/publish-lab/stage.ts';
import type { Pair } from './pairs.ts';

/**
 * Milliseconds a run may take by its own clock. A commit is waited for three minutes, and tried four times with 15 s
 * of waits in between; any other request one minute, five times, with as much.
 */
export const BUDGETS_MS = { undisturbed: 60_000, disturbedOnce: 240_000, disturbedOnAndOn: 780_000 };

/** Milliseconds after which what a killed run had sent is carried out. */
const SETTLING_MS = 60;

/** What a run with a fault and the run after it came to. */
export interface Trial extends Pair {
  /** Who made the publish good: the run itself, or the one after it. */
  readonly finishedBy: 'itself' | 'next run';
  readonly violations: readonly string[];
  /** False when no run told of the version as a new one. */
  readonly announced: boolean;
  readonly slowestMs: number;
  readonly log: string;
}

/**
 * Runs with a fault, then without, and checks what readers see and what the runs say after each.
 *
 * @param bundles folder of the bundles that are run
 */
export async function tryFault(lab: PublishLab, { request, fault }: Pair, bundles: string): Promise<Trial> {
  const stage = await Stage.open(lab, request.scenario);
  try {
    const { hub, data } = stage;
    const script = path.join(bundles, stage.bundle, 'index.js');
    const proxy = stage.proxy(request.peer);
    const start = await viewHub(hub, data);
    fault.strike(stage, request);
    const struck = await stage.run({
      script,
      fastClock: true,
      onOutput: (text) => {
        if (fault.passesWhenMet && text.includes('ECONNREFUSED')) void proxy.heal();
      },
    });
    // What was on its way when the process died arrives all the same.
    if (struck.exitCode === null) await sleep(SETTLING_MS);
    const middle = await viewHub(hub, data);
    const { end } = request.scenario;
    const first: Observed = { run: struck, before: start, after: middle };
    const budgetMs = fault.isLasting ? BUDGETS_MS.disturbedOnAndOn : BUDGETS_MS.disturbedOnce;
    const middleProblems = await end.checkRun(stage, first, budgetMs);
    // A fault of the Hub fails a run by right, and the issue is told so.
    const isOfChannel = request.peer !== 'hub';
    const middleChannels = isOfChannel ? checkChannels(stage, struck) : [];
    const wasStruck = proxy.struck > 0;
    await proxy.heal();
    const clean = await stage.run({ script });
    const second = { run: clean, before: middle, after: await viewHub(hub, data) };
    const violations = [
      ...(wasStruck ? [] : ['the fault did not strike']),
      ...[...middleProblems, ...middleChannels].map((problem) => `run with the fault: ${problem}`),
      ...[
        ...(await end.checkRun(stage, second, BUDGETS_MS.undisturbed)),
        ...(await end.checkEnd(stage, second)),
        ...(isOfChannel ? checkChannels(stage, clean) : []),
        ...checkChannelsEnd(stage, clean),
      ].map((problem) => `run after it: ${problem}`),
    ];
    return {
      request,
      fault,
      finishedBy: struck.exitCode === null || statusOf(struck) === 'failed' ? 'next run' : 'itself',
      violations,
      announced: [struck, clean].some(({ outputs }) => outputs.updated === '["urgency"]'),
      slowestMs: Math.max(struck.tookMs, clean.tookMs),
      log: `${struck.log}\n--- then\n${clean.log}`,
    };
  } finally {
    await stage.close();
  }
}

function statusOf({ outputs }: TimedRun): string | undefined {
  return outputs['urgency-status'];
}
