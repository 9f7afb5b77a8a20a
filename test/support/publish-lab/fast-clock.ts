// Loaded into a bundle's process by `--import`: its waits and time limits pass twenty times as fast. Tells the file
// FAST_CLOCK_REPORT how many milliseconds longer the run would have taken without.
import { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const FACTOR = 20;
const { setTimeout: sleep } = timers;
const { timeout } = AbortSignal;
const { fetch: send } = globalThis;
/** Time limits that have passed, in milliseconds, by the reason they abort with. */
const passedLimits = new WeakMap<object, number>();
let savedMs = 0;

timers.setTimeout = async (delayMs = 1, ...rest) => {
  const value = await sleep(delayMs / FACTOR, ...rest);
  savedMs += delayMs - delayMs / FACTOR;
  return value;
};
syncBuiltinESMExports();

AbortSignal.timeout = (limitMs) => {
  const signal = timeout.call(AbortSignal, Math.ceil(limitMs / FACTOR));
  signal.addEventListener('abort', () => passedLimits.set(signal.reason, limitMs));
  return signal;
};

globalThis.fetch = async (...request) => {
  try {
    return await send(...request);
  } catch (error) {
    const limitMs = passedLimits.get(Object(error)) ?? 0;
    savedMs += limitMs - limitMs / FACTOR;
    throw error;
  }
};

process.on('exit', () => writeFileSync(String(process.env.FAST_CLOCK_REPORT), String(savedMs)));
