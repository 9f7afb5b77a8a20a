import { setTimeout as sleep } from 'node:timers/promises';
import { checkChannels, checkChannelsEnd } from '../../test/support/publish-lab/check-channels.ts';
import { viewHub } from '../../test/support/publish-lab/check-hub.ts';
import { checkOffer, checkOfferEnd, viewOffers } from '../../test/support/publish-lab/check-offer.ts';
import { checkEnd, checkRun } from '../../test/support/publish-lab/check-run.ts';
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
 * Publishes with a fault, then without, and checks what readers see and what the runs say after each.
 *
 * @param script bundle that publishes
 */
export async function tryFault(lab: PublishLab, { request, fault }: Pair, script: string): Promise<Trial> {
  const stage = await Stage.open(lab, request.scenario);
  try {
    const { hub } = stage;
    const proxy = stage.proxy(request.peer);
    const start = await viewHub(hub);
    fault.strike(stage, request);
    const struck = await stage.publish({
      script,
      fastClock: true,
      onOutput: (text) => {
        if (fault.passesWhenMet && text.includes('ECONNREFUSED')) void proxy.heal();
      },
    });
    // What was on its way when the process died arrives all the same.
    if (struck.exitCode === null) await sleep(SETTLING_MS);
    const middle = await viewHub(hub);
    const middleOffers = await viewOffers(hub);
    // A fault of the Hub fails a run by right, and the issue is told so.
    const isOfChannel = request.peer !== 'hub';
    const middleChannels = isOfChannel ? checkChannels(stage, struck) : [];
    const wasStruck = proxy.struck > 0;
    await proxy.heal();
    const clean = await stage.publish({ script });
    const end = await viewHub(hub);
    const endOffers = await viewOffers(hub);
    const first = { run: struck, before: start, after: middle };
    const second = { run: clean, before: middle, after: end };
    const budgetMs = fault.isLasting ? BUDGETS_MS.disturbedOnAndOn : BUDGETS_MS.disturbedOnce;
    const { scenario } = request;
    const isPublished = scenario.end === 'published';
    const violations = [
      ...(wasStruck ? [] : ['the fault did not strike']),
      ...[
        ...(isPublished ? checkRun(first, budgetMs) : checkOffer(first, middleOffers, scenario)),
        ...middleChannels,
      ].map((problem) => `run with the fault: ${problem}`),
      ...[
        ...(isPublished
          ? [...checkRun(second, BUDGETS_MS.undisturbed), ...checkEnd(second)]
          : [...checkOffer(second, endOffers, scenario), ...checkOfferEnd(second, endOffers, scenario)]),
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
