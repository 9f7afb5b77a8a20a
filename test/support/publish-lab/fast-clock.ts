// Loaded into a bundle's process: while FAST_CLOCK_REPORT names a file, waits and time limits pass twenty times as fast,
// and at the end of the run the file gets how many milliseconds longer it would have taken without.
import { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const FACTOR = 20;
/** On a busy machine a whole request takes this long now and then. */
const SHORTEST_LIMIT_MS = 2000;
const { setTimeout: sleep } = timers;
const { timeout } = AbortSignal;
const { fetch: send } = globalThis;
/** What time limits that have passed saved, in milliseconds, by the reason they abort with. */
const passedLimits = new WeakMap<object, number>();
let savedMs = 0;

timers.setTimeout = async (delayMs = 1, ...rest) => {
  if (!isFast()) return sleep(delayMs, ...rest);
  const value = await sleep(delayMs / FACTOR, ...rest);
  savedMs += delayMs - delayMs / FACTOR;
  return value;
};
syncBuiltinESMExports();

AbortSignal.timeout = (limitMs) => {
  if (!isFast()) return timeout.call(AbortSignal, limitMs);
  const fastMs = Math.min(limitMs, Math.max(SHORTEST_LIMIT_MS, Math.ceil(limitMs / FACTOR)));
  const signal = timeout.call(AbortSignal, fastMs);
  signal.addEventListener('abort', () => passedLimits.set(signal.reason, limitMs - fastMs));
  return signal;
};

globalThis.fetch = async (...request) => {
  try {
    return await send(...request);
  } catch (error) {
    savedMs += passedLimits.get(Object(error)) ?? 0;
    throw error;
  }
};

process.on('exit', reportSavedTime);

/** Writes what a run saved, at its end. */
export function reportSavedTime(): void {
  const file = process.env.FAST_CLOCK_REPORT;
  if (file !== undefined) writeFileSync(file, String(savedMs));
  savedMs = 0;
}

function isFast(): boolean {
  return process.env.FAST_CLOCK_REPORT !== undefined;
}
