import { expect, test } from '@jest/globals';
import { createTurns } from '../../src/clients/turns.ts';

/** How many of five are let run at once. */
function letRun(memoryLimit: number): Promise<number> {
  const turns = createTurns(memoryLimit);
  for (let turn = 0; turn < 5; turn++) void turns(() => new Promise(() => undefined));
  return new Promise((resolve) => setImmediate(() => resolve(turns.activeCount)));
}

test.each([
  [1, 1],
  [699e6, 1],
  [700e6, 2],
  [1e9, 3],
  [Number.POSITIVE_INFINITY, 5],
])('%d bytes of memory let %d threads prepare at once', async (memoryLimit, threads) => {
  expect(await letRun(memoryLimit)).toBe(threads);
});
