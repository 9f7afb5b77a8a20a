// Loaded into a bundle's process by `--import`: its waits and time limits pass twenty times as fast.
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const FACTOR = 20;
const { setTimeout: sleep } = timers;
const { timeout } = AbortSignal;

timers.setTimeout = (delayMs = 1, ...rest) => sleep(delayMs / FACTOR, ...rest);
AbortSignal.timeout = (delayMs) => timeout.call(AbortSignal, Math.ceil(delayMs / FACTOR));
syncBuiltinESMExports();
