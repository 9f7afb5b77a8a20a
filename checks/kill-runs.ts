// Kills the bundle (SIGKILL) at random instants of a publish, then publishes again, and checks after each that readers
// see whole versions and at the end exactly one tagged one. Each request and each answer is held up for a moment, so
// that the instants spread over all of them. With --seed <number> the instants are those of an earlier run, with
// --bundle <script> another bundle is killed.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { MersenneTwister } from '../src/engine/split/mersenne-twister.ts';
import { Checks } from '../test/support/checks.ts';
import type { LocalHub } from '../test/support/local-hub/server.ts';
import { viewHub } from '../test/support/publish-lab/check-hub.ts';
import { checkEnd, checkReaders, checkRun } from '../test/support/publish-lab/check-run.ts';
import {
  type MainSituation,
  PublishLab,
  SITUATIONS,
  type TimedRun,
} from '../test/support/publish-lab/publish-lab.ts';

const KILLS = 30;
const HOLD_UP_MS = 15;
const BUDGET_MS = 60_000;

const { values } = parseArgs({
  options: {
    bundle: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const random = new MersenneTwister(seed);
const checks = new Checks();
let slowestMs = 0;

console.log(`seed ${seed}`);
const script = values.bundle === undefined ? undefined : path.resolve(values.bundle);
const lab = await PublishLab.start({ script });
try {
  const lengths = new Map<MainSituation, number>();
  for (const situation of SITUATIONS) lengths.set(situation, await measureLength(situation));
  let kills = 0;
  for (let tries = 0; kills < KILLS && tries < 2 * KILLS; tries++) {
    const situation = SITUATIONS[tries % SITUATIONS.length];
    const killed = await killOnce(situation, (random.uint32() / 2 ** 32) * lengths.get(situation)!);
    if (killed) kills++;
  }
  checks.check(`${KILLS} publishes were killed`, kills === KILLS, kills);
} finally {
  await lab.close();
}
console.log(`Slowest run after a kill: ${(slowestMs / 1000).toFixed(1)} s of ${BUDGET_MS / 1000} s`);
checks.close();

/** Milliseconds from the first request of a publish to the end of its process. */
async function measureLength(situation: MainSituation): Promise<number> {
  const hub = await openHub(situation);
  try {
    const run = lab.publish(hub);
    await firstRequest(hub);
    const startedAt = performance.now();
    await run;
    return performance.now() - startedAt;
  } finally {
    await hub.close();
  }
}

/** @returns false when the publish had ended before it could be killed */
async function killOnce(situation: MainSituation, afterMs: number): Promise<boolean> {
  const hub = await openHub(situation);
  try {
    const before = await viewHub(hub);
    const { exitCode } = await killAfter(hub, afterMs);
    if (exitCode !== null) return false;
    const last = hub.requests.at(-1);
    // What was on its way when the process died arrives all the same.
    await sleep(4 * HOLD_UP_MS);
    const middle = await viewHub(hub);
    const clean = await lab.publish(hub);
    const after = await viewHub(hub);
    slowestMs = Math.max(slowestMs, clean.tookMs);
    const second = { run: clean, before: middle, after };
    const problems = [
      ...checkReaders({ before, after: middle }),
      ...checkRun(second, BUDGET_MS),
      ...checkEnd(second),
    ];
    const reached = `${middle.currentCommits} commit, ${middle.currentTags.length} tag`;
    const at = `${situation}, ${afterMs.toFixed(0)} ms, in ${last?.method} ${last?.path.replace(/\?.*/, '')}`;
    const name = `killed at ${at} (${reached}); then ${clean.outputs['urgency-status']}`;
    checks.check(name, problems.length === 0, problems.join('; '));
    return true;
  } finally {
    await hub.close();
  }
}

async function openHub(situation: MainSituation): Promise<LocalHub> {
  const hub = await lab.hub(situation);
  const everyTime = { path: '', times: Number.POSITIVE_INFINITY, kind: { delayMs: HOLD_UP_MS } };
  hub.faults.add({ ...everyTime, when: 'before' }, { ...everyTime, when: 'after' });
  return hub;
}

function killAfter(hub: LocalHub, afterMs: number): Promise<TimedRun> {
  return lab.publish(hub, {
    onStart: async (child) => {
      await firstRequest(hub);
      await sleep(afterMs);
      child.kill('SIGKILL');
    },
  });
}

async function firstRequest(hub: LocalHub): Promise<void> {
  while (hub.requests.length === 0) await sleep(2);
}
