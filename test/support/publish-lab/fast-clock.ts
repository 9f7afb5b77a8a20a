// Loaded into a bundle's process by `--import`: its waits and time limits pass twenty times as fast. Tells the file
// FAST_CLOCK_REPORT how many milliseconds longer the run would have taken without.
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
  const value = await sleep(delayMs / FACTOR, ...rest);
  savedMs += delayMs - delayMs / FACTOR;
  return value;
};
syncBuiltinESMExports();

AbortSignal.timeout = (limitMs) => {
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

process.on('exit', () => writeFileSync(String(process.env.FAST_CLOCK_REPORT), String(savedMs)));
